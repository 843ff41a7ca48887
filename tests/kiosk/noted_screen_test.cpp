// What a page says of a number without paper, and of a code that comes too early.
#include <client/ui/language.h>
#include <kiosk/kiosk_screen.h>

#include <QJsonArray>

#include <gtest/gtest.h>

using starqueue::kiosk::Visit;
using starqueue::kiosk::test::KioskScreen;
using starqueue::test::eventually;
using starqueue::ui::Language;

namespace {

/// Each language, with normal or large text.
struct NotedScreen : testing::TestWithParam<std::tuple<const char*, bool>>
{
    KioskScreen screen;

    void SetUp() override
    {
        ASSERT_TRUE(screen.ready());
        Language::instance().setCode(std::get<0>(GetParam()));
        screen.model->setLargeText(std::get<1>(GetParam()));
    }
    void TearDown() override { EXPECT_EQ(screen.warnings.join("\n").toStdString(), ""); }
    void expectWords(const QString& zh, const QString& en) const
    {
        EXPECT_TRUE(screen.shows(Language::instance().code() == "zh" ? zh : en))
            << screen.words().toStdString();
        EXPECT_EQ(screen.cutTexts().join("\n").toStdString(), "");
    }
};

INSTANTIATE_TEST_SUITE_P(Kiosk, NotedScreen, testing::Combine(testing::Values("zh", "en"), testing::Bool()));

} // namespace

TEST_P(NotedScreen, WhoNotesANumberWithoutPaperSaysSoAndNoneIsWanted)
{
    const QJsonArray noPaper{
        QJsonObject{{"id", "1"}, {"printer", "paperOut"}, {"says", QJsonObject()}, {"remedy", QJsonValue()}}};
    const QJsonObject ticket{{"id", "17"}, {"number", "A012"}, {"print", QJsonObject{{"jobId", "9"}}}};
    ASSERT_TRUE(screen.boardChanged("kiosks", noPaper));
    screen.hall.reply("POST", "/tickets", 201, ticket);
    ASSERT_TRUE(screen.touch("service-account"));
    ASSERT_TRUE(eventually([this] { return screen.item("ticket-number") != nullptr; }));
    expectWords("我已记下号码", "I have my number");
    EXPECT_EQ(screen.item("done-button"), nullptr) << "one way to go, which says what follows";
    screen.hall.reply("POST", "/tickets/17/paperless", 200, ticket);
    ASSERT_TRUE(screen.touch("noted-button"));
    EXPECT_EQ(screen.model->visit()->page(), Visit::Page::Services);
    EXPECT_TRUE(
        eventually([this] { return screen.hall.requests("POST", "/tickets/17/paperless").size() == 1; }));
}

TEST_P(NotedScreen, ACodeThatComesTooEarlyIsAnswered)
{
    screen.hall.ignore("POST", "/tickets");
    ASSERT_TRUE(screen.touch("service-account"));
    screen.model->takeCode({.text = "622200000001"});
    expectWords("请稍候，取号完成后再扫码", "One moment: please scan again when this is done");
    ASSERT_TRUE(eventually([this] { return screen.hall.requests("POST", "/tickets").size() == 1; }));
}
