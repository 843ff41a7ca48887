#include <queue/state/lane.h>

#include <algorithm>
#include <iterator>

namespace starqueue::queue {

namespace {

constexpr std::size_t kChunk = 512;

} // namespace

std::size_t Lane::chunkFor(const Place& place) const
{
    const auto chunk = std::partition_point(m_chunks.begin(), m_chunks.end(),
                                            [&](const Chunk& c) { return c.back() < place; });
    return static_cast<std::size_t>(chunk - m_chunks.begin());
}

std::size_t Lane::countBefore(const Place& place) const
{
    if (m_size == 0 || place <= m_head)
        return 0;
    if (m_chunks.back().back() < place)
        return m_size;
    const std::size_t last = chunkFor(place);
    std::size_t count = 0;
    for (std::size_t i = 0; i < last; ++i)
        count += m_chunks[i].size() - firstOf(i);
    const Chunk& chunk = m_chunks[last];
    const auto begin = std::next(chunk.begin(), static_cast<std::ptrdiff_t>(firstOf(last)));
    return count + static_cast<std::size_t>(std::lower_bound(begin, chunk.end(), place) - begin);
}

void Lane::join(const Place& place)
{
    if (m_size == 0) {
        m_chunks.resize(1);
        m_chunks.front().assign(1, place);
        m_first = 0;
    } else if (m_chunks.back().back() < place) {
        if (m_chunks.back().size() >= kChunk)
            m_chunks.emplace_back();
        m_chunks.back().push_back(place);
    } else {
        insertInside(place);
    }
    ++m_size;
    updateHead();
}

void Lane::insertInside(const Place& place)
{
    const std::size_t at = chunkFor(place);
    Chunk& chunk = m_chunks[at];
    const auto begin = std::next(chunk.begin(), static_cast<std::ptrdiff_t>(firstOf(at)));
    chunk.insert(std::lower_bound(begin, chunk.end(), place), place);
    if (chunk.size() < 2 * kChunk)
        return;
    const auto middle =
        std::next(chunk.begin(), static_cast<std::ptrdiff_t>(std::max(kChunk, firstOf(at) + 1)));
    Chunk upper(middle, chunk.end());
    chunk.erase(middle, chunk.end());
    m_chunks.insert(std::next(m_chunks.begin(), static_cast<std::ptrdiff_t>(at) + 1), std::move(upper));
}

void Lane::leave(const Place& place)
{
    if (m_size == 0)
        return;
    endDue(place);
    if (place == m_head) {
        leaveHead();
        return;
    }
    const std::size_t at = chunkFor(place);
    if (at == m_chunks.size())
        return;
    Chunk& chunk = m_chunks[at];
    const auto begin = std::next(chunk.begin(), static_cast<std::ptrdiff_t>(firstOf(at)));
    const auto found = std::lower_bound(begin, chunk.end(), place);
    if (found == chunk.end() || *found != place)
        return;
    chunk.erase(found);
    --m_size;
    if (chunk.size() == firstOf(at))
        dropChunk(at);
}

void Lane::leaveHead()
{
    endDue(m_head);
    ++m_first;
    --m_size;
    if (m_first == m_chunks.front().size())
        dropChunk(0);
    updateHead();
}

void Lane::beginDue(const Place& place)
{
    const auto begin = std::next(m_due.begin(), static_cast<std::ptrdiff_t>(m_firstDue));
    const auto at = std::lower_bound(begin, m_due.end(), place);
    if (at == m_due.end() || *at != place)
        m_due.insert(at, place);
}

void Lane::endDue(const Place& place)
{
    if (m_due.empty())
        return;
    const auto begin = std::next(m_due.begin(), static_cast<std::ptrdiff_t>(m_firstDue));
    const auto found = std::lower_bound(begin, m_due.end(), place);
    if (found == m_due.end() || *found != place)
        return;
    if (found == begin)
        ++m_firstDue;
    else
        m_due.erase(found);
    if (m_firstDue == m_due.size()) {
        m_due.clear();
        m_firstDue = 0;
    }
}

void Lane::dropChunk(std::size_t chunk)
{
    if (chunk == 0)
        m_first = 0;
    if (m_chunks.size() == 1)
        m_chunks.front().clear(); // keep its memory for the next chunk
    else
        m_chunks.erase(std::next(m_chunks.begin(), static_cast<std::ptrdiff_t>(chunk)));
}

void Lane::updateHead()
{
    m_head = m_size == 0 ? Place{} : m_chunks.front()[m_first];
}

bool operator==(const Lane& a, const Lane& b)
{
    if (a.m_key != b.m_key || a.m_size != b.m_size || !std::ranges::equal(a.due(), b.due()))
        return false;
    std::vector<Place> ours;
    std::vector<Place> theirs;
    a.fromOldest([&](const Place& p) { return ours.push_back(p), true; });
    b.fromOldest([&](const Place& p) { return theirs.push_back(p), true; });
    return ours == theirs;
}

} // namespace starqueue::queue
