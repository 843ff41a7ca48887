#include <db/reports/visit_figures.h>

namespace starqueue::db {

namespace {

bool wasServed(const VisitRecord& visit)
{
    return visit.has(VisitRecord::kServed);
}

double meanOf(std::uint64_t sum, std::uint64_t count)
{
    return count ? static_cast<double>(sum) / static_cast<double>(count) : 0;
}

void countEnd(VisitRow& row, const VisitRecord& visit)
{
    if (wasServed(visit)) {
        ++row.served;
        row.unfinished += visit.end != VisitEnd::Finished ? 1U : 0U;
    } else {
        row.noShow += visit.end == VisitEnd::NoShow ? 1U : 0U;
        row.unserved += visit.end == VisitEnd::Unserved ? 1U : 0U;
        row.cancelled += visit.end == VisitEnd::Cancelled ? 1U : 0U;
    }
}

} // namespace

void VisitFigures::count(std::size_t row, const VisitRecord& visit)
{
    if (row >= m_rows.size()) {
        m_rows.resize(row + 1);
        m_sums.resize(row + 1);
    }
    VisitRow& out = m_rows[row];
    Sums& sums = m_sums[row];
    ++out.count;
    countEnd(out, visit);
    out.called += visit.wasCalled() ? 1U : 0U;
    out.postponed += visit.postponed > 0 ? 1U : 0U;
    out.calledAgain += visit.calls > 1 ? 1U : 0U;
    out.severalCounters += visit.counters > 1 ? 1U : 0U;
    sums.lostWait += wasServed(visit) ? 0 : visit.wait;
    sums.postponed += visit.postponed;
    sums.calls += visit.calls;
    sums.inTarget += wasServed(visit) && visit.has(VisitRecord::kInTarget) ? 1U : 0U;
    if (wasServed(visit))
        m_served.count(row, false);
    if (visit.wasCalled())
        m_firstCalls.count(row, false);
}

void VisitFigures::arrange()
{
    m_served.arrange();
    m_firstCalls.arrange();
}

void VisitFigures::put(std::size_t row, const VisitRecord& visit)
{
    if (wasServed(visit))
        m_served.put(row, visit.wait);
    if (visit.wasCalled())
        m_firstCalls.put(row, visit.toFirst);
}

VisitRow VisitFigures::row(std::size_t row)
{
    VisitRow out = m_rows[row];
    const Sums& sums = m_sums[row];
    if (out.served > 0) {
        const WaitRow waits = m_served.row(row);
        out.meanSeconds = waits.meanSeconds;
        out.p50 = waits.p50;
        out.p90 = waits.p90;
        out.p95 = waits.p95;
        out.max = waits.max;
    }
    if (out.called > 0) {
        const WaitRow firstCalls = m_firstCalls.row(row);
        out.firstCallMeanSeconds = firstCalls.meanSeconds;
        out.firstCallP90 = firstCalls.p90;
    }
    out.withinTargetShare = meanOf(sums.inTarget, out.count);
    out.lostMeanSeconds = inSeconds(meanOf(sums.lostWait, out.count - out.served));
    out.postponedMeanSeconds = inSeconds(meanOf(sums.postponed, out.postponed));
    out.meanCalls = meanOf(sums.calls, out.called);
    return out;
}

} // namespace starqueue::db
