#include <queue/support/hall_fixture.h>

#include <queue/order/ahead.h>
#include <queue/order/promise_by_rank.h>
#include <queue/tickets/claims.h>

#include <gtest/gtest.h>

namespace starqueue::queue::test {
namespace {

constexpr TierIx kFiveStars{1};

IssueTicket claimed(Claim claim, std::uint8_t customer, int stars = 5)
{
    return {.service = kAccount, .stars = stars, .customerRef = {customer}, .kiosk = "1", .claim = claim};
}

TicketId issueClaimed(Hall& hall, Claim claim, std::uint8_t customer)
{
    hall.must(claimed(claim, customer));
    return hall.state.lastTicket;
}

/// A hall with counter 1 open and five ordinary customers who wait.
Hall fullHall()
{
    Hall hall;
    hall.open(kFirst);
    for (int i = 0; i < 5; ++i)
        hall.issue(kAccount);
    return hall;
}

} // namespace

TEST(Claims, ATypedIdentityStandsBeforeOthersButShowsAnOrdinaryPlace)
{
    Hall hall = fullHall();
    const TicketId typed = issueClaimed(hall, Claim::Typed, 1);
    const auto issued = hall.last<TicketIssued>();
    EXPECT_EQ(issued.ahead, 5U);
    EXPECT_EQ(hall.last<PrintJobCreated>().job.ahead, 5U);
    ASSERT_TRUE(issued.expected);
    EXPECT_LT(issued.expected->p50, issued.ticket.promise.p50);
    EXPECT_EQ(ahead(hall.state, hall.ticket(typed), hall.now), 0U);
    EXPECT_EQ(shownAhead(hall.state, hall.ticket(typed), hall.now), 5U);
    EXPECT_EQ(hall.next(kFirst), typed);
}

TEST(Claims, AProvenIdentityShowsItsOwnPlace)
{
    Hall hall = fullHall();
    const TicketId proven = issueClaimed(hall, Claim::Proven, 1);
    EXPECT_EQ(hall.last<TicketIssued>().ahead, 0U);
    EXPECT_FALSE(hall.last<TicketIssued>().expected);
    EXPECT_EQ(shownAhead(hall.state, hall.ticket(proven), hall.now), 0U);
}

TEST(Claims, AHallThatGreetsItsStarsShowsATypedIdentityItsOwnPlace)
{
    Rules rules = smallHall();
    rules.typedShows = TypedShows::Personal;
    Hall hall(rules);
    hall.open(kFirst);
    hall.issue(kAccount);
    issueClaimed(hall, Claim::Typed, 1);
    EXPECT_EQ(hall.last<TicketIssued>().ahead, 0U);
}

TEST(Claims, ASecondTypedTicketIsAnOrdinaryOneSilently)
{
    Hall hall = fullHall();
    const TicketId first = issueClaimed(hall, Claim::Typed, 1);
    const TicketId second = issueClaimed(hall, Claim::Typed, 1);
    EXPECT_EQ(hall.ticket(first).tier, kFiveStars);
    EXPECT_EQ(hall.ticket(second).claim, Claim::Duplicate);
    EXPECT_EQ(hall.ticket(second).tier, kOrdinary);
    EXPECT_EQ(duplicateOf(hall.state, hall.ticket(second)), first);
    EXPECT_EQ(hall.next(kFirst), first);
}

TEST(Claims, TypingNeverUsesUpAnothersTicketsOfTheDay)
{
    Rules rules = smallHall();
    rules.limits.perIdentity = 2;
    Hall hall(rules);
    issueClaimed(hall, Claim::Typed, 1);
    for (int i = 0; i < 5; ++i)
        hall.must(CancelTicket{issueClaimed(hall, Claim::Typed, 1)});
    EXPECT_EQ(hall.state.issued.perIdentity.at({1}), 1U);
}

TEST(Claims, BeyondTheLimitATypedIdentityGetsAnOrdinaryTicket)
{
    Rules rules = smallHall();
    rules.limits.perIdentity = 1;
    Hall hall(rules);
    hall.open(kFirst);
    issueClaimed(hall, Claim::Typed, 1);
    hall.serveNext(kFirst);
    const TicketId second = issueClaimed(hall, Claim::Typed, 1);
    EXPECT_EQ(hall.ticket(second).claim, Claim::Duplicate);
    EXPECT_EQ(duplicateOf(hall.state, hall.ticket(second)), std::nullopt);
    EXPECT_EQ(hall.refusalOf(claimed(Claim::Proven, 1)), RefusalCode::LimitReached);
}

TEST(Claims, StarsMoveToWhoeverProvesPossession)
{
    Hall hall = fullHall();
    const TicketId typed = issueClaimed(hall, Claim::Typed, 1);
    const TicketId proven = issueClaimed(hall, Claim::Proven, 1);
    EXPECT_EQ(hall.ticket(typed).claim, Claim::Duplicate);
    EXPECT_EQ(hall.ticket(typed).tier, kOrdinary);
    EXPECT_EQ(hall.next(kFirst), proven);
    EXPECT_EQ(hall.refusalOf(claimed(Claim::Proven, 1)), RefusalCode::AlreadyWaiting);
}

TEST(Claims, VerifyingADuplicateMovesTheStarsAndMergesWhereAsked)
{
    for (const bool merge : {false, true}) {
        Hall hall;
        hall.open(kFirst);
        const TicketId second = [&] {
            const TicketId strangers = issueClaimed(hall, Claim::Typed, 1);
            EXPECT_EQ(hall.next(kFirst), strangers);
            hall.must(Park{kFirst, "fetches a form"});
            return issueClaimed(hall, Claim::Typed, 1);
        }();
        const TicketId first = *duplicateOf(hall.state, hall.ticket(second));
        EXPECT_EQ(hall.next(kFirst), second);
        hall.must(Verify{kFirst, true, merge});
        EXPECT_EQ(hall.ticket(second).claim, Claim::Proven);
        EXPECT_EQ(hall.ticket(second).tier, kFiveStars);
        EXPECT_EQ(hall.ticket(first).claim, Claim::Duplicate);
        EXPECT_EQ(hall.stateOf(first), merge ? TicketState::Cancelled : TicketState::Parked);
    }
}

TEST(Claims, VerifyingTakesNothingFromATicketThatWasProven)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId first = issueClaimed(hall, Claim::Typed, 1);
    const TicketId card = issueClaimed(hall, Claim::Proven, 1);
    EXPECT_EQ(hall.next(kFirst), card);
    hall.must(Park{kFirst, "fetches a form"});
    EXPECT_EQ(hall.next(kFirst), first);
    hall.must(Verify{kFirst, true, true});
    EXPECT_EQ(hall.ticket(first).claim, Claim::Duplicate);
    EXPECT_EQ(hall.ticket(card).claim, Claim::Proven);
    EXPECT_EQ(hall.stateOf(card), TicketState::Parked);
}

TEST(Claims, StaffAreToldOfADuplicateRatherThanRefused)
{
    Hall hall;
    issueClaimed(hall, Claim::Typed, 1);
    IssueTicket byStaff = claimed(Claim::Typed, 1);
    byStaff.byStaff = true;
    hall.must(byStaff);
    EXPECT_TRUE(duplicateOf(hall.state, hall.state.tickets.back()));
}

TEST(Claims, IdentifyingByTypingIsJournalledWhoeverItIs)
{
    Hall hall;
    const TicketId ticket = hall.issueAt("1", kAccount);
    const std::size_t before = hall.events.size();
    hall.must(IdentifyTicket{ticket, 0, false, {}, Claim::Typed});
    EXPECT_EQ(hall.events.size(), before + 1) << "an unknown number";
    hall.must(IdentifyTicket{ticket, 5, false, {1}, Claim::Typed});
    EXPECT_EQ(hall.events.size(), before + 2);
}

TEST(Claims, WhoStandsInLineAgainLeavesTheStarsToWhoTookThemMeanwhile)
{
    for (const bool parks : {false, true}) {
        Hall hall;
        hall.open(kFirst);
        const TicketId served = issueClaimed(hall, Claim::Typed, 1);
        EXPECT_EQ(hall.next(kFirst), served);
        hall.must(StartService{kFirst});
        const TicketId meanwhile = issueClaimed(hall, Claim::Typed, 1);
        EXPECT_EQ(hall.ticket(meanwhile).claim, Claim::Typed);
        parks ? hall.must(Park{kFirst, "a form"}) : hall.must(Transfer{kFirst, kPlans});
        EXPECT_EQ(hall.ticket(served).claim, Claim::Duplicate);
        EXPECT_EQ(hall.ticket(meanwhile).claim, Claim::Typed);
    }
}

TEST(Claims, WhoHasProvenPossessionKeepsTheStarsInLineAgain)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId served = issueClaimed(hall, Claim::Proven, 1);
    EXPECT_EQ(hall.next(kFirst), served);
    hall.must(StartService{kFirst});
    const TicketId meanwhile = issueClaimed(hall, Claim::Typed, 1);
    hall.must(Transfer{kFirst, kPlans});
    EXPECT_EQ(hall.ticket(served).claim, Claim::Proven);
    EXPECT_EQ(hall.ticket(meanwhile).claim, Claim::Duplicate);
}

} // namespace starqueue::queue::test
