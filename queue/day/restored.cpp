#include <queue/day/carry.h>
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

bool isAfterLoss(const State& state)
{
    return state.restored == State::Restored::TodayWithLoss;
}

void goOnBeyondLoss(const State& state, const Rules& rules, CarriedOver& carried)
{
    if (!isAfterLoss(state) || state.lastTicket != state.restoredAfter)
        return;
    carried.numbers = lastNumbersOf(state);
    for (std::uint16_t i = 0; !state.rules && i < rules.services.size(); ++i)
        carried.numbers.push_back({{i}, numberBeforeResumed(0, state.restoredAfter.value)});
}

// Numbers start again with the next day: after more than the longest one they don't matter.
Decision decide(const State& state, const ResumeRestored& command, Instant, Events& events)
{
    if (!state.rules && command.lines == 0)
        return refuse(RefusalCode::BadValue, "", "The hall never opened: there is nothing to go on from.");
    HallRestored restored{command.life, state.lastTicket, state.lastPrintJob, state.lastSession, {}};
    const std::size_t services = state.rules ? state.rules->services.size() : 0;
    std::uint64_t issued = command.lines + (services == 0 ? mostIssued(command, 0, Minutes{0}) : 0);
    for (std::uint16_t i = 0; i < services; ++i) {
        issued += mostIssued(command, i, command.lost);
        std::uint64_t ofSeries = command.lines;
        for (const ServiceIx one : seriesOf(*state.rules, {i}))
            ofSeries += mostIssued(command, one.value, std::min(command.lost, kLongestDay));
        restored.numbers.push_back({{i}, numberBeforeResumed(state.lastNumbers.at(i), ofSeries)});
    }
    restored.lastTicket.value += issued;
    restored.lastPrintJob.value += issued * kOfATicket;
    restored.lastSession.value += issued * kOfATicket;
    if (services > 0)
        add(events, restored);
    if (command.lines == 0)
        return {};
    restored.numbers.clear();
    add(events, std::move(restored));
    return {};
}

void apply(State& state, const HallRestored& event, Instant at)
{
    state.restored = event.numbers.empty() ? State::Restored::TodayWithLoss : State::Restored::Today;
    state.lastTicket = event.lastTicket;
    state.restoredAfter = event.lastTicket;
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
