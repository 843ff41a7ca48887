#pragma once

#include <sync/annotations.h>

namespace starqueue::sync {

/// What a thread is entitled to while certain code runs, such as "the writer's thread": a capability without
/// a lock of its own. Functions say REQUIRES(role), members GUARDED_BY(role). Whoever gives a thread the role
/// says so by REQUIRES(role) at the lambda that it has the thread run.
class CAPABILITY("role") Role
{};

} // namespace starqueue::sync
