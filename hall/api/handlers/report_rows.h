#pragma once

#include <db/reports/promise_rows.h>
#include <db/reports/wait_report.h>
#include <queue/rules/rating_levels.h>

#include <nlohmann/json.hpp>

namespace starqueue::hall {

/// The fields of a report's row, without keys: names in the API, in the order of CSV's columns.
using RowFields = nlohmann::ordered_json;

[[nodiscard]] RowFields fields(const db::WaitRow& row);
[[nodiscard]] RowFields fields(const db::VisitRow& row);
[[nodiscard]] RowFields fields(const db::OutcomeRow& row);

/// A row with the lowest level that this hall counts as satisfied.
struct RatingFigures : db::RatingRow
{
    int leastSatisfied = queue::leastSatisfied(queue::RatingLabels::Telecom);
};
[[nodiscard]] RowFields fields(const RatingFigures& row);
[[nodiscard]] RowFields fields(const db::FairnessRow& row);
[[nodiscard]] RowFields fields(const db::PromiseRow& row);

} // namespace starqueue::hall
