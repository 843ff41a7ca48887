#pragma once

#include <cli/console/context.h>

#include <string>
#include <vector>

namespace starqueue::cli {

/// Runs one command line, given without the program's name: {"init", "/srv/hall"}. Never throws.
[[nodiscard]] ExitStatus run(const std::vector<std::string>& arguments, Context& context);

} // namespace starqueue::cli
