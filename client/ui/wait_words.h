#pragma once

#include <client/wait_minutes.h>

#include <QString>

namespace starqueue::ui {

/// What stands in place of minutes, in the language spoken now: "Right away", "Counters aren't open yet".
/// Empty for a range and where nothing is promised.
[[nodiscard]] QString waitWithoutMinutes(const std::optional<client::api::WaitRange>& wait);

} // namespace starqueue::ui
