#pragma once

#include <hall/http/response/outbox.h>

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>

namespace starqueue::hall::http::response {

/// What all copies of one Reply share.
struct ReplyState
{
    ReplyState(ConnectionId connection, std::shared_ptr<Outbox> outbox, std::size_t backlogLimit);
    ~ReplyState();
    ReplyState(const ReplyState&) = delete;
    ReplyState& operator=(const ReplyState&) = delete;

    /// True for exactly one caller.
    [[nodiscard]] bool claim()
    {
        if (answered.test_and_set())
            return false;
        if (beforeAnswer)
            beforeAnswer();
        return true;
    }

    ConnectionId connection;
    std::shared_ptr<Outbox> outbox;
    std::size_t backlogLimit;
    std::atomic_flag answered = ATOMIC_FLAG_INIT;
    bool isVouchedFor = false;            ///< in the turn of the handler
    std::function<void()> beforeAnswer{}; ///< set before another thread may answer
    std::function<std::string(int status)>
        elsewhere{}; ///< likewise: where a form's sender goes with the answer
};

} // namespace starqueue::hall::http::response
