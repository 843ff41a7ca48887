#include <hall/api/pages/phone.h>

#include <db/crypto/hashing.h>

#include <hall/api/request/command.h>
#include <hall/api/request/permission.h>
#include <hall/api/views/words.h>

namespace starqueue::hall {

namespace {

using nlohmann::json;

const queue::Refusal kNoTicket{
    queue::RefusalCode::UnknownTicket, {}, "This ticket is of another day, or the address is wrong."};

/// A restored hall knows nobody who came after its backup was taken.
Problem noTicketIn(const queue::State& state)
{
    Problem problem = problemOf(kNoTicket);
    if (state.restored != queue::State::Restored::No) {
        problem.code = "hall_restored";
        problem.detail =
            "The hall was restored from a backup and doesn't know this ticket: please ask the usher.";
    }
    return problem;
}

const queue::Ticket* ticketWith(const queue::State& state, std::string_view secret)
{
    return queue::ticketWithSecret(state, db::bitsOfHex(secret).value_or(queue::Bits128{}));
}

/// Holds no role: its secret is the right to its one ticket.
const Caller kPhone{"phone", Role::Display, {}, {queue::Action::Cancel, queue::Action::Postpone}};

/// What a stranger who finds the phone may know too: nothing about the person.
json placeOf(const Hall& hall, const Caller& phone, const db::View& view, const queue::Ticket& ticket)
{
    const auto& rules = *view.state.rules;
    const bool waiting = ticket.state == queue::TicketState::Waiting;
    const bool atCounter =
        ticket.state == queue::TicketState::Called || ticket.state == queue::TicketState::Serving;
    json counter = nullptr;
    if (atCounter)
        counter = {{"id", rules.counters.at(ticket.counter.value).id},
                   {"sign", queue::signOf(rules.counters.at(ticket.counter.value))},
                   {"name", toJson(view.state.counterNameOf(ticket))}};
    const auto postponed = view.state.postponements.find(ticket.id);
    const bool isPostponed =
        ticket.state == queue::TicketState::Postponed && postponed != view.state.postponements.end();
    const auto until = isPostponed ? shown(view, postponed->second.until) : std::nullopt;
    const Views views = hall.views(view);
    const auto foreseen = waiting ? std::optional{views.shownOutlook(ticket)} : std::nullopt;
    return {{"number", views.number(ticket)},
            {"service", toJson(view.state.serviceNameOf(ticket))},
            {"state", word(ticket.state)},
            {"ahead", foreseen ? json(foreseen->ahead) : json(nullptr)},
            {"waitSeconds", foreseen ? toJson(foreseen->wait) : json(nullptr)},
            {"postponedUntil", until ? json(*until) : json(nullptr)},
            {"postponeMinutes", rules.postponeFor.count()},
            {"counter", std::move(counter)},
            {"may", toJson(mayDo(phone, view, ticket))},
            {"language", word(ticket.language)},
            {"hall", hall.name}};
}

void sendState(Hall& hall, const ExchangePtr& exchange)
{
    answer(hall, exchange, [&hall, exchange](const db::View& view) -> tl::expected<Rendered, Problem> {
        const queue::Ticket* ticket = ticketWith(view.state, exchange->id());
        if (!ticket)
            return tl::unexpected(noTicketIn(view.state));
        return rendered(200, placeOf(hall, exchange->caller, view, *ticket));
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
        return tl::unexpected(kNoTicket);
    };
    carryOut(hall, exchange, intent, [&hall, exchange](const db::View& view, const db::Accepted&) {
        const queue::Ticket* ticket = ticketWith(view.state, exchange->id());
        return ticket ? rendered(200, placeOf(hall, exchange->caller, view, *ticket)) : Rendered{204, {}};
    });
}

} // namespace

void routePhone(Hall& hall, const Pages& pages, http::Request request, http::Reply reply,
                std::string_view path)
{
    const auto slash = path.find('/');
    const std::string secret(path.substr(0, slash));
    const std::string_view rest = slash == std::string_view::npos ? "" : path.substr(slash + 1);
    const bool isCommand = rest == "cancel" || rest == "postpone";
    if (isCommand ? request.method != "POST" : !isRead(request))
        return send(reply, methodNotAllowed(request.method, isCommand ? "POST" : "GET, HEAD"));
    auto exchange =
        std::make_shared<Exchange>(Exchange{std::move(request), std::move(reply), kPhone, {secret}, {}, {}});
    if (rest == "cancel")
        changeOwnTicket<queue::CancelTicket>(hall, exchange);
    else if (rest == "postpone")
        changeOwnTicket<queue::PostponeTicket>(hall, exchange);
    else if (secret == "assets") // no secret is so short
        pages.send(exchange->reply, "phone/" + std::string(rest));
    else if (rest == "state")
        sendState(hall, exchange);
    else if (rest.empty())
        pages.send(exchange->reply, "phone/index.html");
    else
        send(exchange->reply, Problem{404, "not_found", "There is no such page.", {}});
}

} // namespace starqueue::hall
