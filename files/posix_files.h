#pragma once

#include <files/files.h>

namespace starqueue::files {

/// This machine's disks. Has no state.
[[nodiscard]] Files& posix();

} // namespace starqueue::files
