#include <queue/support/hall_fixture.h>

namespace starqueue::queue::test {
namespace {

OpenDay carryTo(Date date)
{
    return {.date = date, .rules = nullptr, .carriesWaiting = true};
}

TEST(CarriedNumbers, EverybodyGoesOverADaysStartWithTheirNumbers)
{
    Hall hall;
    hall.open(kFirst);
    hall.open(kSecond);
    const TicketId noShow = hall.issue(kAccount);
    hall.next(kFirst);
    hall.must(MarkNoShow{kFirst});
    const TicketId parked = hall.issue(kAccount);
    hall.next(kFirst);
    hall.must(Park{kFirst, "form"});
    const TicketId called = hall.issue(kAccount);
    hall.next(kFirst);
    const TicketId waiting = hall.issueAt("1", kAccount);
    hall.must(carryTo(kTomorrow));
    EXPECT_EQ(hall.state.date, kTomorrow);
    EXPECT_EQ(hall.count<TicketUnserved>(), 0U);
    EXPECT_EQ(hall.stateOf(noShow), TicketState::NoShow);
    EXPECT_EQ(hall.stateOf(parked), TicketState::Parked);
    EXPECT_EQ(hall.stateOf(called), TicketState::Called);
    EXPECT_EQ(hall.stateOf(waiting), TicketState::Waiting);
    EXPECT_EQ(hall.state.openJobs.size(), 1U) << "the paper still comes";
    EXPECT_EQ(hall.state.counters[0].state, CounterState::Open);
    EXPECT_EQ(hall.next(kSecond), waiting);
    hall.must(RequeueTicket{noShow});
}

TEST(CarriedNumbers, ANumberIsNotGivenWhileItsNamesakeIsInTheRoom)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId serving = hall.issue(kAccount);
    hall.next(kFirst);
    hall.must(StartService{kFirst});
    hall.must(CloseDay{});
    hall.must(OpenDay{kTomorrow, nullptr});
    EXPECT_EQ(hall.state.numberOf(hall.ticket(serving)), "A001");
    EXPECT_EQ(hall.state.numberOf(hall.ticket(hall.issue(kAccount))), "A002");
}

TEST(CarriedNumbers, WhoMayStillComeBackKeepsTheNumber)
{
    Hall hall;
    hall.open(kFirst);
    hall.issue(kAccount);
    hall.next(kFirst);
    hall.must(MarkNoShow{kFirst});
    hall.must(carryTo(kTomorrow));
    EXPECT_EQ(hall.state.numberOf(hall.ticket(hall.issue(kAccount))), "A002");
}

TEST(CarriedNumbers, TwoOfOneNumberInTheRoomAreTold)
{
    Hall hall;
    hall.open(kFirst);
    hall.issue(kAccount);
    hall.issue(kAccount);
    hall.state.tickets[0].number = 2; // as no command can make it
    rebuildIndex(hall.state);
    hall.state.tickets[1].number = 2;
    hall.state.index.carried.push_back(hall.state.tickets[0].id);
    hall.next(kFirst);
    EXPECT_EQ(hall.count<NumberDoubled>(), 1U);
    EXPECT_EQ(hall.state.violations, 1U);
}

TEST(CarriedNumbers, APrefixThatChangesRenamesNothingOnPaper)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId before = hall.issue(kAccount);
    hall.must(SetRules{changed([](Rules& r) {
        r.services[0].prefix = "Q";
        r.services[0].name = {"新", "New"};
        r.counters[0].name = {"新窗口", "New counter"};
    })});
    EXPECT_EQ(hall.state.numberOf(hall.ticket(before)), "A001");
    EXPECT_NE(hall.state.serviceNameOf(hall.ticket(before)).en, "New");
    const TicketId after = hall.issue(kAccount);
    EXPECT_EQ(hall.state.numberOf(hall.ticket(after)), "Q002");
    EXPECT_EQ(hall.state.serviceNameOf(hall.ticket(after)).en, "New");
    ASSERT_EQ(ticketsNumbered(hall.state, "A001").size(), 1U);
    EXPECT_TRUE(ticketsNumbered(hall.state, "Q001").empty());
    EXPECT_EQ(hall.next(kFirst), before);
    EXPECT_EQ(hall.state.counterNameOf(hall.ticket(before)).en, "New counter");
    hall.must(carryTo(kTomorrow));
    EXPECT_EQ(hall.state.numberOf(hall.ticket(before)), "A001") << "over the night too";
    State replayed;
    apply(replayed, hall.events.back(), hall.now);
    EXPECT_EQ(replayed, hall.state);
}

TEST(CarriedNumbers, ACallKeepsTheNameOfItsCounter)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId called = hall.issue(kAccount);
    hall.next(kFirst);
    hall.pass(Seconds{1});
    const Name name = hall.state.rules->counters[0].name;
    hall.must(SetRules{changed([](Rules& r) { r.counters[0].name = {"新窗口", "New counter"}; })});
    EXPECT_EQ(hall.state.counterNameOf(hall.ticket(called)), name);
}

TEST(CarriedNumbers, APrefixOnTodaysPaperIsNotGivenToAnotherService)
{
    Hall hall;
    const auto swapped = changed([](Rules& r) { std::swap(r.services[0].prefix, r.services[1].prefix); });
    hall.issue(kAccount);
    const auto refused = hall.tell(SetRules{swapped});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().detail.find("\"A\""), std::string::npos) << refused.error().detail;
    hall.must(SetRules{changed([](Rules& r) { r.services[0].prefix = "Q"; })});
    EXPECT_EQ(hall.refusalOf(SetRules{changed([](Rules& r) {
        r.services[0].prefix = "Q";
        r.services[1].prefix = "A";
    })}),
              RefusalCode::BadValue);
    EXPECT_EQ(hall.refusalOf(SetRules{changed([](Rules& r) { r.services[0].id = "other"; })}),
              RefusalCode::BadValue)
        << "nor is that of a service that is gone";
    hall.must(CloseDay{});
    hall.must(OpenDay{kTomorrow, nullptr});
    hall.must(SetRules{swapped});
}

TEST(CarriedNumbers, ADateFarOffIsNotOpenedByMistake)
{
    Hall hall;
    hall.must(CloseDay{});
    OpenDay far{.date = Date{std::chrono::year{2062} / 1 / 1}, .rules = nullptr, .today = kToday};
    EXPECT_EQ(hall.refusalOf(far), RefusalCode::ConfirmNeeded);
    far.isConfirmed = true;
    hall.must(far);
    hall.pass(Minutes{20});
    hall.must(CloseDay{});
    OpenDay back{.date = kToday, .rules = nullptr, .today = kToday};
    EXPECT_EQ(hall.refusalOf(back), RefusalCode::DateNotLater);
    back.isConfirmed = true;
    hall.must(back);
    EXPECT_EQ(hall.state.date, kToday);
}

TEST(CarriedNumbers, ADayOpenedAgainGoesOnWithItsNumbers)
{
    Hall hall;
    hall.issue(kAccount);
    hall.must(CloseDay{});
    hall.pass(Minutes{20});
    hall.must(OpenDay{.date = kToday, .rules = nullptr, .today = kToday, .isConfirmed = true});
    EXPECT_EQ(hall.state.numberOf(hall.ticket(hall.issue(kAccount))), "A002");
}

} // namespace
} // namespace starqueue::queue::test
