#include <queue/model/names.h>

#include <array>

namespace starqueue::queue {

namespace {

template <std::size_t N, class Enum>
std::string_view pick(const std::array<std::string_view, N>& names, Enum value)
{
    return names.at(static_cast<std::size_t>(value));
}

} // namespace

std::string_view apiName(TicketState state)
{
    static constexpr std::array<std::string_view, 8> kNames = {"waiting", "called", "serving",   "finished",
                                                               "no_show", "parked", "cancelled", "unserved"};
    return pick(kNames, state);
}

std::string_view apiName(PrintJobState state)
{
    static constexpr std::array<std::string_view, 3> kNames = {"pending", "taken", "ended"};
    return pick(kNames, state);
}

std::string_view apiName(PrintOutcome outcome)
{
    static constexpr std::array<std::string_view, 8> kNames = {"none",      "printed", "sent",    "paperOut",
                                                               "coverOpen", "offline", "unknown", "dropped"};
    return pick(kNames, outcome);
}

std::string_view apiName(RatingState state)
{
    static constexpr std::array<std::string_view, 5> kNames = {"invited", "armed", "failed", "rated",
                                                               "expired"};
    return pick(kNames, state);
}

std::string_view apiName(Discipline discipline)
{
    static constexpr std::array<std::string_view, 5> kNames = {"head-start", "fifo", "strict", "weighted",
                                                               "accumulating"};
    return pick(kNames, discipline);
}

std::string_view apiName(Statutory statutory)
{
    static constexpr std::array<std::string_view, 5> kNames = {"none", "disabled", "elderly", "pregnant",
                                                               "military"};
    return pick(kNames, statutory);
}

std::string_view apiStateOf(const State& state, CounterIx counter)
{
    if (const Ticket* ticket = state.ticketAt(counter))
        return ticket->state == TicketState::Called ? "calling" : "serving";
    static constexpr std::array<std::string_view, 3> kNames = {"closed", "open", "paused"};
    return pick(kNames, state.counters.at(counter.value).state);
}

} // namespace starqueue::queue
