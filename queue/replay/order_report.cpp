#include <queue/replay/order_report.h>

#include <queue/replay/replay_day.h>

#include <algorithm>

namespace starqueue::queue {

namespace {

void addWait(const RecordedCustomer& customer, Instant called, int priorityStars, TierWaits& waits)
{
    (hasPriority(customer, priorityStars) ? waits.priority : waits.others).add(called - customer.arrives);
}

void addRecorded(const RecordedDay& day, int priorityStars, OrderReport& report)
{
    ++report.days;
    report.customers += day.customers.size();
    for (const RecordedCustomer& customer : day.customers) {
        report.withPriority += hasPriority(customer, priorityStars) ? 1 : 0;
        report.gaveUp += customer.called ? 0 : 1;
        if (customer.called)
            addWait(customer, *customer.called, priorityStars, report.recorded);
    }
}

void addReplayed(const RecordedDay& day, std::span<const WaitingPair> pairs, int priorityStars,
                 HeadStartRow& row)
{
    const ReplayedDay replayed = replay(day, replayRules(day, row.headStart, priorityStars));
    addSameOrder(pairs, replayed, row.replayed);
    for (std::size_t i = 0; i < day.customers.size(); ++i)
        if (const auto& call = replayed.calls[i])
            addWait(day.customers[i], call->at, priorityStars, row.waits);
}

/// Rows from 0 over each head start to infinity.
std::vector<LagRow> lagRows(std::span<const TrialHeadStart> headStarts)
{
    std::vector<Millis> edges{Millis{0}};
    for (const TrialHeadStart& headStart : headStarts)
        if (headStart)
            edges.push_back(*headStart);
    std::ranges::sort(edges);
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    std::vector<LagRow> rows;
    rows.reserve(edges.size());
    for (std::size_t i = 0; i < edges.size(); ++i)
        rows.push_back({edges[i], i + 1 < edges.size() ? std::optional(edges[i + 1]) : std::nullopt, {}});
    return rows;
}

void addLags(std::span<const WaitingPair> pairs, std::vector<LagRow>& rows)
{
    for (LagRow& row : rows) {
        const Share passed = passedAtLag(pairs, row.from, row.until.value_or(Millis::max()));
        row.passed.part += passed.part;
        row.passed.of += passed.of;
    }
}

} // namespace

OrderReport orderReport(std::span<const RecordedDay> days, std::span<const TrialHeadStart> headStarts,
                        int priorityStars)
{
    OrderReport report;
    for (const TrialHeadStart& headStart : headStarts)
        report.rows.push_back({headStart, {}, {}, {}});
    report.lags = lagRows(headStarts);
    for (const RecordedDay& day : days) {
        addRecorded(day, priorityStars, report);
        const std::vector<WaitingPair> pairs = pairsThatWaited(day, priorityStars);
        addLags(pairs, report.lags);
        for (HeadStartRow& row : report.rows) {
            addExplained(pairs, row.headStart, row.explained);
            addReplayed(day, pairs, priorityStars, row);
        }
    }
    return report;
}

} // namespace starqueue::queue
