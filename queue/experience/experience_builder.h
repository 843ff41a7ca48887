#pragma once

#include <queue/events.h>
#include <queue/experience/experience.h>
#include <queue/experience/promise_record.h>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>

namespace starqueue::queue {

/// Feeds a hall's events, oldest first, into its Experience. May begin at any day_opened. What a counter's
/// last step teaches is learned once it can't be taken back any more.
class ExperienceBuilder
{
public:
    /// `localTime`: of a wall time, in the hall's zone.
    explicit ExperienceBuilder(std::function<time::LocalTime(time::WallTime)> localTime)
        : m_localTime(std::move(localTime))
    {}

    void apply(const Event& event, Instant at);

    /// See Experience::setDayKinds().
    void setDayKinds(DayKinds kinds) { m_experience.setDayKinds(std::move(kinds)); }
    /// See Experience::setPlan().
    void setPlan(const CounterPlan& plan) { m_experience.setPlan(plan); }
    [[nodiscard]] const Experience& experience() const { return m_experience; }
    /// Promises of the last eight weeks with the waits that followed, oldest first.
    [[nodiscard]] const std::vector<PromiseRecord>& records() const { return m_records; }
    /// The correction in force: that of the last PromisesCalibrated.
    [[nodiscard]] const DailyCalibration& calibration() const { return m_calibration; }

private:
    /// What is learned from a ticket of the day.
    struct LearnedTicket
    {
        ServiceIx service;
        Instant issued{};
        Instant called{};
        Promise promise; ///< as expected
        Promise shown;
        Calibration correction;  ///< that its promise was made with
        Millis sinceMidnight{0}; ///< when it was issued
        int stars = 0;           ///< of the tier
        bool isFirstLeg = true;
        bool foundOpen = false; ///< a counter that may serve it was open when it was issued
        bool isHere = false;    ///< called, not a no-show yet
    };

    /// The last step of a counter.
    struct LastStep
    {
        Instant at{};
        TicketId ticket;
        std::optional<LearnedTicket> before{};
        std::function<void(Experience&)> lesson{}; ///< empty: there is none
        std::optional<PromiseRecord> record{};
    };

    LastStep& beginStep(CounterIx counter, TicketId ticket, Instant at);
    void learn(CounterIx counter);
    void learnAll();
    void learnSettled(Instant now);
    void undoStep(const StepUndone& event);
    void undoCall(TicketId ticket);
    void takeBack(std::map<CounterIx, LastStep>::iterator step);
    void applyRequeue(const TicketRequeued& event);
    void applyTransfer(const TicketTransferred& event, Instant at);
    void applyDay(const DayOpened& event, Instant at);
    void applyClerk(CounterIx counter, const std::string& clerk);
    void applyCounter(CounterIx counter, CounterState to, Instant at);
    [[nodiscard]] bool findsOpen(ServiceIx service, TierIx tier) const;
    void applyClock(const ClockStepped& event);
    void applyDate(const DayCorrected& event);
    void applyIssue(const TicketIssued& event);
    void applyCall(const TicketCalled& event, Instant at);
    void compare(const LearnedTicket& learned, CounterIx counter, Instant at, LastStep& step);
    void leave(TicketId ticket, CounterIx counter, Instant at);
    void applyNoShow(const TicketNoShow& event, Instant at);
    [[nodiscard]] LearnedTicket* find(TicketId ticket);
    [[nodiscard]] std::string clerkAt(CounterIx counter) const;

    std::function<time::LocalTime(time::WallTime)> m_localTime;
    time::WallOffset m_clock;
    Experience m_experience;
    DailyCalibration m_calibration;
    std::vector<PromiseRecord> m_records;
    Date m_date{};
    std::shared_ptr<const Rules> m_rules;
    std::unordered_map<TicketId, LearnedTicket> m_tickets; ///< of the present day
    std::vector<std::string> m_clerks;                     ///< by CounterIx
    std::vector<CounterState> m_counters;                  ///< by CounterIx
    std::map<TicketId, LearnedTicket> m_beforeFloor;       ///< before the last step on the floor with it
    std::map<CounterIx, LastStep> m_steps;                 ///< that may still be taken back
};

} // namespace starqueue::queue
