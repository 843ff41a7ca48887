#include <gallery/stage.h>

#include <client/ui/face_program.h>
#include <client/ui/language.h>

#include <QGuiApplication>
#include <QStyleHints>

namespace starqueue::gallery {

using namespace Qt::StringLiterals;

namespace {

QQuickWindow* windowOf(const QQmlApplicationEngine* engine)
{
    return !engine || engine->rootObjects().isEmpty()
               ? nullptr
               : qobject_cast<QQuickWindow*>(engine->rootObjects().first());
}

} // namespace

Stage::Stage(const FaceKind& kind, Scene scene, Setup setup)
    : m_kind(kind), m_scene(std::move(scene)), m_setup(std::move(setup)), m_clock{.wall = m_scene.clock},
      m_hall(m_scene.answers)
{
    ui::FaceOptions options;
    options.language = m_setup.language;
    ui::prepareUi(kind.theme, options, {kind.translations});
    ui::Theme::instance().setLargeText(false);
    ui::Theme::instance().setReducedMotion(m_setup.still);
    if (m_setup.still)
        QGuiApplication::styleHints()->setCursorFlashTime(0);
    m_face = kind.make({{m_hall.url(), "scene"}, m_setup.language, m_clock.clock()});
    m_face->start();
}

Stage::~Stage()
{
    m_engine.reset(); // before the model that its page binds to
}

QQuickWindow* Stage::window() const
{
    return windowOf(m_engine.get());
}

std::unique_ptr<QQmlApplicationEngine> Stage::makeEngine()
{
    auto engine = std::make_unique<QQmlApplicationEngine>();
    QObject::connect(engine.get(), &QQmlEngine::warnings, engine.get(),
                     [this](const QList<QQmlError>& errors) {
                         for (const QQmlError& error : errors)
                             m_warnings << error.toString();
                     });
    QObject::connect(&ui::Language::instance(), &ui::Language::codeChanged, engine.get(),
                     &QQmlEngine::retranslate);
    if (m_setup.qml == Qml::Source)
        engine->addUrlInterceptor(&m_source);
    engine->addImportPath(u"qrc:/qt/qml"_s);
    engine->setInitialProperties({{m_kind.property, QVariant::fromValue(&m_face->model())}});
    return engine;
}

bool Stage::show()
{
    m_warnings.clear();
    auto engine = makeEngine();
    engine->load(m_kind.page);
    QQuickWindow* made = windowOf(engine.get());
    if (!made)
        return false;
    place(*made, window());
    m_engine = std::move(engine);
    return true;
}

void Stage::place(QQuickWindow& window, const QQuickWindow* before) const
{
    if (before)
        window.setGeometry(before->geometry());
    else
        window.resize(m_setup.size.isEmpty() ? m_kind.size : m_setup.size);
    window.show();
    window.requestActivate();
}

tl::expected<void, QString> Stage::play()
{
    // A glyph's place depends on what was drawn before: each step is drawn, so that all runs draw the same.
    return playSteps(m_scene.steps, *m_face, m_hall, m_clock, [this] { (void)window()->grabWindow(); });
}

QImage Stage::picture()
{
    // What a change lays out anew may change more.
    for (int i = 0; i < 3; ++i) {
        QCoreApplication::processEvents();
        (void)window()->grabWindow();
    }
    return window()->grabWindow();
}

} // namespace starqueue::gallery
