#pragma once

#include <string>

namespace CLI {
class App;
}

namespace starqueue::formats {

/// The first word on the command line that `app` or one of its subcommands doesn't know, in a sentence with
/// the nearest word that it does know; empty when all are known. Call it after `app.parse` has thrown: CLI11
/// checks what is required before what is unknown, so its own error names an option that is only mistyped as
/// missing.
[[nodiscard]] std::string unknownWord(const CLI::App& app);

} // namespace starqueue::formats
