#include <db/reports/fairness_figures.h>

#include <db/reports/wait_figures.h>

#include <algorithm>

namespace starqueue::db {

void FairnessFigures::count(const Call& call)
{
    if (!call.has(Call::kOutOfTurn))
        return countInTurn(call);
    ++m_row.outOfTurn;
    m_row.outOfTurnPassed += call.passed;
    m_row.outOfTurnMax = std::max(m_row.outOfTurnMax, inSeconds(call.longest));
}

void FairnessFigures::countInTurn(const Call& call)
{
    ++m_row.inTurn;
    m_row.guarded += call.has(Call::kGuard) ? 1U : 0U;
    m_row.helped += call.has(Call::kHelp) ? 1U : 0U;
    m_row.violations += call.has(Call::kViolation) ? 1U : 0U;
    m_row.elsewhere += call.elsewhere;
    m_row.elsewhereMax = std::max(m_row.elsewhereMax, inSeconds(call.elsewhereLongest));
    if (call.passed == 0)
        return;
    ++m_row.passing;
    m_row.passed += call.passed;
    m_passedBy.push_back(call.longest);
}

FairnessRow FairnessFigures::row()
{
    if (!m_passedBy.empty()) {
        m_row.p50 = inSeconds(nearestRank(m_passedBy, 50));
        m_row.p90 = inSeconds(nearestRank(m_passedBy, 90));
        m_row.max = inSeconds(nearestRank(m_passedBy, 100));
    }
    return m_row;
}

} // namespace starqueue::db
