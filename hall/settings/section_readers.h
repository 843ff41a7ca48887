#pragma once

#include <hall/settings/hall_settings.h>
#include <hall/settings/table_reader.h>

#include <map>
#include <string>

namespace starqueue::settings {

/// The line of each [[service]], [[tier]], [[counter]] and section, by path: "service[2]", "guard".
using LineOf = std::map<std::string, int>;

/// [hall]
void readHall(TableReader& hall, HallSettings& settings);
/// opens, holidays and last_ticket_minutes of [hall]
void readOpeningHours(TableReader& hall, OpeningHours& hours);
/// [security], [listen], [limits]
void readServer(TableReader& file, HallSettings& settings);
/// [guard], [fairness], [statutory], [rating], [no_show], [printing], [[service]], [[tier]], [[counter]]
void readRules(TableReader& file, HallSettings& settings, LineOf& lines);

} // namespace starqueue::settings
