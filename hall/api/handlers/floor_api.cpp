#include <hall/api/handlers/board.h>
#include <hall/api/request/body.h>
#include <hall/api/router.h>

#include <time/timestamp.h>

#include <array>

namespace starqueue::hall {

namespace {

constexpr time::WallTime kEndOfClocks{std::chrono::sys_days{std::chrono::year{2100} / 1 / 1}};

void getBoard(Hall& hall, const ExchangePtr& exchange)
{
    answer(hall, exchange,
           [&hall](const db::View& view) REQUIRES(db::writersThread) -> tl::expected<Rendered, Problem> {
               return rendered(200, board(hall, view));
           });
}

void getHall(Hall& hall, const ExchangePtr& exchange)
{
    answer(hall, exchange,
           [&hall](const db::View& view) REQUIRES(db::writersThread) -> tl::expected<Rendered, Problem> {
               return rendered(200, hallNow(hall, view));
           });
}

void getServices(Hall& hall, const ExchangePtr& exchange)
{
    answer(hall, exchange, [&hall](const db::View& view) -> tl::expected<Rendered, Problem> {
        return rendered(200, hall.views(view).services());
    });
}

template <class Command> void onService(Hall& hall, const ExchangePtr& exchange)
{
    const auto intent = [exchange](const db::View& view) -> db::CommandOrNot {
        const auto service = serviceNamed(view, exchange->id());
        if (!service)
            return tl::unexpected(service.error());
        return queue::Command{Command{*service}};
    };
    carryOut(hall, exchange, intent, [&hall, exchange](const db::View& view, const db::Accepted&) {
        return rendered(200, hall.views(view).service(*serviceNamed(view, exchange->id())));
    });
}

void postMessage(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    const queue::PostMessage message{body.text("id", 40), {body.optionalText("zh"), body.optionalText("en")}};
    if (body.problem())
        return send(exchange->reply, *body.problem());
    carryOut(
        hall, exchange, [message](const db::View&) { return queue::Command{message}; },
        [message](const db::View&, const db::Accepted&) {
            return rendered(200, {{"id", message.id}, {"text", toJson(message.text)}});
        });
}

Rendered dayState(const Hall& hall, const db::View& view) REQUIRES(db::writersThread)
{
    const auto whole = board(hall, view);
    return rendered(200, {{"date", whole["date"]}, {"dayOpen", whole["dayOpen"]}});
}

void closeDay(Hall& hall, const ExchangePtr& exchange)
{
    carryOut(
        hall, exchange, [](const db::View&) { return queue::Command{queue::CloseDay{}}; },
        [&hall](const db::View& view, const db::Accepted&)
            REQUIRES(db::writersThread) { return dayState(hall, view); });
}

void openDay(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    const std::string text = body.optionalText("date", 10);
    if (body.problem())
        return send(exchange->reply, *body.problem());
    const auto asked = time::parseDate(text);
    if (!text.empty() && !asked)
        return send(exchange->reply, badField("date", '"' + text + '"', "a date such as 2026-11-22"));
    const auto intent = [&hall, exchange, asked](const db::View& view) -> db::CommandOrNot {
        const Date today = hall.zone.local(view.wallNow()).date;
        const Date date = asked.value_or(today);
        const bool farAhead =
            std::chrono::sys_days{date} > std::chrono::sys_days{today} + std::chrono::days{1};
        if (farAhead && exchange->caller.role != Role::Admin)
            return tl::unexpected(db::Denied{"Only an administrator opens a day that lies ahead."});
        return queue::Command{queue::OpenDay{date, nullptr, hall.hoursOf(date, view.state.clock)}};
    };
    carryOut(hall, exchange, intent,
             [&hall](const db::View& view, const db::Accepted&)
                 REQUIRES(db::writersThread) { return dayState(hall, view); });
}

void confirmClock(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    const time::WallTime wall = body.instant("wall");
    if (body.problem())
        return send(exchange->reply, *body.problem());
    if (wall < hall.clock.built() || wall >= kEndOfClocks)
        return send(exchange->reply, badField("wall", '"' + time::timestamp(wall) + '"',
                                              "a time after this program was built and before 2100"));
    carryOut(
        hall, exchange,
        [&hall, wall](const db::View& view) REQUIRES(db::writersThread) -> db::CommandOrNot {
            return queue::Command{hall.clock.stepTo(wall, view.state)};
        },
        [&hall](const db::View& view, const db::Accepted& accepted) REQUIRES(db::writersThread) {
            if (!accepted.repeated)
                hall.clock.confirmed();
            return rendered(200, hallNow(hall, view));
        });
}

void followEvents(Hall& hall, const ExchangePtr& exchange)
{
    const http::Request& request = exchange->request;
    const auto header = request.header("Last-Event-ID");
    const auto parameter = request.parameter("after");
    std::optional<std::uint64_t> after;
    if (header || parameter) {
        const std::string text(header ? *header : *parameter);
        after = numericId(text);
        if (*after == 0 && text != "0")
            return send(exchange->reply,
                        badField(header ? "Last-Event-ID" : "after", '"' + text + '"', "a seq"));
    }
    hall.events.follow(exchange->reply, audienceOf(exchange->caller), after);
}

constexpr std::array kFloorRoutes{
    Route{"GET", "/board", kAnybody, getBoard},
    Route{"GET", "/hall", kAnybody, getHall},
    Route{"POST", "/hall/clock/confirm", Roles{Role::Admin, Role::Technician, Role::DutyManager},
          confirmClock, "wall"},
    Route{"GET", "/services", kAnybody, getServices},
    Route{"POST", "/services/{id}/open", kDesk, onService<queue::OpenService>},
    Route{"POST", "/services/{id}/close", kDesk, onService<queue::CloseService>},
    Route{"POST", "/messages", kDesk, postMessage, "id zh en"},
    Route{"POST", "/day/close", kDesk, closeDay},
    Route{"POST", "/day/open", kDesk | Roles{Role::Admin}, openDay, "date"},
    Route{"GET", "/events", kAnybody, followEvents},
};

} // namespace

std::span<const Route> floorRoutes()
{
    return kFloorRoutes;
}

} // namespace starqueue::hall
