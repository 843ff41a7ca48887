#pragma once

#include <tl/expected.hpp>

#include <filesystem>
#include <string>

namespace starqueue::cli {

/// Copies the keys of the hall in `dir` into `file`, durably and whole, in place of an earlier copy: there is
/// one, never generations, so that a person who was forgotten is in none that is kept. Beside a running
/// service.
[[nodiscard]] tl::expected<void, std::string> backUpKeys(const std::filesystem::path& dir,
                                                         const std::filesystem::path& file);

/// Writes the keys in `file` to `dir`/keys, which must not exist. Refused: a file that isn't what
/// backUpKeys() wrote.
[[nodiscard]] tl::expected<void, std::string> restoreKeys(const std::filesystem::path& file,
                                                          const std::filesystem::path& dir);

/// Whether losing one disk loses both.
[[nodiscard]] bool isOnOneDisk(const std::filesystem::path& dir, const std::filesystem::path& file);

/// Where the keys of the hall in `dir` were last copied to; empty: nowhere yet.
[[nodiscard]] std::filesystem::path keyBackupOf(const std::filesystem::path& dir);

/// What is wrong with `file`; empty: nothing.
[[nodiscard]] std::string keyBackupFault(const std::filesystem::path& file);

} // namespace starqueue::cli
