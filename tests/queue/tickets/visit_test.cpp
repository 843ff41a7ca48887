#include <queue/state/visit.h>
#include <queue/support/hall_fixture.h>
#include <queue/support/random_day.h>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <memory>
#include <set>

namespace starqueue::queue::test {
namespace {

class AVisit : public testing::Test
{
protected:
    void SetUp() override
    {
        hall.open(kFirst);
        hall.open(kSecond);
        ticket = hall.issue(kAccount);
    }
    [[nodiscard]] Visit visit() const { return visitOf(hall.state, hall.ticket(ticket), hall.now); }

    Hall hall;
    TicketId ticket;
};

TEST_F(AVisit, WaitsUntilTheCallThatAServiceFollowed)
{
    hall.pass(Seconds{600});
    EXPECT_EQ(hall.next(kFirst), ticket);
    hall.pass(Seconds{60});
    hall.must(MarkNoShow{kFirst});
    hall.pass(Seconds{120});
    hall.must(RequeueTicket{ticket});
    hall.pass(Seconds{120});
    EXPECT_EQ(hall.next(kSecond), ticket);
    EXPECT_FALSE(visit().served);
    hall.pass(Seconds{30});
    hall.must(StartService{kSecond});
    hall.pass(Seconds{300});
    hall.must(FinishService{kSecond, {}});

    EXPECT_EQ(visit().wait, Seconds{900}) << "its legs waited 600 and 120";
    EXPECT_EQ(visit().toFirst, Seconds{600});
    EXPECT_EQ(visit().calls, 2U);
    EXPECT_EQ(visit().counters, 2U);
    EXPECT_TRUE(visit().served);
}

TEST_F(AVisit, ThatIsSentOnAfterAServiceHasItsFirstWait)
{
    hall.pass(Seconds{200});
    hall.next(kFirst);
    hall.must(StartService{kFirst});
    hall.pass(Seconds{100});
    hall.must(Transfer{kFirst, kRepair});
    hall.pass(Seconds{700});
    hall.next(kSecond);
    hall.must(StartService{kSecond});

    EXPECT_EQ(visit().wait, Seconds{200});
    EXPECT_EQ(visit().calls, 2U);
}

TEST_F(AVisit, ThatIsSentOnWithoutAServiceWaitsOn)
{
    hall.pass(Seconds{200});
    hall.next(kFirst);
    hall.must(Transfer{kFirst, kRepair});
    hall.pass(Seconds{700});
    hall.next(kSecond);
    hall.must(StartService{kSecond});

    EXPECT_EQ(visit().wait, Seconds{900});
    EXPECT_EQ(visit().toFirst, Seconds{200});
}

TEST_F(AVisit, CountsAPostponementApart)
{
    hall.pass(Seconds{100});
    hall.must(PostponeTicket{ticket});
    EXPECT_EQ(visit().wait, Seconds{100});
    hall.pass(Seconds{60});
    EXPECT_EQ(visit().postponed, Seconds{60});
    hall.must(RequeueTicket{ticket}); // back before its time
    hall.pass(Seconds{40});
    hall.next(kFirst);
    hall.must(StartService{kFirst});
    hall.pass(Seconds{900});

    EXPECT_EQ(visit().wait, Seconds{140});
    EXPECT_EQ(visit().toFirst, Seconds{140});
    EXPECT_EQ(visit().postponed, Seconds{60});
}

TEST_F(AVisit, ThatWasNeverServedWaitsToItsEnd)
{
    hall.pass(Seconds{300});
    hall.next(kFirst);
    hall.must(UndoStep{kFirst});
    hall.pass(Seconds{500});
    hall.must(CancelTicket{ticket});
    hall.pass(Seconds{500});

    EXPECT_EQ(visit().wait, Seconds{800});
    EXPECT_EQ(visit().toFirst, std::nullopt) << "that call was undone";
    EXPECT_EQ(visit().calls, 0U);
    EXPECT_FALSE(visit().served);
}

TEST_F(AVisit, StandsAsBeforeOnceItsSecondCallIsUndone)
{
    hall.pass(Seconds{300});
    hall.next(kFirst);
    hall.must(MarkNoShow{kFirst});
    hall.must(RequeueTicket{ticket});
    hall.next(kSecond);
    EXPECT_EQ(visit().calls, 2U);
    hall.must(UndoStep{kSecond});
    EXPECT_EQ(visit().calls, 1U);
    EXPECT_TRUE(hall.state.earlierCalls.empty());
}

TEST_F(AVisit, IsOneOverTheChangeOfDays)
{
    hall.pass(Seconds{300});
    hall.next(kFirst);
    hall.must(MarkNoShow{kFirst});
    hall.must(RequeueTicket{ticket});
    hall.pass(Seconds{300});
    hall.next(kSecond);
    hall.must(StartService{kSecond});
    hall.must(CloseDay{});
    hall.must(OpenDay{kTomorrow, hall.state.rules});

    EXPECT_EQ(visit().wait, Seconds{600});
    EXPECT_EQ(visit().toFirst, Seconds{300});
    EXPECT_EQ(visit().counters, 2U);
}

/// A visit counted from its events alone.
struct Witnessed
{
    struct Call
    {
        Instant at;
        CounterIx counter;
        bool started = false;
    };
    Instant issued{};
    std::vector<Call> calls;
    Instant awaySince{};
    Instant awayUntil{}; ///< planned, or earlier
    std::optional<Instant> ended;
    std::shared_ptr<const Witnessed> former; ///< before the last that happened

    [[nodiscard]] Millis awayBefore(Instant end) const
    {
        return std::max(Millis{0}, Millis{std::min(awayUntil, end) - awaySince});
    }
    [[nodiscard]] Millis wait(Instant now) const
    {
        const auto served = std::ranges::find(calls, true, &Call::started);
        const Instant end = served != calls.end() ? served->at : ended.value_or(now);
        return end - issued - awayBefore(end);
    }
};

using Visits = std::map<TicketId, Witnessed>;

struct Witness
{
    Visits& visits;
    const State& before;
    Instant at;

    Witnessed& turn(TicketId ticket)
    {
        Witnessed& visit = visits[ticket];
        visit.former = std::make_shared<const Witnessed>(visit);
        return visit;
    }
    void operator()(const auto&) {}
    void operator()(const TicketRecalled& e) { turn(e.ticket); }
    void operator()(const TicketParked& e) { turn(e.ticket); }
    void operator()(const TicketTransferred& e) { turn(e.ticket); }
    void operator()(const StepUndone& e)
    {
        const auto former = visits[e.ticket].former;
        visits[e.ticket] = *former;
    }
    void operator()(const TicketIssued& e) { visits[e.ticket.id].issued = e.ticket.issued; }
    void operator()(const TicketCalled& e)
    {
        Witnessed& visit = turn(e.ticket);
        visit.ended = {};
        if (before.find(e.ticket)->state != TicketState::Called) // else it is back from parking just now
            visit.calls.push_back({at, e.counter});
    }
    void operator()(const TicketUnparked& e) { turn(e.ticket).calls.push_back({at, e.counter}); }
    void operator()(const ServiceStarted& e) { turn(e.ticket).calls.back().started = true; }
    void operator()(const TicketRequeued& e)
    {
        Witnessed& visit = turn(e.ticket);
        visit.ended = {};
        if (!e.callUndone)
            return;
        visit.calls.pop_back();
        const auto& call = before.counters[before.find(e.ticket)->counter.value].before;
        if (call && call->ended != Instant{})
            visit.ended = call->ended; // a no-show again
    }
    void operator()(const TicketPostponed& e)
    {
        turn(e.ticket).awaySince = at;
        visits[e.ticket].awayUntil = e.until;
    }
    void operator()(const TicketReturned& e)
    {
        Instant& until = turn(e.ticket).awayUntil;
        until = std::min(until, at);
    }
    void operator()(const TicketNoShow& e) { turn(e.ticket).ended = at; }
    void operator()(const ServiceFinished& e) { turn(e.ticket).ended = at; }
    void operator()(const TicketCancelled& e) { turn(e.ticket).ended = at; }
    void operator()(const TicketUnserved& e) { visits[e.ticket].ended = at; }
    void operator()(const TicketServedByHand& e)
    {
        visits[e.ticket].calls.push_back({e.called, e.counter, true});
        visits[e.ticket].ended = e.finished;
    }
    void operator()(const HallActUndone& e)
    {
        for (const UnservedTicket& one : e.ending ? e.ending->tickets : std::vector<UnservedTicket>{})
            visits[one.ticket].ended = {};
    }
};

std::size_t countersIn(const Witnessed& visit)
{
    std::set<CounterIx> counters;
    for (const Witnessed::Call& call : visit.calls)
        counters.insert(call.counter);
    return counters.size();
}

void compare(const State& state, const Visits& visits, Instant now)
{
    for (const Ticket& ticket : state.tickets) {
        const Visit visit = visitOf(state, ticket, now);
        const Witnessed& seen = visits.at(ticket.id);
        RC_ASSERT(visit.wait == seen.wait(now));
        RC_ASSERT(visit.calls == seen.calls.size());
        RC_ASSERT(visit.counters == countersIn(seen));
        RC_ASSERT(visit.toFirst.has_value() == !seen.calls.empty());
        if (visit.toFirst)
            RC_ASSERT(*visit.toFirst ==
                      seen.calls.front().at - seen.issued - seen.awayBefore(seen.calls.front().at));
        // Whoever was served at the first call has waited shortest.
        RC_ASSERT(visit.wait >= visit.toFirst.value_or(Millis{0}));
    }
}

RC_GTEST_PROP(RandomDays, NeverShortenAVisitsWaitAfterItsFirstCall, ())
{
    RandomDay day(*anyRules());
    day.otherRules = *anyRules();
    Visits visits;
    for (const Attempt& attempt : *anyAttempts()) {
        State before = day.state;
        for (std::size_t i = day.make(attempt); i < day.history.size(); ++i) {
            const auto& [at, event] = day.history[i];
            std::visit(Witness{visits, before, at}, event);
            apply(before, event, at);
        }
        compare(day.state, visits, day.now);
    }
}

} // namespace
} // namespace starqueue::queue::test
