#pragma once

#include <tl/expected.hpp>

#include <filesystem>
#include <string>

namespace starqueue::cli {

// A directory that has its name only when all is in it: written as "TARGET.unfinished", then renamed.

/// Refused: `target` is there and not an empty directory. `what` goes there: "a backup".
[[nodiscard]] tl::expected<std::filesystem::path, std::string>
beginDirectory(const std::filesystem::path& target, const std::string& what);
/// Makes all durable and gives it its name.
[[nodiscard]] tl::expected<void, std::string> finishDirectory(const std::filesystem::path& target);
/// Removes what was begun.
void abandonDirectory(const std::filesystem::path& target);

} // namespace starqueue::cli
