#pragma once

#include <string_view>

namespace starqueue::house {

/// Ends the process with `why` and the stack: something left the virtual world, so nothing that follows
/// counts.
[[noreturn]] void stopRun(std::string_view why);

} // namespace starqueue::house
