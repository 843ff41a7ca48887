// The hall's memory with crowds of connections, its connection limit, and the cost of an unplugged bridge.

#include <bench/hall_with_devices.h>
#include <bench/listeners.h>

#include <benchmark/benchmark.h>

#include <poll.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace {

using namespace starqueue::bench;
using starqueue::test::HttpPeer;

constexpr std::size_t kCrowd = 1000;
constexpr int kRounds = 20;
constexpr std::size_t kMoreThanAllowed = 2100; ///< the hall's limit is 2 000
constexpr auto kIdleTime = std::chrono::seconds(5);
constexpr auto kSettle = std::chrono::milliseconds(500);
constexpr auto kHalfRequest = "POST /api/v1/tickets HTTP/1.1\r\nHost: hall\r\nContent-Length: 100\r\n\r\n{";

using Crowd = std::vector<HttpPeer>;

Crowd connectMany(const HallProcess& hall, std::size_t count, std::string_view firstWords = {})
{
    Crowd crowd;
    for (std::size_t i = 0; i < count; ++i) {
        auto peer = HttpPeer::connect("127.0.0.1", hall.port());
        if (!peer || (!firstWords.empty() && !peer->send(firstWords)))
            throw std::runtime_error("connection " + std::to_string(i) + " failed");
        crowd.push_back(std::move(*peer));
    }
    return crowd;
}

double settledMB(const HallProcess& hall)
{
    std::this_thread::sleep_for(kSettle);
    return hall.program().residentMB();
}

void memory(benchmark::State& state)
{
    for (auto _ : state) {
        const HallProcess hall;
        state.counters["start_MB"] = settledMB(hall);
        {
            const Crowd idle = connectMany(hall, kCrowd);
            state.counters["idle_MB"] = settledMB(hall);
        }
        {
            const Crowd half = connectMany(hall, kCrowd, kHalfRequest);
            state.counters["half_open_MB"] = settledMB(hall);
        }
        {
            const Listeners listeners(hall, kCrowd);
            state.counters["listeners_MB"] = settledMB(hall);
        }
        for (int round = 0; round < kRounds; ++round) {
            const Crowd idle = connectMany(hall, kCrowd / 2);
            const Crowd half = connectMany(hall, kCrowd, kHalfRequest);
        }
        state.counters["after_20_rounds_MB"] = settledMB(hall);
    }
}

/// Nothing is sent to a silent client but the end.
bool isClosed(const HttpPeer& silent)
{
    pollfd waiting{silent.descriptor(), POLLIN, 0};
    return ::poll(&waiting, 1, 0) > 0;
}

/// Silent connections beyond the limit are closed to make room: newcomers and who was there are served.
void tooMany(benchmark::State& state)
{
    for (auto _ : state) {
        const HallProcess hall;
        Face kiosk(hall, "kiosk-1");
        kiosk.must(201, "/tickets", R"("service":"account")");
        Crowd crowd = connectMany(hall, kMoreThanAllowed);
        const auto answer = crowd.back().request("GET", "/healthz");
        state.counters["newcomer_status"] = answer ? answer->status : 0;
        state.counters["closed_of_2100"] = static_cast<double>(std::ranges::count_if(crowd, isClosed));
        kiosk.must(201, "/tickets", R"("service":"account")");
        state.counters["MB"] = settledMB(hall);
    }
}

void slowRequest(benchmark::State& state)
{
    for (auto _ : state) {
        const HallProcess hall;
        HttpPeer peer = std::move(connectMany(hall, 1, kHalfRequest).front());
        const auto start = Clock::now();
        const auto answer = peer.receive();
        state.counters["status"] = answer ? answer->status : 0;
        state.counters["seconds"] = std::chrono::duration<double>(Clock::now() - start).count();
    }
}

double cpuPercent(const Program& program)
{
    const double before = program.cpuSeconds();
    const auto start = Clock::now();
    std::this_thread::sleep_for(kIdleTime);
    const double elapsed = std::chrono::duration<double>(Clock::now() - start).count();
    return 100 * (program.cpuSeconds() - before) / elapsed;
}

/// The reference: the same bridge with all devices plugged in and an idle hall.
void bridge(benchmark::State& state)
{
    for (auto _ : state) {
        HallWithDevices setup(HallWithDevices::Lines::Plain);
        setup.awaitDevices();
        state.counters["plugged_cpu_percent"] = cpuPercent(setup.bridge());
        setup.unplugEverything();
        std::this_thread::sleep_for(std::chrono::seconds(1));
        state.counters["unplugged_cpu_percent"] = cpuPercent(setup.bridge());
        state.counters["MB"] = setup.bridge().residentMB();
    }
}

BENCHMARK(memory)->Iterations(1)->UseRealTime();
BENCHMARK(tooMany)->Iterations(1)->UseRealTime();
BENCHMARK(slowRequest)->Iterations(1)->UseRealTime();
BENCHMARK(bridge)->Iterations(1)->UseRealTime();

/// Each connection needs a file descriptor, here and in the hall.
void allowManyFiles()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace

int main(int argc, char** argv)
{
    allowManyFiles();
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
