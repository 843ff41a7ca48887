#pragma once

#include <queue/experience/belief.h>
#include <queue/experience/calibration.h>
#include <queue/rules/rules.h>
#include <time/local_time.h>

#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <vector>

namespace starqueue::queue {

/// What a hall has learned from its own days: how long services and clerks take, who comes when, how good its
/// promises were. Fed in order of time; makes the Belief with which waits are foreseen. A value.
///
/// On the first day it begins with what the rules say (typical times) and takes the hall for one whose
/// counters are busy four fifths of the time; what it sees soon outweighs that.
class Experience
{
public:
    void arrived(const time::LocalTime& at, const std::string& service, int stars, bool keyContact);
    /// From call to end at the counter.
    void served(const std::string& service, const std::string& clerk, Millis occupied);
    void missed(Millis occupied);
    void kept(const PromiseOutcome& outcome);
    /// Days before `first` are forgotten, but for service times.
    void forgetBefore(Date first);

    /// What may be believed under `rules` on the day of `today`; `counters` of them usually work. Clerks of
    /// the counters by CounterIx; empty: none.
    [[nodiscard]] Belief belief(const Rules& rules, const time::LocalTime& today, Instant midnight,
                                int counters, const std::vector<std::string>& clerks) const;
    /// It has seen customers on a day before `date`.
    [[nodiscard]] bool knowsDaysBefore(Date date) const
    {
        return !m_days.empty() && m_days.begin()->first < std::chrono::sys_days{date};
    }
    /// From the last some thousand promises.
    [[nodiscard]] Calibration calibration() const;
    /// How many that would be.
    [[nodiscard]] std::size_t outcomes() const { return m_outcomes.size(); }

private:
    /// A sum in which the past fades: what came `kMemory` services ago weighs a third.
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

    [[nodiscard]] ServiceDemand serviceDemand(const ServiceRule& service) const;
    [[nodiscard]] std::vector<double> usualRates(const Date& today, double start) const;
    [[nodiscard]] ArrivalForecast forecast(const time::LocalTime& today, Instant midnight,
                                           double start) const;
    [[nodiscard]] double daySd() const;

    std::map<std::string, Times> m_times;
    std::map<std::string, Pace> m_paces; ///< by clerk
    std::map<std::chrono::sys_days, Day> m_days;
    std::map<std::string, double> m_services; ///< fading counts
    std::map<int, double> m_stars;            ///< likewise; key contacts as 8
    Times m_missed;
    double m_called = 0;
    std::deque<PromiseOutcome> m_outcomes;
};

} // namespace starqueue::queue
