#include <queue/rules/bound.h>
#include <queue/rules/rules_check.h>
#include <queue/state/visit.h>
#include <queue/support/hall_fixture.h>
#include <queue/support/random_day.h>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

namespace starqueue::queue::test {
namespace {

constexpr GroupIx kAnonymous{4}; ///< behind the four groups of the small hall

Rules dropping(Rules rules = smallHall())
{
    rules.groups = withAnonymous(std::move(rules.groups));
    return rules;
}

TEST(AnonymousGroups, StandForThoseOfOneHeadStart)
{
    Rules rules;
    rules.groups = withAnonymous({{.id = "a", .headStart = Minutes{20}},
                                  {.id = "b", .headStart = Millis{7'250}},
                                  {.id = "c", .headStart = Minutes{20}}});
    ASSERT_EQ(rules.groups.size(), 5U);
    EXPECT_EQ(rules.groups[3].id, "priority:1200");
    EXPECT_EQ(rules.groups[4].id, "priority:7.250");
    EXPECT_EQ(journalledAs(rules, GroupIx{0}), GroupIx{3});
    EXPECT_EQ(journalledAs(rules, GroupIx{1}), GroupIx{4});
    EXPECT_EQ(journalledAs(rules, GroupIx{2}), GroupIx{3});
    EXPECT_EQ(journalledAs(rules, GroupIx{3}), GroupIx{3});
    EXPECT_EQ(journalledAs(rules, kNoGroup), kNoGroup);
    EXPECT_EQ(namedLike(rules, GroupIx{3}), GroupIx{0}) << "alike in line";
    EXPECT_EQ(namedLike(rules, GroupIx{2}), GroupIx{2});
    EXPECT_EQ(withAnonymous(rules.groups), rules.groups);
}

TEST(AnonymousGroups, AreGrantedToNobodyAndCountAmongNoMostGroups)
{
    Hall hall(dropping());
    EXPECT_EQ(hall.refusalOf(IssueTicket{.service = kAccount, .statutory = kAnonymous}),
              RefusalCode::BadValue);
    Rules rules = dropping();
    while (rules.groups.size() < kMostGroups + 1)
        rules.groups.push_back({.id = "g" + std::to_string(rules.groups.size())});
    EXPECT_TRUE(checkRules(rules).empty());
}

TEST(DroppedReason, IsInTheEventAndNotInTheTicket)
{
    Hall hall(dropping());
    const TicketId ticket = hall.issue(kAccount, 0, kElderly);
    EXPECT_EQ(hall.ticket(ticket).statutory, kAnonymous);
    EXPECT_EQ(hall.last<TicketIssued>().reason, kElderly);
    hall.must(SetStatutory{ticket, kDisabled});
    EXPECT_EQ(hall.ticket(ticket).statutory, kAnonymous);
    EXPECT_EQ(hall.last<StatutoryGranted>().reason, kDisabled) << "another reason for the same priority";
    hall.must(SetStatutory{ticket, kNoGroup});
    EXPECT_EQ(hall.ticket(ticket).statutory, kNoGroup);
    EXPECT_EQ(hall.last<StatutoryGranted>().reason, kNoGroup);
}

TEST(DroppedReason, IsKeptByAHallThatDoesntDropIt)
{
    Hall hall;
    const TicketId ticket = hall.issue(kAccount, 0, kElderly);
    EXPECT_EQ(hall.ticket(ticket).statutory, kElderly);
    EXPECT_EQ(hall.last<TicketIssued>().reason, kNoGroup);
}

TEST(DroppedReason, OfANumberByHandIsToldUnlessItsVisitIsOver)
{
    Hall hall(dropping());
    EnterByHand enter{
        .ticket = {.service = kAccount, .statutory = kElderly}, .number = kFirstByHand, .issued = hall.now};
    hall.must(enter);
    EXPECT_EQ(hall.last<TicketIssued>().reason, kElderly);
    ++enter.number;
    enter.served = ServedByHand{kFirst, "17", hall.now, hall.now, hall.now};
    hall.must(enter);
    EXPECT_EQ(hall.last<TicketIssued>().reason, kNoGroup);
    EXPECT_EQ(hall.last<TicketIssued>().ticket.statutory, kAnonymous);
}

TEST(DroppedReason, LeavesTheHeadStartThatWasGrantedWhenTheRulesChange)
{
    Hall hall(dropping());
    const TicketId ticket = hall.issue(kAccount, 0, kElderly);
    Rules shorter = smallHall();
    for (StatutoryGroup& group : shorter.groups)
        group.headStart = Minutes{5};
    hall.must(SetRules{std::make_shared<const Rules>(dropping(shorter))});
    EXPECT_EQ(headStartOf(*hall.state.rules, kOrdinary, hall.ticket(ticket).statutory), Minutes{20});
    const TicketId other = hall.issue(kAccount, 0, kElderly);
    EXPECT_EQ(headStartOf(*hall.state.rules, kOrdinary, hall.ticket(other).statutory), Minutes{5});
}

TEST(DroppedReason, BeginsAndEndsWithTheTicketsIssuedFromThenOn)
{
    Hall hall;
    const TicketId before = hall.issue(kAccount, 0, kElderly);
    hall.must(SetRules{std::make_shared<const Rules>(dropping())});
    const TicketId since = hall.issue(kAccount, 0, kElderly);
    hall.must(SetRules{std::make_shared<const Rules>(smallHall())});
    const TicketId again = hall.issue(kAccount, 0, kElderly);
    EXPECT_EQ(hall.ticket(before).statutory, kElderly);
    EXPECT_TRUE(hall.state.rules->groups[hall.ticket(since).statutory.value].anonymous);
    EXPECT_EQ(hall.ticket(again).statutory, kElderly);
}

class VisitsEnd : public testing::Test
{
protected:
    void SetUp() override
    {
        hall.open(kFirst);
        ticket = hall.issue(kAccount);
    }
    [[nodiscard]] bool over() const { return isOver(hall.state, ticket, hall.now); }

    Hall hall;
    TicketId ticket;
};

TEST_F(VisitsEnd, IsAWhileAfterTheFinish)
{
    EXPECT_FALSE(over());
    hall.serveNext(kFirst);
    EXPECT_FALSE(over());
    hall.pass(Seconds{11});
    EXPECT_TRUE(over());
}

TEST_F(VisitsEnd, IsAWhileAfterTheCancellation)
{
    hall.must(CancelTicket{ticket});
    EXPECT_FALSE(over());
    hall.pass(Seconds{11});
    EXPECT_TRUE(over());
}

TEST_F(VisitsEnd, OfANoShowIsThatOfTheDay)
{
    hall.next(kFirst);
    hall.must(MarkNoShow{kFirst});
    hall.pass(Minutes{90});
    EXPECT_FALSE(over()) << "it may be put back in line, or called by number";
    hall.must(CloseDay{});
    EXPECT_FALSE(over()) << "closing may be taken back";
    hall.pass(Minutes{11});
    EXPECT_TRUE(over());
}

TEST_F(VisitsEnd, OfWhoeverWaitsIsTheDaysOnceThatCantBeTakenBack)
{
    hall.must(CloseDay{});
    EXPECT_FALSE(over());
    hall.pass(Minutes{9});
    hall.must(OpenDay{kTomorrow, nullptr});
    EXPECT_EQ(hall.state.find(ticket), nullptr);
    EXPECT_FALSE(over());
    hall.pass(Minutes{11});
    EXPECT_TRUE(over());
}

TEST_F(VisitsEnd, IsFarForWhoIsCarriedIntoTheNextDay)
{
    hall.next(kFirst);
    hall.must(StartService{kFirst});
    hall.must(CloseDay{});
    hall.must(OpenDay{kTomorrow, nullptr});
    hall.pass(Minutes{30});
    EXPECT_FALSE(over());
}

RC_GTEST_PROP(VisitsEnds, AreNeverTakenBack, ())
{
    RandomDay day(*anyRules());
    std::set<TicketId> over;
    for (const Attempt& attempt : *anyAttempts()) {
        day.make(attempt);
        if (attempt.who % 5 == 0 && !day.state.acts.empty())
            day.carryOut(UndoHallAct{day.state.acts.back().at});
        for (const TicketId id : over) {
            const Ticket* const ticket = day.state.find(id);
            const bool isBack = ticket && day.state.isInTheRoom(*ticket);
            const bool isNoShow = ticket && ticket->state == TicketState::NoShow; // of a day that is closed
            RC_ASSERT(!isBack || isNoShow);
        }
        for (std::uint64_t id = 1; id <= day.state.lastTicket.value; ++id)
            if (isOver(day.state, TicketId{id}, day.now))
                over.insert(TicketId{id});
    }
}

/// `state` as it were with the rules and the groups of `kept`; fails where more than the reason differs.
State withReasonsOf(const State& kept, State state)
{
    RC_ASSERT(state.tickets.size() == kept.tickets.size());
    for (std::size_t i = 0; i < state.tickets.size(); ++i) {
        Ticket& ticket = state.tickets[i];
        const GroupIx named = kept.tickets[i].statutory;
        RC_ASSERT((ticket.statutory == kNoGroup) == (named == kNoGroup));
        RC_ASSERT(headStartOf(*state.rules, ticket.tier, ticket.statutory) ==
                  headStartOf(*kept.rules, ticket.tier, named));
        ticket.statutory = named;
    }
    RC_ASSERT(state.pastRules.size() == kept.pastRules.size());
    state.rules = kept.rules;
    state.nextRules = kept.nextRules;
    state.pastRules = kept.pastRules;
    return state;
}

/// Calls with their reasons, in order.
std::vector<std::pair<TicketId, Why>> callsOf(const RandomDay& day)
{
    std::vector<std::pair<TicketId, Why>> calls;
    for (const auto& [at, event] : day.history)
        if (const auto* const called = std::get_if<TicketCalled>(&event))
            calls.emplace_back(called->ticket, *called->why);
    return calls;
}

RC_GTEST_PROP(DroppedReasons, MakeNoDifferenceBesideTheReason, ())
{
    Rules rules = *anyRules();
    Rules others = *anyRules();
    others.groups = rules.groups; // a new head start leaves the one that was granted
    RandomDay kept(rules);
    RandomDay dropped(dropping(rules));
    kept.otherRules = others;
    dropped.otherRules = dropping(others);
    for (const Attempt& attempt : *anyAttempts()) {
        kept.make(attempt);
        dropped.make(attempt);
        RC_ASSERT(withReasonsOf(kept.state, dropped.state) == kept.state);
        RC_ASSERT(largestBound(*kept.state.rules) == largestBound(*dropped.state.rules));
    }
    RC_ASSERT(callsOf(dropped) == callsOf(kept));
    for (const auto& [at, event] : dropped.history)
        if (const auto* const issued = std::get_if<TicketIssued>(&event))
            RC_ASSERT(namedLike(*dropped.state.rules, issued->ticket.statutory) != issued->ticket.statutory ||
                      issued->ticket.statutory == kNoGroup);
}

} // namespace
} // namespace starqueue::queue::test
