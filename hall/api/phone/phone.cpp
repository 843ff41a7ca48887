#include <hall/api/phone/phone.h>

#include <hall/api/events/phone_followers.h>
#include <hall/api/phone/page_form.h>
#include <hall/api/phone/phone_page.h>
#include <hall/api/phone/phone_place.h>
#include <hall/api/phone/phone_rating.h>
#include <hall/api/phone/phone_ticket.h>
#include <hall/api/phone/rating_page.h>

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

/// Where the ticket stands, with the page that says so to that reader.
json placeFor(const Hall& hall, const Pages& pages, const PageReader& reader, const db::View& view,
              const queue::Ticket& ticket)
{
    json place = placeOf(hall, kPhone, view, ticket);
    addPage(place, pages, reader, pageTimesOf(hall, view, ticket));
    return place;
}

void sendState(Hall& hall, const Pages& pages, const ExchangePtr& exchange)
{
    answer(hall, exchange,
           [&hall, &pages, exchange](const db::View& view) -> tl::expected<Rendered, Problem> {
               const queue::Ticket* ticket = ticketWith(view.state, exchange->id());
               if (!ticket)
                   return tl::unexpected(noTicketIn(view.state));
               return rendered(200, placeFor(hall, pages, readerOf(*exchange), view, *ticket));
           });
}

/// What the phone may be told of its ticket now.
std::optional<PhoneFollowers::Sight> sightOf(const Hall& hall, const Pages& pages, const std::string& secret,
                                             const PageReader& reader, const db::View& view)
{
    const queue::Ticket* ticket = ticketWith(view.state, secret);
    if (!ticket)
        return std::nullopt;
    json place = placeOf(hall, kPhone, view, *ticket);
    const PageTimes times = pageTimesOf(hall, view, *ticket);
    std::string shown = shownOf(place) + times.until;
    return PhoneFollowers::Sight{[place = std::move(place), &pages, reader, times]() mutable {
                                     addPage(place, pages, reader, times);
                                     return place.dump();
                                 },
                                 std::move(shown), queue::isOver(view.state, ticket->id, view.now)};
}

void followState(Hall& hall, const Pages& pages, const ExchangePtr& exchange)
{
    hall.writer.ask([&hall, &pages, exchange](const db::View& view) -> db::Release {
        const auto look = [&hall, &pages, secret = exchange->id(), reader = readerOf(*exchange)](
                              const db::View& now) { return sightOf(hall, pages, secret, reader, now); };
        const auto first = look(view);
        if (!first)
            return [exchange, problem = noTicketIn(view.state)](db::Fate) { send(exchange->reply, problem); };
        return [&hall, exchange, look, first = *first](db::Fate fate) {
            if (fate != db::Fate::Committed)
                return send(exchange->reply, notKnownNow());
            hall.phoneFollowers.follow(exchange->reply, exchange->id(), first, look);
        };
    });
}

/// Carries out a command on the ticket of that secret.
template <class Command> void changeOwnTicket(Hall& hall, const Pages& pages, const ExchangePtr& exchange)
{
    if (const auto problem = readCommand(*exchange))
        return send(exchange->reply, *problem);
    const auto intent = [exchange](const db::View& view) -> db::CommandOrNot {
        if (const queue::Ticket* ticket = ticketWith(view.state, exchange->id()))
            return queue::Command{Command{ticket->id}};
        return tl::unexpected(noSuchTicket());
    };
    carryOut(hall, exchange, intent, [&hall, &pages, exchange](const db::View& view, const db::Accepted&) {
        const queue::Ticket* ticket = ticketWith(view.state, exchange->id());
        return ticket ? rendered(200, placeFor(hall, pages, readerOf(*exchange), view, *ticket))
                      : Rendered{204, {}};
    });
}

/// What doesn't need the pages.
template <void (*Handle)(Hall&, const ExchangePtr&)>
void apart(Hall& hall, const Pages& /*pages*/, const ExchangePtr& exchange)
{
    Handle(hall, exchange);
}

/// What a ticket's address has below it; "": its page.
struct PhonePart
{
    std::string_view method;
    std::string_view name;
    void (*handle)(Hall&, const Pages&, const ExchangePtr&);
    const char* page = "";       ///< of a command: where its form's sender goes, below the ticket's address
    const char* doneNote = "";   ///< likewise: what it reads there
    const char* failedNote = ""; ///< likewise
};

constexpr std::array kPhoneParts{
    PhonePart{"GET", "", sendPhonePage},
    PhonePart{"GET", "rating", sendRatingPage},
    PhonePart{"POST", "cancel", changeOwnTicket<queue::CancelTicket>, "", "", "cancelFailed"},
    PhonePart{"POST", "postpone", changeOwnTicket<queue::PostponeTicket>, "", "", "postponeFailed"},
    PhonePart{"POST", "rating", apart<rateFromPhone>, "/rating", "", "failed"},
    PhonePart{"POST", "rating/reasons", apart<explainFromPhone>, "/rating", "explained", "failed"},
    PhonePart{"GET", "state", sendState},
    PhonePart{"GET", "events", followState},
    PhonePart{"GET", "rating/state", apart<sendRatingState>},
};

std::string methodsOf(std::string_view name)
{
    std::string methods;
    for (const PhonePart& part : kPhoneParts)
        if (part.name == name)
            methods +=
                (methods.empty() ? "" : ", ") + std::string(part.method == "GET" ? "GET, HEAD" : part.method);
    return methods.empty() ? "GET, HEAD" : methods;
}

} // namespace

void routePhone(Hall& hall, const Pages& pages, http::Request request, http::Reply reply,
                std::string_view path)
{
    const auto slash = path.find('/');
    const std::string secret(path.substr(0, slash));
    const std::string rest(slash == std::string_view::npos ? "" : path.substr(slash + 1));
    const std::string method = isRead(request) ? "GET" : request.method;
    const bool isAsset = secret == "assets"; // no secret is as short
    const auto part = std::ranges::find_if(
        kPhoneParts, [&](const PhonePart& one) { return one.name == rest && one.method == method; });
    const std::string methods = isAsset ? "GET, HEAD" : methodsOf(rest);
    if ((", " + methods + ", ").find(", " + request.method + ", ") == std::string::npos)
        return send(reply, methodNotAllowed(request.method, methods));
    if (isAsset)
        return pages.send(reply, "phone/" + rest);
    if (part == kPhoneParts.end())
        return send(reply, Problem{404, "not_found", "There is no such page.", {}});
    if (method == "POST" && isForm(request))
        if (const auto problem =
                takeForm(request, reply, {"/t/" + secret + part->page, part->doneNote, part->failedNote}))
            return send(reply, *problem);
    part->handle(
        hall, pages,
        std::make_shared<Exchange>(Exchange{std::move(request), std::move(reply), kPhone, {secret}, {}, {}}));
}

} // namespace starqueue::hall
