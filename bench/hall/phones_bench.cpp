// What phones that follow their tickets cost a hall: how long a ticket is issued for beside them, as a
// multiple of how long without, and the hall's share of a core, while nine tickets a second are issued. A
// round is the one right after the other; figures are medians of the rounds.

#include <bench/hall_process.h>
#include <bench/percentile.h>

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace starqueue::bench;
using Clock = std::chrono::steady_clock;
using starqueue::test::HttpPeer;

constexpr int kRounds = 5;
constexpr int kIssuesARound = 90;
constexpr auto kBetween = std::chrono::milliseconds(110);

void givePhonesAnAddress(const std::filesystem::path& dir)
{
    std::ifstream in(dir / "hall.toml");
    std::string text{std::istreambuf_iterator<char>(in), {}};
    const std::string none = "# public_url";
    const auto at = text.find(none);
    if (at == std::string::npos)
        throw std::runtime_error("hall.toml names no public_url");
    std::ofstream(dir / "hall.toml") << text.replace(at, none.size(), "public_url");
}

/// The pages of new tickets.
std::vector<std::string> pagesOf(Face& kiosk, std::int64_t count)
{
    std::vector<std::string> pages;
    for (std::int64_t i = 0; i < count; ++i) {
        const auto issued = kiosk.must(201, "/tickets", R"("service":"account","kiosk":"1")");
        const std::string url = nlohmann::json::parse(issued.body).at("statusUrl");
        pages.push_back(url.substr(url.find("/t/")));
    }
    return pages;
}

/// A phone on each page, which is told from then on.
std::vector<HttpPeer> follow(const HallProcess& hall, const std::vector<std::string>& pages)
{
    std::vector<HttpPeer> phones;
    for (const std::string& page : pages) {
        auto phone = HttpPeer::connect("127.0.0.1", hall.port());
        if (!phone || !phone->send(HttpPeer::requestText("GET", page + "/events")))
            throw std::runtime_error("a phone doesn't reach the hall");
        if (const auto head = phone->receiveHead(); !head || head->status != 200)
            throw std::runtime_error("a phone can't follow its ticket");
        phones.push_back(std::move(*phone));
    }
    return phones;
}

struct Measured
{
    double p99;   ///< ms
    double share; ///< of a core
};

Measured issueTickets(const HallProcess& hall, Face& kiosk)
{
    std::vector<double> millis;
    const double cpu = hall.program().cpuSeconds();
    const auto round = Clock::now();
    for (int i = 0; i < kIssuesARound; ++i) {
        const auto begin = Clock::now();
        kiosk.must(201, "/tickets", R"("service":"plans","kiosk":"1")");
        millis.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
        std::this_thread::sleep_until(begin + kBetween);
    }
    const std::chrono::duration<double> took = Clock::now() - round;
    return {percentile(millis, 0.99), (hall.program().cpuSeconds() - cpu) / took.count()};
}

void issueBesidePhones(benchmark::State& state)
{
    const HallProcess hall(6, givePhonesAnAddress);
    Face kiosk(hall, "kiosk-1");
    Face(hall, "counter-1").must(200, "/counters/1/open", R"("clerk":"1")");
    const std::vector<std::string> pages = pagesOf(kiosk, state.range(0));
    std::vector<double> ratio;
    std::vector<double> alone;
    std::vector<double> beside;
    std::vector<double> shareAlone;
    std::vector<double> shareBeside;
    for (auto _ : state) {
        const Measured without = issueTickets(hall, kiosk);
        const std::vector<HttpPeer> phones = follow(hall, pages);
        const Measured with = issueTickets(hall, kiosk);
        ratio.push_back(with.p99 / without.p99);
        alone.push_back(without.p99);
        beside.push_back(with.p99);
        shareAlone.push_back(without.share);
        shareBeside.push_back(with.share);
    }
    state.counters["p99_alone_ms"] = median(alone);
    state.counters["p99_beside_ms"] = median(beside);
    state.counters["ratio"] = median(ratio);
    state.counters["core_alone"] = median(shareAlone);
    state.counters["core_beside"] = median(shareBeside);
}
BENCHMARK(issueBesidePhones)->Arg(60)->Arg(480)->Iterations(kRounds)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
