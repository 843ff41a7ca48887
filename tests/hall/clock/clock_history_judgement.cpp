#include <hall/clock/clock_history.h>

#include <algorithm>

// What must hold, whatever the clock does.
namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;

} // namespace

/// Only the end of a ticket's day may end it, or a wrong clock that looks like it.
void ClockHistory::judgeUnserved(queue::TicketId ticket, bool byTheClock)
{
    if (!byTheClock && !m_issuedInError.contains(ticket.value))
        m_endedSinceBoot.push_back(ticket);
    if (isOff()) {
        if (!m_clock->isPlaced() && !byTheClock)
            wrong("a ticket was ended while nobody knew the time");
        return;
    }
    const time::WallTime issued = m_issued.at(ticket.value);
    if (m_fooled < issued && dateAt(m_machine.rightTime() + kSlack) <= dateAt(issued - kSlack))
        wrong("a ticket was ended on its own day");
}

/// Nor has a boot that was mended within ten minutes ended anybody's who came while the hall was right.
void ClockHistory::judgeEnded()
{
    for (const queue::TicketId id : m_endedSinceBoot) {
        const time::WallTime issued = m_issued.at(id.value);
        const queue::Ticket* const ticket = m_state.find(id);
        const bool isOver = dateAt(m_machine.rightTime() + kSlack) > dateAt(issued - kSlack);
        if (!isOver && (!ticket || ticket->state == queue::TicketState::Unserved))
            wrong("a boot that was mended soon has ended a ticket on its own day");
    }
}

void ClockHistory::judgeBoot(Instant last, time::WallTime shownLast)
{
    const Millis grown = m_clock->now() - last;
    const Millis claimed = std::max(m_machine.wall() - shownLast, Millis{0});
    if (grown > std::max(m_clock->isPlaced() ? claimed : m_machine.steady(), Millis{1}))
        wrong("elapsed time grew by more than any clock says");
    if (m_clock->isPlaced() && !m_machine.isSynchronised() && grown > std::chrono::days{16})
        wrong("more than 16 days were believed");
}

/// A wrong clock may be believed when a boot is judged, never while the hall runs.
void ClockHistory::judgeBelief(time::WallTime shownBefore, bool wasPlaced)
{
    const bool stepped = abs(shown() - shownBefore) > time::ClockBelief::kTolerance;
    const bool mayBeMended = m_machine.steady() <= 11min;
    if (stepped && wasPlaced && !mayBeMended && !m_machine.isSynchronised())
        wrong("a running hall followed a large step");
    if (m_clock->isPlaced() && isOff())
        m_fooled = m_machine.rightTime();
}

void ClockHistory::judgeDate()
{
    if (!m_wrong.empty())
        return;
    if (isDoubted())
        return wrong("a right clock is in doubt after it was synchronised or confirmed");
    if (abs(shown() - m_machine.rightTime()) > 2s)
        return wrong("the time isn't right a minute after the clock");
    const Date earliest = dateAt(m_machine.rightTime() - kSlack);
    const Date latest = dateAt(m_machine.rightTime() + kSlack);
    if (!m_state.dayOpen || *m_state.date < earliest || *m_state.date > latest)
        wrong("the date isn't right a minute after the clock");
    if (m_machine.steady() < 9min)
        judgeEnded();
}

} // namespace starqueue::hall::test
