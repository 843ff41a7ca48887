#pragma once

#include <queue/experience/counter_outlook.h>
#include <queue/experience/lateness.h>

#include <optional>
#include <vector>

namespace starqueue::queue {

/// One way in which counters may be open: the stretches by CounterIx.
using OpeningWay = std::vector<OpenStretches>;

/// What a counter is at present, for a plan.
struct CounterNow
{
    bool isOpen = false;
    bool isPaused = false;
    bool mayCome = true; ///< it is configured
};

/// How many counters were staffed then, on the mean: short pauses are.
[[nodiscard]] double staffedOn(const CounterDay& day, Millis from, Millis to);

/// Brings ways in which counters may be open to the counts of a plan.
///
/// With past days the plan is compared with what they had in the same span, in whole counters: so many are
/// added to each way or left out, and what days differ by stays. Without any, a way gets the plan's count.
/// How late an added counter comes is a Lateness; of one that is overdue, what is left of it.
class PlanShift
{
public:
    /// `now` as in PresentHall::sinceMidnight.
    PlanShift(const std::vector<PlannedSpan>& planned, const std::vector<PastDay>& days, Millis now);

    void applyTo(OpeningWay& way, const std::vector<CounterNow>& now, RandomStream& random) const;

private:
    struct Span
    {
        Millis from{0};
        Millis to{0};
        std::optional<Millis> since{}; ///< how long ago it began; empty: it is to come
        int counters = 0;
        std::optional<int> differs; ///< from what past days had; empty: there are none
    };

    [[nodiscard]] static int missing(const Span& span, const OpeningWay& way,
                                     const std::vector<CounterNow>& now, RandomStream& random);
    static void add(OpenStretches& stretches, const Span& span, const Lateness& lateness,
                    RandomStream& random);
    static void leaveOut(OpenStretches& stretches, const Span& span, const Lateness& lateness,
                         RandomStream& random);

    std::vector<Span> m_spans; ///< not over
};

} // namespace starqueue::queue
