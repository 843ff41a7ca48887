// Latency from touch to the printer's first byte, and from call to displays, with a real hall, bridge and
// simulated devices. The bare commit of one row is measured between the rounds.

#include <bench/disk.h>
#include <bench/hall_with_devices.h>
#include <bench/listeners.h>
#include <bench/percentile.h>

#include <benchmark/benchmark.h>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace {

using namespace starqueue::bench;

constexpr int kRounds = 120;
constexpr int kUsualBaud = 19'200;
constexpr int kFastBaud = 115'200;
constexpr auto kSettle = std::chrono::milliseconds(40);
/// Pause after a service: its three writes to the display (30 ms each at 19200 baud) and the read-back are
/// done. It varies, so that rounds don't synchronise with the polls.
constexpr auto kBusSettles = std::chrono::milliseconds(200);
constexpr auto kBusSettlesLonger = std::chrono::milliseconds(37);
constexpr int kDifferentPauses = 11;
constexpr std::uint8_t kDisplayAddress = 3;    ///< of counter 3
constexpr std::uint8_t kWriteRegisters = 0x10; // Modbus application protocol 1.1b3, 6.12
constexpr auto kCounter = "/counters/3";

double millis(Clock::duration time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

/// Real-time status requests (DLE EOT n) are sent all the time; everything else is a ticket.
bool isTicket(std::span<const std::uint8_t> bytes)
{
    return bytes.size() > 3 || bytes[0] != 0x10;
}

LineTap::Wanted displayShows(const std::string& number)
{
    return [number](std::span<const std::uint8_t> bytes) {
        return bytes.size() > 2 && bytes[0] == kDisplayAddress && bytes[1] == kWriteRegisters &&
               std::search(bytes.begin(), bytes.end(), number.begin(), number.end()) != bytes.end();
    };
}

struct Samples
{
    std::vector<double> commit;
    std::vector<double> answer;
    std::vector<double> paper;     ///< touch to the first byte at the printer
    std::vector<double> listeners; ///< call to each of the event listeners
    std::vector<double> display;   ///< call to the write at the call-number display
};

/// The programs and connections of one benchmark.
struct Scene
{
    Scene(std::size_t followers, int busBaud)
        : setup(HallWithDevices::Lines::Tapped, busBaud), listeners(setup.hall(), followers)
    {
        setup.awaitDevices();
        clerk.must(200, std::string(kCounter) + "/open", R"("clerk":"17")");
    }

    HallWithDevices setup;
    ScratchDir scratch;
    InsertLoop loop{scratch.path()};
    Face kiosk{setup.hall(), "kiosk-1"};
    Face clerk{setup.hall(), "counter-3"};
    Face bridge{setup.hall(), "bridge"};
    Listeners listeners;
};

void timeCommit(Scene& scene, Samples& samples)
{
    const auto start = Clock::now();
    scene.loop.insert();
    samples.commit.push_back(millis(Clock::now() - start));
}

void awaitPrinted(Scene& scene)
{
    const auto left = [&](const char* state) {
        return scene.bridge.get(std::string("/print-jobs?state=") + state).body != "[]";
    };
    while (left("pending") || left("taken"))
        std::this_thread::sleep_for(kSettle);
    std::this_thread::sleep_for(kSettle);
}

/// Touches the kiosk; returns when the ticket is printed.
void touch(Scene& scene, Samples& samples)
{
    const auto start = Clock::now();
    scene.kiosk.must(201, "/tickets", R"("service":"account")");
    samples.answer.push_back(millis(Clock::now() - start));
    samples.paper.push_back(millis(scene.setup.printerLine().firstSince(start, isTicket) - start));
    awaitPrinted(scene);
}

void call(Scene& scene, Samples& samples)
{
    const std::string counter = kCounter;
    scene.listeners.expect("ticket_called");
    const auto start = Clock::now();
    const auto answer = scene.clerk.must(200, counter + "/next");
    samples.answer.push_back(millis(Clock::now() - start));
    const std::string number = nlohmann::json::parse(answer.body).at("number");
    samples.display.push_back(millis(scene.setup.busLine().firstSince(start, displayShows(number)) - start));
    for (const auto heard : scene.listeners.everyoneHeard())
        samples.listeners.push_back(millis(heard - start));
    scene.clerk.must(200, counter + "/start");
    scene.clerk.must(200, counter + "/finish", R"("skipRating":"bench")");
    const auto round = static_cast<int>(samples.display.size());
    std::this_thread::sleep_for(kBusSettles + round % kDifferentPauses * kBusSettlesLonger);
}

void report(benchmark::State& state, const std::string& name, const std::vector<double>& samples)
{
    state.counters[name + "_p50"] = percentile(samples, 0.5);
    state.counters[name + "_p99"] = percentile(samples, 0.99);
}

void touchToPaper(benchmark::State& state)
{
    Scene scene(static_cast<std::size_t>(state.range(0)), kUsualBaud);
    Samples samples;
    for (auto _ : state) {
        timeCommit(scene, samples);
        touch(scene, samples);
    }
    report(state, "commit", samples.commit);
    report(state, "answer", samples.answer);
    report(state, "first_byte", samples.paper);
}

void callToDisplays(benchmark::State& state)
{
    Scene scene(static_cast<std::size_t>(state.range(0)), static_cast<int>(state.range(1)));
    Face usher(scene.setup.hall(), "usher");
    for (int i = 0; i < kRounds; ++i)
        usher.must(201, "/tickets", R"("service":"account")");
    Samples samples;
    for (auto _ : state) {
        timeCommit(scene, samples);
        call(scene, samples);
    }
    report(state, "commit", samples.commit);
    report(state, "answer", samples.answer);
    report(state, "listener", samples.listeners);
    report(state, "bus", samples.display);
}

BENCHMARK(touchToPaper)->ArgName("listeners")->Arg(1)->Arg(200)->Iterations(kRounds)->UseRealTime();
BENCHMARK(callToDisplays)
    ->ArgNames({"listeners", "baud"})
    ->Args({1, kUsualBaud})
    ->Args({200, kUsualBaud})
    ->Args({1, kFastBaud})
    ->Args({200, kFastBaud})
    ->Iterations(kRounds)
    ->UseRealTime();

} // namespace

BENCHMARK_MAIN();
