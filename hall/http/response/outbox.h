#pragma once

#include <hall/http/response/response.h>

#include <sync/mutex.h>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <variant>
#include <vector>

namespace starqueue::hall::http::response {

class StreamState;

/// A connection of a server. In the order in which they came; never used again.
struct ConnectionId
{
    std::uint64_t value = 0;

    auto operator<=>(const ConnectionId&) const = default;
};

/// What another thread asks the server to do with one connection.
struct ConnectionTask
{
    struct Open
    {
        std::shared_ptr<StreamState> stream;
        std::vector<Field> headers;
    };
    struct Close
    {};
    using Chunk = std::shared_ptr<const std::string>;

    ConnectionId connection;
    std::variant<Response, Open, Chunk, Close> what;
};

/// The tasks of all threads to the server. Only the first of a batch wakes it. Any thread.
class Outbox
{
public:
    /// @p wake makes the server call take() soon. put() calls it on its caller's thread; it must not call
    /// put().
    explicit Outbox(std::function<void()> wake);

    /// False once closed: the task is dropped.
    bool put(ConnectionTask task);

    /// Everything since the last call, in order, into @p tasks (cleared first).
    void take(std::vector<ConnectionTask>& tasks);

    /// The number of tasks that wait now.
    [[nodiscard]] std::size_t size();

    /// After this @p wake is never called again.
    void close();

private:
    sync::Mutex m_mutex;
    const std::function<void()> m_wake;
    std::vector<ConnectionTask> m_tasks GUARDED_BY(m_mutex);
    bool m_closed GUARDED_BY(m_mutex) = false;
};

} // namespace starqueue::hall::http::response
