#include <hall/api/context/authentication.h>
#include <hall/api/handlers/board.h>
#include <hall/api/handlers/route.h>
#include <hall/api/handlers/whole_hall.h>
#include <hall/api/request/body.h>
#include <hall/api/request/date_range.h>

#include <time/timestamp.h>

#include <array>

namespace starqueue::hall {

using nlohmann::json;

namespace {

constexpr time::WallTime kEndOfClocks{std::chrono::sys_days{std::chrono::year{2100} / 1 / 1}};

void getBoard(Hall& hall, const ExchangePtr& exchange)
{
    answer(hall, exchange,
           [&hall, caller = exchange->caller](const db::View& view)
               REQUIRES(db::writersThread) -> tl::expected<Rendered, Problem> {
                   return Rendered{200, board(hall, view, caller)};
               });
}

constexpr Roles kConfirmsClock{Role::Admin, Role::Technician, Role::DutyManager};

/// Who answers for the journal may write down how it stands.
constexpr Roles kKeepsHead{Role::DutyManager, Role::Manager, Role::Admin, Role::Technician};

/// With what the caller may do to the whole of it.
Rendered hallFor(const Caller& caller, const Hall& hall, const db::View& view) REQUIRES(db::writersThread)
{
    formats::JsonObject now = hallNow(hall, view);
    if (kKeepsHead.has(caller.role)) {
        now.add("journalHead", db::textOf(hall.journal.head()));
        now.addJson("lookups", hall.lookedUp.state());
        now.addJson("use", hall.used.state());
    }
    now.addJson("may", kConfirmsClock.has(caller.role) ? R"(["confirm_clock"])" : "[]");
    return {200, now.take()};
}

void getHall(Hall& hall, const ExchangePtr& exchange)
{
    answer(hall, exchange,
           [&hall, caller = exchange->caller](const db::View& view) REQUIRES(
               db::writersThread) -> tl::expected<Rendered, Problem> { return hallFor(caller, hall, view); });
}

void getServices(Hall& hall, const ExchangePtr& exchange)
{
    answer(hall, exchange, [&hall](const db::View& view) -> tl::expected<Rendered, Problem> {
        return Rendered{200, hall.views(view).services()};
    });
}

constexpr LongestRange kLongestCalendar{400, "a date after from, at most 400 days"};

void getCalendar(Hall& hall, const ExchangePtr& exchange)
{
    const http::Request& request = exchange->request;
    const bool hasDates = request.parameter("from") || request.parameter("to");
    answer(hall, exchange,
           [&hall, exchange, hasDates](const db::View& view) -> tl::expected<Rendered, Problem> {
               if (!hasDates)
                   return Rendered{200, hall.calendar(view.wallNow(), {})};
               const Date today = view.state.date.value_or(hall.zone.local(view.wallNow()).date);
               const auto days = dateRangeIn(exchange->request, today, kLongestCalendar);
               if (!days)
                   return tl::unexpected(days.error());
               return Rendered{200, hall.calendar(view.wallNow(), *days)};
           });
}

void postMessage(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    const queue::PostMessage message{body.id("id", 40), {body.optionalText("zh"), body.optionalText("en")}};
    if (body.problem())
        return send(exchange->reply, *body.problem());
    carryOutForAll(
        hall, exchange, [message](const db::View&) { return queue::Command{message}; },
        [message](const db::View&) {
            formats::JsonObject out;
            out.add("id", message.id);
            out.addJson("text", textOf(message.text));
            return out;
        },
        previewMessage);
}

db::CommandOrNot clockToSet(Hall& hall, const db::View& view, time::WallTime wall, bool isConfirmed)
    REQUIRES(db::writersThread)
{
    constexpr std::chrono::days kNeedsNoConfirming{1};
    if (!isConfirmed && std::chrono::abs(wall - view.wallNow()) > kNeedsNoConfirming)
        return tl::unexpected(queue::Refusal{queue::RefusalCode::ConfirmNeeded,
                                             {},
                                             "That time is more than a day off the hall's: check it, and "
                                             "send \"confirm\": true if it is meant."});
    return queue::Command{hall.clock.stepTo(wall, view.state)};
}

void confirmClock(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    const time::WallTime wall = body.instant("wall");
    const bool isConfirmed = body.optionalBoolean("confirm");
    if (body.problem())
        return send(exchange->reply, *body.problem());
    if (wall < hall.clock.built() || wall >= kEndOfClocks)
        return send(exchange->reply, badField("wall", '"' + time::timestamp(wall) + '"',
                                              "a time after this program was built and before 2100"));
    const auto intent = [&hall, wall, isConfirmed](const db::View& view)
                            REQUIRES(db::writersThread) { return clockToSet(hall, view, wall, isConfirmed); };
    previewOr(hall, exchange, intent, previewChanged, [&](db::Intent meant) {
        carryOut(hall, exchange, std::move(meant),
                 [&hall, caller = exchange->caller](const db::View& view, const db::Accepted& accepted)
                     REQUIRES(db::writersThread) {
                         if (!accepted.repeated)
                             hall.clock.confirmed();
                         return hallFor(caller, hall, view);
                     });
    });
}

void followEvents(Hall& hall, const ExchangePtr& exchange)
{
    const http::Request& request = exchange->request;
    const auto header = request.header("Last-Event-ID");
    const auto parameter = request.parameter("after");
    std::optional<EventId> after;
    if (header || parameter) {
        const std::string text(header ? *header : *parameter);
        after = eventIdIn(text);
        if (!after)
            return send(exchange->reply, badField(header ? "Last-Event-ID" : "after", '"' + text + '"',
                                                  "the id of an event: life-seq"));
    }
    auto mayStay = stillHolds(hall, *exchange);
    if (exchange->caller.role == Role::Bridge)
        mayStay = [mayStay, here = hall.present.enter(exchange->caller.token)] { return mayStay(); };
    hall.events.follow(exchange->reply, subscriberOf(exchange->caller), after, std::move(mayStay));
}

constexpr std::array kFloorRoutes{
    Route{"GET", "/board", kAnybody, getBoard},
    Route{"GET", "/hall", kAnybody, getHall},
    Route{"POST", "/hall/clock/confirm", kConfirmsClock, confirmClock, "wall confirm expect ?preview",
          Needs::Proof},
    Route{"GET", "/services", kAnybody, getServices},
    Route{"GET", "/calendar", kStaff, getCalendar, "?from ?to"},
    Route{"POST", "/messages", kDesk, postMessage, "id zh en expect ?preview"},
    Route{"GET", "/events", kAnybody, followEvents, "?after"},
};

} // namespace

std::span<const Route> floorRoutes()
{
    return kFloorRoutes;
}

} // namespace starqueue::hall
