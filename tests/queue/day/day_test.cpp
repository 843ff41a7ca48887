#include <queue/support/hall_fixture.h>

namespace starqueue::queue::test {
namespace {

TEST(Day, NothingBeginsBeforeTheFirstOne)
{
    State state;
    Events events;
    const Instant now{};
    EXPECT_EQ(decide(state, IssueTicket{.service = kAccount}, now, events).error().code,
              RefusalCode::DayClosed);
    EXPECT_EQ(decide(state, CallNext{kFirst}, now, events).error().code, RefusalCode::DayClosed);
    EXPECT_EQ(decide(state, OpenCounter{kFirst, "17"}, now, events).error().code, RefusalCode::DayClosed);
    EXPECT_EQ(decide(state, UndoStep{kFirst}, now, events).error().code, RefusalCode::DayClosed);
    EXPECT_EQ(decide(state, CloseDay{}, now, events).error().code, RefusalCode::DayClosed);
    EXPECT_EQ(decide(state, OpenDay{kToday, nullptr}, now, events).error().code, RefusalCode::BadValue);
    EXPECT_FALSE(preview(state, kFirst, now).has_value());
    EXPECT_TRUE(events.empty());
}

TEST(Day, DatesStrictlyIncrease)
{
    Hall hall;
    EXPECT_EQ(hall.refusalOf(OpenDay{kTomorrow, nullptr}), RefusalCode::DayOpen);
    hall.must(CloseDay{});
    EXPECT_EQ(hall.refusalOf(OpenDay{kToday, nullptr}), RefusalCode::DateNotLater);
    hall.must(OpenDay{kTomorrow, nullptr});
}

TEST(Day, ClosesWithEachTicketCountedOrNamedUnserved)
{
    Hall hall;
    hall.open(kFirst);
    hall.open(kSecond);
    const TicketId serving = hall.issue(kAccount);
    hall.next(kFirst);
    hall.must(StartService{kFirst});
    const TicketId parked = hall.issue(kAccount);
    hall.next(kSecond);
    hall.must(Park{kSecond, "form"});
    const TicketId waiting = hall.issueAt("1", kAccount);
    hall.must(CloseDay{});
    EXPECT_EQ(hall.last<DayClosed>().unserved, 2U);
    EXPECT_EQ(hall.stateOf(waiting), TicketState::Unserved);
    EXPECT_EQ(hall.stateOf(parked), TicketState::Unserved);
    EXPECT_EQ(hall.stateOf(serving), TicketState::Serving);
    EXPECT_EQ(hall.state.counters[1].state, CounterState::Closed);
    EXPECT_EQ(hall.state.counters[0].state, CounterState::Open);
    EXPECT_TRUE(hall.state.openJobs.empty());
    EXPECT_EQ(hall.refusalOf(IssueTicket{.service = kAccount}), RefusalCode::DayClosed);
    EXPECT_EQ(hall.refusalOf(CallNext{kFirst}), RefusalCode::DayClosed);
    hall.must(FinishService{kFirst, {}});
    hall.must(CloseCounter{kFirst});
}

TEST(Day, CarriesOverWhatIsStillUnderWay)
{
    Hall hall;
    hall.open(kFirst);
    hall.open(kSecond);
    hall.must(ReportDevice{{.id = "p", .state = DeviceState::Ok}});
    hall.must(PostMessage{"m", {"你好", "hello"}});
    hall.must(CloseService{kPlans});
    hall.issue(kAccount);
    const TicketId rated = hall.serveNext(kSecond);
    const TicketId serving = hall.issue(kAccount);
    hall.next(kFirst);
    hall.must(StartService{kFirst});
    hall.must(CloseDay{});
    hall.pass(Seconds{20});
    hall.must(OpenDay{kTomorrow, nullptr});
    EXPECT_EQ(hall.state.tickets.size(), 2U);
    EXPECT_EQ(hall.stateOf(serving), TicketState::Serving);
    EXPECT_EQ(hall.state.devices.size(), 1U);
    EXPECT_EQ(hall.state.messages.size(), 1U);
    EXPECT_FALSE(hall.state.serviceOpen(kPlans));
    EXPECT_EQ(hall.state.counters[1].served, 0U);
    hall.must(RateTicket{hall.state.lastSession, rated, 5, {{"uid", 1, 1}, hall.now - Seconds{1}}});
    hall.must(FinishService{kFirst, {}});
    const TicketId next = hall.issue(kAccount);
    EXPECT_EQ(next.value, serving.value + 1) << "ids go on";
    EXPECT_EQ(hall.ticket(next).number, 1U) << "numbers begin again";
}

TEST(Day, ASessionWhoseTimeEndedWhileTheHallWasDownExpiresBeforeTheNextOne)
{
    Hall hall;
    hall.open(kFirst);
    hall.open(kSecond);
    hall.issue(kAccount);
    hall.issue(kAccount);
    hall.serveNext(kFirst);
    hall.pass(Minutes{10});
    const TicketId rated = hall.serveNext(kSecond);
    hall.must(CloseDay{});
    hall.pass(Minutes{1});
    hall.must(OpenDay{kTomorrow, nullptr});
    EXPECT_EQ(hall.count<RatingExpired>(), 2U);
    EXPECT_TRUE(hall.state.openSessions.empty());
    hall.must(RateTicket{hall.state.lastSession, rated, 5, {{"uid", 1, 1}, hall.now - Seconds{55}}});
}

TEST(Day, TheDayOpenedAloneGivesTheStateThatTheHallHas)
{
    Hall hall;
    hall.open(kFirst);
    hall.issueAt("1", kAccount);
    hall.must(TakePrintJob{hall.state.lastPrintJob, "b"});
    hall.serveNext(kFirst);
    hall.issue(kAccount);
    hall.next(kFirst);
    hall.must(CloseDay{});
    hall.must(OpenDay{kTomorrow, changed([](Rules& r) { r.services.resize(3); })});
    State replayed;
    apply(replayed, hall.events.back(), hall.now);
    EXPECT_EQ(replayed, hall.state);
}

TEST(Day, ATicketThatStaysOverTheNightKeepsItsKiosk)
{
    Hall hall;
    hall.open(kFirst);
    hall.issueAt("2", kAccount);
    const TicketId stays = hall.issueAt("7", kAccount);
    hall.serveNext(kFirst);
    hall.next(kFirst);
    hall.pass(Minutes{30});
    hall.must(CloseDay{});
    hall.must(OpenDay{kTomorrow, nullptr});
    EXPECT_EQ(hall.state.kioskOf(hall.ticket(stays)), "7");
    EXPECT_EQ(hall.state.kioskOf(hall.ticket(hall.issueAt("2", kAccount))), "2");
    EXPECT_EQ(hall.state.kioskOf(hall.ticket(hall.issue(kAccount))), "");
}

TEST(Day, HeadStartsChangeAtOnce)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId ordinary = hall.issue(kAccount);
    hall.pass(Minutes{10});
    hall.issue(kAccount, 5);
    hall.must(SetRules{changed([](Rules& r) { r.tiers[1].headStart = Minutes{9}; })});
    EXPECT_EQ(hall.next(kFirst), ordinary);
}

TEST(Day, ADisciplineWaitsForTheNextOne)
{
    Hall hall;
    hall.open(kFirst);
    hall.must(SetRules{changed([](Rules& r) { r.discipline = Discipline::Fifo, r.guard = Minutes{30}; })});
    EXPECT_EQ(hall.state.rules->discipline, Discipline::HeadStart);
    EXPECT_EQ(hall.state.rules->guard, Minutes{30});
    hall.must(CloseDay{});
    hall.must(OpenDay{kTomorrow, nullptr});
    EXPECT_EQ(hall.state.rules->discipline, Discipline::Fifo);
    EXPECT_EQ(hall.state.nextRules, nullptr);
}

TEST(Day, ARuleChangeMovesTicketsToTheTierThatTheyNowReach)
{
    Hall hall;
    const TicketId four = hall.issue(kAccount, 4);
    EXPECT_EQ(hall.ticket(four).tier, TierIx{2});
    hall.must(SetRules{changed([](Rules& r) { r.tiers.erase(r.tiers.begin() + 1); })});
    EXPECT_EQ(hall.ticket(four).tier, TierIx{1});
    EXPECT_EQ(hall.state.line.size(), 1U);
}

TEST(Day, ACounterThatIsTakenAwayFinishesWhatItHas)
{
    Hall hall;
    hall.open(kFirst);
    hall.open(kStars);
    hall.issue(kAccount);
    hall.issue(kAccount);
    hall.next(kStars);
    hall.must(SetRules{changed([](Rules& r) {
        r.counters.erase(r.counters.begin());
        r.counters.pop_back();
        r.counters[0].services.push_back(kPlans);
    })});
    EXPECT_EQ(hall.state.counters[0].state, CounterState::Closed);
    EXPECT_EQ(hall.tell(OpenCounter{kFirst, "17"}).error().state, "retired");
    hall.must(StartService{kStars});
    hall.must(FinishService{kStars, {}});
    EXPECT_EQ(hall.refusalOf(CallNext{kStars}), RefusalCode::CounterClosed);
    hall.must(CloseCounter{kStars});
}

TEST(Day, RulesThatNothingCanWorkWithAreRefused)
{
    Hall hall;
    EXPECT_EQ(hall.refusalOf(SetRules{nullptr}), RefusalCode::BadValue);
    EXPECT_EQ(hall.refusalOf(SetRules{changed([](Rules& r) { r.tiers.clear(); })}), RefusalCode::BadValue);
    EXPECT_EQ(hall.refusalOf(SetRules{changed([](Rules& r) { r.counters[0].services = {ServiceIx{7}}; })}),
              RefusalCode::BadValue);
}

TEST(Day, WhoeverHasEndedCanBeForgotten)
{
    Hall hall;
    hall.open(kFirst);
    for (int i = 0; i < 6; ++i)
        hall.issue(kAccount);
    for (int i = 0; i < 4; ++i)
        hall.serveNext(kFirst);
    forgetEnded(hall.state);
    EXPECT_EQ(hall.state.tickets.size(), 2U);
    EXPECT_EQ(hall.serveNext(kFirst), TicketId{5});
    EXPECT_EQ(hall.issue(kAccount), TicketId{7});
}

} // namespace
} // namespace starqueue::queue::test
