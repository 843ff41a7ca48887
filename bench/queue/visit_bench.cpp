// The cost of the rules for one customer of a simulated hall: issue, next, start and finish, each decided and
// applied, without I/O.

#include <bench/queue/full_hall.h>

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <iostream>

namespace {

using namespace starqueue;
using namespace starqueue::bench;
using namespace starqueue::queue;

constexpr std::size_t kForgetAfter = 4096;

/// A hall in which as many wait after each visit as before it.
class Visits
{
public:
    Visits(const Rules& rules, std::size_t waiting) : m_hall(rules, waiting) {}

    template <class C> void carryOut(const C& command)
    {
        m_events.clear();
        if (!decide(m_hall.state, command, m_hall.now, m_events)) {
            std::cerr << "the hall refused a step\n";
            std::abort();
        }
        for (const Event& event : m_events)
            apply(m_hall.state, event, m_hall.now);
    }

    void issue(std::optional<Promise> promise)
    {
        m_hall.now += Millis{700};
        IssueTicket command = arrival(*m_hall.state.rules, m_random);
        command.promise = promise;
        carryOut(command);
    }
    void next() { carryOut(CallNext{kDedicated}); }
    void serve()
    {
        carryOut(StartService{kDedicated});
        carryOut(FinishService{kDedicated, "simulated"});
        if (++m_served % kForgetAfter == 0)
            forgetEnded(m_hall.state);
    }

private:
    FullHall m_hall;
    Events m_events;
    std::minstd_rand m_random{1};
    std::size_t m_served = 0;
};

Visits visitsOf(const benchmark::State& state)
{
    const auto waiting = static_cast<std::size_t>(state.range(1));
    if (state.range(0) == 7)
        return Visits(sevenLanes(), waiting);
    return Visits(state.range(0) == 35 ? simulatedDay() : manyLanes(), waiting);
}

void visit(benchmark::State& state)
{
    Visits visits = visitsOf(state);
    for (auto _ : state) {
        visits.issue(Promise{});
        visits.next();
        visits.serve();
    }
}

/// The issue carries no promise, so it is estimated by rank.
void visitPromised(benchmark::State& state)
{
    Visits visits = visitsOf(state);
    for (auto _ : state) {
        visits.issue(std::nullopt);
        visits.next();
        visits.serve();
    }
}

void halls(benchmark::internal::Benchmark* measured)
{
    measured->ArgNames({"lanes", "waiting"})->Args({7, 60})->Args({35, 8})->Args({35, 60})->Args({140, 60});
}

BENCHMARK(visit)->Apply(halls);
BENCHMARK(visitPromised)->Apply(halls);

} // namespace

BENCHMARK_MAIN();
