#pragma once

#include <sync/executor.h>

namespace starqueue::sync {

/// The machine's threads: each strand has one of its own, which inherits the signal mask of whoever makes the
/// strand. Urgency::Background lowers its priority (on Linux a nice value belongs to a thread).
[[nodiscard]] Executor& threads();

} // namespace starqueue::sync
