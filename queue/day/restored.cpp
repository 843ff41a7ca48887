#include <queue/day/day.h>

#include <queue/steps/checks.h>
#include <queue/steps/number_series.h>

#include <algorithm>
#include <numeric>

namespace starqueue::queue {

namespace {

constexpr std::uint64_t kLeast = 100;
constexpr Minutes kLongestDay{48 * 60};
// A ticket may be printed again, and be rated more than once over transfers.
constexpr std::uint64_t kOfATicket = 4;

std::uint64_t peakOf(const ResumeRestored& command, std::size_t service)
{
    return service < command.peaks.size() ? command.peaks[service] : 0;
}

/// The most tickets that may have been issued in that time, and no fewer than 100. Each hall that went on
/// before jumped by 100 at least, and to a full hundred.
std::uint64_t mostIssued(const ResumeRestored& command, std::size_t service, Minutes lost)
{
    const auto minutes = static_cast<std::uint64_t>(std::max(lost, Minutes{0}).count());
    return std::max(kLeast, peakOf(command, service) * minutes) + 2 * kLeast * command.earlier;
}

/// The next is a full hundred, which people at the counters see; never one that is written by hand.
std::uint32_t numberBeforeResumed(std::uint32_t last, std::uint64_t issued)
{
    const auto next = static_cast<std::uint32_t>((last + issued) / kLeast * kLeast + kLeast);
    return isByHand(next) ? kLastByHand : next - 1;
}

} // namespace

// Numbers start again with the next day: after more than the longest one they don't matter.
Decision decide(const State& state, const ResumeRestored& command, Instant, Events& events)
{
    if (!state.rules)
        return refuse(RefusalCode::BadValue, "", "The hall never opened: there is nothing to go on from.");
    HallRestored restored{command.life, state.lastTicket, state.lastPrintJob, state.lastSession, {}};
    std::uint64_t issued = 0;
    for (std::uint16_t i = 0; i < state.rules->services.size(); ++i) {
        issued += mostIssued(command, i, command.lost);
        std::uint64_t ofSeries = 0;
        for (const ServiceIx one : seriesOf(*state.rules, {i}))
            ofSeries += mostIssued(command, one.value, std::min(command.lost, kLongestDay));
        restored.numbers.push_back({{i}, numberBeforeResumed(state.lastNumbers.at(i), ofSeries)});
    }
    restored.lastTicket.value += issued;
    restored.lastPrintJob.value += issued * kOfATicket;
    restored.lastSession.value += issued * kOfATicket;
    add(events, std::move(restored));
    return {};
}

void apply(State& state, const HallRestored& event, Instant at)
{
    state.restored = State::Restored::Today;
    state.lastTicket = event.lastTicket;
    state.lastPrintJob = event.lastPrintJob;
    state.lastSession = event.lastSession;
    for (const LastNumber& last : event.numbers) {
        std::uint32_t& number = state.lastNumbers.at(last.service.value);
        state.gaps.push_back({last.service, number + 1, last.number});
        number = last.number;
    }
    for (HallAct& act : state.acts)
        act.later.note(at, "", std::string(HallRestored::kName));
}

} // namespace starqueue::queue
