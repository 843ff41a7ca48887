#pragma once

#include <tl/expected.hpp>

#include <filesystem>
#include <string>
#include <string_view>

namespace starqueue::settings {

enum class Readers { Everybody, OwnerAlone };

/// Replaces `file` atomically and durably: writes a temporary file beside it, syncs, renames, syncs the
/// directory. The error says what failed on which file.
[[nodiscard]] tl::expected<void, std::string> writeDurably(const std::filesystem::path& file,
                                                           std::string_view text, Readers readers);

} // namespace starqueue::settings
