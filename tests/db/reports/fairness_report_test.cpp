#include <db/codec/event_codec.h>
#include <db/journal/journal.h>
#include <db/reports/wait_report.h>
#include <db/support/random_hall.h>
#include <db/support/reported.h>
#include <db/support/temp_dir.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

using namespace starqueue;
using namespace starqueue::db;
using namespace starqueue::db::test;

namespace {

/// Whom one call passed, found by looking at everybody who waits.
struct Passing
{
    bool outOfTurn = false;
    bool undone = false;
    std::string clerk;
    std::vector<double> by;
    std::vector<double> elsewhereBy;
};

bool mayServe(const queue::State& state, queue::CounterIx at, const queue::Ticket& ticket)
{
    const queue::Rules& rules = *state.rules;
    const queue::CounterRule& counter = rules.counters[at.value];
    const int stars = rules.tiers[ticket.tier.value].stars;
    const bool isLeftToAnother = ticket.boundTo != queue::kNoCounter && ticket.boundTo != at &&
                                 state.counters[ticket.boundTo.value].state == queue::CounterState::Open;
    return !isLeftToAnother && std::ranges::count(counter.services, ticket.service) > 0 &&
           (counter.tiers.empty() || std::ranges::count(counter.tiers, stars) > 0);
}

Passing passingOf(const queue::TicketCalled& called, const queue::State& before)
{
    Passing passing;
    passing.outOfTurn = called.why->rule == queue::WhyRule::OutOfTurn;
    passing.clerk = before.counters[called.counter.value].clerk;
    const queue::Ticket& ticket = *before.find(called.ticket);
    for (const queue::Ticket& other : before.tickets) {
        if (other.state != queue::TicketState::Waiting || other.counted >= ticket.counted)
            continue;
        auto& list = mayServe(before, called.counter, other) ? passing.by : passing.elsewhereBy;
        list.push_back(std::chrono::duration<double>(ticket.counted - other.counted).count());
    }
    return passing;
}

/// Counts the slow and obvious way, from the events as they happen.
class NaiveFairness
{
public:
    void see(const queue::Event& event, const queue::State& before)
    {
        if (const auto* called = std::get_if<queue::TicketCalled>(&event)) {
            m_last.erase(called->ticket.value);
            if (called->why->rule != queue::WhyRule::Parked) {
                m_last[called->ticket.value] = calls.size();
                calls.push_back(passingOf(*called, before));
            }
        }
        const auto* back = std::get_if<queue::TicketRequeued>(&event);
        if (back && back->callUndone && m_last.contains(back->ticket.value))
            calls[m_last[back->ticket.value]].undone = true;
        if (std::holds_alternative<queue::DayOpened>(event))
            m_last.clear();
    }

    std::vector<Passing> calls;

private:
    std::map<std::uint64_t, std::size_t> m_last; ///< of this day: a call of yesterday's can't be taken back
};

double mostOf(const std::vector<double>& values)
{
    return values.empty() ? 0 : *std::ranges::max_element(values);
}

void expectAgreement(const FairnessRow& row, const std::vector<Passing>& calls)
{
    FairnessRow expected;
    std::vector<double> longest;
    for (const Passing& call : calls) {
        if (call.undone)
            continue;
        (call.outOfTurn ? expected.outOfTurn : expected.inTurn) += 1;
        (call.outOfTurn ? expected.outOfTurnPassed : expected.passed) += call.by.size();
        if (call.outOfTurn) {
            expected.outOfTurnMax = std::max(expected.outOfTurnMax, mostOf(call.by));
            continue;
        }
        expected.elsewhere += call.elsewhereBy.size();
        expected.elsewhereMax = std::max(expected.elsewhereMax, mostOf(call.elsewhereBy));
        if (!call.by.empty())
            longest.push_back(mostOf(call.by));
    }
    EXPECT_EQ(row.inTurn, expected.inTurn);
    EXPECT_EQ(row.passed, expected.passed);
    EXPECT_EQ(row.outOfTurn, expected.outOfTurn);
    EXPECT_EQ(row.outOfTurnPassed, expected.outOfTurnPassed);
    EXPECT_NEAR(row.outOfTurnMax, expected.outOfTurnMax, 1e-6);
    EXPECT_EQ(row.elsewhere, expected.elsewhere);
    EXPECT_NEAR(row.elsewhereMax, expected.elsewhereMax, 1e-6);
    EXPECT_EQ(row.violations, 0U);
    ASSERT_EQ(row.passing, longest.size());
    ASSERT_GT(longest.size(), 15U) << "too few were passed to say anything";
    EXPECT_NEAR(row.p50, nearest(longest, 50), 1e-6);
    EXPECT_NEAR(row.p90, nearest(longest, 90), 1e-6);
    EXPECT_NEAR(row.max, mostOf(longest), 1e-6);
}

/// A hall with some random days behind it, in a journal.
class FairnessReport : public ::testing::Test
{
protected:
    void walk(int steps)
    {
        Batch batch;
        std::uint64_t seq = m_journal->lastSeq();
        const RandomHall::Saw saw = [&](const auto& event, auto at, const auto& before, const auto& after) {
            m_naive.see(event, before);
            batch.events.push_back({++seq, at, std::string{eventName(event)}, encodeEvent(event, after)});
        };
        for (int i = 0; i < steps; ++i) {
            m_hall.step(saw);
            crowd(i, saw);
        }
        ASSERT_TRUE(m_journal->commit(batch));
    }
    /// More customers, stars among them, and clerks who keep at it: so that somebody is passed.
    void crowd(int i, const RandomHall::Saw& saw)
    {
        const queue::ServiceIx service{static_cast<std::uint16_t>(i % 3)};
        if (i % 4 == 0)
            m_hall.carryOut(queue::IssueTicket{.service = service, .stars = i % 20 == 0 ? 5 : 0}, saw);
        const queue::CounterIx counter{static_cast<std::uint16_t>(i % 16 / 4)};
        if (i % 16 % 4 == 1)
            m_hall.carryOut(queue::CallNext{counter}, saw);
        if (i % 16 % 4 == 2)
            m_hall.carryOut(queue::StartService{counter}, saw);
        if (i % 16 % 4 == 3)
            m_hall.carryOut(queue::FinishService{counter, {}}, saw);
    }
    std::unique_ptr<WaitReport> report()
    {
        return std::make_unique<WaitReport>(m_dir.path(), *m_journal,
                                            *time::HallZone::named("Asia/Shanghai"));
    }

    TempDir m_dir;
    std::unique_ptr<Journal> m_journal = std::move(*Journal::open(m_dir.path()));
    RandomHall m_hall{21};
    NaiveFairness m_naive;
};

} // namespace

TEST_F(FairnessReport, AgreesWithLookingAtEverybodyAtEachCall)
{
    walk(9000);
    expectAgreement(report()->fairness(kAlways, {})->at(0), m_naive.calls);
}

TEST_F(FairnessReport, SaysTheSameAfterReopeningWithItsArchive)
{
    walk(9000);
    expectAgreement(report()->fairness(kAlways, {})->at(0), m_naive.calls);
    walk(3000);
    expectAgreement(report()->fairness(kAlways, {})->at(0), m_naive.calls);
}

TEST_F(FairnessReport, IsCutByWhoCalled)
{
    walk(9000);
    const auto rows = *report()->fairness(kAlways, {ReportKey::Clerk});
    std::uint64_t sum = 0;
    for (const FairnessRow& row : rows) {
        const auto theirs = std::ranges::count_if(
            m_naive.calls, [&](const Passing& call) { return !call.undone && call.clerk == row.key[0]; });
        EXPECT_EQ(row.inTurn + row.outOfTurn, static_cast<std::uint64_t>(theirs)) << row.key[0];
        sum += row.inTurn + row.outOfTurn;
    }
    EXPECT_EQ(sum, static_cast<std::uint64_t>(std::ranges::count(m_naive.calls, false, &Passing::undone)));
}
