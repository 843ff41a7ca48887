#pragma once

#include <queue/state/state.h>

#include <optional>
#include <string>

namespace starqueue::queue {

/// A prefix on the paper of today's tickets that rules want to give to another service.
struct PrefixOnPaper
{
    std::string prefix;
    std::string owner;   ///< the service whose tickets have it
    std::string service; ///< that is to get it
};

/// The first such prefix of `rules`, which keep the indices of those in force; empty: none.
[[nodiscard]] std::optional<PrefixOnPaper> prefixOnPaper(const State& state, const Rules& rules);

} // namespace starqueue::queue
