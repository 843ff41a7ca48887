#pragma once

#include <tl/expected.hpp>

#include <filesystem>
#include <string>

namespace starqueue::cli {

/// Where a running hall is, and what lets us in.
struct HallAccess
{
    std::string url; ///< without a slash at the end
    std::string token;
};

/// The hall whose directory is `data`: its address from hall.toml, its manager's token from tokens/manager.
[[nodiscard]] tl::expected<HallAccess, std::string> hallIn(const std::filesystem::path& data);
/// The hall at `url`, with the token that stands in `tokenFile`.
[[nodiscard]] tl::expected<HallAccess, std::string> hallAt(std::string url,
                                                           const std::filesystem::path& tokenFile);

/// GETs `path` ("/api/v1/…") within 30 s. The error says what the hall, or the way to it, had against it.
[[nodiscard]] tl::expected<std::string, std::string> fetch(const HallAccess& hall, const std::string& path);

} // namespace starqueue::cli
