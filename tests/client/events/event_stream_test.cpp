#include <client/events/event_stream.h>
#include <support/scripted_hall.h>

#include <gtest/gtest.h>

#include <algorithm>

using namespace std::chrono_literals;
using starqueue::client::EventStream;
using starqueue::test::eventBytes;
using starqueue::test::eventually;
using starqueue::test::ScriptedHall;
namespace api = starqueue::client::api;

namespace {

struct EventStreamTest : testing::Test
{
    ScriptedHall hall;
    EventStream stream{{hall.url(), "secret"}, nullptr, {10ms, 40ms, 25s}};
    QStringList seen;

    EventStreamTest()
    {
        QObject::connect(&stream, &EventStream::event, &stream, [this](const api::Event& event) {
            seen << api::toWord(event.name) + QString::number(event.seq);
        });
    }
    bool sees(const QStringList& events)
    {
        return eventually([&] { return seen == events; });
    }
    static bool asked(const ScriptedHall& peer, const QByteArray& query)
    {
        return std::ranges::any_of(peer.requests("GET", "/events"),
                                   [&](const auto& request) { return request.query == query; });
    }
    QByteArray afterOf(qsizetype request) { return hall.requests("GET", "/events").value(request).query; }
};

TEST_F(EventStreamTest, AsksForWhatComesAfterTheBoard)
{
    hall.stream(eventBytes(8, "ticket_issued"));
    stream.follow({}, 7);
    ASSERT_TRUE(sees({"ticket_issued8"}));
    EXPECT_EQ(afterOf(0), "after=7");
    EXPECT_EQ(hall.requests().first().headers.value("authorization"), "Bearer secret");
    EXPECT_TRUE(stream.connected());
    EXPECT_EQ(stream.lastSeq(), 8);
}

TEST_F(EventStreamTest, ResumesWithoutAGapOrARepetitionWhereverTheConnectionIsCut)
{
    const QByteArray first = eventBytes(1, "counter_opened") + eventBytes(2, "counter_closed");
    for (qsizetype cut = 0; cut <= first.size(); ++cut) {
        seen.clear();
        ScriptedHall peer;
        EventStream cutStream({peer.url(), "secret"}, nullptr, {1ms, 2ms, 25s});
        QObject::connect(&cutStream, &EventStream::event, &cutStream,
                         [this](const api::Event& event) { seen << api::toWord(event.name); });
        peer.stream(first.left(cut));
        cutStream.follow({}, 0);
        ASSERT_TRUE(eventually(
            [&] { return cutStream.connected() && seen.size() >= first.left(cut).count("\n\n"); }));
        // The hall resumes from where it was asked to, and repeats one: it must not arrive twice.
        peer.streams(first + eventBytes(3, "counter_paused"));
        peer.closeStreams();
        ASSERT_TRUE(eventually([this] { return seen.size() >= 3; }));
        EXPECT_EQ(seen, QStringList({"counter_opened", "counter_closed", "counter_paused"}))
            << "cut at byte " << cut;
        EXPECT_TRUE(asked(peer, "after=" + QByteArray::number(first.left(cut).count("\n\n"))))
            << "cut at byte " << cut;
    }
}

TEST_F(EventStreamTest, ComesBackAfterTheHallAnswered503)
{
    hall.reply("GET", "/events", 503);
    hall.cut("GET", "/events");
    hall.stream(eventBytes(5, "ticket_called"));
    stream.follow({}, 4);
    ASSERT_TRUE(sees({"ticket_called5"}));
    EXPECT_EQ(hall.requests().last().query, "after=4");
}

TEST_F(EventStreamTest, ARefusedTokenEndsTheStreamWithTheHallsWords)
{
    hall.reply("GET", "/events", 401, {{"code", "unauthorized"}, {"detail", "unknown token"}});
    int status = 0;
    QString words;
    QObject::connect(&stream, &EventStream::refused, &stream, [&](int refused, const QString& detail) {
        status = refused;
        words = detail;
    });
    stream.follow({}, 0);
    ASSERT_TRUE(eventually([&] { return status != 0; }));
    EXPECT_EQ(status, 401);
    EXPECT_EQ(words, "unknown token");
    EXPECT_FALSE(stream.connected());
}

TEST_F(EventStreamTest, SilenceCountsAsLossAndTheStreamResumes)
{
    EventStream quiet({hall.url(), "secret"}, nullptr, {1ms, 2ms, 500ms});
    QList<bool> states;
    QObject::connect(&quiet, &EventStream::connectedChanged, &quiet,
                     [&](bool connected) { states << connected; });
    hall.streams(eventBytes(1, "counter_opened"));
    quiet.follow({}, 0);
    ASSERT_TRUE(eventually([&] { return states.size() >= 3 && asked(hall, "after=1"); }));
    EXPECT_EQ(states.first(3), QList<bool>({true, false, true}));
}

TEST_F(EventStreamTest, NothingArrivesAfterASlotStoppedIt)
{
    QObject::connect(&stream, &EventStream::event, &stream, [this] { stream.stop(); });
    hall.stream(eventBytes(1, "counter_opened") + eventBytes(2, "counter_closed"));
    stream.follow({}, 0);
    ASSERT_TRUE(sees({"counter_opened1"}));
    EXPECT_FALSE(stream.connected());
    EXPECT_EQ(stream.lastSeq(), 1);
}

TEST_F(EventStreamTest, AnAnswerThatIsNoStreamIsNotTakenForOne)
{
    hall.reply("GET", "/events", 200, {});
    hall.streams(eventBytes(1, "counter_opened"));
    stream.follow({}, 0);
    ASSERT_TRUE(sees({"counter_opened1"}));
    EXPECT_GE(hall.requests().size(), 2);
}

TEST_F(EventStreamTest, AnEventWithoutANumberIsSkipped)
{
    hall.stream("event: odd\ndata: {\"x\":1}\n\n" + eventBytes(1, "counter_opened"));
    stream.follow({}, 0);
    EXPECT_TRUE(sees({"counter_opened1"}));
}

} // namespace
