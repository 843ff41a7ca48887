#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>

namespace starqueue::cli {

/// What the running hall says of its devices: the answer to GET /devices; an empty list where it can't be
/// asked.
[[nodiscard]] nlohmann::json devicesOf(const std::filesystem::path& dir);

/// "printer-1 of kiosk 1".
[[nodiscard]] std::string nameOf(const nlohmann::json& device);
/// The state with its remedy, since when, the paper, the last ticket that was proved, and today's counts, in
/// one line. A fault and its remedy in both languages.
[[nodiscard]] std::string stateOf(const nlohmann::json& device);
/// How the last test ended, with its remedy; empty: it was never tested.
[[nodiscard]] std::string testOf(const nlohmann::json& device);

} // namespace starqueue::cli
