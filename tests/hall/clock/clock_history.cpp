#include <hall/clock/clock_history.h>

#include <hall/clock/halls.h>
#include <hall/service/calendar/business_day.h>

#include <queue/decide.h>
#include <time/timestamp.h>

#include <algorithm>

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;

constexpr int kDeeds = 24;

bool isWaiting(const queue::Ticket& ticket)
{
    return ticket.state == queue::TicketState::Waiting;
}

} // namespace

ClockHistory::ClockHistory(std::uint64_t seed)
    : m_seed(seed), m_random(seed), m_settings(anySettings(m_random)), m_zone(anyZone(m_random)),
      m_machine(m_random, anyBeginning(m_random))
{}

const std::string& ClockHistory::run()
{
    sync::assumeCapability(db::writersThread); // there is no other thread
    start();
    look();
    carryOut(queue::OpenCounter{{0}, "7"});
    for (int deed = 0; deed < kDeeds && m_wrong.empty(); ++deed)
        doSomething();
    mend();
    return m_wrong;
}

void ClockHistory::doSomething()
{
    switch (m_random.below(13)) {
    case 0:
    case 1:
    case 2:
        return serveSomebody();
    case 3:
    case 4:
        return callNext();
    case 5:
        return pass(m_random.between<Millis>(1s, 5min), 10s);
    case 6:
        return pass(m_random.between<Millis>(5min, 14h), 20min);
    case 7:
        return m_machine.stepALittle();
    case 8:
        return m_machine.stepFar();
    case 9:
        return restart();
    case 10:
        return reboot();
    case 11:
        return m_random.oneIn(2) ? m_machine.loseNetwork() : confirm();
    default:
        return mend();
    }
}

/// A hall serves in its hours, and at any time while it doesn't know the time. It gives no number whose
/// namesake waits.
void ClockHistory::serveSomebody()
{
    if (!queue::hallOpening(m_state.hours, m_clock->now()).issues) {
        if (!m_clock->isPlaced())
            wrong("a hall that doesn't know the time keeps to its hours");
        return;
    }
    queue::IssueTicket issue;
    issue.service = {static_cast<std::uint16_t>(m_random.below(2))};
    const std::size_t before = m_state.tickets.size();
    carryOut(issue);
    if (m_state.tickets.size() == before)
        return wrong("a ticket was refused");
    const queue::Ticket& ticket = m_state.tickets.back();
    m_issued[ticket.id.value] = m_machine.rightTime();
    if (isOff())
        m_issuedInError.insert(ticket.id.value);
    for (const queue::Ticket& other : m_state.tickets)
        if (isWaiting(other) && other.id != ticket.id && other.service == ticket.service &&
            other.number == ticket.number)
            wrong("a number was given twice");
}

void ClockHistory::callNext()
{
    if (m_state.counters.at(0).state == queue::CounterState::Closed)
        carryOut(queue::OpenCounter{{0}, "7"});
    const auto first = std::ranges::find_if(m_state.tickets, isWaiting);
    if (first == m_state.tickets.end())
        return;
    const queue::TicketId wanted = first->id;
    carryOut(queue::CallNext{{0}});
    const queue::Ticket* const called = m_state.ticketAt({0});
    if (!called || called->id != wanted)
        return wrong("the order of the line wasn't kept");
    const Millis wait = called->called - called->issued;
    const time::WallTime issued = m_issued.at(wanted.value);
    if (wait < Millis{0})
        wrong("a wait is negative");
    if (m_fooled < issued && wait > m_machine.rightTime() - issued + 2 * kSlack)
        wrong("a wait is longer than it was");
    carryOut(queue::StartService{{0}});
    carryOut(queue::FinishService{{0}, {}});
}

void ClockHistory::pass(Millis time, Millis looksEvery)
{
    for (Millis passed{0}; passed < time && m_wrong.empty(); passed += looksEvery) {
        const Instant before = m_clock->now();
        m_machine.pass(looksEvery);
        if (m_clock->now() - before != looksEvery)
            wrong("elapsed time doesn't follow the steady clock");
        look();
    }
}

/// The program alone.
void ClockHistory::restart()
{
    const Instant before = m_clock->now();
    const Millis down = m_random.between<Millis>(0s, 40s);
    m_machine.pass(down);
    start();
    if (m_clock->now() < before - 1s)
        wrong("a restart took elapsed time back");
    look();
}

void ClockHistory::reboot()
{
    const Instant last = m_last;
    const time::WallTime shownLast = m_state.clock.wall(last);
    m_machine.reboot();
    m_endedSinceBoot.clear();
    if (m_clock->isPlaced() && m_random.oneIn(4))
        m_anchor.reset(); // nobody has synced it
    start();
    judgeBoot(last, shownLast);
    look();
}

/// Somebody says what the time is; the machine's clock may stay wrong.
void ClockHistory::confirm()
{
    carryOut(m_clock->stepTo(m_machine.rightTime(), m_state));
    m_clock->confirmed();
    look();
    look();
    if (abs(shown() - m_machine.rightTime()) > time::ClockBelief::kTolerance)
        wrong("what was confirmed isn't shown");
}

/// The clock becomes right; if it is still in doubt, it is synchronised or confirmed.
void ClockHistory::mend()
{
    m_machine.setRight();
    pass(1min, 10s);
    if (!m_wrong.empty())
        return;
    if (isDoubted() && m_random.oneIn(2)) {
        m_machine.synchronise();
        pass(1min, 10s);
    } else if (isDoubted()) {
        confirm();
    }
    judgeDate();
}

void ClockHistory::start()
{
    auto clock = std::make_unique<db::JournalClock>(m_machine.clocks());
    m_calendar = std::make_unique<HallCalendar>(m_settings, m_zone, *clock);
    clock->judgeBy(m_settings.clockSource, m_calendar->days());
    clock->startAfter(m_last, m_state.clock, m_anchor);
    m_clock = std::move(clock);
}

/// What the service does each second: the writer's step, then what the calendar wants.
void ClockHistory::look()
{
    const time::WallTime before = shown();
    const bool wasPlaced = m_clock->isPlaced();
    for (int i = 0; i < 3; ++i) {
        if (const auto step = m_clock->dueStep(m_state))
            carryOut(*step);
        carryOut(m_calendar->due({m_state, m_clock->now(), 0}));
    }
    m_anchor = m_clock->anchor();
    if (const auto doubt = m_clock->doubt(m_state.clock))
        m_seen.insert(word(doubt->why));
    judgeBelief(before, wasPlaced);
}

void ClockHistory::carryOut(const queue::Command& command)
{
    const bool byTheClock = std::holds_alternative<queue::SetWallClock>(command);
    const Instant now = m_clock->now();
    queue::Events events;
    if (const auto decided = queue::decide(m_state, command, now, events); !decided)
        return wrong(decided.error().detail);
    for (const queue::Event& event : events)
        queue::apply(m_state, event, now);
    if (!events.empty())
        m_last = now;
    for (const queue::Event& event : events)
        m_seen.insert(std::visit([](const auto& one) { return one.kName; }, event));
    for (const queue::Event& event : events)
        if (const auto* unserved = std::get_if<queue::TicketUnserved>(&event))
            judgeUnserved(unserved->ticket, byTheClock);
}

void ClockHistory::wrong(const std::string& what)
{
    if (!m_wrong.empty())
        return;
    m_wrong = "seed " + std::to_string(m_seed) + ", " + m_zone.name() + ": " + what + "; right " +
              time::timestamp(m_machine.rightTime()) + ", machine " + time::timestamp(m_machine.wall()) +
              ", hall " + time::timestamp(shown()) + ", date " +
              (m_state.date ? time::dateText(*m_state.date) : "none");
}

Date ClockHistory::dateAt(time::WallTime at) const
{
    return businessDate(m_zone, m_settings.dayStarts, at);
}

bool ClockHistory::isOff()
{
    return abs(shown() - m_machine.rightTime()) > kSlack;
}

} // namespace starqueue::hall::test
