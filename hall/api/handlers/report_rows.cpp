#include <hall/api/handlers/report_rows.h>

#include <cmath>

namespace starqueue::hall {

using nlohmann::json;

namespace {

double tenth(double value)
{
    return std::round(value * 10) / 10;
}

/// A figure of `count` people: null where there is nobody.
json ofSome(std::uint64_t count, double value)
{
    return count ? json(value) : json(nullptr);
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

RowFields fields(const db::VisitRow& row)
{
    return {{"count", row.count},
            {"served", row.served},
            {"noShow", row.noShow},
            {"unserved", row.unserved},
            {"cancelled", row.cancelled},
            {"unfinished", row.unfinished},
            {"meanSeconds", ofSome(row.served, tenth(row.meanSeconds))},
            {"p50", ofSome(row.served, row.p50)},
            {"p90", ofSome(row.served, row.p90)},
            {"p95", ofSome(row.served, row.p95)},
            {"max", ofSome(row.served, row.max)},
            {"withinTargetShare", ofSome(row.count, row.withinTargetShare)},
            {"lostMeanSeconds", ofSome(row.count - row.served, tenth(row.lostMeanSeconds))},
            {"called", row.called},
            {"firstCallMeanSeconds", ofSome(row.called, tenth(row.firstCallMeanSeconds))},
            {"firstCallP90", ofSome(row.called, row.firstCallP90)},
            {"postponed", row.postponed},
            {"postponedMeanSeconds", ofSome(row.postponed, tenth(row.postponedMeanSeconds))},
            {"calledAgain", row.calledAgain},
            {"severalCounters", row.severalCounters},
            {"meanCalls", ofSome(row.called, std::round(row.meanCalls * 100) / 100)}};
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
        {"answeredAtPanel", row.answered - row.fromPhone},
        {"answeredFromPhone", row.fromPhone},
        {"responseRate", row.invited ? json(answered / static_cast<double>(row.invited)) : json(nullptr)},
        {"mean", row.answered ? json(sum / answered) : json(nullptr)},
        {"satisfied", satisfied},
        {"satisfiedShare", row.answered ? json(static_cast<double>(satisfied) / answered) : json(nullptr)},
        {"scores", row.scores}};
}

/// The percentiles are null where nobody was passed.
RowFields fields(const db::FairnessRow& row)
{
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
