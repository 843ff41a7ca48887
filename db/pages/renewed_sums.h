#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <filesystem>
#include <string>

namespace starqueue::db {

/// Gives each page of the database in `file`, which nobody may have open, the checksum of what stands there,
/// durably; returns how many had another, 0 also for a database without page checksums. In place: eight bytes
/// a page, so that a call that was killed is made again. Whether the pages hold what they should is the
/// caller's to ask before: afterwards no checksum tells.
[[nodiscard]] tl::expected<std::uint64_t, std::string> renewSums(const std::filesystem::path& file);

} // namespace starqueue::db
