#include <queue/hall_fixture.h>

#include <map>
#include <set>

namespace starqueue::queue::test {
namespace {

using enum TicketState;

/// Brings a ticket into `wanted` at counter 1 (if a counter takes part).
TicketId ticketIn(Hall& hall, TicketState wanted)
{
    const TicketId id = hall.issue(kAccount);
    if (wanted == Waiting)
        return id;
    if (wanted == Cancelled) {
        hall.must(CancelTicket{id});
        return id;
    }
    EXPECT_EQ(hall.next(kFirst), id);
    if (wanted == Called)
        return id;
    if (wanted == NoShow) {
        hall.must(MarkNoShow{kFirst});
        return id;
    }
    if (wanted == Parked) {
        hall.must(Park{kFirst, "form"});
        return id;
    }
    hall.must(StartService{kFirst});
    if (wanted == Finished)
        hall.must(FinishService{kFirst, {}});
    return id;
}

struct Step
{
    const char* name;
    std::function<Command(TicketId)> make;
    std::map<TicketState, TicketState> allowed; ///< from → to
};

/// Every step that a ticket can take, with all the states from which it may.
std::vector<Step> everyStep()
{
    return {
        {"recall", [](TicketId) { return Recall{kFirst}; }, {{Called, Called}}},
        {"start", [](TicketId) { return StartService{kFirst}; }, {{Called, Serving}}},
        {"finish",
         [](TicketId) {
             return FinishService{kFirst, {}};
         },
         {{Serving, Finished}}},
        {"no-show", [](TicketId) { return MarkNoShow{kFirst}; }, {{Called, NoShow}}},
        {"park",
         [](TicketId) {
             return Park{kFirst, "form"};
         },
         {{Called, Parked}, {Serving, Parked}}},
        {"unpark",
         [](TicketId id) {
             return Unpark{kFirst, id};
         },
         {{Parked, Called}}},
        {"transfer",
         [](TicketId) {
             return Transfer{kFirst, kPlans};
         },
         {{Called, Waiting}, {Serving, Waiting}}},
        {"verify",
         [](TicketId) {
             return Verify{kFirst, true};
         },
         {{Called, Called}, {Serving, Serving}}},
        {"undo", [](TicketId) { return UndoCall{kFirst}; }, {{Called, Waiting}}},
        {"cancel",
         [](TicketId id) { return CancelTicket{id}; },
         {{Waiting, Cancelled}, {Parked, Cancelled}, {NoShow, Cancelled}, {Called, Cancelled}}},
        {"requeue", [](TicketId id) { return RequeueTicket{id}; }, {{NoShow, Waiting}}},
        {"move",
         [](TicketId id) {
             return MoveTicket{id, kPlans};
         },
         {{Waiting, Waiting}}},
        {"statutory",
         [](TicketId id) {
             return SetStatutory{id, Statutory::Elderly};
         },
         {{Waiting, Waiting}, {Parked, Parked}, {NoShow, NoShow}}},
        {"identify",
         [](TicketId id) {
             return IdentifyTicket{id, 5, false, {1}};
         },
         {{Waiting, Waiting}, {Called, Called}, {Serving, Serving}, {Parked, Parked}, {NoShow, NoShow}}},
        {"reprint",
         [](TicketId id) {
             return ReprintTicket{id, "1"};
         },
         {{Waiting, Waiting}, {Parked, Parked}}},
        {"call by number",
         [](TicketId id) {
             return CallNumber{kFirst, id, "asked"};
         },
         {{Waiting, Called}, {NoShow, Called}}},
    };
}

TEST(TicketSteps, EveryStepLeadsWhereTheVisitSaysAndNowhereElse)
{
    for (const Step& step : everyStep()) {
        for (const TicketState from : {Waiting, Called, Serving, Finished, NoShow, Parked, Cancelled}) {
            Hall hall;
            hall.open(kFirst);
            const TicketId id = ticketIn(hall, from);
            const Decision decision = hall.tell(step.make(id));
            const auto to = step.allowed.find(from);
            SCOPED_TRACE(std::string(step.name) + " from state " + std::to_string(static_cast<int>(from)));
            EXPECT_EQ(decision.has_value(), to != step.allowed.end());
            EXPECT_EQ(hall.stateOf(id), to == step.allowed.end() ? from : to->second);
        }
    }
}

TEST(TicketSteps, ARefusalNamesTheStateThatTheTicketIsIn)
{
    Hall hall;
    hall.open(kFirst);
    hall.issue(kAccount);
    hall.next(kFirst);
    const Decision unstarted = hall.tell(FinishService{kFirst, {}});
    ASSERT_FALSE(unstarted);
    EXPECT_EQ(unstarted.error().code, RefusalCode::TicketState);
    EXPECT_EQ(unstarted.error().state, "called");
    hall.must(StartService{kFirst});
    const Decision late = hall.tell(MarkNoShow{kFirst});
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().state, "serving");
}

TEST(TicketSteps, NumbersCountFromOneWithinServiceAndKeepTheirPrefixAfterATransfer)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId first = hall.issue(kAccount);
    hall.issue(kPlans);
    hall.issue(kAccount);
    EXPECT_EQ(hall.ticket(first).number, 1U);
    EXPECT_EQ(hall.state.lastNumbers, (std::vector<std::uint32_t>{2, 1, 0}));
    hall.must(MoveTicket{first, kPlans});
    EXPECT_EQ(hall.ticket(first).numberedIn, kAccount);
    EXPECT_EQ(ticketNumber(*hall.state.rules, kAccount, 12), "A012");
    EXPECT_EQ(ticketNumber(*hall.state.rules, kAccount, 1000), "A1000");
}

TEST(TicketSteps, ATransferKeepsTheTimeOfArrivalAndBeginsALeg)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId id = hall.issue(kAccount);
    const Instant issued = hall.now;
    hall.pass(Minutes{7});
    hall.next(kFirst);
    hall.must(Transfer{kFirst, kPlans});
    EXPECT_EQ(hall.ticket(id).counted, issued);
    EXPECT_EQ(hall.ticket(id).legBegan, hall.now);
    EXPECT_EQ(hall.ticket(id).service, kPlans);
    EXPECT_EQ(hall.state.counters[0].ticket, TicketId{});
}

TEST(TicketSteps, ARequeueCountsFromItselfLessTheCreditButNeverBetter)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId id = hall.issue(kAccount);
    const Instant issued = hall.now;
    hall.next(kFirst);
    hall.must(MarkNoShow{kFirst});
    hall.pass(Minutes{4});
    hall.must(RequeueTicket{id});
    EXPECT_EQ(hall.ticket(id).counted, issued) << "the credit must not reach behind the issue";
    hall.next(kFirst);
    hall.must(MarkNoShow{kFirst});
    hall.pass(Minutes{30});
    hall.must(RequeueTicket{id});
    EXPECT_EQ(hall.ticket(id).counted, hall.now - Minutes{10});
    EXPECT_EQ(hall.ticket(id).requeues, 2);
}

TEST(TicketSteps, OnlySoManyRequeuesAreAllowed)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId id = hall.issue(kAccount);
    for (int i = 0; i < hall.state.rules->maxRequeues; ++i) {
        hall.next(kFirst);
        hall.must(MarkNoShow{kFirst});
        hall.must(RequeueTicket{id});
    }
    hall.next(kFirst);
    hall.must(MarkNoShow{kFirst});
    EXPECT_EQ(hall.refusalOf(RequeueTicket{id}), RefusalCode::LimitReached);
}

TEST(TicketSteps, TakingBackACallLeavesPlaceAndLegAsTheyWere)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId first = hall.issue(kAccount);
    hall.pass(Minutes{1});
    hall.issue(kAccount);
    const Ticket before = hall.ticket(first);
    EXPECT_EQ(hall.next(kFirst), first);
    hall.must(Recall{kFirst});
    hall.must(UndoCall{kFirst});
    EXPECT_EQ(hall.ticket(first).counted, before.counted);
    EXPECT_EQ(hall.ticket(first).legBegan, before.legBegan);
    EXPECT_EQ(hall.ticket(first).recalls, 0);
    EXPECT_EQ(hall.next(kFirst), first);
    hall.must(StartService{kFirst});
    EXPECT_EQ(hall.refusalOf(UndoCall{kFirst}), RefusalCode::NothingToUndo);
}

TEST(TicketSteps, OnePersonHasOneWaitingTicket)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId id = hall.issueAs(1, kAccount);
    const Decision second = hall.tell(IssueTicket{.service = kPlans, .customerRef = {1}});
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, RefusalCode::AlreadyWaiting);
    EXPECT_NE(second.error().detail.find("A001"), std::string::npos);
    hall.issueAs(2, kAccount);
    EXPECT_EQ(hall.serveNext(kFirst), id);
    hall.issueAs(1, kPlans);
    EXPECT_EQ(hall.refusalOf(IdentifyTicket{hall.issue(kPlans), 5, false, {1}}), RefusalCode::AlreadyWaiting);
}

TEST(TicketSteps, ANoShowCanTakeANewTicketButThenNotComeBackWithTheOldOne)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId old = hall.issueAs(1, kAccount);
    hall.next(kFirst);
    hall.must(MarkNoShow{kFirst});
    hall.issueAs(1, kAccount);
    EXPECT_EQ(hall.refusalOf(RequeueTicket{old}), RefusalCode::AlreadyWaiting);
    EXPECT_EQ(hall.refusalOf(CallNumber{kFirst, old, "asked"}), RefusalCode::AlreadyWaiting);
}

TEST(TicketSteps, WhoTookASecondTicketInServiceMayStillBeTransferred)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId first = hall.issueAs(1, kAccount);
    hall.next(kFirst);
    hall.must(StartService{kFirst});
    const TicketId second = hall.issueAs(1, kAccount);
    hall.must(Transfer{kFirst, kPlans});
    hall.must(CancelTicket{first});
    EXPECT_EQ(hall.refusalOf(IssueTicket{.service = kPlans, .customerRef = {1}}),
              RefusalCode::AlreadyWaiting);
    hall.must(CancelTicket{second});
    hall.issueAs(1, kPlans);
}

TEST(TicketSteps, AMismatchTakesTheHeadStartAway)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId ordinary = hall.issue(kAccount);
    hall.pass(Minutes{5});
    const TicketId claimed = hall.issue(kAccount, 5);
    EXPECT_EQ(hall.next(kFirst), claimed);
    hall.must(Verify{kFirst, false});
    EXPECT_EQ(hall.ticket(claimed).stars, 0);
    hall.must(UndoCall{kFirst});
    EXPECT_EQ(hall.next(kFirst), ordinary);
}

TEST(TicketSteps, AParkedTicketGoesBackToItsCounterOrToAnyOnceThatIsAway)
{
    Hall hall;
    hall.open(kFirst);
    hall.open(kSecond);
    hall.open(kStars);
    const TicketId id = hall.issue(kPlans);
    hall.next(kFirst);
    hall.must(Park{kFirst, "form"});
    EXPECT_EQ(hall.refusalOf(Unpark{kStars, id}), RefusalCode::NotEligible);
    hall.must(PauseCounter{kFirst, "lunch"});
    EXPECT_EQ(hall.refusalOf(Unpark{kSecond, id}), RefusalCode::NotEligible)
        << "it doesn't give that service";
    hall.must(Unpark{kStars, id});
    EXPECT_EQ(hall.stateOf(id), Called);
    EXPECT_EQ(hall.ticket(id).counter, kStars);
    EXPECT_EQ(hall.ticket(id).why->rule, WhyRule::Parked);
}

TEST(TicketSteps, ACallByNumberNeedsAReasonAndIsToldAsOutOfTurn)
{
    Hall hall;
    hall.open(kFirst);
    hall.issue(kAccount);
    hall.pass(Minutes{3});
    const TicketId late = hall.issue(kRepair);
    EXPECT_EQ(hall.refusalOf(CallNumber{kFirst, late, ""}), RefusalCode::BadValue);
    hall.must(CallNumber{kFirst, late, "in pain"});
    EXPECT_EQ(hall.ticket(late).why->rule, WhyRule::OutOfTurn);
    EXPECT_EQ(hall.ticket(late).why->reason, "in pain");
    EXPECT_EQ(hall.ticket(late).why->passedCount, 1U);
    EXPECT_EQ(hall.count<FairnessViolated>(), 0U);
}

TEST(TicketSteps, NobodyIssuesForAClosedServiceOrWithStarsThatDontExist)
{
    Hall hall;
    hall.must(CloseService{kPlans});
    EXPECT_EQ(hall.refusalOf(IssueTicket{.service = kPlans}), RefusalCode::ServiceClosed);
    hall.must(OpenService{kPlans});
    hall.issue(kPlans);
    EXPECT_EQ(hall.refusalOf(IssueTicket{.service = kPlans, .stars = 8}), RefusalCode::BadValue);
    EXPECT_EQ(hall.refusalOf(IssueTicket{.service = ServiceIx{9}}), RefusalCode::UnknownService);
    EXPECT_EQ(hall.refusalOf(CancelTicket{TicketId{99}}), RefusalCode::UnknownTicket);
}

} // namespace
} // namespace starqueue::queue::test
