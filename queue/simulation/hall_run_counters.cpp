#include <queue/simulation/hall_run.h>

#include <algorithm>

// The counters of a HallRun: opening, closing, and which are free.

namespace starqueue::queue {

void HallRun::setFree(CounterIx counter)
{
    Post& post = m_posts[counter.value];
    post.stage = Stage::Free;
    post.since = m_now;
    post.due = Instant::max();
    ++m_free;
}

void HallRun::keepOpening()
{
    const std::vector<OpeningStep>& steps = m_hours.steps;
    while (m_nextStep < steps.size() && m_opens + steps[m_nextStep].from <= m_now)
        openOrClose(steps[m_nextStep++].open);
}

void HallRun::openOrClose(int wanted)
{
    for (std::size_t i = 0; i < m_hours.order.size(); ++i) {
        const CounterIx counter = m_hours.order[i];
        Post& post = m_posts[counter.value];
        const bool works = i < static_cast<std::size_t>(std::max(0, wanted));
        if (post.stage == Stage::Closed) {
            const Instant free = m_hours.takenUntil[counter.value];
            post.due = works && free > m_now ? free : Instant::max();
            if (works && free <= m_now)
                open(counter);
        } else if (!works && post.stage == Stage::Free) {
            close(counter);
        } else {
            post.leaves = !works;
        }
    }
}

void HallRun::open(CounterIx counter)
{
    carryOut(OpenCounter{counter, kSimulated + std::to_string(counter.value)});
    m_posts[counter.value].opened = m_now;
    setFree(counter);
    callNext(counter);
}

void HallRun::close(CounterIx counter)
{
    Post& post = m_posts[counter.value];
    carryOut(CloseCounter{counter});
    --m_free;
    m_closedOpenTime += m_now - post.opened;
    post = Post{};
}

Millis HallRun::openTime() const
{
    Millis sum = m_closedOpenTime;
    for (const Post& post : m_posts)
        sum += post.stage == Stage::Closed ? Millis{0} : m_now - post.opened;
    return sum;
}

} // namespace starqueue::queue
