#include <client/display_needed.h>
#include <client/stop_signals.h>
#include <client/ui/face_program.h>
#include <client/ui/language.h>

#include <QLoggingCategory>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QScreen>

STARQUEUE_KEEP_MODULE(StarQueue_Ui)

namespace starqueue::ui {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcFace, "starqueue.face")

void place(QQuickWindow& window, const QSize& size, bool fullscreen)
{
    if (!fullscreen) {
        window.resize(size);
        window.show();
        return;
    }
    // A kiosk may run without a window manager, which would do it.
    window.setGeometry(window.screen()->geometry());
    window.showFullScreen();
}

} // namespace

void prepareUi(Theme::Kind kind, const FaceOptions& options, const QStringList& translations)
{
    // A style of the desktop would bring its own colours.
    QQuickStyle::setStyle(u"Basic"_s);
    Theme::instance().use(kind);
    Theme::instance().use(options.theme);
    Language::instance().setCode(options.language);
    for (const QString& name : QStringList{u"starqueue_ui"_s} + translations) {
        if (!Language::instance().addTranslations(name))
            qCWarning(lcFace) << "translations are missing:" << name;
    }
}

FaceProgram::FaceProgram(int& argc, char** argv, Face face)
    : m_face(std::move(face)), m_argc(argc), m_argv(argv),
      m_commandLine(m_face.name, m_face.description, argc, argv)
{
    addOptions(faceOptions(m_face.token));
}

std::optional<int> FaceProgram::read()
{
    if (const auto status = m_commandLine.parse())
        return status;
    auto options = readFaceOptions(parser(), m_face.token);
    if (!options)
        return m_commandLine.wrongUse(options.error());
    const QString wrong = m_face.check ? m_face.check(parser()) : QString();
    if (!wrong.isEmpty())
        return m_commandLine.wrongUse(wrong);
    m_options = std::move(*options);
    {
        const client::DisplayNeeded needed(m_face.name, QString());
        m_application = std::make_unique<QGuiApplication>(m_argc, m_argv);
    }
    client::logToStandardError(m_options.log);
    client::quitOnStopSignals();
    prepareUi(m_face.kind, m_options, m_face.translations);
    return std::nullopt;
}

int FaceProgram::run(const QUrl& page, const QVariantMap& properties, InputGate* gate, ScanFilter* scans)
{
    QQmlApplicationEngine engine;
    engine.addImportPath(u"qrc:/qt/qml"_s);
    engine.setInitialProperties(properties);
    QObject::connect(&Language::instance(), &Language::codeChanged, &engine, &QQmlEngine::retranslate);
    engine.load(page);
    auto* window =
        engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(engine.rootObjects().first());
    if (!window) {
        qCCritical(lcFace) << "the page can't be shown:" << page;
        return 1;
    }
    if (gate)
        gate->guard(*window);
    if (scans)
        scans->guard(*window);
    place(*window, m_options.size.isEmpty() ? m_face.size : m_options.size, m_options.fullscreen);
    qCInfo(lcFace) << "showing" << qPrintable(m_face.name) << "of" << m_options.address.url;
    return QGuiApplication::exec();
}

} // namespace starqueue::ui
