#include <client/ui/language.h>
#include <kiosk/kiosk_screen.h>

#include <QJsonArray>

#include <gtest/gtest.h>

using starqueue::kiosk::KioskModel;
using starqueue::kiosk::Visit;
using starqueue::kiosk::test::KioskScreen;
using starqueue::test::eventBytes;
using starqueue::test::eventually;
using starqueue::ui::Language;

namespace {

const QJsonObject kTicket{{"id", "17"},
                          {"number", "A012"},
                          {"serviceName", QJsonObject{{"zh", "账户业务"}, {"en", "Accounts"}}},
                          {"ahead", 6},
                          {"waitSeconds", QJsonObject{{"p10", 480}, {"p90", 840}}},
                          {"statusUrl", "http://127.0.0.1:8470/t/3kf9XbQ2mN7vT1pLw8Rz5c"},
                          {"print", QJsonObject{{"jobId", "9"}}}};

QJsonArray printer(const QString& state)
{
    return {QJsonObject{{"id", "1"}, {"printer", state}, {"says", QJsonObject()}, {"remedy", QJsonValue()}}};
}

/// Every page, in a language, with normal or large text.
struct Screens : testing::TestWithParam<std::tuple<const char*, bool>>
{
    KioskScreen screen;

    void SetUp() override
    {
        ASSERT_TRUE(screen.ready());
        Language::instance().setCode(std::get<0>(GetParam()));
        screen.model->setLargeText(std::get<1>(GetParam()));
        screen.window()->grabWindow(); // lays everything out
    }
    void TearDown() override { EXPECT_EQ(screen.warnings.join("\n").toStdString(), ""); }

    static bool chinese() { return Language::instance().code() == "zh"; }
    void expectWords(const QString& zh, const QString& en)
    {
        EXPECT_TRUE(screen.shows(chinese() ? zh : en)) << screen.words().toStdString();
        EXPECT_EQ(screen.cutTexts().join("\n").toStdString(), "");
    }
    bool takeTicket()
    {
        screen.hall.reply("POST", "/tickets", 201, kTicket);
        return screen.touch("service-account") &&
               eventually([this] { return screen.item("ticket-number") != nullptr; });
    }
};

TEST_P(Screens, ServicesWithHowManyAreAhead)
{
    expectWords("请选择您要办理的业务", "How can we help?");
    expectWords("马上办理", "Right away");
    expectWords("账户业务", "Accounts");
    expectWords("现在不能取号", "Closed now");
    EXPECT_EQ(screen.item("printer-notice"), nullptr);
}

TEST_P(Screens, OutOfPaperIsSaidBeforeATouch)
{
    ASSERT_TRUE(screen.boardChanged("kiosks", printer("paperOut")));
    ASSERT_NE(screen.item("printer-notice"), nullptr);
    expectWords("打印机缺纸", "Out of paper");
}

TEST_P(Screens, AClosedServiceTakesNoTouch)
{
    ASSERT_TRUE(screen.touch("service-group"));
    EXPECT_EQ(screen.model->visit()->page(), Visit::Page::Services);
}

TEST_P(Screens, AllClosed)
{
    ASSERT_TRUE(screen.boardChanged("dayOpen", false));
    expectWords("现在所有业务都已停止取号", "All services are closed now");
    EXPECT_EQ(screen.item("service-account"), nullptr);
    EXPECT_EQ(screen.item("identify-button"), nullptr);
}

TEST_P(Screens, IdentifyTypeAndGoOn)
{
    ASSERT_TRUE(screen.touch("identify-button"));
    expectWords("请输入手机号", "Your phone number");
    for (const QChar digit : QString("13800138665"))
        ASSERT_TRUE(screen.touch(QString("key-") + digit));
    EXPECT_TRUE(screen.shows("138 •••• 8665")) << screen.words().toStdString();
    EXPECT_FALSE(screen.words().remove(' ').contains("13800138665"));
    ASSERT_TRUE(screen.touch("key-back"));
    ASSERT_TRUE(screen.touch("key-5"));
    ASSERT_TRUE(screen.touch("continue-button"));
    expectWords("已输入尾号 8665", "Number ending in 8665 was entered");
}

TEST_P(Screens, IdentifyAndSkip)
{
    ASSERT_TRUE(screen.touch("identify-button"));
    ASSERT_TRUE(screen.touch("key-1"));
    ASSERT_TRUE(screen.touch("skip-button"));
    expectWords("先输入手机号或扫会员码", "Enter phone or member code");
}

TEST_P(Screens, StatutoryPriority)
{
    const QJsonObject name{{"zh", "老年人"}, {"en", "Elderly person"}};
    const QJsonObject proof{{"zh", "身份证"}, {"en", "Identity card"}};
    const QJsonObject elderly{
        {"id", "elderly"}, {"name", name}, {"proof", proof}, {"atKiosk", true}, {"byUsher", true}};
    ASSERT_TRUE(screen.boardChanged("groups", QJsonArray{elderly}));
    ASSERT_TRUE(screen.touch("service-account"));
    expectWords("老年人（身份证）", "Elderly person (Identity card)");
    screen.hall.reply("POST", "/tickets", 201, kTicket);
    ASSERT_TRUE(screen.touch("statutory-none"));
    EXPECT_TRUE(eventually([this] { return screen.item("ticket-number") != nullptr; }));
}

TEST_P(Screens, WhileTheNumberIsFetchedThereIsNothingToPress)
{
    screen.hall.ignore("POST", "/tickets");
    ASSERT_TRUE(screen.touch("service-account"));
    expectWords("正在取号", "Taking your number");
    ASSERT_TRUE(eventually([this] { return screen.hall.requests("POST", "/tickets").size() == 1; }));
}

TEST_P(Screens, TicketThatPrints)
{
    ASSERT_TRUE(takeTicket());
    EXPECT_TRUE(screen.shows("A012"));
    expectWords("正在打印号票", "Printing your ticket");
    screen.hall.push(eventBytes(9, "print_job_ended", {{"ticket", "17"}, {"outcome", "printed"}}));
    ASSERT_TRUE(eventually(
        [this] { return screen.shows(chinese() ? "请取走您的号票" : "Please take your ticket"); }));
    expectWords("8–14 分钟", "8–14 min");
    expectWords("6 人", "6 people");
    ASSERT_TRUE(screen.touch("done-button"));
    EXPECT_TRUE(screen.shows("请选择您要办理的业务")) << "the next customer's language";
}

TEST_P(Screens, TicketWithoutPaperHasItsCodeOnTheScreen)
{
    ASSERT_TRUE(screen.boardChanged("kiosks", printer("offline")));
    ASSERT_TRUE(takeTicket());
    expectWords("未能打印号票", "No paper ticket");
    ASSERT_NE(screen.item("status-code"), nullptr);
    EXPECT_GE(screen.item("status-code")->width(), 300);
}

TEST_P(Screens, ARefusalSaysWhyAndWhatHelps)
{
    const QList<std::tuple<const char*, const char*, const char*>> refusals{
        {"already_waiting", "您已经取过号了", "You already have a number"},
        {"service_closed", "这项业务刚刚停止取号", "This service has just closed"},
        {"day_closed", "营业厅已结束营业", "The hall is closed"},
        {"limit_reached", "这项业务今天的号已取完", "No more numbers for this service today"},
        {"something_new", "没有取到号", "No number could be taken"}};
    const auto [language, large] = GetParam();
    for (const auto& [code, zh, en] : refusals) {
        screen.hall.replyUndescribed("POST", "/tickets", 409, {{"code", code}});
        ASSERT_TRUE(screen.touch("service-account"));
        ASSERT_TRUE(eventually([this] { return screen.item("notice-title") != nullptr; }));
        expectWords(zh, en);
        EXPECT_EQ(screen.item("retry-button"), nullptr);
        ASSERT_TRUE(screen.touch("back-button"));
        Language::instance().setCode(language);
        screen.model->setLargeText(large);
    }
}

TEST_P(Screens, ALimitSaysWhichItIs)
{
    const QList<std::tuple<const char*, const char*, const char*, bool>> limits{
        {"sold_out", "这项业务今天的号已取完", "No more numbers for this service today", false},
        {"identity_limit", "您今天的取号次数已用完", "You have had today's numbers", false},
        {"kiosk_busy", "请稍候再取号", "One moment, please", true}};
    const auto [language, large] = GetParam();
    for (const auto& [state, zh, en, again] : limits) {
        screen.hall.reply("POST", "/tickets", 409, {{"code", "limit_reached"}, {"state", state}});
        ASSERT_TRUE(screen.touch("service-account"));
        ASSERT_TRUE(eventually([this] { return screen.item("notice-title") != nullptr; }));
        expectWords(zh, en);
        EXPECT_EQ(screen.item("retry-button") != nullptr, again) << state;
        ASSERT_TRUE(screen.touch("back-button"));
        Language::instance().setCode(language);
        screen.model->setLargeText(large);
    }
}

TEST_P(Screens, ASoldOutServiceSaysSoOnItsTile)
{
    QJsonArray services = screen.board.value("services").toArray();
    QJsonObject account = services.at(0).toObject();
    account.insert("open", false);
    account.insert("closedReason", "sold_out");
    services.replace(0, account);
    ASSERT_TRUE(screen.boardChanged("services", services));
    expectWords("今天的号已取完", "No numbers left today");
}

TEST_P(Screens, AHallOutsideItsHoursSaysWhenItOpens)
{
    QJsonArray services = screen.board.value("services").toArray();
    for (int i = 0; i < services.size(); ++i) {
        QJsonObject service = services.at(i).toObject();
        service.insert("open", false);
        service.insert("closedReason", "hall_closed");
        services.replace(i, service);
    }
    ASSERT_TRUE(screen.boardChanged("opening",
                                    QJsonObject{{"open", false}, {"opensAt", "2126-11-25T01:00:00.000Z"}}));
    ASSERT_TRUE(screen.boardChanged("services", services));
    expectWords("再次营业：11月25日", "We open again: Mon 25 Nov 09:00");
}

TEST_P(Screens, AnUnreachableHallLeavesNoDeadButtons)
{
    screen.hall.ignore("GET", "/events");
    screen.hall.closeStreams();
    ASSERT_TRUE(eventually([this] { return screen.item("out-of-service-words") != nullptr; }));
    expectWords("本机暂时不能取号", "This kiosk is taking a break");
    EXPECT_EQ(screen.item("service-account"), nullptr);
    ASSERT_TRUE(screen.touch("language-button"));
    EXPECT_TRUE(screen.shows(chinese() ? "本机暂时不能取号" : "This kiosk is taking a break"));
}

TEST_P(Screens, WhoHoldsTheHallsNameIsATechnician)
{
    auto* const hold = screen.item("page-header")->findChild<QObject*>("technician-hold");
    EXPECT_GE(hold->property("longPressThreshold").toDouble(), 5) << "no customer opens it by chance";
    ASSERT_TRUE(QMetaObject::invokeMethod(hold, "longPressed"));
    expectWords("技术人员", "For the technician");
    ASSERT_TRUE(screen.touch("close-button"));
    expectWords("请选择您要办理的业务", "How can we help?");
    ASSERT_TRUE(takeTicket());
    screen.model->openTechnicianPage();
    EXPECT_NE(screen.item("ticket-number"), nullptr) << "nobody's number is hidden";
}

TEST_P(Screens, WithLowReachEverythingLiesInTheLowerPart)
{
    screen.model->setLargeText(false);
    screen.model->setLowReach(true);
    EXPECT_EQ(screen.cutTexts().join("\n").toStdString(), "");
    const QQuickItem* banner = screen.item("identify-button");
    ASSERT_NE(banner, nullptr);
    EXPECT_GT(banner->mapRectToScene(banner->boundingRect()).top(), 0.33 * 1920);
}

TEST_P(Screens, TwelveServicesAreReadableToo)
{
    QJsonArray services = screen.board.value("services").toArray();
    for (int i = 0; i < 6; ++i) {
        QJsonObject more = services.at(i).toObject();
        more.insert("id", QString::number(i));
        services.append(more);
    }
    ASSERT_TRUE(screen.boardChanged("services", services));
    ASSERT_NE(screen.item("service-account"), nullptr);
    if (!screen.model->largeText()) { // large text scrolls
        EXPECT_EQ(screen.cutTexts().join("\n").toStdString(), "");
    }
}

TEST_P(Screens, TargetsAreLargeEnoughAndApart)
{
    for (const char* name : {"service-account", "identify-button", "large-text-button", "language-button"}) {
        const QQuickItem* target = screen.item(name);
        ASSERT_NE(target, nullptr) << name;
        EXPECT_GE(target->height(), 120) << name;
        EXPECT_GE(target->mapRectToScene(target->boundingRect()).left(), 63) << name;
    }
    const QQuickItem* left = screen.item("service-account");
    const QQuickItem* right = screen.item("service-plans");
    const QPointF apart = right->mapToScene({0, 0}) - left->mapToScene({left->width(), left->height()});
    EXPECT_GE(std::max(apart.x(), apart.y()), 27.5);
}

TEST_P(Screens, ASmallerWindowShowsTheSamePageSmaller)
{
    ASSERT_TRUE(screen.resize({540, 960}));
    expectWords("账户业务", "Accounts");
    EXPECT_TRUE(takeTicket());
    EXPECT_EQ(screen.cutTexts().join("\n").toStdString(), "");
}

std::string nameOf(const testing::TestParamInfo<Screens::ParamType>& test)
{
    return std::string(std::get<0>(test.param)) + (std::get<1>(test.param) ? "Large" : "");
}

INSTANTIATE_TEST_SUITE_P(Both, Screens, testing::Combine(testing::Values("zh", "en"), testing::Bool()),
                         nameOf);

} // namespace
