#include "one_thread_hall.h"

#include <db/journal/journal.h>
#include <db/journal/writers_thread.h>

#include <gmock/gmock.h>

#include <stdexcept>

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::StartsWith;

constexpr Instant kNoonInShanghai = Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}} + 4h;

/// As many lines more as take long to count.
void lengthen(const std::filesystem::path& folder)
{
    auto journal = db::Journal::open(folder);
    if (!journal)
        throw std::runtime_error(journal.error().detail);
    sync::assumeCapability(db::writersThread); // the hall is stopped
    std::uint64_t seq = (*journal)->lastSeq();
    const auto last = (*journal)->read(seq - 1, 1);
    db::Batch batch;
    for (int i = 0; i < 30'000; ++i)
        batch.events.push_back({++seq, last->back().at, "counter_help_asked", R"({"counter":"1"})"});
    if (const auto stored = (*journal)->commit(batch); !stored)
        throw std::runtime_error(stored.error().detail);
}

/// The forecast by which the last ticket was promised its wait: how many were made before.
std::uint64_t lastForecast(const std::filesystem::path& folder)
{
    const auto journal = db::Journal::open(folder);
    if (!journal)
        throw std::runtime_error(journal.error().detail);
    std::uint64_t seed = 0;
    const auto lines = (*journal)->read(0, 1000);
    for (const db::Recorded& line : lines.value())
        if (const auto at = line.payload.find("\"seed\":"); at != std::string::npos)
            seed = std::stoull(line.payload.substr(at + 7));
    return seed;
}

} // namespace

TEST(OneThreadForecasts, StandAWhileIfNothingHappens)
{
    OneThreadHall hall(kNoonInShanghai);
    const auto line = hall.connect();
    const std::string id = R"("requestId":"00000000-0000-4000-8000-00000000000)";
    hall.ask(line, "counter-1", "POST", "/counters/1/open", R"({"clerk":"7",)" + id + "1\"}");
    hall.pass(100s);
    hall.ask(hall.connect(), "usher", "POST", "/tickets", R"({"service":"account",)" + id + "2\"}");
    hall.stop();
    EXPECT_GT(lastForecast(hall.folder()), 10U);
    EXPECT_LT(lastForecast(hall.folder()), 30U) << "one a second";
}

TEST(OneThreadReports, AreCountedAfterTheStartAndSayHowFarMeanwhile)
{
    OneThreadHall hall(kNoonInShanghai);
    hall.stop();
    lengthen(hall.folder());
    std::filesystem::remove(hall.folder() / "report.db");
    hall.start();

    const auto line = hall.connect();
    EXPECT_THAT(hall.ask(line, "display", "GET", "/board"), StartsWith("HTTP/1.1 200 "));
    for (const char* report : {"waits", "outcomes", "ratings", "fairness"}) {
        const std::string early = hall.ask(line, "manager", "GET", "/reports/" + std::string(report));
        EXPECT_THAT(early, StartsWith("HTTP/1.1 503 "));
        EXPECT_THAT(early, HasSubstr(R"("code":"still_counting")"));
        EXPECT_THAT(early, HasSubstr(R"("progress":{"done":0,"of":30)"));
        EXPECT_THAT(early, HasSubstr("Retry-After: 1\r\n"));
    }

    hall.pass(1s);
    EXPECT_THAT(hall.ask(line, "manager", "GET", "/reports/waits"), StartsWith("HTTP/1.1 200 "));
}

TEST(OneThreadReports, AShortJournalIsCountedWhileTheReportIsAsked)
{
    OneThreadHall hall(kNoonInShanghai);
    const auto line = hall.connect();
    EXPECT_THAT(hall.ask(line, "manager", "GET", "/reports/waits"), StartsWith("HTTP/1.1 200 "));
}

} // namespace starqueue::hall::test
