#include <hall/api/handlers/report_rows.h>

#include <cmath>

namespace starqueue::hall {

using nlohmann::json;

namespace {

double tenth(double value)
{
    return std::round(value * 10) / 10;
}

} // namespace

RowFields fields(const db::WaitRow& row)
{
    return {{"count", row.count},
            {"meanSeconds", tenth(row.meanSeconds)},
            {"p50", row.p50},
            {"p90", row.p90},
            {"p95", row.p95},
            {"max", row.max},
            {"withinTargetShare", row.withinTargetShare}};
}

RowFields fields(const db::OutcomeRow& row)
{
    return {{"issued", row.issued},          {"served", row.served},       {"noShow", row.noShow},
            {"unserved", row.unserved},      {"cancelled", row.cancelled}, {"requeued", row.requeued},
            {"transferred", row.transferred}};
}

/// No rating doesn't mean satisfied: shares and means come with their counts, or are null.
RowFields fields(const RatingFigures& row)
{
    double sum = 0;
    std::uint64_t satisfied = 0;
    for (std::size_t i = 0; i < row.scores.size(); ++i) {
        sum += static_cast<double>(row.scores[i]) * static_cast<double>(i + 1);
        satisfied += static_cast<int>(i) + 1 >= row.leastSatisfied ? row.scores[i] : 0;
    }
    const auto answered = static_cast<double>(row.answered);
    return {
        {"invited", row.invited},
        {"answered", row.answered},
        {"responseRate", row.invited ? json(answered / static_cast<double>(row.invited)) : json(nullptr)},
        {"mean", row.answered ? json(sum / answered) : json(nullptr)},
        {"satisfied", satisfied},
        {"satisfiedShare", row.answered ? json(static_cast<double>(satisfied) / answered) : json(nullptr)},
        {"scores", row.scores}};
}

/// The percentiles are null where nobody was passed.
RowFields fields(const db::FairnessRow& row)
{
    const auto ofSome = [](std::uint64_t count, double value) { return count ? json(value) : json(nullptr); };
    return {{"inTurn", row.inTurn},
            {"guarded", row.guarded},
            {"helped", row.helped},
            {"passing", row.passing},
            {"passed", row.passed},
            {"p50", ofSome(row.passing, row.p50)},
            {"p90", ofSome(row.passing, row.p90)},
            {"max", ofSome(row.passing, row.max)},
            {"outOfTurn", row.outOfTurn},
            {"outOfTurnPassed", row.outOfTurnPassed},
            {"outOfTurnMaxSeconds", ofSome(row.outOfTurnPassed, row.outOfTurnMax)},
            {"passedElsewhere", row.elsewhere},
            {"passedElsewhereMaxSeconds", ofSome(row.elsewhere, row.elsewhereMax)},
            {"violations", row.violations}};
}

RowFields fields(const db::PromiseRow& row)
{
    return {{"count", row.count},
            {"foreseen", row.foreseen},
            {"meanPromisedSeconds", tenth(row.meanPromisedSeconds)},
            {"meanWaitedSeconds", tenth(row.meanWaitedSeconds)},
            {"meanErrorSeconds", tenth(row.meanErrorSeconds)},
            {"coverage", std::round(row.coverage * 1e4) / 1e4},
            {"shownCoverage", std::round(row.shownCoverage * 1e4) / 1e4},
            {"meanWidthSeconds", tenth(row.meanWidthSeconds)}};
}

} // namespace starqueue::hall
