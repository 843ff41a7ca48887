#include <display/voice/announcer.h>
#include <display/voice/wav_file_sink.h>
#include <display/voice_fakes.h>

#include <support/scripted_hall.h>

#include <QDir>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

using namespace starqueue::display;
using namespace starqueue::display::test;
using starqueue::client::api::Call;
using starqueue::test::eventually;

namespace {

struct AnnouncerTest : testing::Test
{
    QTemporaryDir folder;
    HeldSink sink;
    HeldSynthesiser synthesiser;
    TurnedClock hands;
    starqueue::client::CallSchedule schedule;
    QList<Call> calls;
    std::unique_ptr<Announcer> announcer;

    void SetUp() override
    {
        ASSERT_TRUE(QDir(folder.path()).mkdir("zh"));
        for (const char* name : {"please", "number", "goto", "counter", "A", "B", "C", "1", "2", "3"})
            writeFile(folder.filePath(u"zh/%1.wav"_s.arg(name)), writeWav(QByteArray(name).left(1) + ' '));
        schedule.take({}, {}, hands.steady);
        speakTo(sink);
    }
    void speakTo(AudioSink& there, int times = 1)
    {
        announcer = std::make_unique<Announcer>(
            schedule, hands.clock(), there, synthesiser,
            Announcer::Setup{.clips = ClipStore(folder.path()), .language = "zh", .times = times});
    }
    void take()
    {
        schedule.take(calls, {}, hands.steady);
        announcer->look();
    }
    void announce(const Call& call)
    {
        const auto isSame = [&](const Call& before) { return before.ticket == call.ticket; };
        const bool again = std::ranges::any_of(calls, isSame);
        calls.removeIf(isSame);
        calls.prepend(call);
        calls.first().recalls = again ? ++m_repetitions : 0;
        take();
    }

private:
    int m_repetitions = 0;
};

TEST_F(AnnouncerTest, CallsQueueUpAndNeverOverlap)
{
    announce(call("A1", "1"));
    announce(call("B2", "2"));
    announce(call("C3", "3"));
    ASSERT_EQ(sink.pieces.size(), 1);
    sink.end();
    ASSERT_EQ(sink.pieces.size(), 2);
    EXPECT_TRUE(sink.pieces[1].contains('B'));
    sink.end();
    sink.end();
    EXPECT_EQ(sink.pieces.size(), 3);
    EXPECT_FALSE(sink.playing);
}

TEST_F(AnnouncerTest, ARepetitionThatOvertakesItsCallIsSpokenOnce)
{
    announce(call("A1", "1"));
    announce(call("B2", "2"));
    announce(call("B2", "2"));
    sink.end();
    sink.end();
    EXPECT_EQ(sink.pieces.size(), 2);
}

TEST_F(AnnouncerTest, WhoWasServedMeanwhileIsNotSpoken)
{
    announce(call("A1", "1"));
    announce(call("B2", "2"));
    calls[0].state = starqueue::client::api::TicketState::Serving;
    take();
    sink.end();
    EXPECT_EQ(sink.pieces.size(), 1);
}

TEST_F(AnnouncerTest, TellsTheScreenWhomItSpeaks)
{
    int changes = 0;
    QObject::connect(announcer.get(), &Announcer::changed, announcer.get(), [&] { ++changes; });
    announce(call("A1", "1"));
    EXPECT_EQ(changes, 1);
    EXPECT_TRUE(schedule.expected(hands.steady).first().spoken);
    sink.end();
    EXPECT_EQ(changes, 2);
    EXPECT_FALSE(schedule.expected(hands.steady).first().spoken);
}

TEST_F(AnnouncerTest, ACallThatCannotBeSpokenHoldsNobodyUp)
{
    announce(call("X9", "1"));
    announce(call("A1", "1"));
    ASSERT_TRUE(eventually([&] { return sink.pieces.size() == 1; }));
    EXPECT_TRUE(sink.pieces[0].contains('A'));
    sink.end();
}

TEST_F(AnnouncerTest, ASignOfWordsIsSynthesisedOnceAndHoldsTheNextCallsBack)
{
    announce(callTo(u"贵宾室"_s));
    announce(call("B2", "2"));
    ASSERT_EQ(synthesiser.asked, (Pieces{{Piece::Kind::Pinyin, "gui4 bin1 shi4"}}));
    EXPECT_TRUE(sink.pieces.isEmpty());
    emit synthesiser.said("##");
    ASSERT_EQ(sink.pieces.size(), 1);
    EXPECT_TRUE(sink.pieces[0].contains('A') && sink.pieces[0].endsWith("##"));
    sink.end();
    sink.end();
    announce(callTo(u"贵宾室"_s));
    EXPECT_EQ(synthesiser.asked.size(), 1);
    EXPECT_TRUE(sink.pieces.last().endsWith("##"));
    sink.end();
}

TEST_F(AnnouncerTest, WithoutASynthesiserACallIsSpokenWithoutItsPlaceAndTheNextTriesAgain)
{
    announce(callTo(u"贵宾室"_s));
    announce(call("B2", "2"));
    emit synthesiser.said({});
    ASSERT_EQ(sink.pieces.size(), 1);
    EXPECT_TRUE(sink.pieces[0].contains('A'));
    EXPECT_FALSE(sink.pieces[0].contains('g')) << "no \"please go to\" without a place";
    sink.end();
    EXPECT_TRUE(sink.pieces[1].contains('B'));
    sink.end();
    announce(callTo(u"贵宾室"_s));
    EXPECT_EQ(synthesiser.asked.size(), 2);
}

TEST_F(AnnouncerTest, SaysACallTwiceWhenToldTo)
{
    speakTo(sink, 2);
    announce(call("A1", "1"));
    EXPECT_EQ(sink.pieces[0].count('A'), 2);
    sink.end();
}

TEST_F(AnnouncerTest, WithAFileSinkEveryCallBecomesAFile)
{
    WavFileSink files(folder.path());
    speakTo(files);
    announce(call("A1", "1"));
    announce(call("B2", "2"));
    const QString second = folder.filePath("call-0002.wav");
    ASSERT_TRUE(eventually([&] { return QFile::exists(second); }));
    EXPECT_TRUE(readWav(fileBytes(second)).value().contains('B'));
}

} // namespace
