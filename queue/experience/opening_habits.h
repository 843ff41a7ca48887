#pragma once

#include <queue/experience/openings.h>
#include <queue/model/counter.h>
#include <queue/rules/day_kind.h>
#include <queue/rules/opening.h>
#include <queue/rules/rules.h>

#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace starqueue::queue {

/// A prior: the other weekdays weigh as many days of this one.
inline constexpr double kPriorDays = 2;

/// A counter was open from `from` to before `until`, both since the midnight that its business day's date
/// begins with: what is after the next midnight counts from 24:00 on.
struct OpenStretch
{
    static constexpr Millis kForEver{std::chrono::days{1000}};

    Millis from{0};
    Millis until = kForEver;
    CounterState after = CounterState::Closed; ///< paused or closed then

    friend bool operator==(const OpenStretch&, const OpenStretch&) = default;
};

/// The open stretches of a counter on one day, in order.
using OpenStretches = std::vector<OpenStretch>;
/// By counter id: those that were open at all.
using CounterDay = std::map<std::string, OpenStretches>;

/// The hall for which openings are foreseen.
struct PresentHall
{
    const Rules& rules;
    Date date{}; ///< the business day
    Millis sinceMidnight{0};
    Instant now{};
    std::vector<CounterIx> open; ///< in order
    DayHoursPtr hours{};         ///< of this day; null: always open
};

/// When counters were open, paused and closed on a hall's past days, and from that when they will be.
/// Fed in order of time. A value.
class OpeningHabits
{
public:
    void changed(Date date, Millis sinceMidnight, const std::string& counter, CounterState to);
    /// Forgets the days before `first`.
    void forgetBefore(Date first);

    /// `ways` ways in which the counters may be open from now on. Each begins with a past day, drawn like the
    /// arrivals: those of today's kind, with all days as kPriorDays more of them. Each counter goes on
    /// like on that day if it was then as it is now, otherwise like on a day on which it was. A paused
    /// counter comes back like from pauses that lasted as long already. `planned` are today's spans: where
    /// their counts differ from the habit, counters are added or left out.
    ///
    /// Nobody comes before the hall opens or after it closes. Empty where there is neither a day to learn
    /// from nor a plan. The same seed gives the same ways.
    [[nodiscard]] Openings openings(const PresentHall& hall, const DayKinds& kindOf,
                                    const std::vector<PlannedSpan>& planned, std::size_t ways,
                                    std::uint64_t seed) const;

private:
    std::map<std::chrono::sys_days, CounterDay> m_days;
};

} // namespace starqueue::queue
