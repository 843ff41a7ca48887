#include <hall/api/pages/phone.h>

#include <hall/api/events/phone_followers.h>
#include <hall/api/pages/phone_place.h>
#include <hall/api/pages/phone_rating.h>
#include <hall/api/pages/phone_ticket.h>

#include <hall/api/request/command.h>
#include <hall/api/request/permission.h>
#include <hall/api/views/words.h>

#include <algorithm>
#include <array>

namespace starqueue::hall {

namespace {

using nlohmann::json;

/// Holds no role: its secret is the right to its one ticket.
const Caller kPhone{"phone", Role::Display, {}, {queue::Action::Cancel, queue::Action::Postpone}};

void sendState(Hall& hall, const ExchangePtr& exchange)
{
    answer(hall, exchange, [&hall, exchange](const db::View& view) -> tl::expected<Rendered, Problem> {
        const queue::Ticket* ticket = ticketWith(view.state, exchange->id());
        if (!ticket)
            return tl::unexpected(noTicketIn(view.state));
        return rendered(200, placeOf(hall, exchange->caller, view, *ticket));
    });
}

/// What the phone may be told of its ticket now.
std::optional<PhoneFollowers::Sight> sightOf(const Hall& hall, const std::string& secret,
                                             const db::View& view)
{
    const queue::Ticket* ticket = ticketWith(view.state, secret);
    if (!ticket)
        return std::nullopt;
    const json place = placeOf(hall, kPhone, view, *ticket);
    return PhoneFollowers::Sight{place.dump(), shownOf(place),
                                 queue::isOver(view.state, ticket->id, view.now)};
}

void followState(Hall& hall, const ExchangePtr& exchange)
{
    hall.writer.ask([&hall, exchange](const db::View& view) -> db::Release {
        const auto first = sightOf(hall, exchange->id(), view);
        if (!first)
            return [exchange, problem = noTicketIn(view.state)](db::Fate) { send(exchange->reply, problem); };
        return [&hall, exchange, first = *first](db::Fate fate) {
            if (fate != db::Fate::Committed)
                return send(exchange->reply,
                            Problem{503, "unavailable", "The hall can't say what is true now.", {}});
            hall.phoneFollowers.follow(
                exchange->reply, exchange->id(), first,
                [&hall, secret = exchange->id()](const db::View& now) { return sightOf(hall, secret, now); });
        };
    });
}

/// Carries out a command on the ticket of that secret.
template <class Command> void changeOwnTicket(Hall& hall, const ExchangePtr& exchange)
{
    if (const auto problem = readCommand(*exchange))
        return send(exchange->reply, *problem);
    const auto intent = [exchange](const db::View& view) -> db::CommandOrNot {
        if (const queue::Ticket* ticket = ticketWith(view.state, exchange->id()))
            return queue::Command{Command{ticket->id}};
        return tl::unexpected(noSuchTicket());
    };
    carryOut(hall, exchange, intent, [&hall, exchange](const db::View& view, const db::Accepted&) {
        const queue::Ticket* ticket = ticketWith(view.state, exchange->id());
        return ticket ? rendered(200, placeOf(hall, exchange->caller, view, *ticket)) : Rendered{204, {}};
    });
}

/// What is below a ticket's address, besides its pages.
struct PhonePart
{
    std::string_view method;
    std::string_view name;
    void (*handle)(Hall&, const ExchangePtr&);
};

constexpr std::array kPhoneParts{
    PhonePart{"POST", "cancel", changeOwnTicket<queue::CancelTicket>},
    PhonePart{"POST", "postpone", changeOwnTicket<queue::PostponeTicket>},
    PhonePart{"POST", "rating", rateFromPhone},
    PhonePart{"POST", "rating/reasons", explainFromPhone},
    PhonePart{"GET", "state", sendState},
    PhonePart{"GET", "events", followState},
    PhonePart{"GET", "rating/state", sendRatingState},
};

/// The page of that name; empty: there is none.
std::string pageNamed(std::string_view name)
{
    if (name.empty())
        return "phone/index.html";
    return name == "rating" ? "phone/rating.html" : "";
}

std::string_view methodsOf(std::string_view name)
{
    if (name == "rating")
        return "GET, HEAD, POST";
    const auto command = std::ranges::find(kPhoneParts, name, &PhonePart::name);
    return command != kPhoneParts.end() && command->method == "POST" ? "POST" : "GET, HEAD";
}

} // namespace

void routePhone(Hall& hall, const Pages& pages, http::Request request, http::Reply reply,
                std::string_view path)
{
    const auto slash = path.find('/');
    const std::string secret(path.substr(0, slash));
    const std::string_view rest = slash == std::string_view::npos ? "" : path.substr(slash + 1);
    const std::string method = isRead(request) ? "GET" : request.method;
    if (method == "POST" ? !methodsOf(rest).ends_with("POST") : !isRead(request) || methodsOf(rest) == "POST")
        return send(reply, methodNotAllowed(request.method, methodsOf(rest)));
    const auto part = std::ranges::find_if(
        kPhoneParts, [&](const PhonePart& one) { return one.name == rest && one.method == method; });
    const std::string page = secret == "assets" ? "phone/" + std::string(rest) : pageNamed(rest);
    auto exchange =
        std::make_shared<Exchange>(Exchange{std::move(request), std::move(reply), kPhone, {secret}, {}, {}});
    if (part != kPhoneParts.end())
        return part->handle(hall, exchange);
    if (page.empty())
        return send(exchange->reply, Problem{404, "not_found", "There is no such page.", {}});
    pages.send(exchange->reply, page); // no secret is as short as "assets"
}

} // namespace starqueue::hall
