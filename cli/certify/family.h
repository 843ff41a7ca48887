#pragma once

#include <cli/certify/measurement.h>

#include <string>
#include <string_view>
#include <vector>

namespace starqueue::certify {

/// The profile of the family that answers like this one: "epson-tm".
[[nodiscard]] std::string familyOf(const Measurement& measured);

/// The text of the profile of that name in firmware-bridge/profiles/; empty where there is none.
[[nodiscard]] std::string_view familyProfile(std::string_view name);

} // namespace starqueue::certify
