#pragma once

#include <db/people/erasures.h>

#include <tl/expected.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace starqueue::cli {

/// Where a backup's databases and settings lie: in itself, or in the base of a set of `backup --follow`.
[[nodiscard]] std::filesystem::path baseOf(const std::filesystem::path& backup);
/// Brings `copy`, of the base's journal, up to the end of the set; does nothing for another backup.
[[nodiscard]] tl::expected<void, std::string> addSegments(const std::filesystem::path& backup,
                                                          const std::filesystem::path& copy);

/// Keeps in `set` who was erased in the hall in `dir`, by reference: its base may be older than that. Whoever
/// is kept there stays, also when the hall has lost its records.
[[nodiscard]] tl::expected<void, std::string> keepErased(const std::filesystem::path& dir,
                                                         const std::filesystem::path& set);
/// Who is kept there; nobody for another backup. Refused: a list that is damaged or missing.
[[nodiscard]] tl::expected<std::vector<queue::Bits128>, std::string>
erasedSince(const std::filesystem::path& backup);

} // namespace starqueue::cli
