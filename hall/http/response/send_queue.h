#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace starqueue::hall::http::response {

/// The bytes that a connection has yet to send, in order; shared, not copied.
class SendQueue
{
public:
    using Piece = std::shared_ptr<const std::string>;

    void add(Piece piece);
    void add(std::string piece) { add(std::make_shared<const std::string>(std::move(piece))); }

    [[nodiscard]] bool isEmpty() const { return m_next == m_pieces.size(); }

    /// The next unsent bytes, at most @p most pieces, into @p views (cleared first).
    void views(std::vector<std::string_view>& views, std::size_t most) const;

    /// @p bytes of what views() showed have been sent.
    void consume(std::size_t bytes);

private:
    // A vector that is reused: a deque would cost every idle connection half a kilobyte.
    std::vector<Piece> m_pieces;
    std::size_t m_next = 0;
    std::size_t m_offset = 0;
};

} // namespace starqueue::hall::http::response
