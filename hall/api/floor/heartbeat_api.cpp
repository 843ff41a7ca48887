#include <hall/api/devices/counter_windows.h>
#include <hall/api/handlers/route.h>
#include <hall/api/request/body.h>
#include <hall/api/request/permission.h>

#include <array>

namespace starqueue::hall {

namespace {

constexpr std::array<std::string_view, 1> kDoes{"calls"};

/// A counter's window says that it is there, and learns whether another has the counter.
void beat(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    (void)body.oneOf("does", kDoes);
    const auto counters = body.texts("of", 40);
    const CounterWindows::Claim claim{body.text("window", 64), body.optionalBoolean("takesOver"),
                                      body.optionalBoolean("waits")};
    if (body.problem())
        return send(exchange->reply, *body.problem());
    for (const std::string& counter : counters) {
        if (const auto own = needOwnCounter(exchange->caller, counter); !own)
            return deny(hall, exchange, own.error());
        if (!hall.windows.hear(counter, claim))
            return send(exchange->reply, counterInUse(counter));
    }
    send(exchange->reply, Rendered{204, {}});
}

constexpr std::array kHeartbeatRoutes{
    Route{"POST", "/heartbeat", {Role::Clerk}, beat, "does of window takesOver waits"},
};

} // namespace

std::span<const Route> heartbeatRoutes()
{
    return kHeartbeatRoutes;
}

} // namespace starqueue::hall
