#include <queue/estimation/forecast.h>
#include <queue/support/hall_fixture.h>

namespace starqueue::queue::test {
namespace {

/// Every service takes four minutes to the second, nobody comes, everybody shows up.
Belief fourMinutesEach(const Rules& rules)
{
    Belief belief;
    for (std::size_t i = 0; i < rules.services.size(); ++i)
        belief.demand.services.push_back({1, Minutes{4}, 0, false, Millis{0}});
    belief.demand.tiers.resize(rules.tiers.size());
    return belief;
}

struct OpeningsTest : testing::Test
{
    Hall hall;
    ForwardRuns runs{hall.state.rules, fourMinutesEach(*hall.state.rules), 50};

    Shift shift(CounterIx counter, Minutes from, Minutes until, bool servesAll = false)
    {
        return {counter, hall.now + from, hall.now + until, servesAll};
    }
    Forecast forecast(const Openings& openings)
    {
        runs.expect({}, {}, openings);
        const HallSnapshot now = hallSnapshot(hall.state, hall.now);
        runs.simulate(now, 1, true);
        return {now, runs, Calibration{2, 1, 1}, 7};
    }
    Millis medianOf(TicketId ticket) { return runs.waitOf(ticket).value_or(WaitRange{}).p50; }
};

TEST_F(OpeningsTest, ACounterThatComesCallsFromThenOn)
{
    const TicketId first = hall.issue(kAccount);
    const TicketId second = hall.issue(kAccount);
    const Forecast known = forecast({{shift(kFirst, Minutes{30}, Minutes{300})}});
    EXPECT_EQ(medianOf(first), Minutes{30});
    EXPECT_EQ(medianOf(second), Minutes{34});
    const auto newcomer = known.ofNewcomer(kAccount, kOrdinary, kNoGroup);
    ASSERT_TRUE(newcomer);
    EXPECT_TRUE(newcomer->awaitsOpening);
    EXPECT_EQ(newcomer->promise.p10, Minutes{38}) << "the correction is of service times";
    EXPECT_EQ(known.of(hall.ticket(first))->promise.p50, Minutes{30});
}

TEST_F(OpeningsTest, ACounterThatGoesEndsItsCustomerAndCallsAgainWhenItIsBack)
{
    hall.open(kFirst);
    hall.issue(kAccount);
    hall.must(CallNext{kFirst});
    const TicketId first = hall.issue(kAccount);
    const TicketId second = hall.issue(kAccount);
    const Forecast known =
        forecast({{shift(kFirst, Minutes{0}, Minutes{6}), shift(kFirst, Minutes{60}, Minutes{90})}});
    EXPECT_EQ(medianOf(first), Minutes{4});
    EXPECT_EQ(medianOf(second), Minutes{60});
    EXPECT_FALSE(known.ofNewcomer(kAccount, kOrdinary, kNoGroup)->awaitsOpening);
}

TEST_F(OpeningsTest, AnIdleCounterGoesToo)
{
    hall.open(kFirst);
    Belief busy = fourMinutesEach(*hall.state.rules);
    runs.expect({hall.now, Minutes{1}, {0}, 1, 0}, {}, {{shift(kFirst, Minutes{0}, Minutes{0})}});
    const HallSnapshot now = hallSnapshot(hall.state, hall.now);
    runs.simulate(now, 1, true);
    EXPECT_FALSE(runs.waitOfNewcomer(kAccount, kOrdinary, kNoGroup));
}

TEST_F(OpeningsTest, WhoServesEverybodyStaysUntilTheLineIsEmpty)
{
    TicketId last;
    for (int i = 0; i < 5; ++i)
        last = hall.issue(kAccount);
    static_cast<void>(forecast({{shift(kFirst, Minutes{0}, Minutes{10})}}));
    EXPECT_FALSE(runs.waitOf(last));
    static_cast<void>(forecast({{shift(kFirst, Minutes{0}, Minutes{10}, true)}}));
    EXPECT_EQ(medianOf(last), Minutes{16});
}

TEST_F(OpeningsTest, WhereTooOftenNobodyCallsTheWaitIsUnknown)
{
    const TicketId waits = hall.issue(kAccount);
    const TicketId repair = hall.issue(kRepair);
    const std::vector<Shift> comes{shift(kFirst, Minutes{30}, Minutes{300})};
    const Forecast often = forecast({comes, comes, comes, {}});
    EXPECT_EQ(often.of(hall.ticket(waits))->promise.method, PromiseMethod::Unknown);
    EXPECT_EQ(often.of(hall.ticket(repair))->promise.method, PromiseMethod::Unknown) << "nobody gives it";
    EXPECT_EQ(often.ofNewcomer(kRepair, kOrdinary, kNoGroup)->promise.method, PromiseMethod::Unknown);
    EXPECT_FALSE(forecast({}).of(hall.ticket(waits)))
        << "nothing is known of openings: it is counted by rank";
}

TEST_F(OpeningsTest, NobodyIsCalledAtOnceByACounterThatIsYetToCome)
{
    const Forecast known = forecast({{shift(kFirst, Minutes{0}, Minutes{60})}});
    EXPECT_GT(known.ofNewcomer(kAccount, kOrdinary, kNoGroup)->promise.p90, Seconds{0});
}

TEST_F(OpeningsTest, APromiseOfAnOpeningHoldsUntilACounterOpens)
{
    const Promise given{Seconds{1800}, Seconds{1900}, Seconds{2200}, PromiseMethod::Simulation, 7};
    hall.must(IssueTicket{.service = kAccount, .promise = Foreseen{given, true}});
    EXPECT_EQ(hall.state.tickets.back().promise, given);
    hall.open(kFirst);
    hall.must(IssueTicket{.service = kAccount, .promise = Foreseen{given, true}});
    EXPECT_EQ(hall.state.tickets.back().promise.method, PromiseMethod::Rank) << "a counter has opened since";
}

TEST_F(OpeningsTest, AnUnknownWaitHoldsUnlessACounterIsFree)
{
    const Foreseen unknown{Promise{.method = PromiseMethod::Unknown}, false};
    hall.open(kFirst);
    hall.issue(kAccount);
    hall.next(kFirst);
    hall.must(IssueTicket{.service = kAccount, .promise = unknown});
    EXPECT_EQ(hall.state.tickets.back().promise.method, PromiseMethod::Unknown);
    hall.open(kStars);
    hall.serveNext(kStars);
    hall.must(IssueTicket{.service = kAccount, .promise = unknown});
    EXPECT_EQ(hall.state.tickets.back().promise, Promise{}) << "at once: a counter is free";
}

} // namespace
} // namespace starqueue::queue::test
