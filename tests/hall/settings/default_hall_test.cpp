#include <hall/settings/edited_hall.h>

#include <queue/rules/rules_check.h>

using namespace starqueue;
using namespace starqueue::settings;
using namespace std::chrono_literals;

namespace {

const HallSettings& hall()
{
    static const HallSettings kHall = test::accepted(std::string{defaultHall()});
    return kHall;
}

} // namespace

TEST(DefaultHall, IsTakenAsItIsWritten)
{
    EXPECT_TRUE(parseHallSettings(defaultHall(), "hall.toml"));
    EXPECT_TRUE(queue::checkRules(hall().rules).empty());
}

TEST(DefaultHall, IsAlwaysOpenAndIssuesWithoutLimit)
{
    EXPECT_TRUE(hall().opens.always);
    EXPECT_EQ(hall().rules.limits, queue::IssueLimits{});
    EXPECT_EQ(hall().rules.noShowAfterRecalls, 0);
    for (const queue::ServiceRule& service : hall().rules.services)
        EXPECT_EQ(service.dailyTickets, 0U);
}

TEST(DefaultHall, ListensOnItsMachineAloneAndLeadsNoPhoneThere)
{
    EXPECT_EQ(hall().publicUrl, std::nullopt);
    EXPECT_EQ(toText(hall().listen.main), "127.0.0.1:8470");
}

TEST(DefaultHall, HasFiveServicesWithTheirOwnLetters)
{
    ASSERT_EQ(hall().rules.services.size(), 5U);
    EXPECT_EQ(hall().rules.services[0].id, "account");
    EXPECT_EQ(hall().rules.services[0].name, (queue::Name{"账户业务", "Accounts"}));
    EXPECT_EQ(hall().rules.services[0].typical, 6min);
}

TEST(DefaultHall, GivesHeadStartsAndTargetsByTier)
{
    const auto& tiers = hall().rules.tiers;
    ASSERT_EQ(tiers.size(), 4U);
    const Millis starts[] = {20min, 15min, 8min, 0min};
    const Seconds targets[] = {5min, 5min, 8min, 15min};
    const int stars[] = {6, 5, 4, 0};
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(tiers[i].headStart, starts[i]);
        EXPECT_EQ(tiers[i].target, targets[i]);
        EXPECT_EQ(tiers[i].stars, stars[i]);
        EXPECT_EQ(tiers[i].keyContacts, i == 0);
    }
}

TEST(DefaultHall, DedicatesCounterSixAloneToFiveStarsAndLetsItHelpAtOnce)
{
    const auto& counters = hall().rules.counters;
    ASSERT_EQ(counters.size(), 6U);
    for (std::size_t i = 0; i < 6; ++i) {
        EXPECT_EQ(counters[i].id, std::to_string(i + 1));
        EXPECT_EQ(counters[i].services.size(), 5U);
        EXPECT_EQ(counters[i].dedicatedToStars, i == 5 ? std::optional{5} : std::nullopt);
    }
    EXPECT_EQ(counters[5].helpOthersAfter, Millis{0});
}

TEST(DefaultHall, SaysNothingOtherThanWhatHoldsWithoutIt)
{
    std::string limits{defaultHall()};
    for (const char* key :
         {"# [limits]", "# header_kib", "# body_kib", "# request_seconds", "# heartbeat_seconds",
          "# backlog_kib", "# connections =", "# connections_per_peer"}) {
        const std::size_t at = limits.find(key);
        ASSERT_NE(at, std::string::npos) << key;
        limits.erase(at, 2);
    }
    EXPECT_EQ(test::accepted(limits), hall());
}
