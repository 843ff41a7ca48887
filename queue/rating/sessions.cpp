#include <queue/rating/sessions.h>

namespace starqueue::queue {

std::vector<const RatingSession*> sessionsWithToken(const State& state, std::uint64_t token)
{
    std::vector<const RatingSession*> found;
    if (state.sessions.empty() || token < 1 || token > kTokens)
        return found;
    const std::uint64_t first = state.sessions.front().id.value;
    const std::uint64_t last = state.sessions.back().id.value;
    const std::uint64_t before = (first - 1) / kTokens * kTokens; // a multiple of kTokens, before the first
    for (std::uint64_t id = before + token; id <= last; id += kTokens) {
        if (const RatingSession* session = state.find(RatingSessionId{id}))
            found.push_back(session);
    }
    return found;
}

} // namespace starqueue::queue
