#include <house/hall_checks/hall_checkers.h>

#include <queue/devices/devices.h>
#include <queue/order/overtaking.h>
#include <queue/order/passes.h>
#include <queue/rules/eligibility.h>
#include <time/timestamp.h>

namespace starqueue::house {

using std::chrono::seconds;

void EventsInOrderOnce::onFact(const Fact& fact)
{
    if (fact.is(m_follower.name(), "refused"))
        found("the hall doesn't know event " + fact.text("after") + " any more");
    if (!fact.is(m_follower.name(), "heard"))
        return;
    const auto seq = static_cast<std::uint64_t>(fact.number("seq"));
    if (seq <= m_last)
        found("event " + std::to_string(seq) + " came after " + std::to_string(m_last));
    m_last = std::max(m_last, seq);
    m_heard.emplace(seq, fact.text("event"));
}

bool EventsInOrderOnce::mayHear(std::uint64_t seq) const
{
    const Record::Line* const line = m_record.line(seq);
    return line != nullptr &&
           !hall::visibleTo(m_follower.subscriber(), {seq, {}, line->name, line->payload, {}}, {}).empty();
}

void EventsInOrderOnce::onCalmEnds()
{
    while (m_checked < m_last) {
        const std::uint64_t seq = ++m_checked;
        const auto heard = m_heard.extract(seq);
        if (!heard.empty() && (m_record.line(seq) == nullptr || m_record.line(seq)->name != heard.mapped()))
            found("event " + std::to_string(seq) + ", " + heard.mapped() + ", isn't in the journal");
        if (heard.empty() && mayHear(seq))
            found("event " + std::to_string(seq) + ", " + m_record.line(seq)->name + ", was skipped");
    }
}

void PrintJobsMoveOn::onCalmEnds()
{
    if (!m_hall.isUp())
        return;
    m_hall.look([this](const HallProgram::Snapshot& now) {
        for (const queue::PrintJobId id : now.state.openJobs)
            if (const queue::PrintJob* const job = now.state.find(id);
                now.now - std::max(job->created, job->heldUp) > seconds{60} &&
                !queue::isTicketWaiting(now.state, job->kiosk))
                found("job " + std::to_string(id.value) + " is " +
                      std::string{job->state == queue::PrintJobState::Taken ? "taken" : "pending"} + " for " +
                      std::to_string((now.now - job->created).count() / 1000) + " s");
    });
}

ReplayIsLivingState::ReplayIsLivingState(House& house, Record& record, HallProgram& hall)
    : Checker("replayed state equals living state"), m_house(house), m_random(house.random("look at state")),
      m_record(record), m_hall(hall)
{
    house.sometimes().expect("the living state was held against the journal");
    lookLater();
}

void ReplayIsLivingState::lookLater()
{
    m_house.agenda().after(m_random.between(seconds{30}, seconds{240}), [this] {
        look();
        lookLater();
    });
}

void ReplayIsLivingState::look()
{
    m_hall.look([this](const HallProgram::Snapshot& now) {
        for (const std::string& wrong : m_record.refresh(false))
            found(wrong);
        if (m_record.lastSeq() != now.seq)
            return; // more was written since
        m_house.sometimes().saw("the living state was held against the journal");
        if (!(m_record.state() == now.state))
            found("the state after line " + std::to_string(now.seq) + " differs");
    });
}

void TimeIsRightInACalm::onCalmEnds()
{
    m_hall.look([this](const HallProgram::Snapshot& now) {
        const time::WallTime right{std::chrono::floor<Millis>(m_house.clock().wall())};
        const time::WallTime shown = now.state.clock.wall(now.now);
        if (abs(shown - right) > seconds{2})
            found("the hall shows " + time::timestamp(shown) + " at " + time::timestamp(right));
        if (!now.state.date || *now.state.date < m_hall.dateAt(right - std::chrono::minutes{3}))
            found("the date is behind at " + time::timestamp(right));
    });
}

NobodyIsOvertakenTooFar::NobodyIsOvertakenTooFar(Record& record)
    : Checker("nobody is overtaken too far"), m_record(record)
{
    record.onCall = [this](const queue::State& state, const queue::TicketCalled& call, Instant) {
        onCall(state, call);
    };
}

namespace {

/// It waits, is of a kind that the counter serves, and isn't left to another that is open.
bool mayCall(const queue::State& state, queue::CounterIx counter, const queue::Ticket& ticket)
{
    const bool isLeftToAnother = ticket.boundTo != queue::kNoCounter && ticket.boundTo != counter &&
                                 state.counters.at(ticket.boundTo.value).state == queue::CounterState::Open;
    return ticket.state == queue::TicketState::Waiting && !isLeftToAnother &&
           queue::closenessAt(*state.rules, counter, ticket.service, ticket.tier);
}

} // namespace

void NobodyIsOvertakenTooFar::onCall(const queue::State& state, const queue::TicketCalled& call) const
{
    const queue::Ticket* const called = state.find(call.ticket);
    if (called == nullptr || !call.why || !queue::inTurn(*call.why))
        return;
    for (const queue::Ticket& other : state.tickets) {
        if (other.id == called->id || !mayCall(state, call.counter, other))
            continue;
        const Millis by = called->counted - other.counted;
        const Millis bound = call.why->rule == queue::WhyRule::Passed
                                 ? queue::boundByCount(*state.rules)
                                 : queue::boundSinceIssue(state, call.counter, other, *called);
        // At the bound ranks are equal, and the lower id is first.
        if (by > bound || (by == bound && other.id < called->id))
            found("ticket " + std::to_string(called->id.value) + " passed " + std::to_string(other.id.value) +
                  " by " + std::to_string(by.count() / 1000) + " s");
    }
}

void NobodyIsOvertakenTooFar::onCalmEnds()
{
    while (const Record::Line* const line = m_record.line(m_checked + 1)) {
        ++m_checked;
        if (line->name == "fairness_violated")
            found("line " + std::to_string(m_checked) + ": " + line->payload);
    }
}

} // namespace starqueue::house
