#include <queue/support/hall_fixture.h>

#include <queue/rules/bound.h>

#include <rapidcheck/gtest.h>

namespace starqueue::queue::test {
namespace {

class FloorServices : public testing::Test
{
protected:
    void SetUp() override
    {
        hall.open(kFirst);
        hall.open(kSecond);
    }
    void give(CounterIx counter, std::vector<ServiceIx> services)
    {
        hall.must(SetCounterServices{counter, std::move(services), {}});
    }

    Hall hall;
};

TEST_F(FloorServices, AreCalledFromThenOnAndOthersAreNot)
{
    const TicketId plans = hall.issue(kPlans);
    const TicketId account = hall.issue(kAccount);
    EXPECT_EQ(hall.state.line.waitingFor(kSecond), 1U);
    give(kSecond, {kPlans});
    EXPECT_EQ(hall.next(kSecond), plans);
    EXPECT_EQ(hall.state.line.waitingFor(kSecond), 0U);
    EXPECT_EQ(hall.next(kFirst), account);
}

TEST_F(FloorServices, ArePreferredOnlyWhereTheyAreGiven)
{
    give(kSecond, {kAccount, kPlans});
    EXPECT_TRUE(hall.state.rules->counters[kSecond.value].prefers.empty());
    EXPECT_FALSE(hall.state.configuredRules()->counters[kSecond.value].prefers.empty());
}

TEST_F(FloorServices, GoBackWithTheNextDay)
{
    give(kSecond, {kPlans});
    hall.must(CloseDay{});
    hall.must(OpenDay{kTomorrow, nullptr});
    EXPECT_EQ(*hall.state.rules, smallHall());
    EXPECT_TRUE(hall.state.floorServices.empty());
}

TEST_F(FloorServices, StayOverAChangeOfTheConfiguration)
{
    give(kSecond, {kPlans});
    hall.must(SetRules{changed([](Rules& rules) { rules.maxRequeues = 9; })});
    EXPECT_EQ(hall.state.rules->maxRequeues, 9);
    EXPECT_EQ(hall.state.rules->counters[kSecond.value].services, std::vector{kPlans});
    give(kSecond, {});
    EXPECT_EQ(hall.state.rules->counters[kSecond.value].services, smallHall().counters[1].services);
}

TEST_F(FloorServices, OfADayThatComesBackComeBackWithIt)
{
    give(kSecond, {kPlans});
    hall.must(CloseDay{});
    const State closed = hall.state;
    hall.pass(Minutes{1});
    hall.must(OpenDay{kTomorrow, nullptr});
    hall.must(UndoHallAct{hall.now});
    EXPECT_EQ(hall.state, closed);
    EXPECT_EQ(hall.state.floorServices.size(), 1U);
}

TEST_F(FloorServices, AreTakenBackUnlessTheCounterWasGivenOthersSince)
{
    const State before = hall.state;
    give(kSecond, {kPlans});
    const Instant first = hall.now;
    hall.pass(Minutes{1});
    give(kSecond, {kRepair});
    EXPECT_EQ(hall.refusalOf(UndoHallAct{first}), RefusalCode::UndoConflict);
    hall.must(UndoHallAct{hall.now});
    EXPECT_EQ(hall.state.rules->counters[kSecond.value].services, std::vector{kPlans});
    EXPECT_NE(hall.state, before);
    hall.pass(kUndoTime + Millis{1});
    EXPECT_EQ(hall.refusalOf(UndoHallAct{first}), RefusalCode::NothingToUndo);
}

TEST_F(FloorServices, AreTakenBackOnceThoseGivenSinceWere)
{
    give(kSecond, {kPlans});
    const Instant first = hall.now;
    hall.pass(Minutes{1});
    give(kSecond, {kRepair});
    hall.must(UndoHallAct{hall.now});
    hall.pass(Minutes{1});
    hall.must(UndoHallAct{first});
    EXPECT_TRUE(hall.state.floorServices.empty());
}

TEST_F(FloorServices, AreNotTakenBackOnceTheDayIsOver)
{
    give(kSecond, {kPlans});
    const Instant given = hall.now;
    hall.pass(Minutes{1});
    hall.must(CloseDay{});
    EXPECT_EQ(hall.refusalOf(UndoHallAct{given}), RefusalCode::DayClosed);
    hall.must(UndoHallAct{hall.now});
    hall.must(UndoHallAct{given});
    EXPECT_TRUE(hall.state.floorServices.empty());
}

TEST_F(FloorServices, MayNotBreakTheBoundThatTheHallPromises)
{
    Hall strict{*changed([](Rules& rules) {
        rules.guard.reset();
        rules.bound = Minutes{20};
        rules.counters = {rules.counters[0], rules.counters[1]};
        rules.counters[1].services = {kRepair};
        rules.counters[1].prefers = {kRepair};
    })};
    strict.open(kSecond);
    EXPECT_EQ(strict.refusalOf(SetCounterServices{kSecond, {kRepair, kAccount}, {}}),
              RefusalCode::LimitReached);
    EXPECT_EQ(strict.refusalOf(SetCounterServices{kSecond, {kAccount}, {}}), std::nullopt);
}

/// Its second counter prefers repairs, which matters as soon as it gives anything else.
Rules repairShop(std::optional<Millis> guard, Minutes bound)
{
    Rules rules = smallHall();
    rules.guard = guard;
    rules.bound = bound;
    rules.counters = {rules.counters[0], rules.counters[1]};
    rules.counters[1].services = {kRepair};
    return rules;
}

TEST_F(FloorServices, AreNotTakenBackWhereThatWouldBreakTheBoundOfNewRules)
{
    Hall shop{repairShop(Minutes{25}, Minutes{25})};
    shop.must(SetCounterServices{kSecond, {kRepair, kAccount}, {}});
    shop.pass(Minutes{1});
    shop.must(SetCounterServices{kSecond, {kAccount}, {}});
    const Instant given = shop.now;
    shop.must(SetRules{std::make_shared<const Rules>(repairShop(std::nullopt, Minutes{20}))});
    const auto undone = shop.tell(UndoHallAct{given});
    ASSERT_FALSE(undone);
    EXPECT_EQ(undone.error(), shop.tell(SetCounterServices{kSecond, {kRepair, kAccount}, {}}).error());
    EXPECT_EQ(undone.error().code, RefusalCode::LimitReached);
    EXPECT_NE(undone.error().detail.find("more than the promised 20 min"), std::string::npos);
    EXPECT_EQ(shop.state.rules->counters[kSecond.value].services, std::vector{kAccount});
}

TEST_F(FloorServices, GoBackWhereNewRulesDoNotAllowThem)
{
    Hall shop{repairShop(Minutes{25}, Minutes{25})};
    shop.must(SetCounterServices{kSecond, {kRepair, kAccount}, {}});
    const auto strict = std::make_shared<const Rules>(repairShop(std::nullopt, Minutes{20}));
    shop.must(SetRules{strict});
    EXPECT_EQ(shop.state.rules->counters[kSecond.value].services, std::vector{kRepair});
    EXPECT_TRUE(shop.state.floorServices.empty());
    EXPECT_LE(largestBound(*shop.state.rules), Millis{shop.state.rules->bound});
}

std::vector<ServiceIx> someServices()
{
    const int first = *rc::gen::element(0, 1, 2);
    const int count = *rc::gen::element(1, 2, 3);
    std::vector<ServiceIx> services;
    for (int i = 0; i < count; ++i)
        services.push_back({static_cast<std::uint16_t>((first + i) % 3)});
    return services;
}

RC_GTEST_PROP(UndoneFloorServices, AreThoseThatMayBeGivenAnewAndElseRefusedAsThoseAre, ())
{
    Hall shop{repairShop(Minutes{60}, Minutes{60})};
    shop.tell(SetCounterServices{kSecond, someServices(), {}});
    shop.pass(Minutes{1});
    const std::size_t before = shop.state.acts.size();
    shop.tell(SetCounterServices{kSecond, someServices(), {}});
    RC_PRE(shop.state.acts.size() > before);
    const HallAct given = shop.state.acts.back();
    Rules next = repairShop(*rc::gen::element<std::optional<Millis>>(std::nullopt, Minutes{10}, Minutes{40}),
                            *rc::gen::element(Minutes{0}, Minutes{20}, Minutes{60}));
    next.counters[0].services = {kAccount};
    next.services[kPlans.value].retired = *rc::gen::arbitrary<bool>();
    shop.pass(Seconds{1});
    shop.must(SetRules{std::make_shared<const Rules>(std::move(next))});
    RC_PRE(shop.state.acts.back().at == given.at); // else the new rules have taken it back
    Hall other = shop;
    const Decision anew =
        other.tell(SetCounterServices{given.former.counter, given.former.services, given.former.profile});
    const Decision undone = shop.tell(UndoHallAct{given.at});
    RC_ASSERT(undone.has_value() == anew.has_value());
    RC_ASSERT(undone || undone.error() == anew.error());
    RC_CLASSIFY(!undone, "refused");
    RC_ASSERT(*shop.state.rules == *other.state.rules);
    if (undone && !shop.state.floorServices.empty())
        RC_ASSERT(largestBound(*shop.state.rules) <=
                  std::max<Millis>(shop.state.rules->bound, largestBound(*shop.state.configuredRules())));
}

TEST_F(FloorServices, ThatSayNothingNewOrNonsenseChangeNothing)
{
    give(kSecond, smallHall().counters[1].services);
    EXPECT_EQ(hall.count<CounterServicesSet>(), 0U);
    EXPECT_EQ(hall.refusalOf(SetCounterServices{kSecond, {kPlans, kPlans}, {}}), RefusalCode::BadValue);
    EXPECT_EQ(hall.refusalOf(SetCounterServices{kSecond, {ServiceIx{9}}, {}}), RefusalCode::UnknownService);
    EXPECT_EQ(hall.refusalOf(SetCounterServices{CounterIx{9}, {kPlans}, {}}), RefusalCode::UnknownCounter);
}

TEST(Clerks, TakeOverFromTheirOtherCounterWhereNobodyIs)
{
    Hall hall;
    hall.must(OpenCounter{kFirst, "17"});
    hall.issue(kAccount);
    hall.next(kFirst);
    EXPECT_EQ(hall.tell(OpenCounter{kSecond, "17", true}).error().state, "busy");
    hall.must(StartService{kFirst});
    hall.must(FinishService{kFirst, {}});
    EXPECT_EQ(hall.refusalOf(OpenCounter{kSecond, "17", false}), RefusalCode::ClerkElsewhere);
    hall.must(OpenCounter{kSecond, "17", true});
    EXPECT_EQ(hall.state.counters[0].state, CounterState::Closed);
    EXPECT_EQ(hall.state.counters[1].clerk, "17");
}

TEST(Clerks, HoldOneCounterUnlessTheHallLetsThemHoldMore)
{
    Hall hall;
    hall.must(OpenCounter{kFirst, "17"});
    EXPECT_EQ(hall.tell(OpenCounter{kSecond, "17"}).error().code, RefusalCode::ClerkElsewhere);
    hall.must(OpenCounter{kSecond, "18"});
    EXPECT_EQ(hall.refusalOf(Handover{kSecond, "17"}), RefusalCode::ClerkElsewhere);
    hall.must(CloseCounter{kFirst});
    hall.must(Handover{kSecond, "17"});
    hall.must(SetRules{changed([](Rules& rules) { rules.clerksAtTwo = true; })});
    hall.must(OpenCounter{kFirst, "17"});
}

} // namespace
} // namespace starqueue::queue::test
