#pragma once

#include <formats/toml/table_reader.h>
#include <hall/settings/hall_settings.h>

#include <string_view>
#include <utility>
#include <vector>

namespace starqueue::settings {

/// The disciplines by the words that stand in files.
[[nodiscard]] const std::vector<std::pair<std::string_view, queue::Discipline>>& disciplineWords();

/// { zh = "…", en = "…" } under `key`, both there and not empty.
[[nodiscard]] queue::Name readName(formats::TableReader& table, std::string_view key);

/// [hall]
void readHall(formats::TableReader& hall, HallSettings& settings);
/// opens, holidays and last_ticket_minutes of [hall]
void readOpeningHours(formats::TableReader& hall, OpeningHours& hours);
/// opens and last_ticket_minutes of one [[service]]; empty: it is given whenever the hall is open
[[nodiscard]] std::optional<OpeningHours> readServiceHours(formats::TableReader& service,
                                                           const OpeningHours& hall);
/// [security], [listen], [limits]
void readServer(formats::TableReader& file, HallSettings& settings);
/// [guard], [fairness], [statutory], [rating], [no_show], [issue], [printing], [[service]], [[tier]],
/// [[counter]]
void readRules(formats::TableReader& file, HallSettings& settings);

/// What is wrong with rules of which each value alone is right: queue::checkRules with lines and values.
[[nodiscard]] formats::SettingProblems rulesProblems(const queue::Rules& rules,
                                                     const formats::Findings& findings);

} // namespace starqueue::settings
