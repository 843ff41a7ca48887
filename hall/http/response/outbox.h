#pragma once

#include <hall/http/response/response.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <variant>
#include <vector>

namespace starqueue::hall::http::serve {
class Connection;
}

namespace starqueue::hall::http::response {

class StreamState;

/// What another thread asks the server to do with one connection.
struct Message
{
    struct Open
    {
        std::shared_ptr<StreamState> stream;
        std::vector<Field> headers;
    };
    struct Close
    {};
    using Chunk = std::shared_ptr<const std::string>;

    std::weak_ptr<serve::Connection> connection;
    std::variant<Response, Open, Chunk, Close> what;
};

/// The way from every other thread to the server: a batch of messages costs
/// one wake-up, because only the first message of a batch wakes.
class Outbox
{
public:
    /// @p wake makes the server call take() soon; it may be called from any thread.
    explicit Outbox(std::function<void()> wake);

    /// False once closed: the message is dropped.
    bool put(Message message);

    /// Everything since the last call, in order, into @p messages (cleared first).
    void take(std::vector<Message>& messages);

    /// How many wait now.
    [[nodiscard]] std::size_t size();

    /// After this @p wake is never called again.
    void close();

private:
    std::mutex m_mutex;
    std::function<void()> m_wake;
    std::vector<Message> m_messages;
    bool m_closed = false;
};

} // namespace starqueue::hall::http::response
