// How long a kiosk waits for its ticket while strangers try secret addresses of phone pages, none of which is
// one, as a multiple of what it waits without them: the 99th percentile, in a hall with a hundred thousand
// tickets. A round is the one right after the other; figures are medians of the rounds.

#include <bench/hall_process.h>
#include <bench/percentile.h>

#include <benchmark/benchmark.h>

#include <atomic>
#include <cstdio>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace starqueue::bench;
using Clock = std::chrono::steady_clock;

constexpr int kTickets = 100'000;
constexpr int kUshers = 16;
constexpr int kRounds = 9;
constexpr int kIssuesARound = 400;

void fill(const HallProcess& hall)
{
    std::vector<std::jthread> ushers;
    for (int i = 0; i < kUshers; ++i)
        ushers.emplace_back([&hall] {
            Face usher(hall, "usher");
            for (int n = 0; n < kTickets / kUshers; ++n)
                usher.must(201, "/tickets", R"("service":"account")");
        });
}

std::string wrongSecret(std::mt19937_64& random)
{
    std::string text(33, '\0');
    std::snprintf(text.data(), text.size(), "%016llx%016llx", static_cast<unsigned long long>(random()),
                  static_cast<unsigned long long>(random()));
    text.pop_back();
    return text;
}

/// Threads that try one wrong secret after the other, each on a connection of its own.
class Strangers
{
public:
    Strangers(const HallProcess& hall, int count)
    {
        for (int i = 0; i < count; ++i)
            m_threads.emplace_back([this, &hall](const std::stop_token& stop) {
                std::mt19937_64 random{std::random_device{}()};
                auto peer = starqueue::test::HttpPeer::connect("127.0.0.1", hall.port());
                while (peer && !stop.stop_requested()) {
                    const auto answer = peer->request("GET", "/t/" + wrongSecret(random));
                    if (!answer)
                        return;
                    ++m_tries;
                }
            });
    }

    [[nodiscard]] int tries() const { return m_tries; }

private:
    std::atomic<int> m_tries = 0;
    std::vector<std::jthread> m_threads;
};

double p99Millis(Face& kiosk)
{
    std::vector<double> millis;
    for (int i = 0; i < kIssuesARound; ++i) {
        const auto begin = Clock::now();
        kiosk.must(201, "/tickets", R"("service":"account")");
        millis.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
    }
    return percentile(std::move(millis), 0.99);
}

void issueBesideStrangers(benchmark::State& state)
{
    const HallProcess hall;
    fill(hall);
    Face usher(hall, "usher");
    std::vector<double> alone;
    std::vector<double> beside;
    std::vector<double> ratio;
    std::vector<double> tries;
    for (auto _ : state) {
        alone.push_back(p99Millis(usher));
        const auto begin = Clock::now();
        const Strangers strangers(hall, static_cast<int>(state.range(0)));
        beside.push_back(p99Millis(usher));
        tries.push_back(strangers.tries() / std::chrono::duration<double>(Clock::now() - begin).count());
        ratio.push_back(beside.back() / alone.back());
    }
    state.counters["p99_alone_ms"] = median(alone);
    state.counters["p99_beside_ms"] = median(beside);
    state.counters["ratio"] = median(ratio);
    state.counters["tries_per_s"] = median(tries);
}
BENCHMARK(issueBesideStrangers)->Arg(1)->Arg(8)->Iterations(kRounds)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
