#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace starqueue::cli {

/// A subcommand of `command` on a hall, whose directory --data puts into `data`.
[[nodiscard]] CLI::App* hallAction(CLI::App& command, std::string& data, const char* name, const char* about);

} // namespace starqueue::cli
