#pragma once

#include <hall/http/listener.h>
#include <hall/http/request.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace starqueue::hall::http::response {
struct ReplyState;
}

namespace starqueue::hall::http {

/// The one answer to one request. A shared handle: copies are the same answer.
///
/// Every call may come from any thread and returns at once. The first answer
/// wins, later ones are ignored. When the last copy goes unanswered the client
/// gets a 500. A client that is gone is no error. May outlive its Server; then
/// nothing happens any more.
///
/// Content-Length, Connection, Date and X-Content-Type-Options are added; don't pass them. To HEAD the
/// body is left out, its length is told. A status outside 200–599 or a header
/// with a line break is a mistake of the caller's and goes out as a 500.
class Reply
{
public:
    using Body = std::shared_ptr<const std::string>;

    explicit Reply(std::shared_ptr<response::ReplyState> state);

    /// Says that the sender is known: its connection isn't closed to make room for others. Only within the
    /// handler's call.
    void vouch() const;

    /// Runs @p last before the client can see an answer, in the thread that sends it. To be said before the
    /// reply is handed to another thread; not run where nobody answers.
    void beforeAnswer(std::function<void()> last) const;

    /// The answer sends the client, which has sent a page's form, to `where(status)` by 303 instead. To be
    /// said before the reply is handed to another thread.
    void sendElsewhere(std::function<std::string(int status)> where) const;

    /// True if this was the first answer. An empty content type adds no Content-Type.
    bool send(int status, std::string contentType, std::string body, std::vector<Field> headers = {}) const;

    /// Sends a body that many answers share (pages, scripts) without a copy.
    bool send(int status, std::string contentType, Body body, std::vector<Field> headers = {}) const;

    /// Answers 200 with an endless text/event-stream and Cache-Control: no-store.
    /// If the request has an answer already, the listener is closed from the
    /// start and none of @p signals is ever called.
    [[nodiscard]] Listener stream(Listener::Signals signals = {}, std::vector<Field> headers = {}) const;

private:
    std::shared_ptr<response::ReplyState> m_state;
};

} // namespace starqueue::hall::http
