#include <queue/support/hall_fixture.h>
#include <queue/support/random_day.h>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <set>

namespace starqueue::queue::test {
namespace {

Rules withSeries()
{
    Rules rules = smallHall();
    for (const ServiceIx service : {kAccount, kPlans}) {
        rules.services[service.value].inSeries = true;
        rules.services[service.value].prefix = "A";
    }
    return rules;
}

class NumberSeries : public testing::Test
{
protected:
    std::string issue(ServiceIx service) { return hall.state.numberOf(hall.ticket(hall.issue(service))); }

    Hall hall{withSeries()};
};

TEST_F(NumberSeries, CountsSeveralServicesAsOne)
{
    EXPECT_EQ(issue(kAccount), "A001");
    EXPECT_EQ(issue(kPlans), "A002");
    EXPECT_EQ(issue(kRepair), "C001");
    EXPECT_EQ(issue(kAccount), "A003");
    EXPECT_EQ(ticketsNumbered(hall.state, "A002").size(), 1U);
}

TEST_F(NumberSeries, GoesOnWhereAServiceHasLeftIt)
{
    issue(kAccount);
    issue(kPlans);
    hall.must(SetRules{changed([](Rules& rules) {
        rules = withSeries();
        rules.services[kPlans.value].prefix = "D";
        rules.services[kPlans.value].inSeries = false;
    })});
    EXPECT_EQ(issue(kAccount), "A003") << "A002 was the other's";
    EXPECT_EQ(issue(kPlans), "D003");
}

TEST_F(NumberSeries, OfAServiceThatJoinsIsTheLargest)
{
    for (int i = 0; i < 3; ++i)
        issue(kRepair);
    issue(kAccount);
    hall.must(SetRules{changed([](Rules& rules) {
        rules = withSeries();
        rules.services[kRepair.value].prefix = "A";
        rules.services[kRepair.value].inSeries = true;
    })});
    EXPECT_EQ(issue(kAccount), "A004");
    EXPECT_EQ(issue(kRepair), "A005");
}

TEST_F(NumberSeries, OfOneIsNotGivenToAServiceOfItsOwn)
{
    issue(kAccount);
    const auto rules = changed([](Rules& changing) {
        changing = withSeries();
        changing.services[kRepair.value].prefix = "A";
        changing.services[kAccount.value] = changing.services[kPlans.value] =
            smallHall().services[kPlans.value];
        changing.services[kAccount.value].id = "account";
        changing.services[kAccount.value].prefix = "E";
    });
    EXPECT_TRUE(hall.refusalOf(SetRules{rules}).has_value()) << "A001 is on somebody's paper";
}

TEST_F(NumberSeries, HasEachNumberByHandOnce)
{
    const auto byHand = [&](ServiceIx service) {
        IssueTicket ticket;
        ticket.service = service;
        return EnterByHand{ticket, 9001, hall.now, {}};
    };
    hall.must(byHand(kAccount));
    EXPECT_EQ(hall.refusalOf(byHand(kPlans)), RefusalCode::NumberTaken);
}

TEST_F(NumberSeries, GoesOnBeyondAllThatItsServicesMayHaveGivenWhenRestored)
{
    issue(kAccount);
    issue(kPlans);
    hall.must(ResumeRestored{.life = "other", .lost = Minutes{100}, .peaks = {2, 3, 0}});
    EXPECT_EQ(issue(kPlans), "A600") << "2 + 200 + 300, and the next full hundred";
    EXPECT_EQ(issue(kAccount), "A601");
}

RC_GTEST_PROP(RandomDays, GiveNoNumberTwice, ())
{
    RandomDay day(*anyRules());
    day.otherRules = *anyRules();
    std::set<std::string> given;
    Instant opened = day.state.opened;
    for (const Attempt& attempt : *anyAttempts()) {
        for (std::size_t i = day.make(attempt); i < day.history.size(); ++i) {
            const auto* issued = std::get_if<TicketIssued>(&day.history[i].second);
            if (day.state.opened != opened)
                given.clear();
            opened = day.state.opened;
            const Ticket* const ticket = issued ? day.state.find(issued->ticket.id) : nullptr;
            if (ticket)
                RC_ASSERT(given.insert(day.state.numberOf(*ticket)).second);
        }
    }
}

} // namespace
} // namespace starqueue::queue::test
