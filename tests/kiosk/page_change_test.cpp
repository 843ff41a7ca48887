#include <kiosk/kiosk_screen.h>

#include <QJsonArray>
#include <QTest>

#include <gtest/gtest.h>

using namespace std::chrono_literals;
using starqueue::kiosk::Visit;
using starqueue::kiosk::test::KioskScreen;
using starqueue::test::eventually;

namespace {

/// Two taps of one hand, on every key of every page: the second finds another page below the finger.
struct PageChange : testing::TestWithParam<std::chrono::milliseconds>
{
    KioskScreen screen;

    void SetUp() override { ASSERT_TRUE(screen.ready()); }
    qsizetype asked() { return screen.hall.requests("POST", "/tickets").size(); }
    QPoint middleOf(const QString& name) const
    {
        const QQuickItem* item = screen.item(name);
        return item ? item->mapRectToScene(item->boundingRect()).center().toPoint() : QPoint(-1, -1);
    }
    /// On the place where that key was, after the page has changed below it.
    bool tapTwice(const QString& name)
    {
        const QPoint where = middleOf(name);
        const bool isThere = screen.touch(name);
        screen.now += GetParam();
        QTest::mouseClick(screen.window(), Qt::LeftButton, {}, where);
        QCoreApplication::processEvents();
        return isThere;
    }
};

TEST_P(PageChange, LeavingThePhonePageTakesNothing)
{
    for (const char* key : {"skip-button", "continue-button"}) {
        ASSERT_TRUE(screen.touch("identify-button"));
        for (const QChar digit : QString("13800138665"))
            ASSERT_TRUE(screen.touch(QString("key-") + digit));
        ASSERT_TRUE(tapTwice(key));
        EXPECT_EQ(screen.model->visit()->page(), Visit::Page::Services) << key;
    }
    EXPECT_EQ(asked(), 0);
}

TEST_P(PageChange, OpeningThePhonePageTypesNothing)
{
    ASSERT_TRUE(tapTwice("identify-button"));
    EXPECT_EQ(screen.model->visit()->page(), Visit::Page::Identify);
    EXPECT_TRUE(screen.model->visit()->identity()->empty());
}

TEST_P(PageChange, OneServiceIsOneNumberAndDoneBeginsNothing)
{
    screen.hall.reply("POST", "/tickets", 201,
                      {{"id", "17"}, {"number", "A012"}, {"print", QJsonObject{{"jobId", "9"}}}});
    ASSERT_TRUE(tapTwice("service-voice"));
    ASSERT_TRUE(eventually([this] { return screen.item("done-button") != nullptr; }));
    screen.now += GetParam();
    ASSERT_TRUE(screen.touchAgain("done-button"));
    EXPECT_EQ(screen.model->visit()->page(), Visit::Page::Ticket) << "the page has only just come";
    ASSERT_TRUE(tapTwice("done-button"));
    EXPECT_EQ(screen.model->visit()->page(), Visit::Page::Services);
    EXPECT_FALSE(screen.model->lowReach() || screen.model->largeText());
    EXPECT_EQ(asked(), 1);
}

TEST_P(PageChange, AModeIsChangedOnce)
{
    ASSERT_TRUE(tapTwice("large-text-button"));
    EXPECT_TRUE(screen.model->largeText());
    ASSERT_TRUE(tapTwice("low-reach-button"));
    EXPECT_TRUE(screen.model->lowReach());
    ASSERT_TRUE(tapTwice("language-button"));
    EXPECT_TRUE(screen.shows("How can we help?"));
}

TEST_P(PageChange, TwoEqualDigitsCanBeTypedAtOnce)
{
    ASSERT_TRUE(screen.touch("identify-button"));
    ASSERT_TRUE(tapTwice("key-1"));
    EXPECT_TRUE(screen.shows("11")) << screen.words().toStdString();
}

TEST_P(PageChange, ANoticeThatShiftsTheTilesIsAMove)
{
    screen.now += 1s;
    const QJsonArray noPaper{
        QJsonObject{{"id", "1"}, {"printer", "paperOut"}, {"says", QJsonObject()}, {"remedy", QJsonValue()}}};
    ASSERT_TRUE(screen.boardChanged("kiosks", noPaper));
    ASSERT_TRUE(screen.touchAgain("service-voice"));
    EXPECT_EQ(screen.model->visit()->page(), Visit::Page::Services);
    screen.now += 1s;
    ASSERT_TRUE(screen.boardChanged("seq", 9)) << "nothing else";
    ASSERT_TRUE(screen.touchAgain("service-voice"));
    EXPECT_NE(screen.model->visit()->page(), Visit::Page::Services);
}

INSTANTIATE_TEST_SUITE_P(After, PageChange, testing::Values(60ms, 120ms, 200ms),
                         [](const auto& test) { return std::to_string(test.param.count()) + "ms"; });

} // namespace
