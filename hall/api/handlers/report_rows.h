#pragma once

#include <db/reports/promise_rows.h>
#include <db/reports/wait_report.h>

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace starqueue::hall {

// The fields of report rows, without keys: names in the API, and order in CSV.

extern const std::vector<std::string> kWaitColumns;
[[nodiscard]] nlohmann::json fields(const db::WaitRow& row);

extern const std::vector<std::string> kOutcomeColumns;
[[nodiscard]] nlohmann::json fields(const db::OutcomeRow& row);

extern const std::vector<std::string> kRatingColumns;
[[nodiscard]] nlohmann::json fields(const db::RatingRow& row);

extern const std::vector<std::string> kFairnessColumns;
[[nodiscard]] nlohmann::json fields(const db::FairnessRow& row);

extern const std::vector<std::string> kPromiseColumns;
[[nodiscard]] nlohmann::json fields(const db::PromiseRow& row);

} // namespace starqueue::hall
