#pragma once

#include <queue/rules/rules.h>

#include <functional>

namespace starqueue::queue {

/// Merges `next` into the order of `old`: services and counters of `old` (by id) keep their index, new ones
/// are appended. Those missing in `next` stay as retired: a retired service is still served where it was
/// (anywhere, if none of those counters exists), so that its waiting tickets are served. ServiceIx in
/// counters and profiles are remapped. Tiers are those of `next`. Statutory groups likewise keep their index,
/// but one that is gone and that no ticket has makes room for a new one.
[[nodiscard]] Rules mergeRules(
    const Rules& old, const Rules& next,
    const std::function<bool(GroupIx)>& isGroupUsed = [](GroupIx) { return true; });

} // namespace starqueue::queue
