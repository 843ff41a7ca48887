#include <db/reports/promise_rows.h>

#include <db/reports/leg_groups.h>

#include <cmath>

namespace starqueue::db {

namespace {

/// Fills the fields that report keys need.
Leg legOf(const queue::PromiseRecord& record, NameTable& names)
{
    Leg leg;
    leg.began = static_cast<std::uint32_t>(record.issued.utc.time_since_epoch().count() / 1000);
    leg.day = static_cast<std::uint16_t>(std::chrono::sys_days{record.date}.time_since_epoch().count());
    leg.tier = names.place(std::to_string(record.stars));
    leg.service = names.place(record.service);
    leg.counter = names.place(record.counter);
    leg.clerk = names.place(record.clerk);
    return leg;
}

void count(PromiseRow& row, const queue::PromiseRecord& record)
{
    const auto seconds = [](auto span) { return std::chrono::duration<double>(span).count(); };
    const queue::Promise& promise = record.promise;
    const double waited = seconds(record.waited);
    ++row.count;
    row.foreseen += promise.method == queue::PromiseMethod::Simulation ? 1 : 0;
    row.meanPromisedSeconds += seconds(promise.p50);
    row.meanWaitedSeconds += waited;
    row.meanErrorSeconds += std::abs(seconds(promise.p50) - waited);
    row.coverage += covers(promise, record.waited) ? 1 : 0;
    row.shownCoverage += covers(record.shown, record.waited) ? 1 : 0;
    row.meanWidthSeconds += seconds(promise.p90 - promise.p10);
}

void divide(PromiseRow& row)
{
    const auto n = static_cast<double>(row.count);
    for (double* sum : {&row.meanPromisedSeconds, &row.meanWaitedSeconds, &row.meanErrorSeconds,
                        &row.coverage, &row.shownCoverage, &row.meanWidthSeconds})
        *sum /= n;
}

} // namespace

std::vector<PromiseRow> promiseRows(const std::vector<queue::PromiseRecord>& records,
                                    const time::HallZone& zone, DayRange days,
                                    const std::vector<ReportKey>& by)
{
    NameTable names;
    LegGroups groups{names, zone, by};
    std::vector<PromiseRow> counts;
    for (const queue::PromiseRecord& record : records) {
        const std::chrono::sys_days day{record.date};
        if (day < std::chrono::sys_days{days.from} || day >= std::chrono::sys_days{days.to})
            continue;
        const std::size_t row = groups.rowOf(legOf(record, names));
        counts.resize(std::max(counts.size(), row + 1));
        count(counts[row], record);
    }
    std::vector<PromiseRow> rows;
    for (const std::size_t row : groups.inOrder()) {
        rows.push_back(counts[row]);
        rows.back().key = groups.key(row);
        divide(rows.back());
    }
    return rows;
}

} // namespace starqueue::db
