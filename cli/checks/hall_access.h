#pragma once

#include <nlohmann/json.hpp>

#include <tl/expected.hpp>

#include <filesystem>
#include <string>

namespace starqueue::cli {

/// The address and token of a running hall.
struct HallAccess
{
    std::string url; ///< without a trailing slash
    std::string token;
};

/// The hall whose directory is `data`: its address from hall.toml, the token from tokens/`role`.
[[nodiscard]] tl::expected<HallAccess, std::string> hallIn(const std::filesystem::path& data,
                                                           const std::string& role = "manager");
/// The hall at `url`, with the token in `tokenFile`.
[[nodiscard]] tl::expected<HallAccess, std::string> hallAt(std::string url,
                                                           const std::filesystem::path& tokenFile);

/// GETs `path` ("/api/v1/…") within 30 s. The error is the hall's or the connection's, in words.
[[nodiscard]] tl::expected<std::string, std::string> fetch(const HallAccess& hall, const std::string& path);
/// What is expected of an answer.
enum class Shape { Object, List };
/// GETs JSON likewise. The error says, too, when what answers there is no hall.
[[nodiscard]] tl::expected<nlohmann::json, std::string> fetchJson(const HallAccess& hall,
                                                                  const std::string& path, Shape shape);
/// POSTs a command likewise; `fields` is a JSON object, to which a requestId is added. The answer is an
/// object, or empty.
[[nodiscard]] tl::expected<nlohmann::json, std::string>
command(const HallAccess& hall, const std::string& path, const nlohmann::json& fields);
/// What to do where what answers at `url` is no hall.
[[nodiscard]] std::string noHallAt(const std::string& url);
/// A text of an answer's object; empty: there is none.
[[nodiscard]] std::string textField(const nlohmann::json& object, const char* field);

} // namespace starqueue::cli
