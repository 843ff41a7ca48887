#pragma once

#include <span>

namespace starqueue::memory {

/// Overwrites `bytes` with zeros, also where nobody reads them any more.
void wipe(std::span<char> bytes);

/// Overwrites what calls that have returned left on this thread's stack: 64 KiB. Takes some microseconds.
void wipeStack();

} // namespace starqueue::memory
