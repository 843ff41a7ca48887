// What `backup --follow` keeps of a day: the real hall lives one, from the issue of each ticket to its
// rating, and the set is looked at before and after. A day that is lived in a minute has smaller differences
// between its instants than one of eight hours: some bytes a line less.

#include <bench/hall_process.h>

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace starqueue::bench;
using nlohmann::json;

constexpr int kCustomers = 427; ///< of the day in docs/scheduling.md
constexpr int kCounters = 6;
constexpr double kDaysAYear = 300;

/// The parts of a hall that send what is journalled.
struct Faces
{
    explicit Faces(const HallProcess& hall) : kiosk(hall, "kiosk-1"), bridge(hall, "bridge")
    {
        for (int i = 1; i <= kCounters; ++i) {
            clerks.push_back(std::make_unique<Face>(hall, "counter-" + std::to_string(i)));
            clerks.back()->must(200, at(i) + "/open", R"("clerk":"1)" + std::to_string(i) + '"');
        }
        for (const json& service : json::parse(kiosk.get("/services").body))
            services.push_back(service.at("id"));
    }
    static std::string at(int counter) { return "/counters/" + std::to_string(counter); }

    void print(const std::string& job)
    {
        bridge.must(200, "/print-jobs/" + job + "/take");
        bridge.must(200, "/print-jobs/" + job + "/result", R"("outcome":"printed")");
    }
    /// The first counter from `first` on that may serve somebody does.
    void serve(int first)
    {
        for (int i = 0; i < kCounters; ++i) {
            const int counter = (first + i) % kCounters + 1;
            Face& clerk = *clerks[static_cast<std::size_t>(counter - 1)];
            if (clerk.post(at(counter) + "/next").status != 200)
                continue;
            clerk.must(200, at(counter) + "/start");
            clerk.must(200, at(counter) + "/finish");
            return;
        }
    }
    void arm()
    {
        for (const json& session : json::parse(bridge.get("/rating-sessions?open").body))
            if (session.at("state") == "invited")
                bridge.must(200, "/rating-sessions/" + session.at("session").get<std::string>() + "/armed");
    }
    void live(int customer)
    {
        const std::string& service = services[static_cast<std::size_t>(customer) % services.size()];
        const auto ticket = json::parse(
            kiosk.must(201, "/tickets", R"("service":")" + service + R"(","kiosk":"1","language":"zh")")
                .body);
        print(ticket.at("print").at("jobId"));
        serve(customer);
        arm();
    }

    Face kiosk;
    Face bridge;
    std::vector<std::unique_ptr<Face>> clerks;
    std::vector<std::string> services;
};

void follow(const HallProcess& hall)
{
    Program copy("starqueue",
                 {"backup", hall.dir().string(), "--follow", (hall.dir() / "set").string(), "--once"},
                 hall.dir() / "follow.log");
    if (copy.wait() != 0)
        throw std::runtime_error("backup --follow failed, see its log in " + hall.dir().string());
}

double bytesOfSegments(const HallProcess& hall)
{
    double bytes = 0;
    for (const auto& file : std::filesystem::directory_iterator(hall.dir() / "set/segments"))
        bytes += static_cast<double>(file.file_size());
    return bytes;
}

/// What the journal's columns hold, unpacked and without the chain.
double bytesOfLines(const HallProcess& hall)
{
    sqlite3* database = nullptr;
    sqlite3_stmt* rows = nullptr;
    sqlite3_open_v2((hall.dir() / "hall.db").c_str(), &database, SQLITE_OPEN_READWRITE, nullptr);
    sqlite3_prepare_v2(database,
                       "SELECT sum(16 + length(name) + length(payload) + coalesce(length(token), 0) + "
                       "coalesce(length(request), 0) + coalesce(length(body), 0)) FROM journal",
                       -1, &rows, nullptr);
    const double bytes = sqlite3_step(rows) == SQLITE_ROW ? sqlite3_column_double(rows, 0) : 0;
    sqlite3_finalize(rows);
    sqlite3_close(database);
    return bytes;
}

void followedDay(benchmark::State& state)
{
    for (auto _ : state) {
        const HallProcess hall(kCounters);
        follow(hall);
        const double before = bytesOfLines(hall);
        Faces faces(hall);
        for (int customer = 0; customer < kCustomers; ++customer)
            faces.live(customer);
        follow(hall);
        const double kept = bytesOfSegments(hall);
        state.counters["day_kB"] = kept / 1e3;
        state.counters["year_MB"] = kept * kDaysAYear / 1e6;
        state.counters["of_its_lines"] = kept / (bytesOfLines(hall) - before);
    }
}

BENCHMARK(followedDay)->Iterations(1)->Unit(benchmark::kSecond);

} // namespace

BENCHMARK_MAIN();
