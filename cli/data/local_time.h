#pragma once

#include <hall/settings/hall_settings.h>
#include <time/wall_time.h>

#include <tl/expected.hpp>

#include <filesystem>
#include <string>

namespace starqueue::cli {

/// For an option: what is wrong with `text` as a time on a hall's wall, "2026-11-28 10:04"; empty: nothing.
[[nodiscard]] std::string isLocalTime(const std::string& text);

/// That time, by the zone that `settings` (a hall.toml) names. Only for a text that isLocalTime() accepts.
[[nodiscard]] tl::expected<time::WallTime, std::string> localTimeIn(const std::filesystem::path& settings,
                                                                    const std::string& text);

/// The hall's date at `now`, by the clock of this machine.
[[nodiscard]] Date todayIn(const settings::HallSettings& hall, Instant now);

} // namespace starqueue::cli
