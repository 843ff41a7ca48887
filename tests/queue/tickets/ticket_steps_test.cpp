#include <queue/support/hall_fixture.h>

#include <map>

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
        {"undo",
         [](TicketId) { return UndoStep{kFirst}; },
         {{Called, Waiting}, {Serving, Called}, {Finished, Serving}, {NoShow, Called}, {Parked, Called}}},
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
             return SetStatutory{id, kElderly};
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

} // namespace
} // namespace starqueue::queue::test
