#include <db/reports/wait_report.h>

#include <db/reports/fairness_figures.h>
#include <db/reports/leg_groups.h>
#include <db/reports/visit_figures.h>
#include <db/reports/wait_figures.h>
#include <db/reports/wait_report_cache.h>

#include <algorithm>
#include <utility>

namespace starqueue::db {

namespace {

std::int64_t epochDay(Date date)
{
    return std::chrono::sys_days{date}.time_since_epoch().count();
}

bool isIn(DayRange days, const auto& record)
{
    return record.day >= epochDay(days.from) && record.day < epochDay(days.to);
}

void count(OutcomeRow& row, const Leg& leg)
{
    row.issued += leg.has(Leg::kFirst) ? 1U : 0U;
    row.served += leg.end == LegEnd::Served ? 1U : 0U;
    row.noShow += leg.has(Leg::kNoShow) ? 1U : 0U;
    row.unserved += leg.end == LegEnd::Unserved ? 1U : 0U;
    row.cancelled += leg.end == LegEnd::Cancelled ? 1U : 0U;
    row.transferred += leg.end == LegEnd::Transferred ? 1U : 0U;
    row.requeued += leg.has(Leg::kRequeued) ? 1U : 0U;
}

void count(RatingRow& row, const Leg& leg)
{
    row.invited += leg.has(Leg::kInvited) ? 1U : 0U;
    row.answered += leg.score > 0 ? 1U : 0U;
    row.fromPhone += leg.has(Leg::kFromPhone) ? 1U : 0U;
    if (leg.score > 0)
        ++row.scores.at(leg.score - 1U);
}

bool isEmpty(const OutcomeRow& row)
{
    return row.issued + row.served + row.noShow + row.unserved + row.cancelled + row.requeued +
               row.transferred ==
           0;
}

bool isEmpty(const RatingRow& row)
{
    return row.invited + row.answered == 0;
}

} // namespace

tl::expected<std::vector<WaitRow>, StorageError> WaitReport::Cache::waits(DayRange days,
                                                                          const std::vector<ReportKey>& by)
{
    if (auto caughtUp = catchUp(); !caughtUp)
        return tl::unexpected{std::move(caughtUp.error())};
    const sync::Lock lock{m_mutex};
    LegGroups groups{m_records.names, m_zone, by};
    WaitFigures figures;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> called; // row and wait
    m_records.legs.each([&](const Leg& leg) {
        if (!leg.wasCalled() || !isIn(days, leg))
            return;
        const std::size_t row = groups.rowOf(leg);
        figures.count(row, leg.has(Leg::kInTarget));
        called.emplace_back(static_cast<std::uint32_t>(row), leg.wait);
    });
    figures.arrange();
    for (const auto& [row, wait] : called)
        figures.put(row, wait);
    std::vector<WaitRow> rows;
    for (const std::size_t row : groups.inOrder()) {
        rows.push_back(figures.row(row));
        rows.back().key = groups.key(row);
    }
    return rows;
}

template <class Row>
tl::expected<std::vector<Row>, StorageError> WaitReport::Cache::counted(DayRange days,
                                                                        const std::vector<ReportKey>& by)
{
    if (auto caughtUp = catchUp(); !caughtUp)
        return tl::unexpected{std::move(caughtUp.error())};
    const sync::Lock lock{m_mutex};
    LegGroups groups{m_records.names, m_zone, by};
    std::vector<Row> counts;
    m_records.legs.each([&](const Leg& leg) {
        if (!isIn(days, leg))
            return;
        const std::size_t row = groups.rowOf(leg);
        if (row >= counts.size())
            counts.resize(row + 1);
        count(counts[row], leg);
    });
    std::vector<Row> rows;
    for (const std::size_t row : groups.inOrder()) {
        if (isEmpty(counts[row]))
            continue;
        rows.push_back(std::move(counts[row]));
        rows.back().key = groups.key(row);
    }
    return rows;
}

tl::expected<std::vector<FairnessRow>, StorageError>
WaitReport::Cache::fairness(DayRange days, const std::vector<ReportKey>& by)
{
    if (auto caughtUp = catchUp(); !caughtUp)
        return tl::unexpected{std::move(caughtUp.error())};
    const sync::Lock lock{m_mutex};
    LegGroups groups{m_records.names, m_zone, by};
    std::vector<FairnessFigures> figures;
    m_records.calls.each([&](const Call& call) {
        if (!isIn(days, call) || call.has(Call::kReturn) || call.has(Call::kUndone))
            return;
        const std::size_t row = groups.rowOf(call);
        if (row >= figures.size())
            figures.resize(row + 1);
        figures[row].count(call);
    });
    std::vector<FairnessRow> rows;
    for (const std::size_t row : groups.inOrder()) {
        rows.push_back(figures[row].row());
        rows.back().key = groups.key(row);
    }
    return rows;
}

tl::expected<std::vector<VisitRow>, StorageError> WaitReport::Cache::visits(DayRange days,
                                                                            const std::vector<ReportKey>& by)
{
    if (auto caughtUp = catchUp(); !caughtUp)
        return tl::unexpected{std::move(caughtUp.error())};
    const sync::Lock lock{m_mutex};
    LegGroups groups{m_records.names, m_zone, by};
    VisitFigures figures;
    const VisitStore& all = m_records.visits;
    const auto ended = [&](auto take) {
        all.each([&](const VisitRecord& visit) {
            if (visit.end != VisitEnd::Open && isIn(days, visit))
                take(groups.rowOf(visit), visit);
        });
    };
    ended([&](std::size_t row, const VisitRecord& visit) { figures.count(row, visit); });
    figures.arrange();
    ended([&](std::size_t row, const VisitRecord& visit) { figures.put(row, visit); });
    std::vector<VisitRow> rows;
    for (const std::size_t row : groups.inOrder()) {
        rows.push_back(figures.row(row));
        rows.back().key = groups.key(row);
    }
    return rows;
}

WaitReport::WaitReport(const std::filesystem::path& dir, Journal& journal, time::HallZone zone,
                       files::Files& files)
    : m_cache(std::make_unique<Cache>(dir, journal, std::move(zone), files))
{}

WaitReport::~WaitReport() = default;

tl::expected<bool, StorageError> WaitReport::countOn()
{
    return m_cache->countOn();
}

std::optional<std::uint64_t> WaitReport::stillCountingAt(std::uint64_t last) const
{
    return m_cache->stillCountingAt(last);
}

tl::expected<std::vector<WaitRow>, StorageError> WaitReport::waits(DayRange days,
                                                                   const std::vector<ReportKey>& by)
{
    return m_cache->waits(days, by);
}

tl::expected<std::vector<OutcomeRow>, StorageError> WaitReport::outcomes(DayRange days,
                                                                         const std::vector<ReportKey>& by)
{
    return m_cache->counted<OutcomeRow>(days, by);
}

tl::expected<std::vector<RatingRow>, StorageError> WaitReport::ratings(DayRange days,
                                                                       const std::vector<ReportKey>& by)
{
    return m_cache->counted<RatingRow>(days, by);
}

tl::expected<std::vector<FairnessRow>, StorageError> WaitReport::fairness(DayRange days,
                                                                          const std::vector<ReportKey>& by)
{
    return m_cache->fairness(days, by);
}

tl::expected<std::vector<VisitRow>, StorageError> WaitReport::visits(DayRange days,
                                                                     const std::vector<ReportKey>& by)
{
    return m_cache->visits(days, by);
}

std::size_t WaitReport::size() const
{
    return m_cache->size();
}

} // namespace starqueue::db
