#include <client/calls/calling_hall.h>

#include <gtest/gtest.h>

using namespace starqueue::client;
using starqueue::test::CallingHall;
using namespace std::chrono_literals;
using starqueue::client::api::Call;
using starqueue::client::api::TicketState;

namespace {

struct CallScheduleTest : testing::Test
{
    CallingHall hall;
    CallSchedule schedule;

    CallScheduleTest() { take(); }
    QStringList take()
    {
        QStringList announced;
        for (const Call& call : schedule.take(hall.board(), hall.at(), hall.now))
            announced << call.number;
        return announced;
    }
    void pass(std::chrono::milliseconds time) { hall.now += time; }
    QStringList shown() const
    {
        QStringList numbers;
        for (const CallSchedule::Row& row : schedule.expected(hall.now))
            numbers << row.call.number;
        return numbers;
    }
    QString speaks()
    {
        const auto sentence = schedule.nextSentence(hall.now);
        return sentence ? sentence->call.number + (sentence->brief ? " in brief" : "") : QString();
    }
};

TEST_F(CallScheduleTest, TwelveCallsAtOnceAllStandAtOnceAndUntilTheyAreAnswered)
{
    for (int counter = 1; counter <= 12; ++counter)
        hall.call(counter, counter);
    EXPECT_EQ(take().size(), 12);
    for (const auto time : {0s, 1s, 4s, 5s, 20s}) {
        pass(time);
        EXPECT_EQ(shown().size(), 12);
        EXPECT_EQ(shown().first(), "12");
    }
    hall.of(5).state = TicketState::Serving;
    take();
    EXPECT_EQ(shown().size(), 11);
    EXPECT_FALSE(shown().contains("5"));
}

TEST_F(CallScheduleTest, ACallBlinksForEightSecondsFromWhenItWasMade)
{
    hall.call(1, 1);
    pass(2s); // the board is late
    take();
    pass(6s - 1ms);
    EXPECT_TRUE(schedule.expected(hall.now).first().blinks);
    pass(1ms);
    EXPECT_FALSE(schedule.expected(hall.now).first().blinks);
}

TEST_F(CallScheduleTest, ARepetitionStandsFirstAndBlinksAgain)
{
    hall.call(1, 1);
    hall.call(2, 2);
    take();
    pass(30s);
    ++hall.of(1).recalls;
    EXPECT_EQ(take(), QStringList("1"));
    EXPECT_EQ(shown(), QStringList({"1", "2"}));
    EXPECT_TRUE(schedule.expected(hall.now)[0].blinks);
    EXPECT_FALSE(schedule.expected(hall.now)[1].blinks);
}

TEST_F(CallScheduleTest, TheFirstBoardIsShownButNotAnnounced)
{
    hall.call(1, 1);
    CallSchedule late;
    EXPECT_TRUE(late.take(hall.board(), hall.at(), hall.now).isEmpty());
    EXPECT_EQ(late.expected(hall.now).size(), 1);
    EXPECT_EQ(late.serial(), 0);
    EXPECT_FALSE(late.nextSentence(hall.now));
}

TEST_F(CallScheduleTest, ARepetitionIsAnnouncedAgainAndTheSameBoardIsNot)
{
    hall.call(1, 1);
    EXPECT_EQ(take().size(), 1);
    EXPECT_TRUE(take().isEmpty());
    ++hall.of(1).recalls;
    EXPECT_EQ(take(), QStringList("1"));
    --hall.of(1).recalls;
    EXPECT_TRUE(take().isEmpty()) << "it was taken back";
    ++hall.of(1).recalls;
    EXPECT_EQ(take(), QStringList("1"));
}

TEST_F(CallScheduleTest, ACallThatIsOldByNowIsShownButNotAnnouncedAndItsRepetitionIs)
{
    hall.call(1, 1);
    pass(61s);
    EXPECT_TRUE(take().isEmpty());
    EXPECT_EQ(shown(), QStringList("1"));
    ++hall.of(1).recalls;
    EXPECT_EQ(take(), QStringList("1"));
}

TEST_F(CallScheduleTest, WhoIsCalledToAnotherCounterOrAnewAtTheSameOneIsAnnouncedAgain)
{
    hall.call(1, 1);
    take();
    hall.of(1).counter = "2";
    EXPECT_EQ(take(), QStringList("1"));
    hall.of(1).state = TicketState::NoShow;
    take();
    hall.of(1).state = TicketState::Called;
    EXPECT_TRUE(take().isEmpty()) << "the no-show was taken back";
    hall.of(1).elapsed += 1000;
    EXPECT_EQ(take(), QStringList("1")) << "after a re-queue";
}

TEST_F(CallScheduleTest, ACallThatWasTakenBackIsNotShownAnyMore)
{
    hall.call(1, 1);
    take();
    hall.calls.clear();
    take();
    EXPECT_TRUE(shown().isEmpty());
    EXPECT_EQ(speaks(), "");
}

TEST_F(CallScheduleTest, CallsAreSpokenOneAfterTheOtherAndTheOneThatIsSpokenIsMarked)
{
    hall.call(1, 1);
    hall.call(2, 2);
    take();
    EXPECT_EQ(speaks(), "1");
    EXPECT_EQ(speaks(), "") << "one is being spoken";
    EXPECT_FALSE(schedule.expected(hall.now)[0].spoken);
    EXPECT_TRUE(schedule.expected(hall.now)[1].spoken) << "and the newest stands first all the same";
    schedule.sentenceEnded();
    EXPECT_EQ(speaks(), "2");
}

TEST_F(CallScheduleTest, WhoWasServedMeanwhileIsNotSpoken)
{
    hall.call(1, 1);
    hall.call(2, 2);
    take();
    EXPECT_EQ(speaks(), "1");
    EXPECT_TRUE(schedule.goesOn(hall.now));
    hall.of(1).state = TicketState::Serving;
    hall.of(2).state = TicketState::Serving;
    take();
    EXPECT_FALSE(schedule.goesOn(hall.now)) << "nor in the second language";
    schedule.sentenceEnded();
    EXPECT_EQ(speaks(), "");
    EXPECT_TRUE(schedule.takeTooLate().isEmpty());
}

TEST_F(CallScheduleTest, WithMoreThanTwoWaitingEachIsBriefAndInOneLanguage)
{
    hall.call(1, 1);
    take();
    EXPECT_EQ(speaks(), "1");
    for (int counter = 2; counter <= 4; ++counter)
        hall.call(counter, counter);
    take();
    EXPECT_FALSE(schedule.goesOn(hall.now));
    schedule.sentenceEnded();
    EXPECT_EQ(speaks(), "2 in brief");
    schedule.sentenceEnded();
    EXPECT_EQ(speaks(), "3");
}

TEST_F(CallScheduleTest, WhatWouldBeginMoreThanFifteenSecondsAfterItsCallFallsAwayAndStaysOnTheScreen)
{
    hall.call(1, 1);
    hall.call(2, 2);
    take();
    EXPECT_EQ(speaks(), "1");
    pass(CallSchedule::kLatest + 1ms);
    schedule.sentenceEnded();
    EXPECT_EQ(speaks(), "");
    EXPECT_EQ(shown(), QStringList({"2", "1"}));
    EXPECT_EQ(schedule.takeTooLate().size(), 1);
    EXPECT_TRUE(schedule.takeTooLate().isEmpty()) << "each is told once";
}

TEST_F(CallScheduleTest, NothingIsSpokenWhileNobodyKnowsWhoIsExpected)
{
    hall.call(1, 1);
    take();
    schedule.hold(true);
    EXPECT_EQ(speaks(), "");
    schedule.hold(false);
    EXPECT_EQ(speaks(), "1");
}

} // namespace
