// Finds a ticket among a day's tickets by a phone's secret, right or wrong, or by its number. The reference
// scans all tickets.

#include <bench/queue/full_hall.h>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <optional>

namespace {

using namespace starqueue;
using namespace starqueue::bench;
using namespace starqueue::queue;

FullHall& hallOf(const benchmark::State& state)
{
    static std::optional<FullHall> hall;
    const auto wanted = static_cast<std::size_t>(state.range(0));
    if (!hall || hall->state.tickets.size() != wanted)
        hall.emplace(manyLanes(), wanted);
    return *hall;
}

/// A stride that is coprime to every number of tickets visits all of them.
constexpr std::size_t kStride = 7'919;

template <class Find> void measure(benchmark::State& state, Find find)
{
    const State& hall = hallOf(state).state;
    std::size_t place = 0;
    for (auto _ : state) {
        place = hall.tickets.empty() ? 0 : (place + kStride) % hall.tickets.size();
        benchmark::DoNotOptimize(find(hall, place));
    }
    state.counters["bytes_per_ticket"] =
        hall.tickets.empty() ? 0 : hallOf(state).stateBytes / static_cast<double>(hall.tickets.size());
}

Bits128 secretAt(const State& hall, std::size_t place)
{
    return hall.tickets.empty() ? Bits128{} : hall.tickets[place].secret;
}

Bits128 wrongSecret(const State& hall, std::size_t place)
{
    Bits128 secret = secretAt(hall, place);
    secret.at(1) ^= 1U;
    return secret;
}

void secret(benchmark::State& state)
{
    measure(state, [](const State& hall, std::size_t place) {
        return ticketWithSecret(hall, secretAt(hall, place));
    });
}

void secretThatIsWrong(benchmark::State& state)
{
    measure(state, [](const State& hall, std::size_t place) {
        return ticketWithSecret(hall, wrongSecret(hall, place));
    });
}

void secretThatIsWrongByScan(benchmark::State& state)
{
    measure(state, [](const State& hall, std::size_t place) {
        return std::ranges::find(hall.tickets, wrongSecret(hall, place), &Ticket::secret);
    });
}

void number(benchmark::State& state)
{
    measure(state, [](const State& hall, std::size_t place) {
        const auto service = static_cast<std::uint16_t>(place % hall.rules->services.size());
        const auto number = static_cast<std::uint32_t>(place / hall.rules->services.size() + 1);
        return ticketsNumbered(hall, ticketNumber(*hall.rules, {service}, number));
    });
}

void days(benchmark::internal::Benchmark* benchmark)
{
    benchmark->ArgName("tickets")->Arg(0)->Arg(5'000)->Arg(20'000)->Arg(100'000);
}

} // namespace

BENCHMARK(secret)->Apply(days);
BENCHMARK(secretThatIsWrong)->Apply(days);
BENCHMARK(secretThatIsWrongByScan)->Apply(days);
BENCHMARK(number)->Apply(days);

BENCHMARK_MAIN();
