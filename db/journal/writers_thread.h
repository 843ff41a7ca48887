#pragma once

#include <sync/capability.h>

namespace starqueue::db {

/// The thread that carries out commands: one at a time has this role, and sees all that the ones before have
/// done. The writer gives it to whom it lends a batch (writer.h); before there is a writer, whoever opens the
/// journal has it.
inline constexpr sync::Capability writersThread{};

} // namespace starqueue::db
