#pragma once

#include <hall/api/context/login_parts.h>
#include <hall/api/context/use_watch.h>
#include <hall/http/limits.h>
#include <hall/settings/hall_settings.h>

#include <queue/state/state.h>

#include <string>

namespace starqueue::hall {

// What the service's parts make of hall.toml.

[[nodiscard]] http::Limits limitsOf(const settings::HttpLimits& from);

[[nodiscard]] UsualUse usualUse(const settings::HallSettings& settings);
/// `main` is where the hall listens: beyond this machine a session travels over TLS only.
[[nodiscard]] LoginRules loginRules(const settings::HallSettings& settings, const settings::Address& main);

/// Where the settings give a prefix away that is on today's paper: "line 12: "; empty: they don't.
[[nodiscard]] std::string placeOfPrefix(const queue::State& state, const settings::HallSettings& settings);

} // namespace starqueue::hall
