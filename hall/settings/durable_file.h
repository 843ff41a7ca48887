#pragma once

#include <tl/expected.hpp>

#include <filesystem>
#include <string>
#include <string_view>

namespace starqueue::settings {

enum class Readers { Everybody, OwnerAlone };

/// Puts `text` into `file` so that after a crash either the old or the new text stands there whole: writes
/// beside it, syncs, renames, syncs the directory. The error says what failed on which file.
[[nodiscard]] tl::expected<void, std::string> writeDurably(const std::filesystem::path& file,
                                                           std::string_view text, Readers readers);

} // namespace starqueue::settings
