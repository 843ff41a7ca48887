#include <queue/model/counter.h>

#include <tuple>

namespace starqueue::queue {

namespace {

auto standing(const BeforeCall& b)
{
    return std::tie(b.state, b.counter, b.parkedAt, b.boundTo, b.first, b.recalls, b.legBegan, b.called,
                    b.started, b.ended, b.boundClerk);
}

} // namespace

bool operator==(const BeforeCall& a, const BeforeCall& b)
{
    const bool sameWhy = a.why == b.why || (a.why && b.why && *a.why == *b.why);
    return sameWhy && standing(a) == standing(b);
}

} // namespace starqueue::queue
