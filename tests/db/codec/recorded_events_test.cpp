#include <db/codec/event_codec.h>
#include <db/codec/event_sight.h>
#include <time/timestamp.h>

#include <queue/decide.h>

#include <gtest/gtest.h>

#include <regex>

#include <fstream>
#include <set>

using namespace starqueue;
using namespace starqueue::db;

namespace {

struct Line
{
    Instant at;
    std::string name;
    std::string payload;
};

/// Kinds of event that are newer than the recorded journal: clock_doubted, day_corrected,
/// number_doubled, hall_act_undone, hall_restored, counter_services_set, ticket_postponed, ticket_returned,
/// ticket_rated_late, step_undone, rating_explained, print_job_paper, device_tested, device_asked,
/// slip_created.
constexpr std::size_t kAddedSince = 15;

/// A journal with every kind of event, as the program of November 2026 wrote it. Never edited.
std::vector<Line> recordedLines()
{
    std::ifstream in{STARQUEUE_DB_TEST_DATA "/events.tsv"};
    std::vector<Line> lines;
    for (std::string at, name, payload;
         std::getline(in, at, '\t') && std::getline(in, name, '\t') && std::getline(in, payload);)
        lines.push_back({Instant{Millis{std::stoll(at)}}, name, payload});
    return lines;
}

/// The payload as today's program writes it: with the fields that were added since.
std::string asWrittenToday(const Line& line)
{
    static const std::regex endsAt{R"re("endsAt":"([^"]*)")re"};
    std::smatch found;
    if (line.name != "rating_invited" || !std::regex_search(line.payload, found, endsAt))
        return line.payload;
    const auto ends = time::parseElapsed(found.str(1)).value_or(Instant{}).time_since_epoch().count();
    return found.prefix().str() + found.str() + ",\"endsElapsed\":" + std::to_string(ends) +
           found.suffix().str();
}

/// Replays the lines and shows each with its event and the state after it.
void replay(const std::function<void(const Line&, const queue::Event&, const queue::State& after)>& saw)
{
    queue::State state;
    for (const Line& line : recordedLines()) {
        const auto event = decodeEvent(line.name, line.payload, state.rules.get());
        ASSERT_TRUE(event) << line.payload << ": " << event.error();
        queue::apply(state, *event, line.at);
        saw(line, *event, state);
    }
}

} // namespace

TEST(RecordedEvents, AnOlderJournalIsReadAndWrittenWithTheSameBytesButForFieldsAddedSince)
{
    std::set<std::size_t> seen;
    replay([&seen](const Line& line, const queue::Event& event, const queue::State& after) {
        EXPECT_EQ(eventName(event), line.name);
        EXPECT_EQ(encodeEvent(event, after), asWrittenToday(line));
        seen.insert(event.index());
    });
    EXPECT_EQ(seen.size() + kAddedSince, std::variant_size_v<queue::Event>)
        << "some kind of event isn't recorded";
}

TEST(RecordedEvents, WhoMaySeeAStoredLineIsReadAsItWasWritten)
{
    replay([](const Line& line, const queue::Event& event, const queue::State& after) {
        EXPECT_EQ(sightOf(line.name, asWrittenToday(line)), encodeWithSight(event, after).sight)
            << line.payload;
    });
}

TEST(RecordedEvents, ALineCutAnywhereHasNoSight)
{
    for (const Line& line : recordedLines())
        for (std::size_t length = 0; length < line.payload.size(); ++length)
            ASSERT_FALSE(sightOf(line.name, line.payload.substr(0, length))) << line.payload;
}

TEST(RecordedEvents, NobodySeesAnEventOrFieldThatNoTypeDescribes)
{
    EXPECT_FALSE(sightOf("ticket_eaten", R"({"ticket":"1"})"));
    const auto sight = sightOf("counter_closed", R"({"by":"\"counter\":\"1\"","counter":"1"})");
    ASSERT_TRUE(sight);
    ASSERT_EQ(sight->fields.size(), 1U);
    EXPECT_EQ(sight->fields.front(), seenField(26, 39, queue::kEverybody));
}
