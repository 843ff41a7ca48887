#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>

namespace starqueue::hall::http::response {
class Stream;
}

namespace starqueue::hall::http {

/// One client that follows an event stream (text/event-stream).
///
/// A shared handle: copies are the same listener; when the last copy goes, the
/// stream is closed. Every call may come from any thread and returns at once.
/// The server writes the comment lines that begin the stream and keep it alive.
///
/// A listener that reads too slowly is closed as soon as its unsent bytes
/// would exceed Limits::listenerBacklogBytes; its client reconnects with
/// Last-Event-ID and resumes. To replay many past events, push until backlog()
/// is high and continue at `drained`.
class Listener
{
public:
    using Chunk = std::shared_ptr<const std::string>;

    /// Called in the server's turn, must not block and must not throw.
    struct Signals
    {
        std::function<void()> closed;  ///< exactly once: client gone, dropped, closed, or server stopped
        std::function<void()> drained; ///< each time the last unsent byte has gone to the system
    };

    explicit Listener(std::shared_ptr<response::Stream> stream = nullptr);

    /// Sends @p chunk (whole events, each ended by an empty line) after what was
    /// pushed before. The bytes are shared, never copied: push one chunk to a
    /// thousand listeners. False if the listener is closed or is dropped by this.
    bool push(Chunk chunk) const;

    /// Ends the stream; what was pushed before and isn't sent yet is sent if the client takes it at once.
    void close() const;

    [[nodiscard]] bool isOpen() const;

    /// Bytes pushed and not yet handed to the system.
    [[nodiscard]] std::size_t backlog() const;

private:
    std::shared_ptr<response::Stream> m_stream;
};

} // namespace starqueue::hall::http
