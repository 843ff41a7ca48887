#pragma once

#include <hall/api/context/hall.h>
#include <hall/api/pages/pages.h>
#include <hall/http/server_counts.h>
#include <hall/http/turn.h>

#include <sync/mutex.h>

#include <atomic>
#include <map>

namespace starqueue::hall {

/// Sends each request to the API, the pages, the phone or the operator's answers, by its path and by the
/// address that it came in at.
class RequestDispatcher
{
public:
    enum class Side { Main, Operations, Phone };

    RequestDispatcher(Hall& hall, const Pages& pages, const std::atomic<bool>& broken);

    /// Restricts a listening address to `side`.
    void assign(std::size_t endpoint, Side side);
    void watch(const http::ServerCounts& counts) { m_counts = &counts; }
    void handle(http::Request request, http::Reply reply) REQUIRES(http::turn);

private:
    [[nodiscard]] Side sideOf(std::size_t endpoint);
    void handleMain(http::Request request, http::Reply reply) REQUIRES(http::turn);
    void handleManage(const http::Request& request, const http::Reply& reply);
    void handlePhone(http::Request request, http::Reply reply) REQUIRES(http::turn);
    void handleOperations(const http::Request& request, const http::Reply& reply);
    void sendHealth(const http::Request& request, const http::Reply& reply);
    void sendReadiness(const http::Request& request, const http::Reply& reply);
    void askForHealth(const http::Request& request, const http::Reply& reply, int (*status)(bool writable));
    void sendMetrics(const http::Reply& reply);

    Hall& m_hall;
    const Pages& m_pages;
    const std::atomic<bool>& m_broken;
    const http::ServerCounts* m_counts = nullptr;
    sync::Mutex m_mutex;
    std::map<std::size_t, Side> m_sides GUARDED_BY(m_mutex);
};

} // namespace starqueue::hall
