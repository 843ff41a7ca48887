#include <queue/support/hall_fixture.h>

namespace starqueue::queue::test {
namespace {

/// Carries out `command`; when it was done, for the undo.
Instant doneBy(Hall& hall, const Command& command)
{
    hall.pass(Seconds{1});
    hall.must(command);
    return std::exchange(hall.now, hall.now + Seconds{1});
}

/// One of each kind: waiting, parked, called, serving, a no-show, finished.
void fill(Hall& hall)
{
    hall.open(kFirst);
    hall.open(kSecond);
    hall.issue(kAccount);
    hall.serveNext(kFirst);
    hall.issue(kAccount);
    hall.next(kFirst);
    hall.must(MarkNoShow{kFirst});
    hall.issueAs(3, kAccount);
    hall.next(kSecond);
    hall.must(StartService{kSecond});
    hall.must(Park{kSecond, "form"});
    hall.issue(kAccount);
    hall.next(kSecond);
    hall.issueAt("1", kAccount);
    hall.issue(kPlans, 5);
}

TEST(HallUndo, TheDayClosedByMistakeComesBackWithEverybody)
{
    Hall hall;
    fill(hall);
    const State before = hall.state;
    const Instant closed = doneBy(hall, CloseDay{});
    EXPECT_EQ(hall.last<DayClosed>().unserved, 3U);
    hall.must(UndoHallAct{closed});
    EXPECT_EQ(hall.state, before);
    EXPECT_NE(hall.next(kFirst).value, 0U);
}

TEST(HallUndo, ADateOpenedByMistakeIsTakenBackWithTheDayThatWasClosedForIt)
{
    Hall hall;
    fill(hall);
    const State open = hall.state;
    const Instant closed = doneBy(hall, CloseDay{});
    const State before = hall.state;
    const Instant opened = doneBy(hall, OpenDay{Date{std::chrono::year{2062} / 1 / 1}, nullptr});
    hall.must(PostMessage{"m", {"你好", "hello"}});
    EXPECT_EQ(hall.refusalOf(UndoHallAct{closed}), RefusalCode::UndoConflict);
    hall.must(UndoHallAct{opened});
    EXPECT_EQ(hall.state.messages.size(), 1U) << "what others did since stays";
    hall.must(PostMessage{"m", {}});
    EXPECT_EQ(hall.state, before);
    hall.must(UndoHallAct{closed});
    EXPECT_EQ(hall.state, open);
}

TEST(HallUndo, AServiceOpensAgainAndClosesAgain)
{
    Hall hall;
    const State before = hall.state;
    hall.must(UndoHallAct{doneBy(hall, CloseService{kPlans})});
    EXPECT_EQ(hall.state, before);
    hall.must(CloseService{kPlans});
    const State closed = hall.state;
    hall.must(UndoHallAct{doneBy(hall, OpenService{kPlans})});
    EXPECT_EQ(hall.state, closed);
}

TEST(HallUndo, TheFirstLaterActThatDependsOnItIsNamed)
{
    Hall hall;
    hall.must(CloseService{kPlans});
    const Instant opened = doneBy(hall, OpenService{kPlans});
    hall.issue(kAccount);
    hall.issue(kPlans);
    hall.issue(kPlans);
    const auto refused = hall.tell(UndoHallAct{opened});
    EXPECT_EQ(refused.error().code, RefusalCode::UndoConflict);
    EXPECT_EQ(refused.error().state, "ticket_issued B001");
}

TEST(HallUndo, ATicketOfTheNewDayKeepsItOpen)
{
    Hall hall;
    hall.must(CloseDay{});
    const Instant opened = doneBy(hall, OpenDay{kTomorrow, nullptr});
    hall.issue(kAccount);
    EXPECT_EQ(hall.tell(UndoHallAct{opened}).error().state, "ticket_issued A001");
}

TEST(HallUndo, EndsAfterTenMinutesAndCountsOnce)
{
    Hall hall;
    const Instant closed = doneBy(hall, CloseService{kPlans});
    hall.must(UndoHallAct{closed});
    EXPECT_EQ(hall.refusalOf(UndoHallAct{closed}), RefusalCode::NothingToUndo);
    const Instant again = doneBy(hall, CloseService{kPlans});
    hall.pass(Minutes{10});
    EXPECT_EQ(hall.refusalOf(UndoHallAct{again}), RefusalCode::NothingToUndo);
}

TEST(HallUndo, TheEventAloneGivesTheDayThatComesBack)
{
    Hall hall;
    fill(hall);
    hall.must(CloseDay{});
    hall.must(UndoHallAct{doneBy(hall, OpenDay{kTomorrow, nullptr})});
    State replayed;
    apply(replayed, hall.events.back(), hall.now);
    EXPECT_EQ(replayed, hall.state);
}

TEST(HallUndo, AnOpenDayCarriedOverByMistakeIsOpenAgain)
{
    Hall hall;
    fill(hall);
    const State before = hall.state;
    const Instant opened = doneBy(hall, OpenDay{.date = kTomorrow, .rules = nullptr, .carriesWaiting = true});
    EXPECT_EQ(hall.state.date, kTomorrow);
    hall.must(UndoHallAct{opened});
    EXPECT_EQ(hall.state, before);
}

TEST(HallUndo, OfTwoActsInOneInstantTakesTheOneThatIsMeant)
{
    Hall hall;
    const auto idOf = [&](ServiceIx service) { return hall.state.rules->services[service.value].id; };
    const auto isOpen = [&](ServiceIx service) { return hall.state.serviceOpen(service); };
    hall.must(CloseService{kAccount});
    hall.must(CloseService{kPlans});
    const Instant closed = hall.now;
    hall.must(UndoHallAct{closed, HallActKind::ServiceClosed, idOf(kAccount)});
    EXPECT_TRUE(isOpen(kAccount));
    EXPECT_FALSE(isOpen(kPlans));
    EXPECT_EQ(hall.refusalOf(UndoHallAct{closed, HallActKind::ServiceClosed, idOf(kAccount)}),
              RefusalCode::NothingToUndo);
    EXPECT_EQ(hall.refusalOf(UndoHallAct{hall.now, HallActKind::ServiceOpened, idOf(kAccount)}),
              RefusalCode::NothingToUndo)
        << "what the undo did is no act";
    hall.must(UndoHallAct{closed, HallActKind::ServiceClosed, idOf(kPlans)});
    EXPECT_TRUE(isOpen(kPlans));
}

TEST(HallUndo, AMessageIsAgainWhatItWasBefore)
{
    Hall hall;
    const State before = hall.state;
    hall.must(UndoHallAct{doneBy(hall, PostMessage{"rain", {"下雨", "Rain"}})});
    EXPECT_EQ(hall.state, before) << "there was none";
    hall.must(PostMessage{"rain", {"下雨", "Rain"}});
    const State shown = hall.state;
    hall.must(UndoHallAct{doneBy(hall, PostMessage{"rain", {"下雪", "Snow"}})});
    EXPECT_EQ(hall.state, shown);
    EXPECT_EQ(hall.last<HallActUndone>().act, HallActKind::MessageChanged);
    hall.must(UndoHallAct{doneBy(hall, PostMessage{"rain", {}})});
    EXPECT_EQ(hall.state, shown) << "one that was taken down stands again";
}

TEST(HallUndo, OfAMessageIsRefusedOnceItWasChangedAgain)
{
    Hall hall;
    const Instant first = doneBy(hall, PostMessage{"rain", {"下雨", "Rain"}});
    hall.must(PostMessage{"lunch", {"午休", "Lunch"}});
    const Instant second = doneBy(hall, PostMessage{"rain", {"下雪", "Snow"}});
    EXPECT_EQ(hall.tell(UndoHallAct{first}).error().state, "message_changed rain");
    hall.must(UndoHallAct{second});
    EXPECT_EQ(hall.state.messages.at("rain"), (Name{"下雨", "Rain"}));
    EXPECT_EQ(hall.state.messages.at("lunch"), (Name{"午休", "Lunch"})) << "other messages stay";
    EXPECT_EQ(hall.refusalOf(UndoHallAct{second}), RefusalCode::NothingToUndo) << "it counts once";
}

TEST(HallUndo, OfAMessageIsPossibleOverAChangeOfDaysAndItsTakingBack)
{
    Hall hall;
    const Instant shown = doneBy(hall, PostMessage{"rain", {"下雨", "Rain"}});
    hall.must(CloseDay{});
    const Instant opened = doneBy(hall, OpenDay{kTomorrow, nullptr});
    const Instant changed = doneBy(hall, PostMessage{"rain", {"下雪", "Snow"}});
    hall.must(UndoHallAct{opened});
    EXPECT_EQ(hall.refusalOf(UndoHallAct{shown}), RefusalCode::UndoConflict)
        << "it was changed since, on the day that was taken back";
    hall.must(UndoHallAct{changed});
    EXPECT_EQ(hall.state.messages.at("rain"), (Name{"下雨", "Rain"}));
}

TEST(HallUndo, OfActsOnOneThingInOneInstantTakesTheLastOneFirst)
{
    Hall hall;
    const State before = hall.state;
    for (const char* text : {"A", "B", "C"})
        hall.must(PostMessage{"rain", {text, text}});
    hall.must(UndoHallAct{hall.now});
    EXPECT_EQ(hall.state.messages.at("rain"), (Name{"B", "B"}));
    hall.must(UndoHallAct{hall.now});
    EXPECT_EQ(hall.state.messages.at("rain"), (Name{"A", "A"}));
    hall.must(UndoHallAct{hall.now});
    EXPECT_EQ(hall.state, before);
}

TEST(HallUndo, OfAMessageEndsAfterTenMinutes)
{
    Hall hall;
    const Instant shown = doneBy(hall, PostMessage{"rain", {"下雨", "Rain"}});
    hall.pass(Minutes{10});
    EXPECT_EQ(hall.refusalOf(UndoHallAct{shown}), RefusalCode::NothingToUndo);
}

TEST(HallUndo, OfAnActIsPossibleOnceThoseSinceWereTakenBack)
{
    Hall hall;
    const Instant closed = doneBy(hall, CloseService{kAccount});
    const Instant opened = doneBy(hall, OpenService{kAccount});
    EXPECT_EQ(hall.refusalOf(UndoHallAct{closed}), RefusalCode::UndoConflict);
    doneBy(hall, UndoHallAct{opened});
    doneBy(hall, UndoHallAct{closed});
    EXPECT_FALSE(hall.state.closedServices[kAccount.value]);
    const Instant one = doneBy(hall, PostMessage{"m", {"甲", "A"}});
    const Instant two = doneBy(hall, PostMessage{"m", {"乙", "B"}});
    const Instant three = doneBy(hall, PostMessage{"m", {"丙", "C"}});
    doneBy(hall, UndoHallAct{three});
    EXPECT_EQ(hall.refusalOf(UndoHallAct{one}), RefusalCode::UndoConflict) << "the second one stands";
    doneBy(hall, UndoHallAct{two});
    doneBy(hall, UndoHallAct{one});
    EXPECT_TRUE(hall.state.messages.empty());
}

} // namespace
} // namespace starqueue::queue::test
