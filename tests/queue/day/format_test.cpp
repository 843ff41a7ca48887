#include <queue/support/hall_fixture.h>

#include <queue/order/promise_by_rank.h>

namespace starqueue::queue::test {
namespace {

/// A hall whose day an older program opened.
struct OfAnOlderProgram
{
    OfAnOlderProgram() { hall.state.format = kFirstFormat; }

    Hall hall;
};

TEST(Format, OfTheDayIsThatOfTheProgramThatOpenedIt)
{
    OfAnOlderProgram older;
    Hall& hall = older.hall;
    hall.must(CloseDay{});
    EXPECT_EQ(hall.state.format, kFirstFormat);
    hall.pass(std::chrono::hours{24});
    hall.must(OpenDay{Date{std::chrono::sys_days{*hall.state.date} + std::chrono::days{1}}, nullptr});
    EXPECT_EQ(hall.state.format, kFormat);
}

TEST(Format, WhatAnOlderProgramCouldntReadWaitsForTheNextDay)
{
    OfAnOlderProgram older;
    Hall& hall = older.hall;
    hall.pass(Seconds{1});
    hall.must(CloseService{kPlans});
    const Instant closed = std::exchange(hall.now, hall.now + Seconds{1});
    const State before = hall.state;
    EXPECT_EQ(hall.refusalOf(UndoHallAct{closed}), RefusalCode::AfterDayChange);
    EXPECT_EQ(hall.state, before);
    Events events;
    EXPECT_FALSE(decide(hall.state, Command{UndoHallAct{closed}}, hall.now, events));
    EXPECT_TRUE(events.empty()) << "half of it was appended";
}

TEST(Format, OfAnOlderProgramHasNoWordForAWaitThatNobodyKnows)
{
    OfAnOlderProgram older;
    const Standing standing{kAccount, tierOf(*older.hall.state.rules, 0, false)};
    EXPECT_EQ(promiseByRank(older.hall.state, standing, 3).method, PromiseMethod::Rank);
    older.hall.state.format = kFormat;
    EXPECT_EQ(promiseByRank(older.hall.state, standing, 3).method, PromiseMethod::Unknown);
}

TEST(Format, OfAnOlderProgramHasOneWidthOfPromisesForAllHalfHours)
{
    OfAnOlderProgram older;
    const CalibratePromises byHalfHour{{{1.25, 0.5, 1.5}, {{Minutes{720}, 2, 3}}}, 100};
    older.hall.must(byHalfHour);
    const DailyCalibration plain{{1.25, 0.5, 1.5}};
    EXPECT_EQ(older.hall.last<PromisesCalibrated>().calibration, plain);
    older.hall.state.format = kFormat;
    older.hall.must(byHalfHour);
    EXPECT_EQ(older.hall.last<PromisesCalibrated>().calibration, byHalfHour.calibration);
}

TEST(Format, OfAnOlderProgramHasNoWordForAMessageThatIsTakenBack)
{
    OfAnOlderProgram older;
    Hall& hall = older.hall;
    hall.state.format = kSinceMessageUndo - 1;
    hall.pass(Seconds{1});
    hall.must(PostMessage{"m", {"你好", "hello"}});
    const Instant shown = std::exchange(hall.now, hall.now + Seconds{1});
    EXPECT_EQ(hall.refusalOf(UndoHallAct{shown}), RefusalCode::AfterDayChange);
    hall.state.format = kSinceMessageUndo;
    hall.must(UndoHallAct{shown});
    EXPECT_TRUE(hall.state.messages.empty());
}

TEST(Format, OfAnOlderProgramHasNoDatesOfCases)
{
    DayHours hours;
    hours.cases = {kTomorrow, kTomorrow, true};
    const auto given = std::make_shared<const DayHours>(hours);
    OfAnOlderProgram older;
    older.hall.must(SetRules{older.hall.state.rules, given});
    EXPECT_EQ(older.hall.state.hours->cases, CaseDates{});
    older.hall.must(SetRules{older.hall.state.rules, given});
    EXPECT_EQ(older.hall.count<RulesSet>(), 1U) << "nothing that it can have is new";
    older.hall.state.format = kFormat;
    older.hall.must(SetRules{older.hall.state.rules, given});
    EXPECT_EQ(older.hall.state.hours->cases, hours.cases);
}

TEST(Format, ADayThatIsTakenBackLeadsToOneOfItsOwn)
{
    OfAnOlderProgram older;
    Hall& hall = older.hall;
    hall.pass(std::chrono::hours{24});
    hall.must(CloseDay{});
    hall.pass(Seconds{1});
    hall.must(OpenDay{Date{std::chrono::sys_days{*hall.state.date} + std::chrono::days{1}}, nullptr});
    const Instant opened = std::exchange(hall.now, hall.now + Seconds{1});
    hall.must(UndoHallAct{opened});
    EXPECT_EQ(hall.state.format, kFirstFormat);
}

} // namespace
} // namespace starqueue::queue::test
