#pragma once

#include <queue/replay/waiting_pairs.h>

#include <span>

namespace starqueue::queue {

/// The mean wait of called customers.
struct MeanWait
{
    std::uint64_t count = 0;
    Millis total{0};

    void add(Millis wait)
    {
        ++count;
        total += wait;
    }
    /// Seconds; 0 when there are none.
    [[nodiscard]] double mean() const
    {
        return count == 0 ? 0.0 : std::chrono::duration<double>(total).count() / static_cast<double>(count);
    }
    friend bool operator==(const MeanWait&, const MeanWait&) = default;
};

/// The mean waits of priority customers and of the others.
struct TierWaits
{
    MeanWait priority;
    MeanWait others;

    friend bool operator==(const TierWaits&, const TierWaits&) = default;
};

/// The result of one head start on the recorded days.
struct HeadStartRow
{
    TrialHeadStart headStart;
    OrderAgreement explained; ///< pairs whose recorded order is the order by rank
    OrderAgreement replayed;  ///< pairs that the replay with it calls in the recorded order
    TierWaits waits;          ///< in the replay

    friend bool operator==(const HeadStartRow&, const HeadStartRow&) = default;
};

/// How often priority customers passed somebody who came before them, by how much before.
struct LagRow
{
    Millis from{0};
    std::optional<Millis> until; ///< empty: no upper limit
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
    std::vector<HeadStartRow> rows; ///< one for each head start asked for
    std::vector<LagRow> lags;       ///< between the head starts asked for

    friend bool operator==(const OrderReport&, const OrderReport&) = default;
};

/// Replays each day with each head start. Pure; one thread.
[[nodiscard]] OrderReport orderReport(std::span<const RecordedDay> days,
                                      std::span<const TrialHeadStart> headStarts, int priorityStars);

} // namespace starqueue::queue
