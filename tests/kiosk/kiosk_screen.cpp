#include <client/ui/face_program.h>
#include <client/ui/language.h>
#include <kiosk/kiosk_screen.h>
#include <support/seen.h>

#include <QJsonArray>
#include <QTest>

STARQUEUE_KEEP_MODULE(StarQueue_Kiosk)

namespace starqueue::kiosk::test {

using namespace Qt::StringLiterals;

using namespace starqueue::test;

namespace {

QJsonObject service(const QString& id, const QString& zh, const QString& en, int ahead, bool open = true)
{
    return {
        {"id", id},
        {"name", QJsonObject{{"zh", zh}, {"en", en}}},
        {"open", open},
        {"ahead", ahead},
        {"waitSeconds", QJsonObject{{"p10", 80.0 * ahead}, {"p50", 110.0 * ahead}, {"p90", 140.0 * ahead}}}};
}

} // namespace

QJsonObject sampleBoard()
{
    return {{"seq", 1},
            {"hall", QJsonObject{{"name", "城西营业厅"}, {"timeZone", "Asia/Shanghai"}}},
            {"dayOpen", true},
            {"services", QJsonArray{service("account", "账户业务", "Accounts", 6),
                                    service("plans", "套餐变更", "Change a plan", 2),
                                    service("sim", "补卡 · 换卡", "SIM replacement", 0),
                                    service("home", "宽带业务", "Broadband", 11),
                                    service("voice", "投诉 · 建议", "Complaints and ideas", 1),
                                    service("group", "集团业务", "Business customers", 0, false)}},
            {"messages", QJsonArray()},
            {"kiosks", QJsonArray{QJsonObject{{"id", "1"},
                                              {"printer", "ok"},
                                              {"says", QJsonObject{{"zh", "就绪"}, {"en", "ready"}}},
                                              {"remedy", QJsonValue()}}}},
            {"groups", QJsonArray()}};
}

KioskScreen::KioskScreen()
{
    ui::prepareUi(ui::Theme::Kind::Kiosk, {}, {"starqueue_kiosk"});
    ui::Theme::instance().setReducedMotion(true);
    hall.always("GET", "/board", [this] {
        board.insert("seq", m_seq);
        return board;
    });
    hall.stream();
    model = std::make_unique<kiosk::KioskModel>(kiosk::KioskModel::Setup{
        {hall.url(), "secret"}, u"1"_s, u"zh"_s, {.wall = &QDateTime::currentDateTime, .steady = [this] {
                                                      return now;
                                                  }}});
    QObject::connect(&m_engine, &QQmlEngine::warnings, &m_engine, [this](const QList<QQmlError>& errors) {
        for (const QQmlError& error : errors)
            warnings << error.toString();
    });
    QObject::connect(&ui::Language::instance(), &ui::Language::codeChanged, &m_engine,
                     &QQmlEngine::retranslate);
    m_engine.addImportPath(u"qrc:/qt/qml"_s);
    m_engine.setInitialProperties({{"kiosk", QVariant::fromValue(model.get())}});
    m_engine.load(QUrl(u"qrc:/qt/qml/StarQueue/Kiosk/Main.qml"_s));
}

KioskScreen::~KioskScreen()
{
    ui::Language::instance().setCode(u"zh"_s);
    ui::Theme::instance().setLargeText(false);
}

bool KioskScreen::ready()
{
    if (!window())
        return false;
    model->gate().guard(*window());
    window()->show();
    model->start();
    return eventually([this] { return model->state() == kiosk::KioskModel::Service::Ready; }) &&
           eventually([this] { return item("identify-button") || item("closed-words"); });
}

bool KioskScreen::boardChanged(const QString& key, const QJsonValue& value)
{
    board.insert(key, value);
    bool taken = false;
    const auto connection =
        QObject::connect(model.get(), &kiosk::KioskModel::boardChanged, [&] { taken = true; });
    hall.push(eventBytes(++m_seq, "device_changed"));
    const bool came = eventually([&] { return taken; });
    QObject::disconnect(connection);
    return came;
}

bool KioskScreen::resize(QSize size)
{
    window()->resize(size);
    return eventually([&] { return window()->contentItem()->size().toSize() == size; });
}

QQuickWindow* KioskScreen::window() const
{
    return m_engine.rootObjects().isEmpty() ? nullptr
                                            : qobject_cast<QQuickWindow*>(m_engine.rootObjects().first());
}

QQuickItem* KioskScreen::item(const QString& objectName) const
{
    QQuickItem* found = nullptr;
    visitSeen(window()->contentItem(), [&](const QQuickItem* candidate) {
        if (candidate->objectName() == objectName)
            found = const_cast<QQuickItem*>(candidate);
    });
    return found;
}

bool KioskScreen::touch(const QString& objectName)
{
    QCoreApplication::processEvents();
    now += ui::InputGate::kStill;
    return touchAgain(objectName);
}

bool KioskScreen::touchAgain(const QString& objectName)
{
    const QQuickItem* target = item(objectName);
    if (!target)
        return false;
    QTest::mouseClick(window(), Qt::LeftButton, {},
                      target->mapRectToScene(target->boundingRect()).center().toPoint());
    QCoreApplication::processEvents();
    return true;
}

QString KioskScreen::words() const
{
    QStringList seen;
    visitSeen(window()->contentItem(), [&](const QQuickItem* item) {
        if (isText(item))
            seen << item->property("text").toString();
    });
    return seen.join('\n');
}

bool KioskScreen::shows(const QString& words) const
{
    return this->words().contains(words);
}

QStringList KioskScreen::cutTexts() const
{
    window()->grabWindow(); // lays everything out
    QStringList cut;
    visitSeen(window()->contentItem(), [&](const QQuickItem* item) {
        if (isText(item) && (isCut(item) || isOutside(item)))
            cut << item->property("text").toString();
    });
    return cut;
}

} // namespace starqueue::kiosk::test
