#pragma once

#include <hall/api/background.h>
#include <hall/api/event_hub.h>
#include <hall/api/exchange.h>
#include <hall/api/forecast_board.h>
#include <hall/api/throttle.h>
#include <hall/api/views.h>

#include <db/customers.h>
#include <db/hall_zone.h>
#include <db/tokens.h>
#include <db/wait_report.h>
#include <db/writer.h>

#include <functional>

namespace starqueue::hall {

/// The parts of the running service that the API's handlers need. Handlers are called on the
/// HTTP thread; what they hand to the writer runs on the writer's.
struct Hall
{
    std::string id;
    std::string name;
    std::string publicUrl; ///< without trailing slash; empty: tickets have no page
    const db::HallZone& zone;
    db::Writer& writer;
    db::Journal& journal;
    db::TokenStore& tokens;
    db::CustomerStore& customers;
    db::WaitReport& waits;
    EventHub& events;
    Throttle& lookups;
    Background& background;
    ForecastBoard& forecasts;
    /// The opening hours around a date. Called on the writer's thread.
    std::function<queue::DayHoursPtr(queue::Date)> hoursOf;

    [[nodiscard]] Views views(const db::View& view) const
    {
        return {view, name, publicUrl, forecasts.current(view.state.rules, view.now)};
    }
};

using Render = std::function<Rendered(const db::View&, const db::Accepted&)>;
using Answer = std::function<tl::expected<Rendered, Problem>(const db::View&)>;

/// Carries out a command once and answers when it is on disk. The same requestId again gets the same answer.
void carryOut(Hall& hall, const ExchangePtr& exchange, db::Intent intent, Render render);

/// Answers a question from the state at its place in the order.
void answer(Hall& hall, ExchangePtr exchange, Answer make);

// Path and body words to places in the rules; a refusal names the word.
[[nodiscard]] tl::expected<queue::ServiceIx, queue::Refusal> serviceNamed(const db::View& view,
                                                                          const std::string& id);
[[nodiscard]] tl::expected<queue::CounterIx, queue::Refusal> counterNamed(const db::View& view,
                                                                          const std::string& id);
[[nodiscard]] tl::expected<const queue::Ticket*, queue::Refusal> ticketNamed(const db::View& view,
                                                                             const std::string& id);
/// The number behind an id such as "17"; 0 for anything else.
[[nodiscard]] std::uint64_t numericId(const std::string& text);

} // namespace starqueue::hall
