#include <hall/service/request_dispatcher.h>

#include <hall/api/context/authentication.h>
#include <hall/api/context/clock_state.h>
#include <hall/api/phone/phone.h>
#include <hall/api/router.h>

#include <fmt/format.h>

namespace starqueue::hall {

namespace {

constexpr std::string_view kApi = "/api/v1";
constexpr std::string_view kManage = "/manage/";
constexpr std::string_view kPhone = "/t/";
constexpr std::string_view kRead = "GET, HEAD";

const Problem kNoSuchPath{404, "not_found", "There is nothing here. The API is below /api/v1.", {}};

void line(std::string& text, std::string_view name, std::string_view help, std::string_view type,
          std::uint64_t value)
{
    text += fmt::format("# HELP starqueue_{0} {1}\n# TYPE starqueue_{0} {2}\nstarqueue_{0} {3}\n", name, help,
                        type, value);
}

/// Without the file's name, which is in the log: anybody may ask.
std::string storageState(bool writable)
{
    formats::JsonObject out;
    out.add("writable", writable);
    if (!writable)
        out.add("detail", storageFull().detail);
    return out.take();
}

std::string calendarState(std::optional<int> yearWithoutPublicDays)
{
    formats::JsonObject out;
    out.add("yearWithoutPublicDays", yearWithoutPublicDays);
    if (yearWithoutPublicDays)
        out.add("detail", fmt::format("The hall's calendar has no public days of {}: import them with "
                                      "\"starqueue calendar import\".",
                                      *yearWithoutPublicDays));
    return out.take();
}

std::string httpMetrics(const http::ServerCounts& counts, std::size_t followers)
{
    std::string text;
    line(text, "http_connections", "Connections open now.", "gauge", counts.connections);
    line(text, "http_requests_total", "Requests handed to a handler.", "counter", counts.requests);
    line(text, "http_refused_requests_total", "Requests refused before any handler.", "counter",
         counts.refusedRequests);
    line(text, "http_refused_clients_total", "Clients turned away by a limit.", "counter",
         counts.refusedClients);
    line(text, "http_evicted_clients_total", "Connections of strangers closed to make room.", "counter",
         counts.evictedClients);
    line(text, "http_dropped_listeners_total", "Event streams dropped for being slow.", "counter",
         counts.droppedListeners);
    line(text, "event_followers", "Event streams open now.", "gauge", followers);
    return text;
}

} // namespace

RequestDispatcher::RequestDispatcher(Hall& hall, const Pages& pages, const std::atomic<bool>& broken)
    : m_hall(hall), m_pages(pages), m_broken(broken)
{}

void RequestDispatcher::assign(std::size_t endpoint, Side side)
{
    const sync::Lock lock(m_mutex);
    m_sides[endpoint] = side;
}

RequestDispatcher::Side RequestDispatcher::sideOf(std::size_t endpoint)
{
    const sync::Lock lock(m_mutex);
    const auto found = m_sides.find(endpoint);
    return found == m_sides.end() ? Side::Main : found->second;
}

void RequestDispatcher::handle(http::Request request, http::Reply reply)
{
    switch (sideOf(request.endpoint)) {
    case Side::Operations:
        return handleOperations(request, reply);
    case Side::Phone:
        return handlePhone(std::move(request), std::move(reply));
    case Side::Main:
        return handleMain(std::move(request), std::move(reply));
    }
}

void RequestDispatcher::handleMain(http::Request request, http::Reply reply)
{
    const std::string path = request.path;
    if (path.starts_with(kApi) && path.size() > kApi.size() && path[kApi.size()] == '/')
        return route(m_hall, std::move(request), std::move(reply),
                     std::string_view(path).substr(kApi.size()));
    if (path.starts_with(kPhone))
        return handlePhone(std::move(request), std::move(reply));
    if (path.starts_with(kManage))
        return handleManage(request, reply);
    if (path != "/healthz" && path != "/" && path != "/manage")
        return send(reply, kNoSuchPath);
    if (!isRead(request))
        return send(reply, methodNotAllowed(request.method, kRead));
    if (path == "/healthz")
        return sendHealth(request, reply);
    reply.send(302, "", "", {{"Location", std::string(kManage)}});
}

void RequestDispatcher::handleManage(const http::Request& request, const http::Reply& reply)
{
    if (!isRead(request))
        return send(reply, methodNotAllowed(request.method, kRead));
    m_pages.send(reply, std::string_view(request.path).substr(kManage.size()));
}

void RequestDispatcher::handlePhone(http::Request request, http::Reply reply)
{
    const std::string path = request.path;
    if (!path.starts_with(kPhone))
        return send(reply, kNoSuchPath);
    routePhone(m_hall, m_pages, std::move(request), std::move(reply),
               std::string_view(path).substr(kPhone.size()));
}

void RequestDispatcher::handleOperations(const http::Request& request, const http::Reply& reply)
{
    if (!isRead(request))
        return send(reply, methodNotAllowed(request.method, kRead));
    if (request.path == "/healthz")
        return sendHealth(request, reply);
    if (request.path == "/readyz")
        return sendReadiness(request, reply);
    if (request.path == "/metrics")
        return sendMetrics(reply);
    send(reply, Problem{404, "not_found", "Here are /healthz, /readyz and /metrics.", {}});
}

/// Healthy means that the writer answers: the check goes through its queue.
void RequestDispatcher::sendHealth(const http::Request& request, const http::Reply& reply)
{
    askForHealth(request, reply, [](bool) { return 200; });
}

/// Ready means that commands are taken.
void RequestDispatcher::sendReadiness(const http::Request& request, const http::Reply& reply)
{
    askForHealth(request, reply, [](bool writable) { return writable ? 200 : 503; });
}

void RequestDispatcher::askForHealth(const http::Request& request, const http::Reply& reply,
                                     int (*status)(bool writable))
{
    if (m_broken)
        return send(
            reply,
            Problem{503, "unavailable", "The journal has failed; the service must be started again.", {}});
    const bool isOurs = callerOf(m_hall, request).has_value();
    m_hall.writer.ask([=, this](const db::View& view) REQUIRES(db::writersThread) -> db::Release {
        const bool writable = m_hall.journal.notWritable().empty();
        formats::JsonObject health;
        health.add("status", "ok");
        health.add("dayOpen", view.state.dayOpen);
        health.add("seq", view.seq);
        health.addJson("storage", storageState(writable));
        health.addJson("clock", clockState(m_hall.clock, view.state.clock));
        health.addJson("calendar", calendarState(m_hall.yearWithoutPublicDays(view)));
        health.addJson("webhook", m_hall.webhook());
        health.addJson("customers", m_hall.customers.state());
        if (isOurs) { // a stranger would learn whether somebody has noticed
            health.addJson("lookups", m_hall.lookedUp.state());
            health.addJson("use", m_hall.used.state());
            health.addJson("erasure", m_hall.erasure());
        }
        return [reply, answer = Rendered{status(writable), health.take()}](db::Fate) { send(reply, answer); };
    });
}

void RequestDispatcher::sendMetrics(const http::Reply& reply)
{
    m_hall.writer.ask([this, reply](const db::View& view) REQUIRES(db::writersThread) -> db::Release {
        std::string text = httpMetrics(*m_counts, m_hall.events.followers());
        line(text, "journal_seq", "Number of the last event.", "counter", view.seq);
        line(text, "tickets_today", "Tickets issued in this business day.", "gauge",
             view.state.tickets.size());
        line(text, "violations_today", "Calls that broke a bound or doubled a number; must be 0.", "gauge",
             view.state.violations);
        text += m_hall.deviceDetails.metrics();
        return [reply, text = std::move(text)](db::Fate) {
            reply.send(200, "text/plain; version=0.0.4; charset=utf-8", text);
        };
    });
}

} // namespace starqueue::hall
