#include <queue/support/hall_fixture.h>

namespace starqueue::queue::test {
namespace {

EnterByHand slip(const Hall& hall, std::uint32_t number, Millis ago)
{
    return {.ticket = {.service = kAccount}, .number = number, .issued = hall.now - ago};
}

/// A hall whose machines stood still for its first hour.
Hall hallAfterAnOutage()
{
    Hall hall;
    hall.pass(Minutes{60});
    return hall;
}

EnterByHand servedSlip(const Hall& hall)
{
    EnterByHand enter = slip(hall, 9001, Minutes{50});
    enter.served =
        ServedByHand{kSecond, "18", hall.now - Minutes{40}, hall.now - Minutes{39}, hall.now - Minutes{30}};
    return enter;
}

TEST(ByHand, ATicketCountsFromItsRealIssueAndIsCalledInItsRealTurn)
{
    Hall hall = hallAfterAnOutage();
    hall.open(kFirst);
    const TicketId machine = hall.issue(kAccount);
    hall.must(slip(hall, 9007, Minutes{20}));
    const TicketId entered = hall.state.lastTicket;
    EXPECT_EQ(hall.ticket(entered).counted, hall.now - Minutes{20});
    EXPECT_EQ(ticketNumber(*hall.state.rules, kAccount, hall.ticket(entered).number), "A9007");
    EXPECT_EQ(hall.next(kFirst), entered);
    EXPECT_GT(entered, machine);
}

TEST(ByHand, WhoWasEnteredLateViolatesNoBoundThroughTheCallsBefore)
{
    Hall hall = hallAfterAnOutage();
    hall.open(kFirst);
    hall.open(kStars);
    hall.issue(kAccount, 7);
    hall.issue(kAccount, 7);
    hall.next(kFirst); // nobody knew then of the one who had waited for 55 minutes
    hall.must(slip(hall, 9001, Minutes{55}));
    const TicketId late = hall.state.lastTicket;
    EXPECT_EQ(hall.next(kStars), late) << "the guard takes the oldest first";
    EXPECT_EQ(hall.last<TicketCalled>().why->rule, WhyRule::Guard);
    EXPECT_EQ(hall.count<FairnessViolated>(), 0U);
}

TEST(ByHand, NumbersHaveARangeOfTheirOwnThatNoMachineGives)
{
    Hall hall = hallAfterAnOutage();
    EXPECT_EQ(hall.refusalOf(slip(hall, 9000, Minutes{1})), RefusalCode::BadValue);
    EXPECT_EQ(hall.refusalOf(slip(hall, 10000, Minutes{1})), RefusalCode::BadValue);
    hall.must(slip(hall, 9001, Minutes{1}));
    EXPECT_EQ(hall.ticket(hall.issue(kAccount)).number, 1U);
    hall.state.lastNumbers[kAccount.value] = 9000;
    EXPECT_EQ(hall.ticket(hall.issue(kAccount)).number, 10000U);
}

TEST(ByHand, TheSameSlipCanNotBeEnteredTwiceADay)
{
    Hall hall = hallAfterAnOutage();
    hall.must(slip(hall, 9001, Minutes{10}));
    EXPECT_EQ(hall.refusalOf(slip(hall, 9001, Minutes{5})), RefusalCode::NumberTaken);
    EnterByHand other = slip(hall, 9001, Minutes{5});
    other.ticket.service = kPlans;
    hall.must(other);
    hall.must(CloseDay{});
    hall.must(OpenDay{kTomorrow, nullptr});
    hall.must(slip(hall, 9001, Minutes{0}));
}

TEST(ByHand, TimesLieWithinTheDayAndNotAhead)
{
    Hall hall = hallAfterAnOutage();
    EXPECT_EQ(hall.refusalOf(slip(hall, 9001, Millis{-1})), RefusalCode::BadValue);
    EXPECT_EQ(hall.refusalOf(slip(hall, 9001, Minutes{60} + Millis{1})), RefusalCode::BadValue);
    hall.must(slip(hall, 9001, Minutes{60}));
    DayHours hours;
    hours.begins = hall.now - Minutes{200};
    hall.must(SetRules{hall.state.rules, std::make_shared<const DayHours>(hours)});
    hall.must(slip(hall, 9002, Minutes{200}));
    EXPECT_EQ(hall.refusalOf(slip(hall, 9003, Minutes{201})), RefusalCode::BadValue)
        << "the machines may have started later than the day";
}

TEST(ByHand, AServiceThatWasGivenIsFinishedAtItsOwnTimes)
{
    Hall hall = hallAfterAnOutage();
    hall.must(servedSlip(hall));
    const Ticket& ticket = hall.ticket(hall.state.lastTicket);
    EXPECT_EQ(ticket.state, TicketState::Finished);
    EXPECT_EQ(ticket.called - ticket.issued, Minutes{10});
    EXPECT_EQ(ticket.started, hall.now - Minutes{39});
    EXPECT_EQ(ticket.ended, hall.now - Minutes{30});
    EXPECT_EQ(hall.state.counters[kSecond.value].served, 1U);
    EXPECT_EQ(hall.state.counters[kSecond.value].servedFor, Minutes{9});
    EXPECT_EQ(hall.state.line.size(), 0U);
    EXPECT_EQ(hall.count<RatingInvited>(), 0U);
}

TEST(ByHand, TimesOfAServiceComeInTheirOrder)
{
    Hall hall = hallAfterAnOutage();
    const auto refused = [&](const std::function<void(ServedByHand&)>& spoil) {
        EnterByHand enter = servedSlip(hall);
        spoil(*enter.served);
        return hall.refusalOf(enter) == RefusalCode::BadValue;
    };
    EXPECT_TRUE(refused([&](ServedByHand& s) { s.called = hall.now - Minutes{51}; }));
    EXPECT_TRUE(refused([&](ServedByHand& s) { s.started = s.called - Millis{1}; }));
    EXPECT_TRUE(refused([&](ServedByHand& s) { s.finished = s.started - Millis{1}; }));
    EXPECT_TRUE(refused([&](ServedByHand& s) { s.finished = hall.now + Millis{1}; }));
}

TEST(ByHand, CountsToTheDailyLimitButIsNeverHeldUpByOne)
{
    Rules rules = smallHall();
    rules.services[0].dailyTickets = 1;
    Hall hall(rules);
    hall.must(slip(hall, 9001, Minutes{0}));
    EXPECT_EQ(hall.refusalOf(IssueTicket{.service = kAccount}), RefusalCode::LimitReached);
    hall.must(slip(hall, 9002, Minutes{0}));
}

TEST(ByHand, WhoWaitsAlreadyIsEnteredAsADuplicateUnlessServed)
{
    Hall hall = hallAfterAnOutage();
    hall.issueAs(1, kPlans);
    EnterByHand enter = slip(hall, 9002, Minutes{10});
    enter.ticket.customerRef = {1};
    hall.must(enter);
    EXPECT_EQ(hall.state.tickets.back().claim, Claim::Duplicate);
    EnterByHand served = servedSlip(hall);
    served.ticket.customerRef = {1};
    hall.must(served);
    EXPECT_EQ(hall.state.tickets.back().claim, Claim::None);
}

} // namespace
} // namespace starqueue::queue::test
