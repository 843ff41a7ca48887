#include <queue/support/hall_fixture.h>

namespace starqueue::queue::test {
namespace {

std::string nextNumber(Hall& hall, ServiceIx service)
{
    return hall.state.numberOf(hall.ticket(hall.issue(service)));
}

TEST(RestoredHall, GoesOnAtTheNextHundredBeyondWhatMayHaveBeenPrinted)
{
    Hall hall;
    for (int i = 0; i < 62; ++i)
        hall.issue(kAccount);
    hall.must(ResumeRestored{"aa", Minutes{40}, {3}});
    EXPECT_EQ(nextNumber(hall, kAccount), "A200") << "62 + 120, and the next hundred";
    EXPECT_EQ(nextNumber(hall, kAccount), "A201");
    EXPECT_EQ(nextNumber(hall, kPlans), "B200") << "no fewer than 100 beyond, whatever the peak";
}

TEST(RestoredHall, NeverGoesOnAmongTheNumbersThatAreWrittenByHand)
{
    for (const int lost : {8'900, 9'000, 9'800}) {
        Hall hall;
        hall.issue(kAccount);
        hall.must(ResumeRestored{"aa", Minutes{lost / 4}, {4}});
        const std::uint32_t number = hall.ticket(hall.issue(kAccount)).number;
        EXPECT_FALSE(isByHand(number)) << number;
        EXPECT_GT(number, static_cast<std::uint32_t>(lost));
    }
}

TEST(RestoredHall, GoesOnBehindEachThatWentOnFromTheSameBackupBefore)
{
    std::uint32_t reached =
        0; // by the one before, which gave a ticket a minute in the ten minutes that it had
    for (std::uint32_t earlier = 0; earlier < 4; ++earlier) {
        Hall hall;
        hall.issue(kAccount);
        hall.must(ResumeRestored{"aa", Minutes{40 + 10 * earlier}, {1}, earlier});
        const std::uint32_t number = hall.ticket(hall.issue(kAccount)).number;
        EXPECT_GT(number, reached) << earlier;
        reached = number + 10;
    }
}

TEST(RestoredHall, GivesNoIdThatMayHaveBeenGiven)
{
    Hall hall;
    const TicketId last = hall.issue(kAccount);
    hall.must(ResumeRestored{"aa", Minutes{1'000}, {2, 1}});
    EXPECT_GT(hall.issue(kAccount).value, last.value + 3'000);
    EXPECT_GT(hall.state.lastPrintJob.value, 3'000U);
    EXPECT_GT(hall.state.lastSession.value, 3'000U);
}

TEST(RestoredHall, KeepsWhoWaitsAndServesThemFirst)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId waits = hall.issue(kAccount);
    hall.must(ResumeRestored{"aa", Minutes{5}, {}});
    hall.issue(kAccount);
    EXPECT_EQ(hall.next(kFirst), waits);
}

TEST(RestoredHall, CountsFromOneOnTheNextDayAndSaysForThatDayThatItWasRestored)
{
    Hall hall;
    hall.issue(kAccount);
    hall.must(ResumeRestored{"aa", Minutes{5}, {}});
    EXPECT_EQ(hall.state.restored, State::Restored::Today);
    hall.must(CloseDay{});
    hall.must(OpenDay{kTomorrow, nullptr});
    EXPECT_EQ(nextNumber(hall, kAccount), "A001");
    EXPECT_EQ(hall.state.restored, State::Restored::DayBefore);
    hall.must(CloseDay{});
    hall.must(OpenDay{.date = kTomorrow, .rules = nullptr, .isConfirmed = true});
    EXPECT_EQ(hall.state.restored, State::Restored::No);
}

TEST(RestoredHall, PaperFromTheGapIsEnteredByHandOnceAndServedInItsTurn)
{
    Hall hall;
    hall.issue(kAccount);
    hall.must(ResumeRestored{"aa", Minutes{5}, {}});
    hall.pass(Minutes{10});
    const EnterByHand paper{.ticket = {.service = kAccount}, .number = 7, .issued = hall.now - Minutes{1}};
    hall.must(paper);
    EXPECT_EQ(hall.refusalOf(paper), RefusalCode::NumberTaken);
    EXPECT_EQ(nextNumber(hall, kAccount), "A200") << "the next isn't the one after the paper";
    EnterByHand other = paper;
    for (const std::uint32_t number : {1U, 200U, 201U}) {
        other.number = number;
        EXPECT_TRUE(hall.refusalOf(other)) << number;
    }
}

TEST(RestoredHall, TakesNothingBackThatWasDoneInItsOtherLife)
{
    Hall hall;
    hall.must(CloseDay{});
    const Instant closed = hall.now;
    hall.must(ResumeRestored{"aa", Minutes{5}, {}});
    EXPECT_EQ(hall.refusalOf(UndoHallAct{closed}), RefusalCode::UndoConflict);
}

TEST(RestoredHall, GoesOnBeyondEachLineThatWasLost)
{
    Hall hall;
    const TicketId last = hall.issue(kAccount);
    hall.must(ResumeRestored{.life = "aa", .peaks = {}, .lines = 321});
    EXPECT_EQ(nextNumber(hall, kAccount), "A500") << "1 + 321 + 100, and the next hundred";
    EXPECT_EQ(nextNumber(hall, kPlans), "B500");
    EXPECT_GT(hall.state.lastTicket.value, last.value + 321);
    EXPECT_GT(hall.state.lastPrintJob.value, 321U);
    EXPECT_GT(hall.state.lastSession.value, 321U);
}

TEST(RestoredHall, GoesOnBeyondThemOnTheNextDayWhichMayHaveOpenedAmongThem)
{
    Hall hall;
    hall.issue(kAccount);
    hall.must(ResumeRestored{.life = "aa", .peaks = {}, .lines = 321});
    hall.must(CloseDay{});
    hall.must(OpenDay{kTomorrow, nullptr});
    EXPECT_EQ(nextNumber(hall, kAccount), "A500");
    EXPECT_EQ(hall.state.restored, State::Restored::DayBefore);
    hall.must(CloseDay{});
    hall.must(OpenDay{.date = kTomorrow, .rules = nullptr, .isConfirmed = true});
    EXPECT_EQ(hall.state.restored, State::Restored::No);
}

TEST(RestoredHall, CountsFromOneOnTheNextDayOnceItHasGivenATicket)
{
    Hall hall;
    hall.must(ResumeRestored{.life = "aa", .peaks = {}, .lines = 321});
    hall.issue(kAccount);
    hall.must(CloseDay{});
    hall.must(OpenDay{kTomorrow, nullptr});
    EXPECT_EQ(nextNumber(hall, kAccount), "A001");
}

TEST(RestoredHall, ThatLostItsFirstDayGoesOnBeyondItsLinesOnTheDayThatOpens)
{
    const Hall rules;
    State lost;
    Events events;
    ASSERT_TRUE(decide(lost, ResumeRestored{.life = "aa", .peaks = {}, .lines = 62}, Instant{}, events));
    for (const Event& event : events)
        apply(lost, event, Instant{});
    EXPECT_GT(lost.lastTicket.value, 62U);
    events.clear();
    ASSERT_TRUE(decide(lost, OpenDay{kTomorrow, rules.state.rules}, Instant{}, events));
    for (const Event& event : events)
        apply(lost, event, Instant{});
    for (const std::uint32_t number : lost.lastNumbers)
        EXPECT_EQ(number, 199U);
    EXPECT_GT(lost.lastTicket.value, 62U);
    EXPECT_GT(lost.lastPrintJob.value, 62U);
    EXPECT_GT(lost.lastSession.value, 62U);
}

TEST(RestoredHall, ThatNeverOpenedHasNothingToGoOnFrom)
{
    State fresh;
    Events events;
    EXPECT_FALSE(decide(fresh, ResumeRestored{"aa", Minutes{5}, {}}, Instant{}, events));
}

} // namespace
} // namespace starqueue::queue::test
