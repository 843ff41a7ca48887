#include <hall/http/response/send_queue.h>

#include <algorithm>
#include <utility>

namespace starqueue::hall::http::response {

void SendQueue::add(Piece piece)
{
    if (piece && !piece->empty())
        m_pieces.push_back(std::move(piece));
}

void SendQueue::views(std::vector<std::string_view>& views, std::size_t most) const
{
    views.clear();
    const std::size_t end = std::min(m_pieces.size(), m_next + most);
    for (std::size_t i = m_next; i < end; ++i)
        views.emplace_back(*m_pieces[i]);
    if (!views.empty())
        views.front().remove_prefix(m_offset);
}

void SendQueue::consume(std::size_t bytes)
{
    m_offset += bytes;
    while (!isEmpty() && m_offset >= m_pieces[m_next]->size()) {
        m_offset -= m_pieces[m_next]->size();
        m_pieces[m_next++].reset();
    }
    if (isEmpty()) {
        m_pieces.clear();
        m_next = 0;
    } else if (m_next > 64 && m_next * 2 > m_pieces.size()) {
        m_pieces.erase(m_pieces.begin(), m_pieces.begin() + static_cast<std::ptrdiff_t>(m_next));
        m_next = 0;
    }
}

} // namespace starqueue::hall::http::response
