#pragma once

#include <hall/settings/hall_settings.h>
#include <hall/settings/table_reader.h>

#include <string_view>
#include <utility>
#include <vector>

namespace starqueue::settings {

/// The disciplines by the words that stand in files.
[[nodiscard]] const std::vector<std::pair<std::string_view, queue::Discipline>>& disciplineWords();

/// [hall]
void readHall(TableReader& hall, HallSettings& settings);
/// opens, holidays and last_ticket_minutes of [hall]
void readOpeningHours(TableReader& hall, OpeningHours& hours);
/// opens and last_ticket_minutes of one [[service]]; empty: it is given whenever the hall is open
[[nodiscard]] std::optional<OpeningHours> readServiceHours(TableReader& service, const OpeningHours& hall);
/// [security], [listen], [limits]
void readServer(TableReader& file, HallSettings& settings);
/// [guard], [fairness], [statutory], [rating], [no_show], [issue], [printing], [[service]], [[tier]],
/// [[counter]]
void readRules(TableReader& file, HallSettings& settings);

/// What is wrong with rules of which each value alone is right: queue::checkRules with lines and values.
[[nodiscard]] SettingProblems rulesProblems(const queue::Rules& rules, const Findings& findings);

} // namespace starqueue::settings
