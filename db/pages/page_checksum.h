#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace starqueue::db {

// The format of SQLite's extension cksumvfs (https://sqlite.org/cksumvfs.html), so that its tools read our
// files and we theirs: a database that reserves eight bytes a page has there the sum of the page's other
// bytes, as little-endian words.

inline constexpr int kSumBytes = 8;

/// Whether a read or write of that many bytes at `at` is of one whole page.
[[nodiscard]] bool isWholePage(int bytes, std::int64_t at);

/// Whether a database that begins with `bytes` has page checksums; nullopt: these aren't its first bytes.
[[nodiscard]] std::optional<bool> reservesSums(std::string_view bytes, std::int64_t at);

[[nodiscard]] bool hasRightSum(std::string_view page);
void setSum(std::span<char> page);

/// Whether page 1 was written with checksums and says, since a bit in it changed, that there are none.
[[nodiscard]] bool deniesItsSum(std::string_view firstPage);

} // namespace starqueue::db
