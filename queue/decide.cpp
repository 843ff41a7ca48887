#include <queue/decide.h>

#include <queue/later_acts.h>
#include <queue/note_step.h>
#include <queue/order/selection.h>
#include <queue/steps/checks.h>

#include <algorithm>
#include <span>
#include <type_traits>

namespace starqueue::queue {

namespace {

/// The form in which all of the event can be written.
template <class E> int formatFor(const E& event)
{
    if constexpr (requires { event.reference.empty(); })
        if (!event.reference.empty())
            return std::max(formatOf<E>(), kSinceReferences);
    if constexpr (std::is_same_v<E, HallActUndone>)
        if (event.act == HallActKind::MessageChanged)
            return kSinceMessageUndo;
    return formatOf<E>();
}

/// Whether the program that opened the day, or will have opened it, can read all that happened.
bool isReadable(const State& state, std::span<const Event> happened)
{
    int format = state.format;
    for (const Event& event : happened) {
        if (const auto* const opened = std::get_if<DayOpened>(&event))
            format = opened->format;
        if (std::visit([](const auto& each) { return formatFor(each); }, event) > format)
            return false;
    }
    return true;
}

} // namespace

Decision decide(const State& state, const Command& command, Instant now, Events& events)
{
    const std::size_t before = events.size();
    if (auto decision =
            std::visit([&](const auto& each) { return decide(state, each, now, events); }, command);
        !decision)
        return tl::unexpected(std::move(decision.error()));
    if (isReadable(state, std::span{events}.subspan(before)))
        return {};
    events.resize(before);
    return refuse(RefusalCode::AfterDayChange, "",
                  "An older program opened this day, and couldn't read it any more if it had to be put back: "
                  "this is possible once the next day is open.");
}

void apply(State& state, const Event& event, Instant at)
{
    noteDependence(state, event, at);
    noteStep(state, event, at);
    std::visit([&](const auto& each) { apply(state, each, at); }, event);
}

std::optional<std::pair<TicketId, Why>> preview(const State& state, CounterIx counter, Instant now)
{
    if (!state.rules || counter.value >= state.counters.size())
        return std::nullopt;
    const auto choice = select(state, counter, now);
    if (!choice)
        return std::nullopt;
    return std::pair(choice->place.ticket, explain(state, counter, *choice, now));
}

} // namespace starqueue::queue
