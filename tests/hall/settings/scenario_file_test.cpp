#include <hall/settings/edited_hall.h>
#include <hall/settings/scenario/scenario_file.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

using namespace starqueue;
using namespace starqueue::settings;
using namespace starqueue::settings::test;
using testing::HasSubstr;

namespace {

const std::string kHall = R"(discipline = "weighted"
seed = 7
[length]
days = 1000
[arrivals]
per_minute = 1.2
hourly = [0.7, 1, 1]
day_factor_sd = 0.08
[counters]
count = 6
dedicated = 1
dedicated_to_stars = 5
help_others_after_seconds = 180
[guard]
minutes = 25
[no_show]
share = 0.04
costs_minutes = 1.5
[[service]]
share = 0.3
mean_minutes = 4.5
cv = 0.7
walk_up_minutes = 0.5
[[service]]
share = 0.7
mean_minutes = 6
distribution = "exponential"
[[tier]]
name = "5 stars"
stars = 5
share = 0.1
target_minutes = 5
head_start_minutes = 15
rate = 6
weight = 3
mean_minutes = 8
[[tier]]
name = "others"
stars = 0
)";

const std::string kEndless = R"(discipline = "strict"
[length]
customers = 2_000_000
warm_up = 20_000
[arrivals]
per_minute = 0.9
[counters]
count = 6
[[service]]
mean_minutes = 6
[[tier]]
[[tier]]
)";

std::string changed(std::string text, std::string_view from, std::string_view to)
{
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

queue::Scenario acceptedScenario(const std::string& text)
{
    const auto scenario = parseScenario(text, "hall.toml");
    if (scenario)
        return *scenario;
    ADD_FAILURE() << errorMessage(scenario.error());
    return {};
}

formats::SettingProblems scenarioProblems(const std::string& text)
{
    const auto scenario = parseScenario(text, "hall.toml");
    return scenario ? formats::SettingProblems{} : scenario.error();
}

struct Fault
{
    const char* from;
    const char* to; ///< its first line is the one that is named
    const char* key;
    const char* value;
    const char* advice;
};

void PrintTo(const Fault& wrong, std::ostream* out)
{
    *out << wrong.key << " = " << wrong.value;
}

class WrongScenario : public testing::TestWithParam<Fault>
{};

} // namespace

TEST(ScenarioFile, SaysWhatTheHallIsLike)
{
    const queue::Scenario scenario = acceptedScenario(kHall);
    EXPECT_EQ(scenario.rules.discipline, queue::Discipline::Weighted);
    EXPECT_EQ(scenario.seed, 7U);
    EXPECT_EQ(scenario.length, (queue::SimulationLength{1000, 0, 0}));
    EXPECT_EQ(scenario.demand.arrivals, (queue::ArrivalPattern{1.2, {0.7, 1, 1}, 0.08}));
    EXPECT_EQ(scenario.rules.guard, Minutes{25});
    EXPECT_EQ(scenario.demand.noShowShare, 0.04);
    EXPECT_EQ(scenario.demand.noShowCost, Seconds{90});
    ASSERT_EQ(scenario.demand.services.size(), 2U);
    EXPECT_EQ(scenario.demand.services[0],
              (queue::ServiceDemand{0.3, Seconds{270}, 0.7, false, Seconds{30}}));
    EXPECT_EQ(scenario.demand.services[1], (queue::ServiceDemand{0.7, Minutes{6}, 1, true, Millis{0}}));
}

TEST(ScenarioFile, SaysWhatTiersAndCountersAreLike)
{
    const queue::Scenario scenario = acceptedScenario(kHall);
    ASSERT_EQ(scenario.rules.tiers.size(), 2U);
    EXPECT_EQ(scenario.rules.tiers[0], (queue::TierRule{5, false, Minutes{5}, Minutes{15}, 6, 3}));
    EXPECT_EQ(scenario.demand.tiers[0], (queue::TierDemand{"5 stars", 0.1, Minutes{8}}));
    EXPECT_EQ(scenario.demand.tiers[1], (queue::TierDemand{"others", 1, {}}));
    ASSERT_EQ(scenario.rules.counters.size(), 6U);
    EXPECT_FALSE(scenario.rules.counters[4].dedicatedToStars);
    EXPECT_EQ(scenario.rules.counters[5].dedicatedToStars, 5);
    EXPECT_EQ(scenario.rules.counters[5].helpOthersAfter, Minutes{3});
    EXPECT_EQ(scenario.rules.counters[5].services.size(), 2U);
    EXPECT_EQ(scenario.opening, (std::vector<queue::OpeningStep>{{Millis{0}, 6}}));
}

TEST(ScenarioFile, GivesTiersStarsWhereItNamesNone)
{
    const queue::Scenario scenario = acceptedScenario(kEndless);
    EXPECT_EQ(scenario.length, (queue::SimulationLength{0, 2'000'000, 20'000}));
    EXPECT_EQ(scenario.seed, 1U);
    EXPECT_FALSE(scenario.rules.guard) << "left out: none";
    EXPECT_EQ(scenario.rules.tiers[0].stars, 1);
    EXPECT_EQ(scenario.rules.tiers[1].stars, 0);
    EXPECT_EQ(scenario.demand.tiers[1].name, "tier 2");
}

TEST(ScenarioFile, OpensCountersByHalfHour)
{
    const auto plan =
        acceptedScenario(changed(kHall, "count = 6\n", "count = 6\nby_half_hour = [2, 2, 0, 6, 6, 5]\n"));
    const std::vector<queue::OpeningStep> kSteps{
        {Minutes{0}, 2}, {Minutes{60}, 0}, {Minutes{90}, 6}, {Minutes{150}, 5}};
    EXPECT_EQ(plan.opening, kSteps);
}

TEST(ScenarioFile, NeverHelpingIsMinusOne)
{
    const auto scenario = acceptedScenario(changed(kHall, "after_seconds = 180", "after_seconds = -1"));
    EXPECT_FALSE(scenario.rules.counters[5].helpOthersAfter);
}

TEST(ScenarioFile, MayTryMoreThanTheBoundThatAHallWouldPromise)
{
    EXPECT_EQ(acceptedScenario(changed(kHall, "minutes = 25", "minutes = 600")).rules.guard, Minutes{600});
}

TEST_P(WrongScenario, IsNamedWithFileLineKeyValueAndWhatWouldBeRight)
{
    const std::string& whole = kHall.find(GetParam().from) != std::string::npos ? kHall : kEndless;
    const std::string text = changed(whole, GetParam().from, GetParam().to);
    const formats::SettingProblems problems = scenarioProblems(text);
    ASSERT_EQ(problems.size(), 1U) << errorMessage(problems);
    EXPECT_EQ(problems[0].file, "hall.toml");
    EXPECT_EQ(problems[0].line, lineOf(text, GetParam().to)) << errorMessage(problems);
    EXPECT_EQ(problems[0].key, GetParam().key);
    EXPECT_EQ(problems[0].value, GetParam().value);
    EXPECT_THAT(problems[0].advice, HasSubstr(GetParam().advice));
}

INSTANTIATE_TEST_SUITE_P(
    ScenarioFile, WrongScenario,
    testing::Values(
        Fault{"discipline = \"weighted\"", "discipline = \"lifo\"", "discipline", "'lifo'", "strict"},
        Fault{"seed = 7", "seed = -7", "seed", "-7", "from 0"},
        Fault{"days = 1000", "days = 0", "length.days", "0", "from 1"},
        Fault{"days = 1000", "days = 2.5", "length.days", "2.5", "whole"},
        Fault{"per_minute = 1.2", "per_minute = 0", "arrivals.per_minute", "0", "from"},
        Fault{"hourly = [0.7, 1, 1]", "hourly = [0, 0.0]", "arrivals.hourly", "[ 0, 0.0 ]", "somebody comes"},
        Fault{"hourly = [0.7, 1, 1]", "hourly = [1, -1]", "arrivals.hourly", "[ 1, -1 ]", "from 0"},
        Fault{"day_factor_sd = 0.08", "day_factor_sd = 9", "arrivals.day_factor_sd", "9", "to 5"},
        Fault{"count = 6\ndedicated", "count = 0\ndedicated = 0 #", "counters.count", "0", "from 1"},
        Fault{"dedicated = 1", "dedicated = 7", "counters.dedicated", "7", "to 6"},
        Fault{"dedicated_to_stars = 5", "dedicated_to_stars = 8", "counters.dedicated_to_stars", "8", "to 7"},
        Fault{"help_others_after_seconds = 180", "help_others_after_seconds = -2",
              "counters.help_others_after_seconds", "-2", "from -1"},
        Fault{"minutes = 25", "minutes = 0", "guard.minutes", "0", "from"},
        Fault{"share = 0.04", "share = 1.04", "no_show.share", "1.04", "to 1"},
        Fault{"mean_minutes = 4.5", "mean_minutes = -4.5", "service[0].mean_minutes", "-4.5", "from"},
        Fault{"cv = 0.7", "cv = \"0.7\"", "service[0].cv", "'0.7'", "number"},
        Fault{"distribution = \"exponential\"", "distribution = \"normal\"", "service[1].distribution",
              "'normal'", "log-normal"},
        Fault{"dedicated_to_stars = 5", "dedicated_to_stars = 6", "counters.dedicated_to_stars", "6",
              "begins at"},
        Fault{"target_minutes = 5", "target_minute = 5", "tier[0].target_minute", "5", "target_minutes"},
        Fault{"warm_up = 20_000", "warm_up = -1", "length.warm_up", "-1", "from 0"},
        Fault{"per_minute = 0.9", "per_minute = 1.1", "arrivals.per_minute", "1.1", "6.6 counters busy"},
        Fault{"per_minute = 0.9", "day_factor_sd = 0.1\nper_minute = 0.9", "arrivals.day_factor_sd", "0.1",
              "endless"}));

TEST(ScenarioFile, RefusesAnEndlessDayWhoseOrdinaryCustomersNobodyCouldServe)
{
    const std::string text = changed(kEndless, "count = 6",
                                     "count = 6\ndedicated = 1\ndedicated_to_stars = 1\n"
                                     "help_others_after_seconds = -1");
    EXPECT_TRUE(scenarioProblems(text).empty()) << "half of 5.4 on five counters";
    const formats::SettingProblems problems =
        scenarioProblems(changed(text, "dedicated = 1", "dedicated = 4"));
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].key, "arrivals.per_minute");
    EXPECT_THAT(problems[0].advice, HasSubstr("2.7 counters busy where 2"));
    EXPECT_TRUE(scenarioProblems(changed(changed(text, "dedicated = 1", "dedicated = 4"), "[[service]]",
                                         "[guard]\nminutes = 25\n[[service]]"))
                    .empty());
}

TEST(ScenarioFile, NamesTiersThatLeaveSomebodyOutInOneLine)
{
    EXPECT_EQ(errorMessage(scenarioProblems(changed(kHall, "stars = 0\n", "stars = 1\n"))),
              "hall.toml:28: tier: No tier takes customers without stars: add a last one with stars = 0.");
}

TEST(ScenarioFile, TellsWhatIsMissingAndWhatNobodyKnows)
{
    EXPECT_THAT(errorMessage(scenarioProblems("")), HasSubstr("length"));
    EXPECT_EQ(scenarioProblems("").size(), 5U);
    EXPECT_THAT(errorMessage(scenarioProblems(kHall + "[surprise]\n")), HasSubstr("surprise"));
    EXPECT_THAT(errorMessage(scenarioProblems("[length\n")), HasSubstr("hall.toml:1: this is not TOML"));
}

TEST(ScenarioFile, RefusesPlansThatCannotBeMeant)
{
    const auto plan = [](const std::string& list) {
        return errorMessage(
            scenarioProblems(changed(kHall, "count = 6\n", "count = 6\nby_half_hour = " + list + "\n")));
    };
    EXPECT_THAT(plan("[3, 0]"), HasSubstr("must not end with 0"));
    EXPECT_THAT(plan("[2.5, 3]"), HasSubstr("whole numbers"));
    EXPECT_THAT(plan("[7]"), HasSubstr("from 0 to 6"));
    EXPECT_THAT(plan("[]"), HasSubstr("list of numbers"));
}

TEST(ScenarioFile, NeverThrowsWhereverItIsCutOff)
{
    for (std::size_t length = 0; length < kHall.size(); ++length)
        EXPECT_NO_THROW((void)parseScenario(std::string_view{kHall}.substr(0, length), "hall.toml"));
}
