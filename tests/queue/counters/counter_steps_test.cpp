#include <queue/support/hall_fixture.h>

namespace starqueue::queue::test {
namespace {

TEST(CounterSteps, AClosedCounterCallsNobody)
{
    Hall hall;
    hall.issue(kAccount);
    EXPECT_EQ(hall.refusalOf(CallNext{kFirst}), RefusalCode::CounterClosed);
    EXPECT_EQ(hall.refusalOf(CallNext{CounterIx{9}}), RefusalCode::UnknownCounter);
}

TEST(CounterSteps, ACounterWithATicketCallsNobodyElseAndSaysWhatItDoes)
{
    Hall hall;
    hall.open(kFirst);
    hall.issue(kAccount);
    hall.issue(kAccount);
    hall.next(kFirst);
    EXPECT_EQ(hall.tell(CallNext{kFirst}).error().state, "calling");
    hall.must(StartService{kFirst});
    EXPECT_EQ(hall.tell(CallNext{kFirst}).error().code, RefusalCode::CounterBusy);
    EXPECT_EQ(hall.tell(CallNext{kFirst}).error().state, "serving");
    EXPECT_EQ(hall.refusalOf(CloseCounter{kFirst}), RefusalCode::CounterBusy);
}

TEST(CounterSteps, WhoIsInServiceCanBeFinishedWhilePaused)
{
    Hall hall;
    hall.open(kFirst);
    hall.issue(kAccount);
    hall.next(kFirst);
    hall.must(StartService{kFirst});
    hall.must(PauseCounter{kFirst, "lunch"});
    EXPECT_EQ(hall.refusalOf(PauseCounter{kFirst, "lunch"}), RefusalCode::CounterPaused);
    hall.must(FinishService{kFirst, {}});
    EXPECT_EQ(hall.refusalOf(CallNext{kFirst}), RefusalCode::CounterPaused);
    hall.must(ResumeCounter{kFirst});
    EXPECT_EQ(hall.refusalOf(ResumeCounter{kFirst}), RefusalCode::CounterOpen);
    EXPECT_EQ(hall.refusalOf(CallNext{kFirst}), RefusalCode::NobodyWaits);
}

TEST(CounterSteps, AnOpenCounterIsHandedOverNotOpenedAgain)
{
    Hall hall;
    EXPECT_EQ(hall.refusalOf(OpenCounter{kFirst, ""}), RefusalCode::BadValue);
    hall.open(kFirst);
    EXPECT_EQ(hall.refusalOf(OpenCounter{kFirst, "18"}), RefusalCode::CounterOpen);
    hall.must(Handover{kFirst, "18"});
    EXPECT_EQ(hall.state.counters[0].clerk, "18");
    hall.must(CloseCounter{kFirst});
    EXPECT_EQ(hall.state.counters[0].clerk, "");
    EXPECT_EQ(hall.refusalOf(CloseCounter{kFirst}), RefusalCode::CounterClosed);
}

TEST(CounterSteps, WhatIsSaidTwiceHappensOnce)
{
    Hall hall;
    hall.open(kFirst);
    hall.must(AskHelp{kFirst});
    hall.must(CloseService{kPlans});
    hall.must(PostMessage{"m", {"你好", "hello"}});
    hall.must(ReportDevice{{.id = "p", .state = DeviceState::Ok}});
    const std::size_t before = hall.events.size();
    hall.pass(Minutes{1});
    hall.must(AskHelp{kFirst});
    hall.must(CloseService{kPlans});
    hall.must(PostMessage{"m", {"你好", "hello"}});
    hall.must(ReportDevice{{.id = "p", .state = DeviceState::Ok, .details = "{}"}});
    hall.must(Handover{kFirst, "17"});
    hall.must(SetRules{std::make_shared<const Rules>(smallHall())});
    EXPECT_EQ(hall.events.size(), before);
}

TEST(CounterSteps, StepsAtAnIdleCounterSayThatItIsIdle)
{
    Hall hall;
    hall.open(kFirst);
    for (const Command& command : std::vector<Command>{
             Recall{kFirst}, StartService{kFirst}, FinishService{kFirst, {}}, MarkNoShow{kFirst},
             Park{kFirst, "x"}, Transfer{kFirst, kPlans}, Verify{kFirst, true}})
        EXPECT_EQ(hall.refusalOf(command), RefusalCode::CounterIdle);
}

TEST(CounterSteps, ACounterCountsItsServicesAndTheirTime)
{
    Hall hall;
    hall.open(kFirst);
    hall.issue(kAccount);
    hall.issue(kAccount);
    hall.serveNext(kFirst, Minutes{4});
    hall.serveNext(kFirst, Minutes{6});
    EXPECT_EQ(hall.state.counters[0].served, 2U);
    EXPECT_EQ(hall.state.counters[0].servedFor, Minutes{10});
}

TEST(CounterSteps, ADeviceThatNobodyReportedCantBeTested)
{
    Hall hall;
    EXPECT_EQ(hall.refusalOf(TestDevice{"panel-1"}), RefusalCode::UnknownDevice);
    hall.must(ReportDevice{{.id = "panel-1", .kind = DeviceKind::Panel, .state = DeviceState::Ok}});
    hall.must(TestDevice{"panel-1"});
    hall.must(PostMessage{"m", {"你好", "hello"}});
    hall.must(PostMessage{"m", {}});
    EXPECT_TRUE(hall.state.messages.empty());
}

} // namespace
} // namespace starqueue::queue::test
