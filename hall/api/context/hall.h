#pragma once

#include <hall/api/context/bounded_work.h>
#include <hall/api/context/forecast_board.h>
#include <hall/api/context/login.h>
#include <hall/api/context/lookup_watch.h>
#include <hall/api/context/security_watch.h>
#include <hall/api/context/seen_requests.h>
#include <hall/api/context/use_watch.h>
#include <hall/api/customers/customer_lookup.h>
#include <hall/api/devices/counter_windows.h>
#include <hall/api/devices/device_budget.h>
#include <hall/api/devices/device_detail_store.h>
#include <hall/api/devices/presence.h>
#include <hall/api/devices/wire_journal_store.h>
#include <hall/api/events/event_hub.h>
#include <hall/api/events/phone_followers.h>
#include <hall/api/request/date_range.h>
#include <hall/api/request/exchange.h>
#include <hall/api/request/rate_limit.h>
#include <hall/api/views/views.h>

#include <db/reports/wait_report.h>
#include <db/tokens/tokens.h>
#include <db/visits/visit_book.h>
#include <db/writer/writer.h>
#include <time/hall_zone.h>

#include <functional>

namespace starqueue::hall {

/// The parts of the service that the API's handlers need. Handlers run on an HTTP thread; what they submit to
/// the writer runs on the writer's.
struct Hall
{
    std::string id;
    std::string name;
    std::string publicUrl; ///< without trailing slash; empty: tickets have no page
    const time::HallZone& zone;
    db::Writer& writer;
    db::JournalClock& clock; ///< used on the writer's thread
    db::Journal& journal;
    db::TokenStore& tokens;
    CustomerLookup& customers;
    db::WaitReport& waits;
    db::VisitBook& visits;
    EventHub& events;
    Throttle& lookups;
    DeviceBudget& deviceChanges;
    CounterWindows& windows;
    Login login;
    SecurityWatch& security;
    LookupWatch& lookedUp;
    UseWatch& used;
    BoundedWork& reports;  ///< so that they block neither the writer nor HTTP
    BoundedWork& searches; ///< what takes seconds, so that it blocks no report either
    BoundedWork& phones;   ///< what strangers may ask for
    PhoneFollowers& phoneFollowers;
    ForecastBoard& forecasts;
    /// The opening hours around a date, in elapsed time. Called on the writer's thread.
    std::function<queue::DayHoursPtr(Date, time::WallOffset)> hoursOf;
    /// The answer to GET /calendar, without dates from now on. Called on the writer's thread.
    std::function<std::string(time::WallTime, std::optional<DateRange>)> calendar;
    /// The year whose public days are missing from the calendar; empty: none. Called on the writer's thread.
    std::function<std::optional<int>(const db::View&)> yearWithoutPublicDays;
    /// The state of the webhook in JSON. Any thread.
    std::function<std::string()> webhook;
    /// Which erasures aren't in every copy of the keys yet, in JSON. Any thread.
    std::function<std::string()> erasure;
    DeviceDetailStore deviceDetails{};
    WireJournalStore wireJournals{};
    Presence present{};   ///< bridges that listen
    SeenRequests named{}; ///< commands that name somebody
    KeptAnswers kept{};   ///< to changes of users

    [[nodiscard]] Views views(const db::View& view) const
    {
        return {view, name, publicUrl, forecasts.current(view.state.rules, view.now)};
    }
};

using ResponseRenderer = std::function<Rendered(const db::View&, const db::Accepted&)>;
using QueryHandler = std::function<tl::expected<Rendered, Problem>(const db::View&)>;

/// Carries out a command and answers when it is durable. Idempotent: a repeated requestId gets the same
/// answer.
void carryOut(Hall& hall, const ExchangePtr& exchange, db::Intent intent, ResponseRenderer render);

/// Calls `then` with whether this command was carried out before, at its place in the order of commands and
/// on the writer's thread: what was answered is answered again before anything refuses it.
void ifRepeated(Hall& hall, const ExchangePtr& exchange, std::function<void(bool)> then);

/// Answers that the caller may not do this, which is noted in the security log.
void deny(Hall& hall, const ExchangePtr& exchange, const db::Denied& denied);

/// Has slow work done for whoever `likeness` tells. False, and nothing is done, while as much of it as may be
/// is under way; an answer ends it.
[[nodiscard]] bool doInTurn(BoundedWork& pending, const http::Reply& reply, const std::string& likeness,
                            sync::Strand::Work work);

/// Has slow work done for a call; 429 while its sender has as much of that kind under way as may be.
void inBackground(BoundedWork& pending, const ExchangePtr& exchange, sync::Strand::Work work);

/// Answers from the state at the question's place in the order of commands.
void answer(Hall& hall, ExchangePtr exchange, QueryHandler make);

// Looks up ids of the path or body in the rules; a refusal names the id.
[[nodiscard]] tl::expected<queue::ServiceIx, queue::Refusal> serviceNamed(const db::View& view,
                                                                          const std::string& id);
[[nodiscard]] tl::expected<queue::CounterIx, queue::Refusal> counterNamed(const db::View& view,
                                                                          const std::string& id);
[[nodiscard]] tl::expected<const queue::Ticket*, queue::Refusal> ticketNamed(const db::View& view,
                                                                             const std::string& id);
/// The number of an id such as "17"; 0 for anything else.
[[nodiscard]] std::uint64_t numericId(const std::string& text);

} // namespace starqueue::hall
