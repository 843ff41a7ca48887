#include <display/voice/announcer.h>
#include <display/voice_fakes.h>

#include <support/scripted_hall.h>

#include <QDir>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using namespace starqueue::display;
using namespace starqueue::display::test;
using starqueue::client::api::TicketState;

namespace {

struct AnnouncerTest : testing::Test
{
    CallsOfAHall hall;
    HeldSink sink;
    HeldSynthesiser synthesiser;
    std::unique_ptr<Announcer> announcer;

    void SetUp() override { speakAs({}); }
    void speakAs(Announcer::Setup setup)
    {
        announcer = std::make_unique<Announcer>(hall.schedule, hall.hands.clock(), sink, synthesiser,
                                                std::move(setup));
    }
    void announce(const QString& number, const QString& counter)
    {
        hall.call(number, counter);
        look();
    }
    void serve(const QString& number)
    {
        hall.serve(number);
        look();
    }
    void look()
    {
        hall.take();
        announcer->look();
        synthesiser.answer();
    }
    void end()
    {
        sink.end();
        synthesiser.answer();
    }
};

TEST_F(AnnouncerTest, ACallIsAChimeAndAWholeSentenceInEachLanguage)
{
    announce("A012", "3");
    ASSERT_EQ(synthesiser.asked,
              (Pieces{{Piece::Kind::Pinyin, "qing3 A ling2 yi1 er4 hao4, dao4 san1 hao4 chuang1 kou3"}}));
    ASSERT_EQ(sink.pieces.size(), 1);
    EXPECT_GT(sink.pieces[0].size(), synthesiser.answered.size() + chime().size());
    end();
    ASSERT_EQ(synthesiser.asked.size(), 2);
    EXPECT_EQ(synthesiser.asked[1].kind, Piece::Kind::English);
    EXPECT_LT(sink.pieces[1].size(), sink.pieces[0].size()) << "one chime for both";
    end();
    EXPECT_FALSE(sink.playing);
}

TEST_F(AnnouncerTest, CallsQueueUpAndNeverOverlap)
{
    announce("A001", "1");
    announce("B002", "2");
    end();
    EXPECT_EQ(synthesiser.asked.size(), 2) << "first the first one's second language";
    end();
    EXPECT_TRUE(synthesiser.asked.last().text.contains("B ling2 ling2 er4"));
    end();
    end();
    EXPECT_EQ(sink.pieces.size(), 4);
    EXPECT_FALSE(sink.playing);
}

TEST_F(AnnouncerTest, WithMoreThanTwoWaitingEachIsBriefAndInTheFirstLanguage)
{
    for (const char* number : {"A001", "A002", "A003", "A004"})
        announce(number, "1");
    end();
    EXPECT_EQ(synthesiser.asked.last().text, "A ling2 ling2 er4, yi1 hao4 chuang1 kou3");
    EXPECT_LT(sink.pieces[1].size(), sink.pieces[0].size());
}

TEST_F(AnnouncerTest, WhoWasServedMeanwhileIsNotSpokenNorInTheSecondLanguage)
{
    announce("A001", "1");
    announce("B002", "2");
    serve("A001");
    serve("B002");
    end();
    EXPECT_EQ(sink.pieces.size(), 1);
    EXPECT_EQ(announcer->tooLate(), 0);
}

TEST_F(AnnouncerTest, WhatWouldBeginTooLateIsCounted)
{
    announce("A001", "1");
    announce("B002", "2");
    hall.hands.steady += 15'001ms;
    end();
    end();
    EXPECT_EQ(sink.pieces.size(), 2) << "both of the first";
    EXPECT_EQ(announcer->tooLate(), 1);
}

TEST_F(AnnouncerTest, TellsTheScreenWhomItSpeaks)
{
    int changes = 0;
    QObject::connect(announcer.get(), &Announcer::changed, announcer.get(), [&] { ++changes; });
    announce("A001", "1");
    EXPECT_EQ(changes, 1);
    EXPECT_TRUE(hall.schedule.expected(hall.hands.steady).first().spoken);
    end();
    end();
    EXPECT_EQ(changes, 2);
    EXPECT_FALSE(hall.schedule.expected(hall.hands.steady).first().spoken);
}

TEST_F(AnnouncerTest, ASentenceIsSynthesisedOnceAndKept)
{
    announce("A001", "1");
    end();
    end();
    announce("A001", "1");
    end();
    end();
    EXPECT_EQ(sink.pieces.size(), 4);
    EXPECT_EQ(synthesiser.asked.size(), 2);
}

TEST_F(AnnouncerTest, SaysACallTwiceWhenToldTo)
{
    speakAs({.languages = {"zh"}, .times = 2});
    announce("A001", "1");
    end();
    end();
    EXPECT_EQ(sink.pieces.size(), 2);
    EXPECT_FALSE(sink.playing);
}

TEST_F(AnnouncerTest, AHallsRecordingsTakeThePlaceOfASentenceThatTheyHaveWhole)
{
    QTemporaryDir folder;
    ASSERT_TRUE(QDir(folder.path()).mkdir("zh"));
    for (const char* name : {"please", "number", "goto", "counter", "A", "0", "1"})
        writeFile(folder.filePath(u"zh/%1.wav"_s.arg(name)), writeWav(tone()));
    speakAs({.clips = ClipStore(folder.path()), .languages = {"zh"}});
    announce("A001", "1");
    EXPECT_TRUE(synthesiser.asked.isEmpty());
    EXPECT_EQ(sink.pieces.size(), 1);
    end();
    announce("A002", "1");
    EXPECT_EQ(synthesiser.asked.size(), 1) << "two isn't recorded, and voices aren't mixed";
}

TEST_F(AnnouncerTest, WithoutASynthesiserTheBuiltInClipsAreJoined)
{
    if (!QFile::exists(":/voice/zh/0.wav"))
        GTEST_SKIP() << "built without espeak-ng or sox";
    synthesiser.fails = true;
    announce("A001", "1");
    ASSERT_EQ(sink.pieces.size(), 1);
    EXPECT_GT(lengthOf(sink.pieces[0]), 2s);
}

TEST_F(AnnouncerTest, WhatCannotBeSaidAtAllHoldsNobodyUp)
{
    QTemporaryDir folder;
    ASSERT_TRUE(QDir(folder.path()).mkdir("zh"));
    writeFile(folder.filePath("zh/A.wav"), "not sound");
    synthesiser.fails = true;
    speakAs({.clips = ClipStore(folder.path())});
    announce("A001", "1");
    EXPECT_TRUE(sink.pieces.isEmpty());
    synthesiser.fails = false;
    announce("B002", "2");
    EXPECT_EQ(sink.pieces.size(), 1);
}

} // namespace
