#include <hall/settings/edited_hall.h>

using namespace starqueue;
using namespace starqueue::settings;
using namespace starqueue::settings::test;
using namespace std::chrono_literals;

TEST(Settings, KnowTheLineOfEachPrefixForWhenItIsTaken)
{
    const std::string text = edited("prefix = \"B\"", "prefix = \"Q\"");
    EXPECT_EQ(accepted(text).prefixLines.at("plans"), lineOf(text, "prefix = \"Q\""));
}

TEST(Settings, CarryNobodyOverTheNightUnlessToldTo)
{
    EXPECT_FALSE(accepted(std::string(defaultHall())).carryWaiting);
    EXPECT_TRUE(accepted(edited("carry_waiting = false", "carry_waiting = true")).carryWaiting);
}

TEST(Settings, ReadEveryDisciplineByItsName)
{
    const std::pair<const char*, queue::Discipline> kNames[] = {
        {"head-start", queue::Discipline::HeadStart},
        {"fifo", queue::Discipline::Fifo},
        {"strict", queue::Discipline::Strict},
        {"weighted", queue::Discipline::Weighted},
        {"accumulating", queue::Discipline::Accumulating}};
    for (const auto& [name, discipline] : kNames) {
        const std::string text =
            edited(R"(discipline = "head-start")", "discipline = \"" + std::string{name} + "\"");
        EXPECT_EQ(accepted(text).rules.discipline, discipline);
    }
}

TEST(Settings, MinusOneMeansNeverForTheHelpOfADedicatedCounter)
{
    const HallSettings hall =
        accepted(edited("help_others_after_seconds = 0 ", "help_others_after_seconds = -1 "));
    EXPECT_EQ(hall.rules.counters[5].helpOthersAfter, std::nullopt);
}

TEST(Settings, KeepTheOrderOfPreferredServices)
{
    const HallSettings hall =
        accepted(edited(R"(services = ["account", "plans", "payments", "sim", "business"])",
                        "services = [\"account\", \"plans\"]\nprefer = [\"plans\", \"account\"]"));
    const auto& counter = hall.rules.counters.front();
    EXPECT_EQ(counter.services, (std::vector<queue::ServiceIx>{{0}, {1}}));
    EXPECT_EQ(counter.prefers, (std::vector<queue::ServiceIx>{{1}, {0}}));
}

TEST(Settings, NameTheTiersOfACounterByTheirStars)
{
    const HallSettings hall = accepted(
        edited(R"(services = ["account", "plans", "payments", "sim", "business"])", "tiers = [0, 4]"));
    EXPECT_EQ(hall.rules.counters[0].tiers, (std::vector<int>{0, 4}));
    EXPECT_TRUE(hall.rules.counters[1].tiers.empty()) << "all of them";
}

TEST(Settings, PromiseTheBestBoundThatTheRulesKeepWhereNoneIsWritten)
{
    EXPECT_EQ(accepted(edited("bound_minutes = 25", "")).rules.bound, 25min);
    const std::string fifo = edited(R"(discipline = "head-start")", R"(discipline = "fifo")");
    EXPECT_EQ(accepted(fifo).rules.bound, 25min);
}

TEST(Settings, LimitHowOftenAnybodyIsPassedAsSimulationChoseUnlessTheySay)
{
    EXPECT_EQ(accepted(std::string(defaultHall())).rules.mostPasses, 12);
    EXPECT_EQ(accepted(edited("most_passes = 12", "")).rules.mostPasses, 12);
    EXPECT_EQ(accepted(edited("most_passes = 12", "most_passes = 11")).rules.mostPasses, 11);
    EXPECT_EQ(accepted(edited("most_passes = 12", "most_passes = 0")).rules.mostPasses, 0) << "none";
}

/// The default hall without a dedicated counter, and with `passes`, `bound` and `guard` as its lines for
/// them.
std::string hallOf(const std::string& passes, const std::string& bound, const std::string& guard)
{
    std::string text = edited("minutes = 25\n\n", guard + "\n\n");
    const auto change = [&text](std::string_view from, const std::string& to) {
        text.replace(text.find(from), from.size(), to);
    };
    change("dedicated_to_stars = 5", "");
    change("help_others_after_seconds = 0", "");
    change("most_passes = 12", passes);
    change("bound_minutes = 25", bound);
    return text;
}

TEST(Settings, DontLimitWhatTheyDontNameWhereThatWouldLoosenThePromisedBound)
{
    for (const auto& [bound, guard] :
         {std::pair{"bound_minutes = 20", "minutes = 25"}, {"", "minutes = -1"}}) {
        const HallSettings hall = accepted(hallOf("", bound, guard));
        EXPECT_EQ(hall.rules.mostPasses, 0) << guard;
        EXPECT_EQ(hall.rules.bound, 20min) << guard;
        EXPECT_FALSE(refused(hallOf("most_passes = 12", bound, guard)).empty()) << guard;
    }
    EXPECT_EQ(accepted(hallOf("", "", "minutes = 25")).rules.mostPasses, 12);
    EXPECT_EQ(accepted(hallOf("", "", "minutes = 25")).rules.bound, 25min);
}

TEST(Settings, TakePartsOfMinutes)
{
    EXPECT_EQ(accepted(edited("typical_minutes = 6", "typical_minutes = 6.5")).rules.services[0].typical,
              390s);
    EXPECT_EQ(
        accepted(edited("head_start_minutes = 8", "head_start_minutes = 7.25")).rules.tiers[2].headStart,
        435s);
}

TEST(Settings, LimitTheTicketsOfOneServiceADay)
{
    const HallSettings hall = accepted(edited("# daily_tickets = 200", "daily_tickets = 200"));
    EXPECT_EQ(hall.rules.services[0].dailyTickets, 200U);
    EXPECT_EQ(hall.rules.services[1].dailyTickets, 0U);
}

TEST(Settings, LimitTheTicketsOfOnePersonAndOfOneKiosk)
{
    const HallSettings hall =
        accepted(edited("[rating]", "[issue]\nmost_per_identity = 3\nmost_per_kiosk_minute = 10\n[rating]"));
    EXPECT_EQ(hall.rules.limits, (queue::IssueLimits{3, 10}));
}

TEST(Settings, MakeANoShowAfterSoManyRecalls)
{
    EXPECT_EQ(accepted(edited("# after_recalls = 3", "after_recalls = 3")).rules.noShowAfterRecalls, 3);
}

TEST(Settings, GiveACustomerTheTimeToComeWhereNothingIsSaidOfNoShows)
{
    std::string text{defaultHall()};
    const std::size_t section = text.find("[no_show]");
    text.erase(section, text.find("# after_recalls") - section);
    EXPECT_EQ(accepted(text).rules.noShowEarliest, Seconds{20});
    EXPECT_EQ(accepted(text).rules.maxRequeues, 3);
}

TEST(Settings, GiveACustomerTheTimeToCome)
{
    EXPECT_EQ(accepted(std::string(defaultHall())).rules.noShowEarliest, Seconds{20});
    EXPECT_EQ(accepted(edited("earliest_seconds = 20 ", "")).rules.noShowEarliest, Seconds{20})
        << "unless said";
    EXPECT_EQ(accepted(edited("earliest_seconds = 20", "earliest_seconds = 0")).rules.noShowEarliest,
              Seconds{0});
}

TEST(Settings, ListenWhereTheFileSays)
{
    const HallSettings hall =
        accepted(edited("address = \"127.0.0.1:8470\"", "address = \"[::]:80\"\nphone = \"0.0.0.0:81\""));
    EXPECT_EQ(hall.listen.main, (Address{"::", 80}));
    EXPECT_EQ(hall.listen.phone, (Address{"0.0.0.0", 81}));
    EXPECT_EQ(toText(hall.listen.main), "[::]:80");
}

TEST(Settings, SayWhichAddressesOtherMachinesReach)
{
    EXPECT_TRUE(listenersInClear(accepted(edited("# operations = \"127.0.0.1:8471\"",
                                                 "operations = \"127.9.0.1:81\"\nphone = \"[::1]:82\""))
                                     .listen)
                    .empty());
    for (const char* open : {"0.0.0.0", "10.0.0.7", "[::]", "[fe80::1]", "128.0.0.1"}) {
        const auto listen =
            accepted(edited("# phone = \"127.0.0.1:8472\"", "phone = \"" + std::string{open} + ":82\""))
                .listen;
        ASSERT_EQ(listenersInClear(listen).size(), 1U) << open;
        EXPECT_EQ(listenersInClear(listen).begin()->first, Listener::Phone);
    }
}

TEST(Settings, ListenInClearBeyondThisMachineOnlyWhereTheySaySo)
{
    const auto whyNot = [](const std::string& inClear) {
        return whyNotInClear(
            accepted(edited("address = \"127.0.0.1:8470\"",
                            "address = \"0.0.0.0:80\"\noperations = \"0.0.0.0:81\"\n" + inClear))
                .listen);
    };
    EXPECT_NE(whyNot("").find("address = \"0.0.0.0:80\""), std::string::npos) << whyNot("");
    EXPECT_NE(whyNot("").find("in_clear = [\"address\"]"), std::string::npos) << whyNot("");
    EXPECT_NE(whyNot(R"(in_clear = ["address"])").find("operations"), std::string::npos);
    EXPECT_NE(whyNot(R"(in_clear = ["phone"])"), "");
    EXPECT_EQ(whyNot(R"(in_clear = ["address", "operations"])"), "");
}

TEST(Settings, PrintNoQrWithoutAPublicUrl)
{
    EXPECT_EQ(accepted(std::string(defaultHall())).publicUrl, std::nullopt) << "a new hall has none";
}

TEST(Settings, DropTheSlashAtTheEndOfThePublicUrl)
{
    const std::string settings =
        edited("# public_url = \"https://q.example.com\"", "public_url = \"https://q.example.com/\"");
    EXPECT_EQ(accepted(settings).publicUrl, "https://q.example.com");
}

TEST(Settings, AddressesNeedANumericHostAndAPort)
{
    for (const char* text :
         {"", "8470", "localhost:8470", "127.0.0.1:", "127.0.0.1:70000", "::1:8470", "1.2.3.4:5x"})
        EXPECT_FALSE(parseAddress(text)) << text;
}

TEST(RatingSettings, SayHowLongPhonesMayRateAndWhatARegulatorWants)
{
    const auto usual = accepted(edited("", "")).rules;
    EXPECT_EQ(usual.lateDays, 0);
    EXPECT_EQ(usual.exportDefault, 0);
    const auto rules = accepted(edited("late_days = 0", "late_days = 7\nexport_default = 3")).rules;
    EXPECT_EQ(rules.lateDays, 7);
    EXPECT_EQ(rules.exportDefault, 3);
}

TEST(RatingSettings, NameTheReasonsThatCustomersAreOffered)
{
    const auto with = [](const std::string& reasons) {
        return edited("late_days = 0", "late_days = 1\nreasons = [" + reasons + "]");
    };
    const std::string wait = R"({ id = "wait", name = { zh = "等候时间长", en = "Long wait" })";
    const auto rules =
        accepted(with(wait + " }, " + R"({ id = "quick", name = { zh = "快", en = "Quick" }, )" +
                      "levels = [5, 4] }"))
            .rules;
    ASSERT_EQ(rules.ratingReasons.size(), 2U);
    EXPECT_EQ(rules.ratingReasons[0].name.en, "Long wait");
    EXPECT_EQ(rules.ratingReasons[0].levels, (std::vector<int>{1, 2})) << "those that open a case";
    EXPECT_EQ(rules.ratingReasons[1].levels, (std::vector<int>{4, 5}));
    for (const std::string& wrong :
         {with(wait + " }, " + wait + " }"), with(wait + ", levels = [6] }"), with(wait + ", levels = [] }"),
          with(wait + ", levels = [1, 1] }"), edited("late_days = 0", "reasons = [" + wait + " }]")})
        EXPECT_EQ(refused(wrong).size(), 1U) << wrong;
}

TEST(WebhookSettings, NameWhereServicesAreTold)
{
    EXPECT_EQ(accepted(edited("", "")).webhook, WebhookSettings{});
    const auto webhook =
        accepted(edited("# A hall", "webhook = { url = \"http://[::1]:80/q?a=b\", secret_file = \"s\" } #"))
            .webhook;
    EXPECT_EQ(webhook.url, "http://[::1]:80/q?a=b");
    EXPECT_EQ(webhook.secretFile, "s");
    EXPECT_EQ(webhook.secret, "") << "not the parser's to read";
}

TEST(WebhookSettings, LeaveTheMachineInClearOnlyWhereTheySaySo)
{
    const auto file = [](const std::string& url, const std::string& more) {
        return edited("# A hall", "webhook = { url = \"" + url + "\", secret_file = \"s\"" + more + " } #");
    };
    for (const char* here :
         {"https://a.example", "http://localhost:9/q", "http://127.0.0.9/q", "http://[::1]"})
        EXPECT_FALSE(accepted(file(here, "")).webhook.inClear) << here;
    for (const char* away : {"http://a.example/q", "http://192.0.2.7:80", "http://127.0.0.1.a.example",
                             "http://[2001:db8::1]:80/", "http://127.1/"}) {
        ASSERT_EQ(refused(file(away, "")).size(), 1U) << away;
        EXPECT_EQ(refused(file(away, ""))[0].key, "webhook.url");
        EXPECT_EQ(refused(file(away, ", in_clear = false")).size(), 1U) << away;
        EXPECT_TRUE(accepted(file(away, ", in_clear = true")).webhook.inClear) << away;
    }
}

TEST(RatingSettings, SayWhatLevelsAreCalledAndWhichOpenACase)
{
    const auto rules = [](const std::string& lines) {
        return accepted(edited("labels = \"telecom\" ", lines + " #")).rules;
    };
    EXPECT_EQ(rules("labels = \"government\"").ratingLabels, queue::RatingLabels::Government);
    EXPECT_EQ(rules("").caseLevels, (std::vector<int>{1, 2}));
    const auto levels = [](const std::string& list) {
        return accepted(edited("opens_case = [1, 2]", "opens_case = " + list)).rules.caseLevels;
    };
    EXPECT_EQ(levels("[3, 1]"), (std::vector<int>{1, 3}));
    EXPECT_TRUE(levels("[]").empty());
    for (const char* wrong : {"[0]", "[6]", "[1, 1]", "1"})
        EXPECT_EQ(refused(edited("opens_case = [1, 2]", std::string("opens_case = ") + wrong)).size(), 1U)
            << wrong;
}
