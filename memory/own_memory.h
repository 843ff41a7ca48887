#pragma once

#include <cstddef>

namespace starqueue::memory {

/// Blocks up to this size are overwritten when they are freed. Larger ones hold no secrets, and most of them
/// go back to the system.
inline constexpr std::size_t kLargestWiped = std::size_t{64} * 1024;

/// For a program that handles passwords and keys: no core dump of it is written, and no other program of the
/// same user may read its memory. Whoever calls this is also linked with an `operator delete` that overwrites
/// (kLargestWiped), but in a build with sanitizers, which have their own. The first thing in main().
///
/// False: the system refuses; errno says why.
[[nodiscard]] bool keepMemoryToItself();

} // namespace starqueue::memory
