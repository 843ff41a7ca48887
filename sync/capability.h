#pragma once

#include <sync/annotations.h>

namespace starqueue::sync {

/// What a thread is entitled to while certain code runs, such as "the writer's thread": a capability without
/// a lock of its own. Functions say REQUIRES(capability), members GUARDED_BY(capability). Whoever gives a
/// thread the capability says so by REQUIRES(capability) at the lambda that it has the thread run.
class CAPABILITY("capability") Capability
{};

/// Says that the calling thread has @p capability where the compiler can't see who gave it: it was handed
/// over with the work, or there is no other thread yet. Checks nothing.
inline void assumeCapability([[maybe_unused]] const Capability& capability) ASSERT_CAPABILITY(capability) {}

} // namespace starqueue::sync
