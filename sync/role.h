#pragma once

#include <sync/annotations.h>

namespace starqueue::sync {

/// What a thread is entitled to while certain code runs, such as "the writer's thread": a capability without
/// a lock of its own. Functions say REQUIRES(role), members GUARDED_BY(role). Whoever gives a thread the role
/// says so by REQUIRES(role) at the lambda that it has the thread run.
class CAPABILITY("role") Role
{};

/// Says that the calling thread has @p role where the compiler can't see who gave it: it was handed over with
/// the work, or there is no other thread yet. Checks nothing.
inline void assumeRole([[maybe_unused]] const Role& role) ASSERT_CAPABILITY(role) {}

} // namespace starqueue::sync
