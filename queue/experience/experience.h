#pragma once

#include <queue/experience/belief.h>
#include <queue/experience/calibration.h>
#include <queue/experience/opening_habits.h>
#include <queue/rules/day_kind.h>
#include <queue/rules/rules.h>
#include <time/local_time.h>

#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <vector>

namespace starqueue::queue {

/// What a hall has learned from its own days: service times, the clerks' pace, arrivals, when counters are
/// open, how well promises were kept. Fed in order of time; makes the Belief that forecasts use. A value.
///
/// On the first day it assumes the rules' typical times and a load that keeps the counters busy four fifths
/// of the time; observations soon outweigh that.
class Experience
{
public:
    void arrived(const time::LocalTime& at, const std::string& service, int stars, bool keyContact);
    /// Learns the time that a customer took at the counter, from call to end.
    void served(const std::string& service, const std::string& clerk, Millis occupied);
    void missed(Millis occupied);
    void kept(const PromiseOutcome& outcome);
    /// See OpeningHabits::changed().
    void counterChanged(Date date, Millis sinceMidnight, const std::string& counter, CounterState to)
    {
        m_openings.changed(date, sinceMidnight, counter, to);
    }
    /// Says what kind of day each date is, past ones too; without it each is its own weekday.
    void setDayKinds(DayKinds kinds) { m_kindOf = std::move(kinds); }
    /// Takes the counters that are meant to be open.
    void setPlan(const CounterPlan& plan) { m_plan = plan; }
    /// Forgets the days before `first`, but keeps service times.
    void forgetBefore(Date first);

    /// The belief under `rules` on the day of `today`, on which `counters` of them usually work. `clerks` by
    /// CounterIx; empty: none.
    [[nodiscard]] Belief belief(const Rules& rules, const time::LocalTime& today, Instant midnight,
                                int counters, const std::vector<std::string>& clerks) const;
    /// The ways in which the counters may be open from now on, by habit and by plan; see OpeningHabits.
    [[nodiscard]] Openings openings(const PresentHall& hall, std::uint64_t seed) const;
    /// What kind of day that is, and how many counters are planned on it.
    [[nodiscard]] DayKind kindOf(Date date) const { return m_kindOf(date); }
    [[nodiscard]] const std::vector<PlannedSpan>& plannedOn(Date date) const
    {
        return m_plan.at(static_cast<std::size_t>(m_kindOf(date)));
    }
    /// Whether it has seen customers on a day before `date`.
    [[nodiscard]] bool knowsDaysBefore(Date date) const
    {
        return !m_days.empty() && m_days.begin()->first < std::chrono::sys_days{date};
    }
    /// Learned from the last some thousand promises.
    [[nodiscard]] DailyCalibration calibration() const;
    /// How many promises calibration() learns from.
    [[nodiscard]] std::size_t outcomes() const { return m_outcomes.size(); }

private:
    /// An exponentially weighted sum: what came `kMemory` services ago weighs 1/e.
    struct Times
    {
        double weight = 0;
        double sum = 0;
        double squares = 0;
        void add(double minutes);
    };
    struct Pace
    {
        double count = 0;
        double taken = 0;
        double expected = 0;
    };
    static constexpr std::size_t kHalfHours = 48;
    using Day = std::vector<std::uint32_t>; ///< arrivals by half-hour

    void addCalled(double missed);
    [[nodiscard]] ServiceDemand serviceDemand(const ServiceRule& service) const;
    [[nodiscard]] std::vector<double> usualRates(const Date& today, double start) const;
    [[nodiscard]] ArrivalForecast forecast(const time::LocalTime& today, Instant midnight,
                                           double start) const;
    [[nodiscard]] double daySd() const;

    std::map<std::string, Times> m_times;
    std::map<std::string, Pace> m_paces; ///< by clerk
    std::map<std::chrono::sys_days, Day> m_days;
    OpeningHabits m_openings;
    CounterPlan m_plan{};
    DayKinds m_kindOf = weekdayOf;
    std::map<std::string, double> m_services; ///< exponentially weighted counts
    std::map<int, double> m_stars;            ///< likewise; key contacts count as 8
    Times m_missed;
    double m_called = 0; ///< exponentially weighted count, like m_calledInVain
    double m_calledInVain = 0;
    std::deque<PromiseOutcome> m_outcomes;
};

} // namespace starqueue::queue
