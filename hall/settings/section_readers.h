#pragma once

#include <formats/toml/table_reader.h>
#include <hall/settings/hall_settings.h>

#include <chrono>
#include <cmath>
#include <string_view>
#include <utility>
#include <vector>

namespace starqueue::settings {

inline constexpr double kDayMinutes = 24.0 * 60.0;

template <class Duration> [[nodiscard]] Duration fromMinutes(double minutes)
{
    return Duration{std::llround(minutes * static_cast<double>(Duration{std::chrono::minutes{1}}.count()))};
}

/// { zh = "…", en = "…" } in `key`, both required and not empty.
[[nodiscard]] queue::Name readName(formats::TableReader& table, std::string_view key);

/// [hall]
void readHall(formats::TableReader& hall, HallSettings& settings);
/// opens, holidays and last_ticket_minutes of [hall]
void readOpeningHours(formats::TableReader& hall, OpeningHours& hours);
/// opens and last_ticket_minutes of one [[service]]; empty: the hall's hours
[[nodiscard]] std::optional<OpeningHours> readServiceHours(formats::TableReader& service,
                                                           const OpeningHours& hall);
/// [cases]
void readCases(formats::TableReader& file, CaseSettings& cases);
/// [[calendar]]: after [hall], [cases] and every [[service]]
void readCalendar(formats::TableReader& file, HallSettings& settings);
/// [[plan]]: after every [[counter]]
void readPlan(formats::TableReader& file, HallSettings& settings);
/// ["09:00-12:00"] in `key`, sorted and not overlapping
[[nodiscard]] std::vector<OpenSpan> readSpans(formats::TableReader& table, const std::string& key);
/// [clock], [security], [listen], [limits], [webhook]
void readServer(formats::TableReader& file, HallSettings& settings);
/// [webhook]
void readWebhook(formats::TableReader& file, WebhookSettings& settings);
/// Reads the secret that the settings of `file` name; else says what is wrong with its file.
[[nodiscard]] std::optional<formats::SettingProblem>
readWebhookSecret(WebhookSettings& settings, const std::filesystem::path& file, files::Files& files);
/// A table's own "id": 1 to 32 letters, digits, dashes or underscores.
[[nodiscard]] std::string readId(formats::TableReader& table);
/// [[statutory_group]]; without any the four classic groups, with what [statutory] gives them in common.
/// Behind them the anonymous ones of a hall that drops the reason
void readStatutoryGroups(formats::TableReader& file, queue::Rules& rules);
/// [[profile]] and [[counter]]: after every [[service]] and [[tier]]
void readCounters(formats::TableReader& file, queue::Rules& rules);
/// [guard], [fairness], [rating], [no_show], [issue], [printing], [finish], [postpone], [[service]],
/// [[tier]], [[profile]], [[counter]]
void readRules(formats::TableReader& file, HallSettings& settings);

/// The `[fairness] most_passes` of a hall that doesn't say, chosen by simulation
/// (docs/decisions/how-often-somebody-is-passed.md).
inline constexpr int kUsualMostPasses = 12;

/// most_passes of [fairness]; 0: no limit
[[nodiscard]] std::optional<int> readMostPasses(formats::TableReader& fairness);

/// Validates rules as a whole, after their single values: queue::checkRules with lines and values.
[[nodiscard]] formats::SettingProblems rulesProblems(const queue::Rules& rules,
                                                     const formats::Diagnostics& diagnostics);

} // namespace starqueue::settings
