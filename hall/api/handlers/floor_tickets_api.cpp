#include <formats/json/json_object.h>
#include <hall/api/handlers/issue_request.h>
#include <hall/api/handlers/route.h>
#include <time/instant_text.h>

#include <queue/schema/words.h>

#include <algorithm>
#include <charconv>

namespace starqueue::hall {

// An usher's calls: find a lost ticket, enter a slip that was written by hand.
namespace {

constexpr std::size_t kMostFound = 200;

/// The filter of today's tickets; contains nothing personal.
struct Search
{
    std::optional<std::string> service;
    std::optional<queue::TicketState> state;
    std::optional<std::string> number;
    std::optional<time::WallTime> from;
    std::optional<time::WallTime> to;
};

tl::expected<void, Problem> readInstant(const http::Request& request, std::string_view name,
                                        std::optional<time::WallTime>& at)
{
    const auto text = request.parameter(name);
    if (!text)
        return {};
    const auto parsed = time::parseInstant(*text);
    if (!parsed)
        return tl::unexpected(badField(name, '"' + std::string(*text) + '"',
                                       "an instant such as 2026-11-22T02:24:05Z, from 1970 to 2099"));
    at = parsed;
    return {};
}

tl::expected<void, Problem> readState(const http::Request& request, Search& search)
{
    const auto text = request.parameter("state");
    if (!text)
        return {};
    search.state = queue::withWord<queue::TicketState>(*text);
    if (!search.state)
        return tl::unexpected(
            badField("state", '"' + std::string(*text) + '"', queue::wordList<queue::TicketState>()));
    return {};
}

tl::expected<Search, Problem> searchIn(const http::Request& request)
{
    Search search;
    for (const auto& read : {readInstant(request, "from", search.from), readInstant(request, "to", search.to),
                             readState(request, search)})
        if (!read)
            return tl::unexpected(read.error());
    if (const auto service = request.parameter("service"))
        search.service = *service;
    if (const auto number = request.parameter("number"))
        search.number = *number;
    return search;
}

/// `service`: the search's, if it has one.
bool matches(const Search& search, std::optional<queue::ServiceIx> service, const db::View& view,
             const queue::Ticket& ticket)
{
    const time::WallTime issued = view.wall(ticket.issued);
    return (!search.from || issued >= *search.from) && (!search.to || issued < *search.to) &&
           (!search.state || ticket.state == *search.state) && (!service || ticket.service == *service);
}

/// Those in a state that few tickets are in at a time, or that have the number: no search of these goes over
/// the whole day. Empty: any ticket may match.
std::optional<std::vector<const queue::Ticket*>> candidatesOf(const Search& search, const queue::State& state)
{
    using enum queue::TicketState;
    if (search.number)
        return queue::ticketsNumbered(state, *search.number);
    std::vector<const queue::Ticket*> few;
    const auto add = [&](queue::TicketId id) {
        if (const queue::Ticket* ticket = state.find(id))
            few.push_back(ticket);
    };
    if (search.state == Parked)
        std::ranges::for_each(state.index.parked, add);
    else if (search.state == NoShow)
        std::ranges::for_each(state.index.noShows, add);
    else if (search.state == Called || search.state == Serving)
        for (const queue::Counter& counter : state.counters)
            add(counter.ticket);
    else if (search.state == Waiting)
        for (const queue::Lane& lane : state.line.lanes())
            lane.fromOldest([&](const queue::Place& place) { return add(place.ticket), true; });
    else
        return {};
    return few;
}

/// Of the tickets entered last, in the order of their issue, the newest first: one that was written by hand
/// may have been issued long before it was entered. A search ends with the most that are shown.
std::vector<const queue::Ticket*> found(const Search& search, std::optional<queue::ServiceIx> service,
                                        const db::View& view)
{
    auto candidates = candidatesOf(search, view.state);
    std::vector<const queue::Ticket*> tickets;
    const auto add = [&](const queue::Ticket& ticket) {
        if (tickets.size() < kMostFound && matches(search, service, view, ticket))
            tickets.push_back(&ticket);
        return tickets.size() < kMostFound;
    };
    if (candidates) {
        std::ranges::sort(*candidates, std::greater{}, &queue::Ticket::id);
        for (const queue::Ticket* ticket : *candidates)
            add(*ticket);
    } else {
        for (auto ticket = view.state.tickets.rbegin(); ticket != view.state.tickets.rend() && add(*ticket);)
            ++ticket;
    }
    std::ranges::stable_sort(tickets, std::greater{}, &queue::Ticket::issued);
    return tickets;
}

void findTickets(Hall& hall, const ExchangePtr& exchange)
{
    const auto search = searchIn(exchange->request);
    if (!search)
        return send(exchange->reply, search.error());
    answer(hall, exchange,
           [&hall, exchange, search = *search](const db::View& view) -> tl::expected<Rendered, Problem> {
               std::optional<queue::ServiceIx> service;
               if (search.service) {
                   const auto known = serviceNamed(view, *search.service);
                   if (!known)
                       return tl::unexpected(problemOf(known.error()));
                   service = *known;
               }
               std::string list = "[";
               for (const queue::Ticket* ticket : found(search, service, view))
                   formats::appendItem(list, hall.views(view).ticket(*ticket, Viewer{exchange->caller}));
               return Rendered{200, list += ']'};
           });
}

/// A slip's fields beyond those of an issue; ids are looked up by the intent.
struct OutageSlip
{
    IssueRequest issue;
    std::string number;
    time::WallTime issued;
    std::string counter; ///< empty: still waits
    std::string clerk{};
    time::WallTime called{};
    time::WallTime started{};
    time::WallTime finished{};
};

void readServed(const nlohmann::json& body, OutageSlip& slip, std::optional<Problem>& problem)
{
    Body served(body);
    slip.counter = served.text("counter", 40);
    slip.clerk = served.optionalId("clerk", 40);
    slip.called = served.instant("calledAt");
    slip.started = served.instant("startedAt");
    slip.finished = served.instant("finishedAt");
    problem = served.problem();
}

tl::expected<OutageSlip, Problem> outageSlip(Hall& hall, const Exchange& exchange)
{
    auto issue = issueRequest(hall, exchange);
    if (!issue)
        return tl::unexpected(issue.error());
    Body body(exchange.body);
    OutageSlip slip{std::move(*issue), body.text("number", 12), body.instant("issuedAt"), {}};
    std::optional<Problem> problem;
    if (const nlohmann::json* served = body.object("served"))
        readServed(*served, slip, problem);
    if (body.problem() || problem)
        return tl::unexpected(body.problem() ? *body.problem() : *problem);
    slip.issue.command.kiosk.clear(); // it was issued at none
    return slip;
}

/// "A9012" or "9012"; 0, which is on no slip, for anything else.
std::uint32_t numberOn(const std::string& slip, const std::string& prefix)
{
    const std::string_view digits =
        std::string_view(slip).substr(slip.starts_with(prefix) ? prefix.size() : 0);
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc{} && end == digits.data() + digits.size() ? number : 0;
}

db::CommandOrNot slipCommand(const db::View& view, Role role, const OutageSlip& slip)
{
    const auto service = serviceNamed(view, slip.issue.service);
    if (!service)
        return tl::unexpected(service.error());
    const auto group = groupGranted(view, role, slip.issue.group);
    if (!group)
        return tl::unexpected(group.error());
    const std::string& prefix = view.state.rules->services.at(service->value).prefix;
    queue::EnterByHand enter{
        slip.issue.command, numberOn(slip.number, prefix), view.state.clock.elapsed(slip.issued), {}};
    enter.ticket.service = *service;
    enter.ticket.statutory = *group;
    enter.ticket.claim = claimOf(slip.issue.claim, *view.state.rules);
    if (slip.counter.empty())
        return enter;
    const auto counter = counterNamed(view, slip.counter);
    if (!counter)
        return tl::unexpected(counter.error());
    const time::WallOffset clock = view.state.clock;
    enter.served = queue::ServedByHand{*counter, slip.clerk, clock.elapsed(slip.called),
                                       clock.elapsed(slip.started), clock.elapsed(slip.finished)};
    return enter;
}

void enterByHand(Hall& hall, const ExchangePtr& exchange)
{
    auto slip = outageSlip(hall, *exchange);
    if (!slip)
        return send(exchange->reply, slip.error());
    carryOut(
        hall, exchange,
        [&hall, role = exchange->caller.role,
         slip = std::move(*slip)](const db::View& view) -> db::CommandOrNot {
            if (const auto allowed = needUnderRateLimit(hall, slip.issue.claim); !allowed)
                return tl::unexpected(allowed.error());
            return slipCommand(view, role, slip);
        },
        answerWithIssued(hall, exchange));
}

constexpr std::array kFloorTicketRoutes{
    Route{"GET", "/tickets", kFloor | Roles{Role::Manager}, findTickets, "?service ?from ?to ?state ?number"},
    Route{"POST", "/tickets/outage", kFloor, enterByHand,
          "service number issuedAt served served.counter served.clerk served.calledAt served.startedAt "
          "served.finishedAt identity identity.kind identity.value identity.read statutory language"},
};

} // namespace

std::span<const Route> floorTicketRoutes()
{
    return kFloorTicketRoutes;
}

} // namespace starqueue::hall
