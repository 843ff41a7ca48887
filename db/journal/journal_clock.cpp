#include <db/journal/journal_clock.h>

#include <algorithm>
#include <utility>

namespace starqueue::db {

namespace {

constexpr Millis kSmallestStep = Seconds{1};
constexpr Millis kTolerance = time::ClockBelief::kTolerance;

} // namespace

JournalClock::JournalClock() : JournalClock(MachineClocks::system()) {}

JournalClock::JournalClock(MachineClocks clocks)
    : m_clocks(std::move(clocks)), m_belief(time::ClockSource::Rtc, m_clocks.built)
{
    startAfter({}, {}, {});
}

void JournalClock::judgeBy(time::ClockSource source, HallDays days)
{
    m_belief = time::ClockBelief{source, m_clocks.built, days.changes};
    m_days = std::move(days);
}

void JournalClock::startAfter(Instant last, time::WallOffset offset, const std::optional<ClockAnchor>& anchor)
{
    m_steadyAtNow = m_clocks.steady();
    if (anchor && !m_clocks.boot.empty() && anchor->boot == m_clocks.boot)
        continueBoot(*anchor, last);
    else
        beginBoot(last, offset, anchor);
}

void JournalClock::continueBoot(const ClockAnchor& anchor, Instant last)
{
    m_now = std::max(last, anchor.elapsed + std::max(m_steadyAtNow - anchor.steady, Millis{0}));
    m_since = anchor.since;
    m_isPlaced = anchor.isPlaced;
    m_isConfirmed = anchor.isConfirmed;
    m_boot = anchor.mark;
}

// A clock that an earlier boot only guessed tells nothing of how long the machine was off after it. The boot
// begins later than the last instant, so that instants since the boot differ from all before it.
void JournalClock::beginBoot(Instant last, time::WallOffset offset, const std::optional<ClockAnchor>& anchor)
{
    m_isPlaced = false;
    m_isConfirmed = false;
    if (last == Instant{})
        return beginNew(offset);
    const bool wasPlaced = !anchor || anchor->isPlaced;
    const time::WallTime machine{m_clocks.wall()};
    m_now = last + Millis{1};
    m_boot = anchor ? markGoneOn(*anchor) : std::nullopt;
    m_since = wasPlaced && !m_boot ? last + Millis{1} : anchor->since;
    m_isPlaced = wasPlaced && !m_belief.doubt(reading(offset.wall(last)));
    if (m_isPlaced)
        m_now = std::max(m_now, offset.elapsed(machine));
    else if (anchor)
        m_now = std::max(m_now, last + m_steadyAtNow);
    if (anchor) // without one nobody knows that the machine was booted
        markBoot(offset.wall(last), machine);
}

void JournalClock::beginNew(time::WallOffset offset)
{
    const time::WallTime machine{m_clocks.wall()};
    m_since = {};
    m_boot.reset();
    m_isPlaced = !m_belief.doubt(reading(machine));
    m_now = std::max(Instant{}, offset.elapsed(machine));
}

// The time of the boot before was never proven, and this one came soon after it: both are of one moment.
std::optional<BootMark> JournalClock::markGoneOn(const ClockAnchor& anchor) const
{
    if (!anchor.mark || m_now - anchor.mark->began > time::ClockBelief::kBootSettles)
        return std::nullopt;
    return anchor.mark->at(m_now);
}

void JournalClock::markBoot(time::WallTime shownLast, time::WallTime machine)
{
    if (!m_boot && m_isPlaced)
        m_boot = {shownLast, machine, m_now};
    if (!m_boot)
        return;
    m_boot = m_boot->at(m_now);
    if (m_isPlaced)
        m_boot->shownFirst = std::max(m_boot->shownFirst, machine);
}

Instant JournalClock::now()
{
    const Millis steady = m_clocks.steady();
    m_now += std::max(steady - m_steadyAtNow, Millis{0});
    m_steadyAtNow = steady;
    return m_now;
}

time::ClockReading JournalClock::reading(time::WallTime hall) const
{
    const bool isSynchronised = m_clocks.isSynchronised && m_clocks.isSynchronised();
    return {{m_clocks.wall()}, hall, isSynchronised, m_isPlaced, m_isConfirmed, bootSpan()};
}

std::optional<time::BootSpan> JournalClock::bootSpan() const
{
    if (!m_boot || m_now - m_boot->began > time::ClockBelief::kBootSettles)
        return std::nullopt;
    const BootMark mark = m_boot->at(m_now);
    return time::BootSpan{mark.shownLast, mark.shownFirst};
}

std::optional<queue::SetWallClock> JournalClock::dueStep(const queue::State& state)
{
    const time::ClockReading read = reading(state.clock.wall(now()));
    if (m_belief.doubt(read))
        return std::nullopt;
    if (read.isSynchronised)
        m_boot.reset();
    const Millis step = read.machine - read.hall;
    if (abs(step) >= kSmallestStep)
        return stepBy(step, state);
    const bool becomesPlaced = !std::exchange(m_isPlaced, true);
    return becomesPlaced ? std::optional{stepBy({}, state)} : std::nullopt;
}

queue::SetWallClock JournalClock::stepTo(time::WallTime wall, const queue::State& state)
{
    const time::WallTime machine{m_clocks.wall()};
    const bool agrees = abs(machine - wall) <= kTolerance;
    auto step = stepBy((agrees ? machine : wall) - state.clock.wall(now()), state);
    step.isConfirmed = true;
    return step;
}

void JournalClock::confirmed()
{
    m_isPlaced = true;
    m_isConfirmed = true;
    m_boot.reset();
}

// A small step is the clock's own: it moves all of the day. A large one mends what this boot has shown.
queue::SetWallClock JournalClock::stepBy(Millis step, const queue::State& state)
{
    const bool isLarge = abs(step) > kTolerance;
    queue::SetWallClock set{state.clock.ahead + step, isLarge ? m_since : Instant{}};
    if (m_days.dateAt && (isLarge || !m_isPlaced || step == Millis{}))
        set.day = rightDay({set.ahead}, state.clock);
    return set;
}

queue::RightDay JournalClock::rightDay(time::WallOffset right, time::WallOffset journalled)
{
    const Date date = m_days.dateAt(right.wall(now()));
    const Instant begins = m_days.hoursOf(date, right)->begins;
    return {date, std::max(m_since, begins), m_days.hoursOf(date, journalled),
            m_days.dateAt(journalled.wall(now()))};
}

std::optional<JournalClock::Doubt> JournalClock::doubt(time::WallOffset journalled)
{
    const time::ClockReading read = reading(journalled.wall(now()));
    const auto why = m_belief.doubt(read);
    if (!why)
        return std::nullopt;
    return Doubt{*why, read.machine - read.hall, read.machine};
}

ClockAnchor JournalClock::anchor()
{
    const Instant elapsed = now();
    return {m_clocks.boot, m_steadyAtNow, elapsed, m_since, m_isPlaced, m_isConfirmed, m_boot};
}

} // namespace starqueue::db
