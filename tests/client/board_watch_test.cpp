#include <client/events/board_watch.h>
#include <support/scripted_hall.h>

#include <gtest/gtest.h>

using namespace std::chrono_literals;
using starqueue::client::BoardWatch;
using starqueue::client::api::EventName;
using starqueue::test::eventBytes;
using starqueue::test::eventually;
using starqueue::test::ScriptedHall;

namespace {

struct BoardWatchTest : testing::Test
{
    ScriptedHall hall;
    BoardWatch watch{{hall.url(), "secret"}, nullptr, {5ms, 60s, 10ms, 30ms}, {5ms, 20ms, 25s}};
    int seq = 3;

    void serveBoard()
    {
        hall.always("GET", "/board", [this] { return QJsonObject{{"seq", seq}}; });
    }
    qint64 shown() { return watch.board().seq; }
};

TEST_F(BoardWatchTest, FollowsTheEventsAfterItsBoard)
{
    serveBoard();
    hall.stream();
    watch.start();
    ASSERT_TRUE(eventually([this] { return watch.reachable(); }));
    EXPECT_EQ(hall.requests("GET", "/events").first().query, "after=3");
}

TEST_F(BoardWatchTest, TakesANewBoardAfterAnEventAndHandsTheEventOn)
{
    serveBoard();
    hall.stream();
    QList<EventName> events;
    QObject::connect(&watch, &BoardWatch::event, &watch,
                     [&](const starqueue::client::api::Event& event) { events << event.name; });
    watch.start();
    ASSERT_TRUE(eventually([this] { return watch.reachable(); }));
    seq = 4;
    hall.push(eventBytes(4, "ticket_called"));
    ASSERT_TRUE(eventually([this] { return shown() == 4; }));
    EXPECT_EQ(events, QList<EventName>{EventName::TicketCalled});
}

TEST_F(BoardWatchTest, AsksOnceMoreForTheWaitsThatTheHallForeseesAfterAnEvent)
{
    BoardWatch keen({hall.url(), "secret"}, nullptr, {5ms, 60s, 10ms, 60s, 20ms}, {5ms, 20ms, 25s});
    QList<qint64> shownSeqs;
    QObject::connect(&keen, &BoardWatch::boardChanged, &keen, [&] { shownSeqs << keen.board().seq; });
    hall.always("GET", "/board", [this] { return QJsonObject{{"seq", seq++}}; });
    hall.stream();
    keen.start();
    ASSERT_TRUE(eventually([&] { return keen.reachable(); }));
    const qsizetype before = shownSeqs.size();
    hall.push(eventBytes(seq, "counter_paused"));
    ASSERT_TRUE(eventually([&] { return shownSeqs.size() >= before + 2; }));
}

TEST_F(BoardWatchTest, AShortLossIsNotShown)
{
    BoardWatch calm({hall.url(), "secret"}, nullptr, {5ms, 60s, 10ms, 60s}, {5ms, 20ms, 25s});
    int changes = 0;
    QObject::connect(&calm, &BoardWatch::reachableChanged, &calm, [&] { ++changes; });
    serveBoard();
    hall.stream();
    calm.start();
    ASSERT_TRUE(eventually([&] { return calm.reachable(); }));
    hall.streams(eventBytes(4, "counter_opened"));
    bool resumed = false;
    QObject::connect(&calm, &BoardWatch::event, &calm, [&] { resumed = true; });
    hall.closeStreams();
    ASSERT_TRUE(eventually([&] { return resumed; }));
    EXPECT_TRUE(calm.reachable());
    EXPECT_EQ(changes, 1);
}

TEST_F(BoardWatchTest, ALongLossIsShownAndEndsByItself)
{
    serveBoard();
    hall.stream();
    watch.start();
    ASSERT_TRUE(eventually([this] { return watch.reachable(); }));
    // 503 like a hall that restarts: neither board nor stream.
    for (int i = 0; i < 3; ++i)
        hall.reply("GET", "/events", 503);
    hall.ignore("GET", "/events");
    hall.closeStreams();
    ASSERT_TRUE(eventually([this] { return !watch.reachable(); }));
    EXPECT_TRUE(watch.refusal().isEmpty());
    EXPECT_EQ(shown(), 3) << "the last picture stays for those who want it";
    ASSERT_TRUE(eventually([this] { return hall.requests("GET", "/events").size() >= 5; }));
}

TEST_F(BoardWatchTest, ARefusedTokenIsToldInTheHallsWords)
{
    hall.reply("GET", "/board", 401, {{"code", "unauthorized"}, {"detail", "unknown token"}});
    serveBoard();
    hall.stream();
    watch.start();
    ASSERT_TRUE(eventually([this] { return !watch.refusal().isEmpty(); }));
    EXPECT_EQ(watch.refusal(), "unknown token");
    ASSERT_TRUE(eventually([this] { return watch.reachable(); }));
    EXPECT_TRUE(watch.refusal().isEmpty());
}

TEST_F(BoardWatchTest, AStreamThatCantResumeBeginsFromANewBoard)
{
    serveBoard();
    hall.reply("GET", "/events", 409, {{"code", "seq_unknown"}});
    hall.stream();
    watch.start();
    ASSERT_TRUE(eventually([this] { return watch.reachable(); }));
    EXPECT_EQ(hall.requests("GET", "/events").size(), 2);
}

TEST_F(BoardWatchTest, AHallThatWasRestoredIsFollowedFromItsNewBoard)
{
    QString life = "aa";
    hall.always("GET", "/board", [&] { return QJsonObject{{"life", life}, {"seq", seq}}; });
    hall.stream(eventBytes(4, "counter_opened"));
    QList<qint64> heard;
    QObject::connect(&watch, &BoardWatch::event, &watch,
                     [&](const starqueue::client::api::Event& event) { heard << event.seq; });
    watch.start();
    ASSERT_TRUE(eventually([&] { return heard == QList<qint64>{4}; }));
    life = "bb";
    seq = 2;
    // Twice: Qt may ask once more by itself when a stream is cut, and drop what comes back.
    hall.reply("GET", "/events", 409, {{"code", "other_life"}});
    hall.reply("GET", "/events", 409, {{"code", "other_life"}});
    hall.stream(eventBytes(3, "counter_closed"));
    hall.closeStreams();
    ASSERT_TRUE(eventually([&] { return heard.size() == 2; }));
    EXPECT_EQ(heard.last(), 3) << "an event of the new life isn't taken for one that came already";
    EXPECT_EQ(hall.requests("GET", "/events").last().query, "after=bb-2");
}

} // namespace
