#include <db/codec/event_codec.h>
#include <db/codec/rules_codec.h>
#include <db/support/random_hall.h>

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

#include <set>

using namespace starqueue;
using namespace starqueue::db;
using starqueue::db::test::RandomHall;

namespace {

/// Encodes, decodes, applies what came out, and wants the same state and the same text again.
void expectSameAfterReading(const queue::Event& event, Instant at, queue::State before,
                            const queue::State& after)
{
    const std::string name{eventName(event)};
    const std::string payload = encodeEvent(event, after);
    const auto read = decodeEvent(name, payload, before.rules.get());
    ASSERT_TRUE(read) << payload << ": " << read.error();
    ASSERT_EQ(read->index(), event.index()) << payload;
    queue::apply(before, *read, at);
    ASSERT_TRUE(before == after) << name << " " << payload;
    ASSERT_EQ(encodeEvent(*read, before), payload);
}

/// A hall in which one ticket of the family "account" is called at counter "1".
RandomHall hallWithCalledTicket()
{
    RandomHall hall{1};
    const auto ignore = [](const auto&, auto, const auto&, const auto&) {};
    hall.step(ignore);
    queue::IssueTicket issue;
    issue.service = {0};
    issue.stars = 5;
    hall.carryOut(issue, ignore);
    hall.carryOut(queue::OpenCounter{{0}, "17"}, ignore);
    return hall;
}

} // namespace

TEST(EventCodec, EveryEventThatAHallCanMakeLeadsToTheSameStateAfterReading)
{
    std::set<std::size_t> seen;
    for (std::uint32_t seed = 1; seed <= 80; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        RandomHall hall{seed};
        for (int i = 0; i < 700 && !HasFatalFailure(); ++i)
            hall.step([&](const auto& event, auto at, const auto& before, const auto& after) {
                seen.insert(event.index());
                expectSameAfterReading(event, at, before, after);
            });
    }
    const std::set<std::size_t> mustNeverOccur{queue::Event{queue::FairnessViolated{}}.index(),
                                               queue::Event{queue::NumberDoubled{}}.index()};
    for (std::size_t kind = 0; kind < std::variant_size_v<queue::Event>; ++kind)
        EXPECT_TRUE(seen.contains(kind) || mustNeverOccur.contains(kind)) << "no walk made event " << kind;
}

TEST(EventCodec, FieldsAreReadInWhateverOrderTheyStand)
{
    RandomHall hall{3};
    for (int i = 0; i < 300 && !testing::Test::HasFatalFailure(); ++i)
        hall.step([](const auto& event, auto, const auto& before, const auto& after) {
            const std::string payload = encodeEvent(event, after);
            const auto fields = nlohmann::ordered_json::parse(payload);
            auto backwards = nlohmann::ordered_json::object();
            for (auto field = fields.rbegin(); field != fields.rend(); ++field)
                backwards[field.key()] = field.value();
            const auto read = decodeEvent(eventName(event), backwards.dump(), before.rules.get());
            ASSERT_TRUE(read) << payload << ": " << read.error();
            ASSERT_EQ(encodeEvent(*read, after), payload);
        });
}

TEST(EventCodec, AViolationThatMustNeverOccurCanBeReadAllTheSame)
{
    RandomHall hall = hallWithCalledTicket();
    const queue::FairnessViolated violated{{1}, {1}, Millis{1'500'001}, Minutes{25}};
    expectSameAfterReading(violated, hall.now(), hall.state(), hall.state());
    expectSameAfterReading(queue::NumberDoubled{{1}, {1}}, hall.now(), hall.state(), hall.state());
}

TEST(EventCodec, ACallCarriesTheContractsFields)
{
    RandomHall hall = hallWithCalledTicket();
    std::string payload;
    hall.carryOut(queue::CallNext{{0}}, [&](const auto& event, auto, const auto&, const auto& after) {
        payload = encodeEvent(event, after);
    });
    const auto json = nlohmann::json::parse(payload);
    EXPECT_EQ(json.at("ticket"), "1");
    EXPECT_EQ(json.at("number"), "A001");
    EXPECT_EQ(json.at("service"), "account");
    EXPECT_EQ(json.at("counter"), "1");
    EXPECT_EQ(json.at("recall"), 0);
    EXPECT_EQ(json.at("why").at("rule"), "head-start");
    EXPECT_EQ(json.at("why").at("headStartSeconds"), 900);
    EXPECT_EQ(json.at("why").at("outOfTurn"), nullptr);
}

TEST(EventCodec, ARecallHasTheNameOfACallAndCountsOn)
{
    RandomHall hall = hallWithCalledTicket();
    const auto ignore = [](const auto&, auto, const auto&, const auto&) {};
    hall.carryOut(queue::CallNext{{0}}, ignore);
    hall.carryOut(queue::Recall{{0}}, [](const auto& event, auto, const auto&, const auto& after) {
        EXPECT_EQ(eventName(event), "ticket_called");
        EXPECT_EQ(nlohmann::json::parse(encodeEvent(event, after)).at("recall"), 1);
    });
}

TEST(EventCodec, TextThatIsNotUtf8CannotMakeTheJournalUnreadable)
{
    RandomHall hall = hallWithCalledTicket();
    const queue::CounterPaused paused{{0}, "lunch \xC3\x28 \xFF"};
    const auto read =
        decodeEvent("counter_paused", encodeEvent(paused, hall.state()), hall.state().rules.get());
    ASSERT_TRUE(read) << read.error();
    EXPECT_EQ(std::get<queue::CounterPaused>(*read).reason.substr(0, 6), "lunch ");
}

TEST(EventCodec, ADamagedPayloadIsToldWithItsEventAndField)
{
    const auto rules = db::test::hallRules();
    const auto error = [&](std::string_view name, std::string_view payload) {
        const auto read = decodeEvent(name, payload, &rules);
        return read ? "it was read" : read.error();
    };
    EXPECT_NE(error("ticket_called", "{").find("ticket_called"), std::string::npos);
    EXPECT_NE(error("counter_closed", "{}").find("\"counter\""), std::string::npos);
    EXPECT_NE(error("counter_closed", R"({"counter":"9"})").find("no counter \"9\""), std::string::npos);
    EXPECT_NE(error("ticket_eaten", "{}").find("ticket_eaten"), std::string::npos);
}

TEST(EventCodec, EveryPrefixOfAPayloadIsRefused)
{
    RandomHall hall = hallWithCalledTicket();
    hall.carryOut(queue::CallNext{{0}}, [&](const auto& event, auto, const auto& before, const auto& after) {
        const std::string payload = encodeEvent(event, after);
        for (std::size_t length = 0; length < payload.size(); ++length)
            EXPECT_FALSE(decodeEvent("ticket_called", payload.substr(0, length), before.rules.get()));
    });
}

namespace {

queue::Rules decodedRules(const std::string& json)
{
    const auto event = decodeEvent("rules_set", R"({"rules":)" + json + R"(,"nextDay":false})", nullptr);
    if (event)
        return *std::get<queue::RulesSet>(*event).rules;
    ADD_FAILURE() << event.error();
    return {};
}

} // namespace

TEST(RulesCodec, RulesComeBackEqualAndEqualRulesHaveEqualHashes)
{
    const auto rules = db::test::hallRules();
    const auto read = decodedRules(encodeRules(rules));
    EXPECT_EQ(read, rules);
    EXPECT_EQ(rulesHash(read), rulesHash(rules));
    auto other = rules;
    other.tiers[1].weight += 1e-12;
    EXPECT_NE(rulesHash(other), rulesHash(rules));
}

TEST(RulesCodec, RulesOfAJournalFromBeforePassesWereCountedHaveNoLimitWhateverSettingsChooseNow)
{
    auto rules = db::test::hallRules();
    rules.mostPasses = 6;
    std::string json = encodeRules(rules);
    const std::string limit = R"("mostPasses":6,)";
    ASSERT_NE(json.find(limit), std::string::npos) << json;
    EXPECT_EQ(decodedRules(json).mostPasses, 6);
    json.erase(json.find(limit), limit.size());
    EXPECT_EQ(decodedRules(json).mostPasses, 0);
}

TEST(RulesCodec, GroupsOfAJournalFromBeforeTheyWereConfiguredAreTheFourClassicOnes)
{
    auto rules = db::test::hallRules();
    rules.groups = queue::classicGroups({.headStart = std::chrono::minutes{12}, .atKiosk = true});
    const std::string json = encodeRules(rules);
    EXPECT_EQ(json.find("statutoryGroups"), std::string::npos) << "an older program reads these";
    EXPECT_EQ(decodedRules(json), rules);
}

TEST(RulesCodec, GroupsOfAHallsOwnComeBackEqual)
{
    auto rules = db::test::hallRules();
    rules.groups = {{.id = "veteran",
                     .name = {"退役军人", "Veteran"},
                     .headStart = std::chrono::minutes{5},
                     .byUsher = false}};
    EXPECT_EQ(decodedRules(encodeRules(rules)), rules);
    rules.groups.clear();
    EXPECT_EQ(decodedRules(encodeRules(rules)), rules);
}

TEST(RulesCodec, TheOrderInWhichServicesAndGroupsAreShownComesBackEqual)
{
    auto rules = db::test::hallRules();
    rules.serviceOrder = {queue::ServiceIx{2}, queue::ServiceIx{0}, queue::ServiceIx{1}};
    rules.groupOrder = {queue::GroupIx{3}, queue::GroupIx{0}, queue::GroupIx{1}, queue::GroupIx{2}};
    EXPECT_EQ(decodedRules(encodeRules(rules)), rules);
}

TEST(RulesCodec, AnonymousGroupsComeBackEqualAndAreToAnOlderProgramGroupsThatNobodyGrants)
{
    auto rules = db::test::hallRules();
    rules.groups = queue::withAnonymous(std::move(rules.groups));
    const std::string json = encodeRules(rules);
    EXPECT_EQ(decodedRules(json), rules);
    const auto groups = nlohmann::json::parse(json).at("statutoryGroups");
    ASSERT_EQ(groups.size(), 5U);
    EXPECT_FALSE(groups[0].contains("anonymous")) << "written as before";
    EXPECT_EQ(groups[4].at("id"), "priority:1200");
    EXPECT_EQ(groups[4].at("headStartSeconds"), 1200);
    EXPECT_EQ(groups[4].at("atKiosk"), false);
    EXPECT_EQ(groups[4].at("byUsher"), false);
}

TEST(EventCodec, AReasonBesideThePriorityIsNeitherWrittenNorRead)
{
    auto rules = db::test::hallRules();
    rules.groups = queue::withAnonymous(std::move(rules.groups));
    queue::State state;
    queue::apply(state,
                 queue::DayOpened{Date{std::chrono::year{2026} / 11 / 22},
                                  std::make_shared<const queue::Rules>(rules), nullptr},
                 db::test::kMorning);
    const queue::GroupIx elderly{1};
    queue::Events events;
    ASSERT_TRUE(queue::decide(state, queue::IssueTicket{.service = {0}, .statutory = elderly},
                              db::test::kMorning, events));
    ASSERT_EQ(std::get<queue::TicketIssued>(events.front()).reason, elderly);
    queue::apply(state, events.front(), db::test::kMorning);
    ASSERT_TRUE(queue::decide(state, queue::SetStatutory{{1}, elderly}, db::test::kMorning, events));
    for (const queue::Event& event : events) {
        const std::string payload = encodeEvent(event, state);
        EXPECT_EQ(payload.find("elderly"), std::string::npos) << payload;
        EXPECT_NE(payload.find(R"("statutory":"priority:1200")"), std::string::npos) << payload;
        const auto read = decodeEvent(eventName(event), payload, state.rules.get());
        ASSERT_TRUE(read) << read.error();
        EXPECT_EQ(encodeEvent(*read, state), payload);
    }
}

TEST(EventCodec, ADayOfALaterFormIsANewerProgramsAndOneWithoutIsOfTheFirst)
{
    queue::State state;
    queue::DayOpened day{Date{std::chrono::year{2026} / 11 / 22},
                         std::make_shared<const queue::Rules>(db::test::hallRules()), nullptr};
    day.format = queue::kFormat + 1;
    const auto newer = decodeEvent("day_opened", encodeEvent(day, state), nullptr);
    ASSERT_FALSE(newer);
    EXPECT_NE(newer.error().find("2026-11-22 was written by a newer version"), std::string::npos)
        << newer.error();
    EXPECT_EQ(newer.error().find("backup"), std::string::npos) << "it isn't damaged";
    day.format = queue::kFirstFormat;
    const std::string older = encodeEvent(day, state);
    EXPECT_EQ(older.find("format"), std::string::npos);
    const auto read = decodeEvent("day_opened", older, nullptr);
    ASSERT_TRUE(read) << read.error();
    EXPECT_EQ(std::get<queue::DayOpened>(*read).format, queue::kFirstFormat);
}
