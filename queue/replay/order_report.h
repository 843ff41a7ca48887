#pragma once

#include <queue/replay/waiting_pairs.h>

#include <span>

namespace starqueue::queue {

/// Of those who were called.
struct MeanWait
{
    std::uint64_t count = 0;
    Millis total{0};

    void add(Millis wait)
    {
        ++count;
        total += wait;
    }
    /// Seconds; 0 when there is nobody.
    [[nodiscard]] double mean() const
    {
        return count == 0 ? 0.0 : std::chrono::duration<double>(total).count() / static_cast<double>(count);
    }
    friend bool operator==(const MeanWait&, const MeanWait&) = default;
};

struct TierWaits
{
    MeanWait priority;
    MeanWait others;

    friend bool operator==(const TierWaits&, const TierWaits&) = default;
};

/// What one head start makes of recorded days.
struct HeadStartRow
{
    TrialHeadStart headStart;
    OrderAgreement explained; ///< pairs whose order it explains: rank against recorded order
    OrderAgreement replayed;  ///< pairs called in the recorded order when the days run again by it
    TierWaits waits;          ///< when they run again

    friend bool operator==(const HeadStartRow&, const HeadStartRow&) = default;
};

/// How often priority customers went before others who had come earlier, by how much earlier.
struct LagRow
{
    Millis from{0};
    std::optional<Millis> until; ///< empty: without end
    Share passed;

    friend bool operator==(const LagRow&, const LagRow&) = default;
};

/// How well head starts explain the order of service on recorded days.
struct OrderReport
{
    std::uint64_t days = 0;
    std::uint64_t customers = 0;
    std::uint64_t withPriority = 0; ///< of the customers
    std::uint64_t gaveUp = 0;       ///< of the customers
    TierWaits recorded;
    std::vector<HeadStartRow> rows; ///< as asked for
    std::vector<LagRow> lags;       ///< between the head starts asked for

    friend bool operator==(const OrderReport&, const OrderReport&) = default;
};

/// Runs each day again by each head start. Pure; one thread.
[[nodiscard]] OrderReport orderReport(std::span<const RecordedDay> days,
                                      std::span<const TrialHeadStart> headStarts, int priorityStars);

} // namespace starqueue::queue
