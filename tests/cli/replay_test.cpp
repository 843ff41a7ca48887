#include <cli/command_line.h>

#include <db/codec/event_codec.h>
#include <db/journal/journal.h>
#include <queue/decide.h>

#include <nlohmann/json.hpp>

using namespace starqueue;
using namespace starqueue::cli;
using Json = nlohmann::json;

namespace {

/// Somebody is served until 9:02; an ordinary and, 30 s later, a five-star customer wait; the latter is
/// called first.
constexpr const char* kDay = "issued,service,stars,called,started,finished,counter\n"
                             "2026-11-22 09:00:00,account,0,2026-11-22 09:00:00,,2026-11-22 09:02:00,1\n"
                             "2026-11-22 09:01:00,account,0,2026-11-22 09:04:00,,2026-11-22 09:06:00,1\n"
                             "2026-11-22 09:01:30,account,5,2026-11-22 09:02:00,,2026-11-22 09:04:00,1\n";
constexpr const char* kCall =
    "AA0101\t33118\t27997683\t2\tPS\t990101\t6:55:20\t6:55:26\t6\t6:55:26\t6:55:43\t17\t"
    "AGENT\t6:55:43\t6:56:37\t54\tMICHAL\r\n";

class Replay : public test::CommandLine
{
protected:
    std::string file(const std::string& text)
    {
        const auto path = m_scratch / "recorded";
        std::ofstream(path) << text;
        return path.string();
    }
    Json json(std::vector<std::string> arguments)
    {
        arguments.insert(arguments.begin(), "replay");
        arguments.insert(arguments.end(), {"--format", "json"});
        EXPECT_EQ(run(arguments), ExitStatus::Well) << m_err;
        return Json::parse(m_out, nullptr, false);
    }
    /// A day of the hall in which somebody is served and somebody waits on.
    void liveADay()
    {
        queue::Rules rules;
        rules.services = {{.id = "account", .prefix = "A"}};
        rules.tiers = {queue::TierRule{}};
        rules.counters.resize(1);
        rules.counters[0].id = "1";
        rules.counters[0].services = {{0}};
        tell(queue::OpenDay{std::chrono::year{2026} / 11 / 22, std::make_shared<const queue::Rules>(rules)});
        tell(queue::OpenCounter{{0}, "17"});
        tell(queue::IssueTicket{.service = {0}});
        tell(queue::CallNext{{0}});
        tell(queue::StartService{{0}});
        tell(queue::IssueTicket{.service = {0}});
        tell(queue::FinishService{{0}, {}});
        const auto journal = db::Journal::open(m_hall);
        ASSERT_TRUE(journal) << journal.error().detail;
        ASSERT_TRUE((*journal)->commit(m_batch));
    }

private:
    void tell(const queue::Command& command)
    {
        m_now += Minutes{1};
        queue::Events events;
        ASSERT_TRUE(decide(m_state, command, m_now, events));
        for (const queue::Event& event : events) {
            apply(m_state, event, m_now);
            m_batch.events.push_back({m_batch.events.size() + 1, m_now, std::string{db::eventName(event)},
                                      db::encodeEvent(event, m_state)});
        }
    }

    queue::State m_state;
    Instant m_now{Seconds{1'795'000'000}};
    db::Batch m_batch;
};

constexpr const char* kTwoCounters = R"(discipline = "fifo"
[length]
days = 1
[arrivals]
per_minute = 1
[counters]
count = 2
[[service]]
mean_minutes = 3
[[tier]]
name = "everybody"
)";

/// The 22nd of November 2026 is a Sunday.
constexpr const char* kSundaysPlan = "\n[[plan]]\ndays = \"sun\"\nspans = { \"09:00-09:30\" = 2 }\n";

TEST_F(Replay, OtherRulesAndCountersAreTriedOnARecordedDay)
{
    const auto scenario = m_scratch / "two.toml";
    std::ofstream(scenario) << kTwoCounters;
    const std::vector<std::string> arguments{"simulate",       "--scenario", scenario.string(),
                                             "--recorded-csv", file(kDay),   "--json"};
    ASSERT_EQ(run(arguments), ExitStatus::Well) << m_err;
    const Json variants = Json::parse(m_out);
    ASSERT_EQ(variants.size(), 2U);
    EXPECT_EQ(variants[0].at("name"), "what happened");
    EXPECT_EQ(variants[0].at("tiers")[0].at("max"), 3);
    EXPECT_TRUE(variants[0].at("occupancy").is_null()) << "no record says how long counters were open";
    EXPECT_EQ(variants[1].at("customers"), 3);
    EXPECT_EQ(variants[1].at("tiers")[0].at("max"), 0.5) << "with two counters the third waits half a minute";
    EXPECT_FALSE(variants[0].contains("counters"));
    EXPECT_EQ(variants[1].at("counters"), (Json{{"by", "record"}, {"spans", Json::array()}}));
}

TEST_F(Replay, CountersAreThereAsPlannedWhereAPlanIsAskedFor)
{
    makeHall();
    std::ofstream(m_hall / "hall.toml", std::ios::app) << kSundaysPlan;
    const auto scenario = m_scratch / "two.toml";
    std::ofstream(scenario) << kTwoCounters;
    const std::vector<std::string> arguments{"simulate",
                                             "--scenario",
                                             scenario.string(),
                                             "--recorded-csv",
                                             file(kDay),
                                             "--plan-of",
                                             (m_hall / "hall.toml").string()};
    std::vector<std::string> asJson = arguments;
    asJson.push_back("--json");
    ASSERT_EQ(run(asJson), ExitStatus::Well) << m_err;
    const Json counters = Json::parse(m_out).at(1).at("counters");
    EXPECT_EQ(counters.at("by"), "plan");
    ASSERT_EQ(counters.at("spans").size(), 1U);
    EXPECT_EQ(
        counters.at("spans")[0],
        (Json{{"date", "2026-11-22"}, {"from", "09:00"}, {"to", "09:30"}, {"planned", 2}, {"recorded", 0.2}}))
        << "somebody was there for six minutes";
    m_out.clear();
    ASSERT_EQ(run(arguments), ExitStatus::Well) << m_err;
    EXPECT_NE(m_out.find("2026-11-22 09:00-09:30: 2 planned, 0.2 recorded (+1.8)"), std::string::npos)
        << m_out;
}

TEST_F(Replay, ThePlanOfAJournalsDayIsThatOfItsHall)
{
    makeHall();
    liveADay();
    const auto scenario = m_scratch / "two.toml";
    std::ofstream(scenario) << kTwoCounters;
    const std::vector<std::string> arguments{"simulate",        "--scenario",    scenario.string(),
                                             "--recorded-data", m_hall.string(), "--day",
                                             "2026-11-22",      "--plan",        "--json"};
    EXPECT_EQ(run(arguments), ExitStatus::Failed);
    EXPECT_NE(m_err.find("has no [[plan]]"), std::string::npos) << m_err;
    std::ofstream(m_hall / "hall.toml", std::ios::app) << kSundaysPlan;
    m_out.clear();
    ASSERT_EQ(run(arguments), ExitStatus::Well) << m_err;
    EXPECT_EQ(Json::parse(m_out).at(1).at("counters").at("spans")[0].at("planned"), 2);
}

} // namespace

TEST_F(Replay, ShowsWhichHeadStartExplainsTheOrderInACsvFile)
{
    const Json report = json({"--csv", file(kDay), "--head-start", "0,60,strict"});
    EXPECT_EQ(report["customers"], 3);
    EXPECT_EQ(report["malformed"], 0);
    ASSERT_EQ(report["headStarts"].size(), 3U);
    const Json pairs = {{"agreeing", 0}, {"pairs", 1}};
    EXPECT_EQ(report["headStarts"][0]["explained"]["ofDifferentPriority"], pairs);
    EXPECT_EQ(report["headStarts"][0]["replayed"]["ofDifferentPriority"], pairs);
    for (const std::size_t other : {1U, 2U}) {
        const Json& row = report["headStarts"][other];
        EXPECT_EQ(row["explained"]["ofDifferentPriority"]["agreeing"], 1);
        EXPECT_EQ(row["replayed"]["ofDifferentPriority"]["agreeing"], 1);
        EXPECT_EQ(row["waits"]["priority"], (Json{{"count", 1}, {"meanSeconds", 30.0}}));
    }
    EXPECT_EQ(report["headStarts"][2]["headStartSeconds"], "strict");
}

TEST_F(Replay, PrintsATableWithItsCounts)
{
    ASSERT_EQ(run({"replay", "--csv", file(kDay)}), ExitStatus::Well) << m_err;
    EXPECT_NE(m_out.find("3 lines read, 0 of them malformed"), std::string::npos) << m_out;
    EXPECT_NE(m_out.find("1 pairs waited together, 1 of them of different priority"), std::string::npos)
        << m_out;
    EXPECT_NE(m_out.find("\n90 s "), std::string::npos) << m_out;
    EXPECT_NE(m_out.find("\nstrict "), std::string::npos) << m_out;
}

TEST_F(Replay, ReadsATraceAndCountsItsMalformedLines)
{
    const std::string name = file(std::string{"vru+line\tcall_id\n"} + kCall + "spoiled\n");
    const Json report = json({"--trace", name, "--service", "PS,NW"});
    EXPECT_EQ(report["lines"], 2);
    EXPECT_EQ(report["malformed"], 1);
    EXPECT_EQ(report["withPriority"], 1);
    EXPECT_EQ(m_err, name + ": read as utf-8\n" + name + ":3: it has 1 fields, not 17\n");
}

TEST_F(Replay, ReadsADayOfTheHallsOwnJournal)
{
    makeHall();
    liveADay();
    const Json report = json({"--data", m_hall, "--day", "2026-11-22"});
    EXPECT_EQ(report["customers"], 2);
    EXPECT_EQ(report["recordedWaits"]["others"], (Json{{"count", 1}, {"meanSeconds", 60.0}}));
}

TEST_F(Replay, SaysThatTheHallHasNoSuchDay)
{
    makeHall();
    EXPECT_EQ(run({"replay", "--data", m_hall, "--day", "2026-11-22"}), ExitStatus::Failed);
    EXPECT_NE(m_err.find("has no business day 2026-11-22"), std::string::npos) << m_err;
}

TEST_F(Replay, SaysThatNobodyIsOfTheseDaysAndServices)
{
    for (const std::vector<std::string>& none :
         {std::vector<std::string>{"--service", "loans"}, {"--from", "2026-11-23"}, {"--to", "2026-11-22"}}) {
        std::vector<std::string> arguments{"replay", "--csv", file(kDay)};
        arguments.insert(arguments.end(), none.begin(), none.end());
        EXPECT_EQ(run(arguments), ExitStatus::Failed);
        EXPECT_NE(m_err.find("is of these days and services"), std::string::npos) << m_err;
    }
}

TEST_F(Replay, RefusesAHeadStartThatIsNone)
{
    for (const std::string wrong : {"soon", "-1", "0,,90", "1e9", "nan", "90 "}) {
        EXPECT_EQ(run({"replay", "--csv", file(kDay), "--head-start=" + wrong}), ExitStatus::Failed) << wrong;
        EXPECT_NE(m_err.find("is no head start"), std::string::npos) << m_err;
    }
}

TEST_F(Replay, NeedsOneSourceThatIsThere)
{
    EXPECT_EQ(run({"replay"}), ExitStatus::WrongUse);
    EXPECT_EQ(run({"replay", "--csv", (m_scratch / "absent").string()}), ExitStatus::WrongUse);
    EXPECT_EQ(run({"replay", "--csv", file(kDay), "--trace", file(kDay)}), ExitStatus::WrongUse);
    EXPECT_EQ(run({"replay", "--data", m_scratch.string()}), ExitStatus::WrongUse);
    EXPECT_EQ(run({"replay", "--csv", file(kDay), "--day", "2026-11-22"}), ExitStatus::WrongUse);
    EXPECT_EQ(run({"replay", "--csv", file(kDay), "--from", "2026-11-31"}), ExitStatus::WrongUse);
}
