#include <queue/day/wrong_opening.h>

#include <queue/day/carry.h>

#include <algorithm>
#include <utility>

namespace starqueue::queue {

namespace {

/// A clock that changes the day closes one and opens the next at once; what was closed before, somebody
/// closed.
constexpr Minutes kOneAct{1};

const HallAct* lastOf(const std::vector<HallAct>& acts, HallActKind kind)
{
    const auto found = std::ranges::find(acts.rbegin(), acts.rend(), kind, &HallAct::kind);
    return found == acts.rend() ? nullptr : &*found;
}

/// What the end of the day before ended, but for counters that have been opened again since.
std::shared_ptr<const DayEnding> stillEnded(const DayEnding& ending, const State& now)
{
    DayEnding still = ending;
    std::erase_if(still.counters, [&](const CounterAt& one) {
        return now.counters.at(one.first.value).state != CounterState::Closed;
    });
    return std::make_shared<const DayEnding>(std::move(still));
}

} // namespace

const HallAct* wrongOpening(const State& state, const RightDay& right, Instant now)
{
    const HallAct* const opening = lastOf(state.acts, HallActKind::DayOpened);
    const bool isByThatClock = opening && state.date == right.shown && opening->at >= right.since;
    if (!state.dayOpen || !isByThatClock || !opening->before || now - opening->at > kUndoTime)
        return nullptr;
    const bool isOfDayBefore = right.date < *state.date && right.date == opening->before->date;
    return isOfDayBefore && opening->before->rules ? opening : nullptr;
}

void takeBackOpening(const State& state, const HallAct& opening, const RightDay& right, Events& events)
{
    const State& before = *opening.before;
    add(events, DayCorrected{right.date, right.since, hoursInForm(right.hours, state.format)});
    add(events, HallActUndone{HallActKind::DayOpened, right.date, opening.at});
    add(events, formerDayWithRoom(before, state));
    const HallAct* const closing = lastOf(before.acts, HallActKind::DayClosed);
    if (closing && closing->ending && opening.at - closing->at <= kOneAct)
        add(events, HallActUndone{HallActKind::DayClosed, right.date, closing->at,
                                  stillEnded(*closing->ending, state)});
}

} // namespace starqueue::queue
