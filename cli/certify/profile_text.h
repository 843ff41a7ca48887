#pragma once

#include <cli/certify/measurement.h>

#include <string>
#include <string_view>

namespace starqueue::certify {

/// The profile of one printer: its family's (`base`, TOML), changed where something else was measured or
/// seen. `source` says where that comes from, as a line of text.
///
/// Questions that it doesn't answer are left out, and fixed bits that its answers don't have aren't expected.
[[nodiscard]] std::string profileText(std::string_view base, const Measurement& measured, const Seen& seen,
                                      const std::string& source);

} // namespace starqueue::certify
