#include <client/stop_signals.h>
#include <client/ui/face_program.h>
#include <client/ui/language.h>

#include <QLoggingCategory>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QScreen>

#include <cstdio>

STARQUEUE_KEEP_MODULE(StarQueue_Ui)

namespace starqueue::ui {

namespace {

Q_LOGGING_CATEGORY(lcFace, "starqueue.face")

constexpr int kWrongUse = 2;

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
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    Theme::instance().use(kind);
    Theme::instance().use(options.theme);
    Language::instance().setCode(options.language);
    for (const QString& name : QStringList{QStringLiteral("starqueue_ui")} + translations) {
        if (!Language::instance().addTranslations(name))
            qCWarning(lcFace) << "translations are missing:" << name;
    }
}

FaceProgram::FaceProgram(int& argc, char** argv, Face face)
    : m_face(std::move(face)), m_application(argc, argv)
{
    QGuiApplication::setApplicationName(m_face.name);
    m_parser.setApplicationDescription(m_face.description);
    addFaceOptions(m_parser);
}

std::optional<int> FaceProgram::read()
{
    if (!m_parser.parse(QCoreApplication::arguments()))
        return wrongUse(m_parser.errorText());
    if (m_parser.isSet("help")) {
        std::fputs(qPrintable(m_parser.helpText()), stdout);
        return 0;
    }
    auto options = readFaceOptions(m_parser);
    if (!options)
        return wrongUse(options.error());
    m_options = std::move(*options);
    client::logToStandardError(m_options.log);
    client::quitOnStopSignals();
    prepareUi(m_face.kind, m_options, m_face.translations);
    return std::nullopt;
}

int FaceProgram::wrongUse(const QString& why) const
{
    std::fprintf(stderr, "%s: %s\n", qPrintable(m_face.name), qPrintable(why));
    return kWrongUse;
}

int FaceProgram::run(const QUrl& page, const QVariantMap& properties)
{
    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.setInitialProperties(properties);
    QObject::connect(&Language::instance(), &Language::codeChanged, &engine, &QQmlEngine::retranslate);
    engine.load(page);
    auto* window =
        engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(engine.rootObjects().first());
    if (!window) {
        qCCritical(lcFace) << "the page can't be shown:" << page;
        return 1;
    }
    place(*window, m_options.size.isEmpty() ? m_face.size : m_options.size, m_options.fullscreen);
    qCInfo(lcFace) << "showing" << qPrintable(m_face.name) << "of" << m_options.address.url;
    return QGuiApplication::exec();
}

} // namespace starqueue::ui
