#include <queue/support/hall_fixture.h>

namespace starqueue::queue::test {
namespace {

Hall hallWith(const std::function<void(Rules&)>& change)
{
    Rules rules = smallHall();
    change(rules);
    return Hall(rules);
}

/// What the refusal of `command` names as the state; empty: it was carried out.
std::string stateOfRefusal(Hall& hall, const Command& command)
{
    const Decision decision = hall.tell(command);
    if (decision)
        return {};
    EXPECT_EQ(decision.error().code, RefusalCode::LimitReached);
    return decision.error().state;
}

void serveAs(Hall& hall, std::uint8_t customer)
{
    hall.issueAs(customer, kAccount);
    hall.serveNext(kFirst);
}

TEST(DailyLimit, EndsAServicesTicketsAndNoOthers)
{
    Hall hall = hallWith([](Rules& rules) { rules.services[0].dailyTickets = 2; });
    hall.issue(kAccount);
    hall.issue(kAccount);
    EXPECT_EQ(stateOfRefusal(hall, IssueTicket{.service = kAccount}), "sold_out");
    hall.issue(kPlans);
}

TEST(DailyLimit, CountsNoShowsAndThoseServedButGivesACancelledPlaceBack)
{
    Hall hall = hallWith([](Rules& rules) { rules.services[0].dailyTickets = 3; });
    hall.open(kFirst);
    hall.issue(kAccount);
    hall.serveNext(kFirst);
    hall.issue(kAccount);
    hall.next(kFirst);
    hall.must(MarkNoShow{kFirst});
    const TicketId third = hall.issue(kAccount);
    EXPECT_EQ(stateOfRefusal(hall, IssueTicket{.service = kAccount}), "sold_out");
    hall.must(CancelTicket{third});
    hall.issue(kAccount);
    EXPECT_EQ(stateOfRefusal(hall, IssueTicket{.service = kAccount}), "sold_out");
}

TEST(DailyLimit, CountsATicketWhereItWasIssuedAndNotWhereItWasMoved)
{
    Hall hall = hallWith([](Rules& rules) {
        rules.services[0].dailyTickets = 1;
        rules.services[1].dailyTickets = 1;
    });
    hall.must(MoveTicket{hall.issue(kAccount), kPlans});
    hall.issue(kPlans);
    EXPECT_EQ(stateOfRefusal(hall, IssueTicket{.service = kAccount}), "sold_out");
}

TEST(DailyLimit, BeginsAnewWithTheDayWhateverWasCarriedOver)
{
    Hall hall = hallWith([](Rules& rules) {
        rules.services[0].dailyTickets = 1;
        rules.limits.perIdentity = 1;
    });
    hall.open(kFirst);
    hall.issueAs(1, kAccount);
    hall.next(kFirst);
    hall.must(CloseDay{});
    hall.must(OpenDay{kTomorrow, nullptr});
    ASSERT_EQ(hall.state.tickets.size(), 1U);
    hall.must(CancelTicket{hall.state.tickets.front().id});
    hall.issueAs(1, kAccount);
    EXPECT_EQ(stateOfRefusal(hall, IssueTicket{.service = kAccount}), "sold_out");
}

TEST(DailyLimit, IsPassedOnlyByStaffWhoSaySo)
{
    Hall hall = hallWith([](Rules& rules) {
        rules.services[0].dailyTickets = 1;
        rules.limits.perIdentity = 1;
    });
    hall.open(kFirst);
    serveAs(hall, 1);
    const IssueTicket again{.service = kAccount, .customerRef = {1}, .byStaff = true};
    EXPECT_EQ(stateOfRefusal(hall, again), "sold_out");
    IssueTicket beyond = again;
    beyond.beyondLimits = true;
    EXPECT_EQ(stateOfRefusal(hall, beyond), "");
}

TEST(IdentityLimit, CountsOnePersonsTicketsThatWereNotCancelled)
{
    Hall hall = hallWith([](Rules& rules) { rules.limits.perIdentity = 2; });
    hall.open(kFirst);
    serveAs(hall, 1);
    hall.must(CancelTicket{hall.issueAs(1, kPlans)});
    serveAs(hall, 1);
    EXPECT_EQ(stateOfRefusal(hall, IssueTicket{.service = kPlans, .customerRef = {1}}), "identity_limit");
    hall.issueAs(2, kPlans);
    hall.issue(kPlans);
    hall.issue(kPlans);
    hall.issue(kPlans);
}

TEST(IdentityLimit, HoldsForWhoIsIdentifiedLaterToo)
{
    Hall hall = hallWith([](Rules& rules) { rules.limits.perIdentity = 1; });
    hall.open(kFirst);
    serveAs(hall, 1);
    const TicketId other = hall.issueAs(2, kPlans);
    EXPECT_EQ(stateOfRefusal(hall, IdentifyTicket{other, 5, false, {1}}), "identity_limit");
    hall.must(IdentifyTicket{other, 5, false, {3}});
    hall.must(CancelTicket{other});
    hall.issueAs(2, kPlans);
    EXPECT_EQ(stateOfRefusal(hall, IdentifyTicket{hall.issueAs(3, kPlans), 4, false, {3}}), "")
        << "the same person again takes no second ticket";
}

TEST(IdentityLimit, ThatComesInTheMiddleOfADayCountsWhatWasBefore)
{
    Hall hall;
    hall.open(kFirst);
    serveAs(hall, 1);
    Rules limited = smallHall();
    limited.limits.perIdentity = 1;
    hall.must(SetRules{std::make_shared<const Rules>(limited)});
    EXPECT_EQ(stateOfRefusal(hall, IssueTicket{.service = kPlans, .customerRef = {1}}), "identity_limit");
}

TEST(KioskLimit, LetsOneKioskGiveSoManyWithinAnySixtySeconds)
{
    Hall hall = hallWith([](Rules& rules) { rules.limits.perKioskMinute = 2; });
    hall.issueAt("1", kAccount);
    hall.pass(Seconds{30});
    hall.issueAt("1", kAccount);
    EXPECT_EQ(stateOfRefusal(hall, IssueTicket{.service = kAccount, .kiosk = "1"}), "kiosk_busy");
    hall.issueAt("2", kAccount);
    hall.pass(Seconds{30} - Millis{1});
    EXPECT_EQ(stateOfRefusal(hall, IssueTicket{.service = kAccount, .kiosk = "1"}), "kiosk_busy");
    hall.pass(Millis{1});
    hall.issueAt("1", kAccount);
    EXPECT_EQ(stateOfRefusal(hall, IssueTicket{.service = kAccount, .kiosk = "1"}), "kiosk_busy");
}

TEST(KioskLimit, DoesNotCountWhatStaffPrintThere)
{
    Hall hall = hallWith([](Rules& rules) { rules.limits.perKioskMinute = 1; });
    const IssueTicket byStaff{.service = kAccount, .kiosk = "1", .byStaff = true};
    hall.must(byStaff);
    hall.must(byStaff);
    hall.issueAt("1", kAccount);
    hall.must(byStaff);
}

TEST(Recalls, PastTheConfiguredNumberMakeANoShow)
{
    Hall hall = hallWith([](Rules& rules) { rules.noShowAfterRecalls = 2; });
    hall.open(kFirst);
    const TicketId id = hall.issue(kAccount);
    hall.next(kFirst);
    hall.must(Recall{kFirst});
    hall.must(Recall{kFirst});
    EXPECT_EQ(hall.stateOf(id), TicketState::Called);
    hall.must(Recall{kFirst});
    EXPECT_EQ(hall.stateOf(id), TicketState::NoShow);
    EXPECT_EQ(hall.state.ticketAt(kFirst), nullptr);
    hall.must(RequeueTicket{id});
    hall.next(kFirst);
    hall.must(Recall{kFirst});
    EXPECT_EQ(hall.stateOf(id), TicketState::Called) << "each call has its own recalls";
}

TEST(Recalls, WithoutTheRuleLeaveTheNoShowToTheClerk)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId id = hall.issue(kAccount);
    hall.next(kFirst);
    for (int i = 0; i < 20; ++i)
        hall.must(Recall{kFirst});
    EXPECT_EQ(hall.stateOf(id), TicketState::Called);
}

} // namespace
} // namespace starqueue::queue::test
