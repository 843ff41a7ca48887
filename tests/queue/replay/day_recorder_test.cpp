#include <queue/recording/day_recorder.h>
#include <queue/support/hall_fixture.h>

#include <gtest/gtest.h>

using namespace starqueue;
using namespace starqueue::queue;
using namespace starqueue::queue::test;

namespace {

/// A hall whose events a recorder follows.
class RecordedHall : public testing::Test
{
protected:
    RecordedHall()
    {
        const auto rules = std::make_shared<const Rules>(smallHall());
        tell(OpenDay{kToday, rules});
        open(kFirst);
    }
    void tell(const Command& command)
    {
        Events events;
        const Decision decision = decide(m_state, command, m_now, events);
        ASSERT_TRUE(decision) << decision.error().detail;
        for (const Event& event : events) {
            apply(m_state, event, m_now);
            m_recorder.see(event, m_now, m_state);
        }
    }
    void open(CounterIx counter) { tell(OpenCounter{counter, std::to_string(17 + counter.value)}); }
    TicketId issue(ServiceIx service = kAccount, int stars = 0)
    {
        tell(IssueTicket{.service = service, .stars = stars});
        return m_state.lastTicket;
    }
    void pass(Seconds time) { m_now += time; }
    RecordedDay finish() { return std::move(m_recorder).finish(m_now); }

    State m_state;
    Instant m_now = Instant{} + Seconds{1'800'000'000};
    const Instant m_begins = m_now;
    DayRecorder m_recorder;
};

} // namespace

TEST_F(RecordedHall, HasWhoCameForWhatAndHowLongItTook)
{
    pass(Seconds{10});
    issue(kPlans, 5);
    pass(Seconds{60});
    tell(CallNext{kFirst});
    pass(Seconds{20});
    tell(StartService{kFirst});
    pass(Seconds{300});
    tell(FinishService{kFirst, {}});
    const RecordedDay day = finish();
    EXPECT_EQ(day.date, kToday);
    EXPECT_EQ(day.services, (std::vector<std::string>{"account", "plans", "repair"}));
    ASSERT_EQ(day.customers.size(), 1U);
    const RecordedCustomer& customer = day.customers[0];
    EXPECT_EQ(customer.arrives, m_begins + Seconds{10});
    EXPECT_EQ(customer.service, kPlans);
    EXPECT_EQ(customer.stars, 5);
    EXPECT_EQ(customer.called, m_begins + Seconds{70});
    EXPECT_EQ(customer.approach, Seconds{20});
    EXPECT_EQ(customer.serves, Seconds{300});
    EXPECT_EQ(customer.counter, kFirst);
    EXPECT_TRUE(customer.comes);
}

TEST_F(RecordedHall, HasWhenEachCounterWasThere)
{
    pass(Seconds{100});
    open(kSecond);
    pass(Seconds{100});
    tell(PauseCounter{kFirst, "meal"});
    pass(Seconds{100});
    tell(ResumeCounter{kFirst});
    pass(Seconds{100});
    tell(CloseCounter{kSecond});
    pass(Seconds{100});
    EXPECT_EQ(finish().presences,
              (std::vector<Presence>{{kFirst, m_begins, m_begins + Seconds{200}},
                                     {kFirst, m_begins + Seconds{300}, m_begins + Seconds{500}},
                                     {kSecond, m_begins + Seconds{100}, m_begins + Seconds{400}}}));
}

TEST_F(RecordedHall, HasWhoCancelledWithTheirTimeOfLeaving)
{
    const TicketId ticket = issue();
    pass(Seconds{50});
    tell(CancelTicket{ticket});
    const RecordedDay day = finish();
    EXPECT_FALSE(day.customers[0].called);
    EXPECT_EQ(day.customers[0].left, m_begins + Seconds{50});
}

TEST_F(RecordedHall, HasANoShowAndTheReturnAsTwoWaits)
{
    const TicketId ticket = issue();
    tell(CallNext{kFirst});
    pass(Seconds{40});
    tell(MarkNoShow{kFirst});
    pass(Seconds{60});
    tell(RequeueTicket{ticket});
    pass(Seconds{30});
    tell(CallNext{kFirst});
    const RecordedDay day = finish();
    ASSERT_EQ(day.customers.size(), 2U);
    EXPECT_FALSE(day.customers[0].comes);
    EXPECT_EQ(day.customers[0].approach, Seconds{40});
    EXPECT_EQ(day.customers[1].arrives, m_begins + Seconds{100});
    EXPECT_EQ(day.customers[1].called, m_begins + Seconds{130});
}

TEST_F(RecordedHall, HasATransferAsAWaitForEachService)
{
    issue(kAccount);
    tell(CallNext{kFirst});
    tell(StartService{kFirst});
    pass(Seconds{30});
    tell(Transfer{kFirst, kRepair});
    const RecordedDay day = finish();
    ASSERT_EQ(day.customers.size(), 2U);
    EXPECT_EQ(day.customers[0].serves, Seconds{30});
    EXPECT_EQ(day.customers[1].service, kRepair);
    EXPECT_EQ(day.customers[1].arrives, m_begins + Seconds{30});
}

TEST_F(RecordedHall, KeepsTheWaitOfACallThatWasTakenBack)
{
    issue();
    pass(Seconds{10});
    tell(CallNext{kFirst});
    tell(UndoStep{kFirst});
    pass(Seconds{10});
    tell(CallNext{kFirst});
    const RecordedDay day = finish();
    ASSERT_EQ(day.customers.size(), 1U);
    EXPECT_EQ(day.customers[0].called, m_begins + Seconds{20});
}

TEST_F(RecordedHall, HasNoWaitOfACallThatBroughtANoShowBackAndWasTakenBack)
{
    const TicketId absent = issue();
    pass(Seconds{60});
    tell(CallNext{kFirst});
    tell(MarkNoShow{kFirst});
    pass(Seconds{60});
    tell(CallNumber{kFirst, absent, "seen at the door"});
    tell(UndoStep{kFirst});
    const RecordedDay day = finish();
    ASSERT_EQ(day.customers.size(), 1U);
    EXPECT_FALSE(day.customers[0].comes);
    EXPECT_EQ(day.customers[0].called, m_begins + Seconds{60});
}

TEST_F(RecordedHall, HasWhoPostponedAsComeThatMuchLater)
{
    const TicketId away = issue();
    pass(Seconds{30});
    tell(PostponeTicket{away});
    pass(Seconds{120});
    tell(RequeueTicket{away});
    pass(Seconds{40});
    tell(CallNext{kFirst});
    const RecordedDay day = finish();
    ASSERT_EQ(day.customers.size(), 1U);
    EXPECT_EQ(*day.customers[0].called - day.customers[0].arrives, Seconds{70});
}

TEST_F(RecordedHall, HasSomebodyBackFromParkingAsCalledWithoutAWait)
{
    const TicketId ticket = issue();
    tell(CallNext{kFirst});
    tell(StartService{kFirst});
    pass(Seconds{25});
    tell(Park{kFirst, "form"});
    pass(Seconds{100});
    tell(Unpark{kFirst, ticket});
    const RecordedDay day = finish();
    ASSERT_EQ(day.customers.size(), 2U);
    EXPECT_EQ(day.customers[0].serves, Seconds{25});
    EXPECT_EQ(day.customers[1].arrives, m_begins + Seconds{125});
    EXPECT_EQ(day.customers[1].called, m_begins + Seconds{125});
}

TEST_F(RecordedHall, KnowsTheStarsOfWhoWasIdentifiedAfterTheIssue)
{
    const TicketId ticket = issue();
    tell(IdentifyTicket{ticket, 6, true, {1}});
    const RecordedDay day = finish();
    EXPECT_EQ(day.customers[0].stars, 6);
    EXPECT_TRUE(day.customers[0].keyContact);
}
