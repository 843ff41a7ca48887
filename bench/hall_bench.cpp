// How many tickets a second a hall issues and calls, as a share of what the disk allows.
//
// A round is: the disk, the bare insert loop, the hall; each for a moment, one right after the other, so that
// other load on the machine affects all three. Figures are medians of the rounds.

#include <bench/disk.h>
#include <bench/hall_process.h>
#include <bench/percentile.h>

#include <benchmark/benchmark.h>

#include <atomic>
#include <cstdio>
#include <functional>
#include <thread>
#include <vector>

namespace {

using namespace starqueue::bench;
using Clock = std::chrono::steady_clock;
using Millis = std::chrono::milliseconds;

constexpr int kRounds = 15;
constexpr int kMostClients = 16;
constexpr int kWaitingBeforeCalls = 3200; ///< more than a round can call
constexpr Millis kReferenceTime{250};
constexpr Millis kHallTime{500};
constexpr double kShareOfDisk = 0.6; ///< the least share that the reference must reach

std::string counterPath(int number)
{
    return "/counters/" + std::to_string(number);
}

/// A client's repeated step; false: nothing left to do.
using Step = std::function<bool()>;

/// Steps a second, all clients together.
double stepsPerSecond(std::vector<Step>& clients)
{
    std::atomic<int> done = 0;
    const auto start = Clock::now();
    {
        std::vector<std::jthread> threads;
        for (Step& step : clients)
            threads.emplace_back([&] {
                while (Clock::now() - start < kHallTime && step())
                    ++done;
            });
    }
    return done / std::chrono::duration<double>(Clock::now() - start).count();
}

Step issuer(const HallProcess& hall)
{
    auto kiosk = std::make_shared<Face>(hall, "kiosk-1");
    return [kiosk] { return kiosk->post("/tickets", R"("service":"account")").status == 201; };
}

/// A call is three commands, each answered when it is durable: next, start, finish.
Step caller(const HallProcess& hall, int number)
{
    auto clerk = std::make_shared<Face>(hall, "counter-" + std::to_string(number));
    const std::string counter = counterPath(number);
    clerk->must(200, counter + "/open", R"("clerk":"17")");
    return [clerk, counter] {
        if (clerk->post(counter + "/next").status != 200)
            return false;
        clerk->must(200, counter + "/start");
        clerk->must(200, counter + "/finish");
        return true;
    };
}

/// Issues as an usher, without print jobs, which nobody would take.
void fillLine(const HallProcess& hall)
{
    std::vector<std::jthread> ushers;
    for (int i = 0; i < kMostClients; ++i)
        ushers.emplace_back([&hall] {
            Face usher(hall, "usher");
            for (int n = 0; n < kWaitingBeforeCalls / kMostClients; ++n)
                usher.must(201, "/tickets", R"("service":"account")");
        });
}

/// Of each round.
struct Figures
{
    std::vector<double> syncs;
    std::vector<double> inserts;
    std::vector<double> steps;
    std::vector<double> ratio; ///< commands of the hall / inserts of the loop

    std::vector<double> cpuMicros; ///< of the hall, per command

    void round(const ScratchDir& scratch, InsertLoop& loop, const HallProcess& hall,
               std::vector<Step>& clients, int commandsAStep)
    {
        syncs.push_back(syncsPerSecond(scratch.path(), kReferenceTime));
        inserts.push_back(loop.insertsPerSecond(kReferenceTime));
        const double cpuBefore = hall.program().cpuSeconds();
        const Clock::time_point start = Clock::now();
        steps.push_back(stepsPerSecond(clients));
        const double commands =
            steps.back() * commandsAStep * std::chrono::duration<double>(Clock::now() - start).count();
        ratio.push_back(steps.back() * commandsAStep / inserts.back());
        cpuMicros.push_back((hall.program().cpuSeconds() - cpuBefore) * 1e6 / commands);
    }
};

void report(benchmark::State& state, const Figures& figures)
{
    const double disk = median(figures.syncs);
    const double loop = median(figures.inserts);
    state.counters["disk_per_s"] = disk;
    state.counters["loop_per_s"] = loop;
    state.counters["per_s"] = median(figures.steps);
    state.counters["ratio"] = median(figures.ratio);
    state.counters["hall_cpu_us"] = median(figures.cpuMicros);
    if (disk > kNotDurable)
        state.SkipWithError("this disk isn't durable: an fdatasync doesn't reach it");
    else if (loop < kShareOfDisk * disk)
        state.SetLabel("the loop is below 60 % of the disk");
}

void issue(benchmark::State& state)
{
    const HallProcess hall;
    const ScratchDir scratch;
    InsertLoop loop(scratch.path());
    std::vector<Step> clients;
    for (int i = 0; i < state.range(0); ++i)
        clients.push_back(issuer(hall));
    Figures figures;
    for (auto _ : state)
        figures.round(scratch, loop, hall, clients, 1);
    report(state, figures);
}

void call(benchmark::State& state)
{
    const HallProcess hall(kMostClients);
    const ScratchDir scratch;
    InsertLoop loop(scratch.path());
    std::vector<Step> clients;
    for (int number = 1; number <= state.range(0); ++number)
        clients.push_back(caller(hall, number));
    Figures figures;
    for (auto _ : state) {
        fillLine(hall);
        figures.round(scratch, loop, hall, clients, 3);
    }
    report(state, figures);
}

BENCHMARK(issue)
    ->ArgName("clients")
    ->RangeMultiplier(2)
    ->Range(1, kMostClients)
    ->Iterations(kRounds)
    ->UseRealTime();
BENCHMARK(call)
    ->ArgName("clients")
    ->RangeMultiplier(2)
    ->Range(1, kMostClients)
    ->Iterations(kRounds)
    ->UseRealTime();

} // namespace

BENCHMARK_MAIN();
