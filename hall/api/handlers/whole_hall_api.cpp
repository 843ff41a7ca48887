#include <hall/api/handlers/route.h>
#include <hall/api/handlers/whole_hall.h>
#include <hall/api/request/body.h>

#include <time/timestamp.h>

#include <array>

namespace starqueue::hall {

namespace {

template <class Command> void onService(Hall& hall, const ExchangePtr& exchange)
{
    const auto intent = [exchange](const db::View& view) -> db::CommandOrNot {
        const auto service = serviceNamed(view, exchange->id());
        if (!service)
            return tl::unexpected(service.error());
        return queue::Command{Command{*service}};
    };
    carryOutForAll(hall, exchange, intent, [&hall, exchange](const db::View& view) {
        return hall.views(view).service(*serviceNamed(view, exchange->id()));
    });
}

void closeDay(Hall& hall, const ExchangePtr& exchange)
{
    carryOutForAll(
        hall, exchange, [](const db::View&) { return queue::Command{queue::CloseDay{}}; }, dayState);
}

db::CommandOrNot dayToOpen(const Hall& hall, const Exchange& exchange, const db::View& view,
                           std::optional<Date> asked, bool isConfirmed)
{
    const Date today = hall.zone.local(view.wallNow()).date;
    const Date date = asked.value_or(today);
    const bool farAhead = std::chrono::sys_days{date} > std::chrono::sys_days{today} + std::chrono::days{1};
    if (farAhead && exchange.caller.role != Role::Admin)
        return tl::unexpected(db::Denied{"Only an administrator opens a day that lies ahead."});
    return queue::Command{queue::OpenDay{.date = date,
                                         .rules = nullptr,
                                         .hours = hall.hoursOf(date, view.state.clock),
                                         .today = today,
                                         .isConfirmed = isConfirmed}};
}

/// Nobody means a day from long before the program or from another century.
bool canBeMeant(Date date, time::WallTime built)
{
    constexpr std::chrono::days kBefore{366};
    const std::chrono::sys_days day{date};
    return day >= std::chrono::floor<std::chrono::days>(built.utc) - kBefore &&
           date.year() < time::kEndOfYears;
}

void openDay(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    const std::string text = body.optionalText("date", 10);
    const bool isConfirmed = body.optionalBoolean("confirm");
    if (body.problem())
        return send(exchange->reply, *body.problem());
    const auto asked = time::parseGivenDate(text);
    if (!text.empty() && !asked)
        return send(exchange->reply,
                    badField("date", '"' + text + '"', "a date such as 2026-11-22, from 1970 to 2099"));
    if (asked && !canBeMeant(*asked, hall.clock.built()))
        return send(exchange->reply,
                    badField("date", '"' + text + '"',
                             "a date from the year before this program was built on, and before 2100"));
    carryOutForAll(
        hall, exchange,
        [&hall, exchange, asked, isConfirmed](const db::View& view) {
            return dayToOpen(hall, *exchange, view, asked, isConfirmed);
        },
        dayState);
}

constexpr std::array kWholeHallRoutes{
    Route{"POST", "/services/{id}/open", kDesk, onService<queue::OpenService>, "expect ?preview"},
    Route{"POST", "/services/{id}/close", kDesk, onService<queue::CloseService>, "expect ?preview"},
    Route{"POST", "/day/close", kDesk, closeDay, "expect ?preview"},
    Route{"POST", "/day/open", kDesk | Roles{Role::Admin}, openDay, "date confirm expect ?preview"},
};

} // namespace

std::span<const Route> wholeHallRoutes()
{
    return kWholeHallRoutes;
}

} // namespace starqueue::hall
