#include <queue/support/hall_fixture.h>

namespace starqueue::queue::test {
namespace {

const Instant kMorning = Instant{} + Seconds{1'800'000'000};

OpenTime openFor(Millis from, Millis to, Millis lastTicketBefore = Millis{0})
{
    return {kMorning + from, kMorning + to - lastTicketBefore, kMorning + to};
}

/// Two hours from the morning on, last ticket 15 minutes before; then from hour 24 on. Plans: the second
/// hour.
DayHoursPtr hours()
{
    DayHours hours;
    hours.begins = kMorning - Minutes{240};
    hours.hall =
        OpenTimes{openFor(Minutes{0}, Minutes{120}, Minutes{15}), openFor(Minutes{1440}, Minutes{1560})};
    hours.services = {{"plans", {openFor(Minutes{60}, Minutes{120}), openFor(Minutes{1500}, Minutes{1560})}}};
    return std::make_shared<const DayHours>(std::move(hours));
}

Hall hallWithHours()
{
    Hall hall;
    hall.must(SetRules{std::make_shared<const Rules>(smallHall()), hours()});
    return hall;
}

IssueTicket atKiosk(ServiceIx service)
{
    return {.service = service, .kiosk = "1"};
}

TEST(OpeningHours, LetKiosksIssueUntilTheLastTicketAndStaffUntilTheDoorsClose)
{
    Hall hall = hallWithHours();
    hall.must(atKiosk(kAccount));
    hall.pass(Minutes{105} - Millis{1});
    hall.must(atKiosk(kAccount));
    hall.pass(Millis{1});
    EXPECT_EQ(hall.refusalOf(atKiosk(kAccount)), RefusalCode::HallClosed);
    const IssueTicket byStaff{.service = kAccount, .byStaff = true};
    hall.must(byStaff);
    hall.pass(Minutes{15});
    EXPECT_EQ(hall.refusalOf(byStaff), RefusalCode::HallClosed);
}

TEST(OpeningHours, SayInTheRefusalWhenTheyBeginNext)
{
    Hall hall = hallWithHours();
    hall.pass(Minutes{300});
    EXPECT_EQ(hall.tell(atKiosk(kAccount)).error().opens, kMorning + Minutes{1440});
    EXPECT_EQ(hall.tell(atKiosk(kPlans)).error().opens, kMorning + Minutes{1500});
    hall.pass(Minutes{3000});
    EXPECT_EQ(hall.tell(atKiosk(kAccount)).error().opens, std::nullopt) << "as far as is known, never";
}

TEST(OpeningHours, OfAServiceCloseItAloneWhileTheHallIsOpen)
{
    Hall hall = hallWithHours();
    const Decision early = hall.tell(atKiosk(kPlans));
    ASSERT_FALSE(early);
    EXPECT_EQ(early.error().code, RefusalCode::ServiceClosed);
    EXPECT_EQ(early.error().state, "outside_hours");
    EXPECT_EQ(early.error().opens, kMorning + Minutes{60});
    hall.must(atKiosk(kAccount));
    hall.pass(Minutes{60});
    hall.must(atKiosk(kPlans));
}

TEST(OpeningHours, HinderNobodyWhoIsInsideAlready)
{
    Hall hall = hallWithHours();
    hall.open(kFirst);
    const TicketId id = hall.issue(kAccount);
    hall.pass(Minutes{200});
    hall.must(MoveTicket{id, kPlans});
    EXPECT_EQ(hall.serveNext(kFirst), id);
}

TEST(OpeningHours, ChangeWithTheRulesAndOtherwiseStayAsTheyAre)
{
    Hall hall = hallWithHours();
    hall.pass(Minutes{300});
    hall.must(SetRules{std::make_shared<const Rules>(smallHall()), hours()});
    EXPECT_EQ(hall.count<RulesSet>(), 1U) << "the same hours are no change";
    Rules other = smallHall();
    other.requeueCredit = Minutes{1};
    hall.must(SetRules{std::make_shared<const Rules>(other)});
    EXPECT_EQ(hall.refusalOf(atKiosk(kAccount)), RefusalCode::HallClosed);
    hall.must(SetRules{hall.state.rules, std::make_shared<const DayHours>()});
    hall.must(atKiosk(kAccount));
}

TEST(OpeningHours, ComeAnewWithEachDay)
{
    Hall hall = hallWithHours();
    hall.pass(Minutes{300});
    hall.must(CloseDay{});
    hall.must(OpenDay{kTomorrow, nullptr, nullptr});
    hall.must(atKiosk(kAccount));
}

TEST(Opening, TellsWhenItClosesWhileItIsOpen)
{
    const Opening open = hallOpening(hours(), kMorning);
    EXPECT_EQ(open, (Opening{true, true, kMorning + Minutes{120}, kMorning + Minutes{105}, std::nullopt}));
    const Opening late = hallOpening(hours(), kMorning + Minutes{110});
    EXPECT_TRUE(late.open);
    EXPECT_FALSE(late.issues);
    EXPECT_EQ(late.opens, kMorning + Minutes{1440});
    EXPECT_EQ(hallOpening(nullptr, kMorning), Opening{});
}

} // namespace
} // namespace starqueue::queue::test
