#include <hall/http/response/reply_state.h>

#include <utility>

namespace starqueue::hall::http::response {

ReplyState::ReplyState(ConnectionId connection_, std::shared_ptr<Outbox> outbox_, std::size_t limit)
    : connection(connection_), outbox(std::move(outbox_)), backlogLimit(limit)
{}

ReplyState::~ReplyState()
{
    if (claim())
        outbox->put({connection, problem({500, "internal", "The request was taken but never answered."})});
}

} // namespace starqueue::hall::http::response
