#pragma once

#include <db/journal/journal.h>
#include <db/sqlite/storage_error.h>
#include <formats/words.h>
#include <time/hall_zone.h>
#include <time/instant.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace starqueue::db {

enum class ReportKey : std::uint8_t { Tier, Service, Counter, Clerk, Day, HalfHour, Weekday, WhatWasDone };
consteval auto spelling(ReportKey)
{
    return formats::spelled<ReportKey>({{ReportKey::Tier, "tier"},
                                        {ReportKey::Service, "service"},
                                        {ReportKey::Counter, "counter"},
                                        {ReportKey::Clerk, "clerk"},
                                        {ReportKey::Day, "day"},
                                        {ReportKey::HalfHour, "halfhour"},
                                        {ReportKey::Weekday, "weekday"},
                                        {ReportKey::WhatWasDone, "outcome"}});
}

/// Business days [`from`, `to`).
struct DayRange
{
    Date from;
    Date to;
};

/// Values of the requested keys, in their order: stars of the tier, ids, "2026-11-22", "09:30", "mon". Empty:
/// none (a leg that was never called has no counter; a call, or a service without one, no outcome).
using RowKey = std::vector<std::string>;

/// Waits of called legs, from their beginning to the call.
struct WaitRow
{
    RowKey key;
    std::uint64_t count = 0;
    double meanSeconds = 0;
    double p50 = 0; ///< seconds, by nearest rank like all percentiles
    double p90 = 0;
    double p95 = 0;
    double max = 0;
    double withinTargetShare = 0; ///< 0 to 1, of the tier's target at the call
};

/// Whole visits that have ended, with all their legs. A visit's wait is from its issue to the first call that
/// a service followed, without what the customer postponed; of one that was never served, to its end.
struct VisitRow
{
    RowKey key;
    std::uint64_t count = 0;      ///< of customers; the sum of the next four
    std::uint64_t served = 0;     ///< a service began, whatever came after it
    std::uint64_t noShow = 0;     ///< never served: called, and didn't come
    std::uint64_t unserved = 0;   ///< never served: the day ended
    std::uint64_t cancelled = 0;  ///< never served: gave up
    std::uint64_t unfinished = 0; ///< of those served: sent on or parked, and not served again
    double meanSeconds = 0;       ///< the wait of those served, like the percentiles
    double p50 = 0;
    double p90 = 0;
    double p95 = 0;
    double max = 0;
    double withinTargetShare = 0;      ///< of all: served within their tier's target
    double lostMeanSeconds = 0;        ///< of those never served
    std::uint64_t called = 0;          ///< at least once
    double firstCallMeanSeconds = 0;   ///< from issue to first call, of those called
    double firstCallP90 = 0;           ///< likewise; stands beside the wait, judged by no target
    std::uint64_t postponed = 0;       ///< by the customer
    double postponedMeanSeconds = 0;   ///< of those
    std::uint64_t calledAgain = 0;     ///< more than once
    std::uint64_t severalCounters = 0; ///< were called by more than one
    double meanCalls = 0;              ///< of those called
};

/// How legs ended.
struct OutcomeRow
{
    RowKey key;
    std::uint64_t issued = 0;
    std::uint64_t served = 0;
    std::uint64_t noShow = 0;
    std::uint64_t unserved = 0;
    std::uint64_t cancelled = 0;
    std::uint64_t requeued = 0;
    std::uint64_t transferred = 0;
};

/// Ratings. Customers who were not invited or gave no answer aren't counted.
struct RatingRow
{
    RowKey key;
    std::uint64_t invited = 0;
    std::uint64_t answered = 0;            ///< at the panel or from the phone
    std::uint64_t fromPhone = 0;           ///< of these: from the phone
    std::array<std::uint64_t, 5> scores{}; ///< how often 1, 2, 3, 4, 5
};

/// Overtaking, grouped by the calls: a row belongs to those who were called. Percentiles are of the largest
/// overtaking of each call.
struct FairnessRow
{
    RowKey key;
    std::uint64_t inTurn = 0;  ///< calls by the rules
    std::uint64_t guarded = 0; ///< of these: decided by the guard
    std::uint64_t helped = 0;  ///< of these: a dedicated counter helped others
    std::uint64_t passing = 0; ///< of these: somebody with an earlier τ still waited
    std::uint64_t passed = 0;  ///< how often somebody was passed by those
    double p50 = 0;            ///< seconds, the largest overtaking of a call, nearest rank
    double p90 = 0;
    double max = 0;
    std::uint64_t outOfTurn = 0; ///< calls by number, outside the rules and the bound
    std::uint64_t outOfTurnPassed = 0;
    double outOfTurnMax = 0;      ///< seconds
    std::uint64_t elsewhere = 0;  ///< people passed by calls in turn at counters that may not serve them
    double elsewhereMax = 0;      ///< seconds
    std::uint64_t violations = 0; ///< calls in turn that broke the bound: must be 0
};

/// The managers' reports, over every leg (24 bytes each, in memory), call (28) and visit (32) in the life
/// of the hall.
///
/// A call belongs to the day and half-hour in which it was made; an undone call isn't counted. A leg belongs
/// to the business day, and to the half-hour of local time, in which it began: issue, re-queue, transfer or
/// end of parking. Each query first catches up with the journal. Legs and calls of earlier days are cached in
/// `dir`/report.db, which may be deleted: it is rebuilt from the journal, some 100 000 lines a second.
/// Nothing is read before the first count or query. Any thread.
class WaitReport
{
public:
    /// `journal` and `files` must outlive the report.
    WaitReport(const std::filesystem::path& dir, Journal& journal, time::HallZone zone,
               files::Files& files = files::posix());
    ~WaitReport();
    WaitReport(const WaitReport&) = delete;
    WaitReport& operator=(const WaitReport&) = delete;

    /// Takes in the next lines of the journal, a few thousand. False: that was its end.
    [[nodiscard]] tl::expected<bool, StorageError> countOn();
    /// The line that the count has come to, if a query would take long to catch up with line `last`. Never
    /// after a line that can't be read: queries say which. Waits for nothing.
    [[nodiscard]] std::optional<std::uint64_t> stillCountingAt(std::uint64_t last) const;

    /// Rows sorted by their keys, without empty rows. Without keys: one row.
    [[nodiscard]] tl::expected<std::vector<WaitRow>, StorageError> waits(DayRange days,
                                                                         const std::vector<ReportKey>& by);
    [[nodiscard]] tl::expected<std::vector<OutcomeRow>, StorageError>
    outcomes(DayRange days, const std::vector<ReportKey>& by);
    [[nodiscard]] tl::expected<std::vector<RatingRow>, StorageError>
    ratings(DayRange days, const std::vector<ReportKey>& by);
    [[nodiscard]] tl::expected<std::vector<FairnessRow>, StorageError>
    fairness(DayRange days, const std::vector<ReportKey>& by);
    /// A visit belongs to the day and half-hour of its issue, and to service, tier, counter and clerk of its
    /// first service.
    [[nodiscard]] tl::expected<std::vector<VisitRow>, StorageError> visits(DayRange days,
                                                                           const std::vector<ReportKey>& by);
    /// The number of legs.
    [[nodiscard]] std::size_t size() const;

private:
    class Cache;
    std::unique_ptr<Cache> m_cache;
};

} // namespace starqueue::db
