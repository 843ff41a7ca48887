#pragma once

#include <queue/rules/rules.h>

namespace starqueue::queue {

/// `next` in the order of `old`: services and counters that `old` has (by id) keep their place,
/// new ones come after them. What `next` has no longer stays as retired: a retired service is
/// still served where it was (anywhere, if none of those counters is left), so that nobody who
/// waits for it is forgotten. ServiceIx inside counters are rewritten. Tiers are those of `next`.
[[nodiscard]] Rules mergeRules(const Rules& old, const Rules& next);

} // namespace starqueue::queue
