#pragma once

#include <client/api/board.h>

#include <QString>

#include <optional>

namespace starqueue::counter::words {

/// How long the next one waits, in the language spoken now: "8–14 min", "Right away", "Counters aren't open
/// yet". Empty where nothing is promised.
[[nodiscard]] QString wait(const std::optional<client::api::WaitRange>& wait);
/// The wait for a service; how many wait where there is no forecast yet, and that it takes nobody new. Never
/// empty.
[[nodiscard]] QString waitOf(const client::api::Service& service);

} // namespace starqueue::counter::words
