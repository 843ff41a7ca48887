#pragma once

#include <string>

namespace starqueue::db {

/// Whether the disk of `file`, which needn't exist, is mounted read-only. Any thread.
[[nodiscard]] bool isOnReadOnlyDisk(const std::string& file);

} // namespace starqueue::db
