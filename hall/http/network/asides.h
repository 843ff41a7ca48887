#pragma once

#include <deque>
#include <functional>
#include <mutex>
#include <optional>

namespace starqueue::hall::http::network {

/// What the threads of a loop have to do aside from its turn, in order. Any thread.
class Asides
{
public:
    using Task = std::function<void()>;

    /// There will be threads: from now on tasks are taken.
    void open();
    /// False, and nothing taken, before open() and after close().
    [[nodiscard]] bool put(Task task);
    [[nodiscard]] bool isEmpty();
    [[nodiscard]] std::optional<Task> next();
    /// False if something is left to be done; otherwise no more is taken.
    [[nodiscard]] bool close();

private:
    std::mutex m_mutex;
    std::deque<Task> m_tasks; // below: under m_mutex
    bool m_isOpen = false;
};

} // namespace starqueue::hall::http::network
