#include <hall/api/handlers/issue_request.h>
#include <hall/api/handlers/route.h>
#include <hall/api/handlers/whole_hall.h>
#include <hall/api/request/body.h>
#include <hall/api/request/permission.h>

#include <array>

namespace starqueue::hall {

namespace {

/// Adds what was foreseen for somebody who comes now, with and without stars; otherwise decide() counts by
/// rank.
void foresee(const Hall& hall, const db::View& view, queue::IssueTicket& issue)
{
    const auto forecast = hall.forecasts.current(view.state.rules, view.now);
    if (!forecast)
        return;
    const queue::Rules& rules = *view.state.rules;
    const queue::TierIx own = queue::tierOf(rules, issue.stars, issue.keyContact);
    issue.promise = forecast->ofNewcomer(issue.service, own, issue.statutory);
    issue.ordinary = forecast->ofNewcomer(issue.service, queue::tierOf(rules, 0, false), issue.statutory);
}

void issue(Hall& hall, const ExchangePtr& exchange)
{
    auto request = issueRequest(hall, *exchange);
    if (!request)
        return send(exchange->reply, request.error());
    const auto intent = [&hall, role = exchange->caller.role,
                         request = std::move(*request)](const db::View& view) -> db::CommandOrNot {
        const auto service = serviceNamed(view, request.service);
        if (!service)
            return tl::unexpected(service.error());
        if (const auto allowed = needUnderRateLimit(hall, request.claim); !allowed)
            return tl::unexpected(allowed.error());
        const auto group = groupGranted(view, role, request.group);
        if (!group)
            return tl::unexpected(group.error());
        queue::IssueTicket command = request.command;
        command.service = *service;
        command.statutory = *group;
        command.claim = claimOf(request.claim, *view.state.rules);
        foresee(hall, view, command);
        return command;
    };
    carryOut(hall, exchange, intent, answerWithIssued(hall, exchange));
}

using TicketCommand = std::function<db::CommandOrNot(const db::View&, const queue::Ticket&)>;

/// Whether it can be taken back by the id of its event.
enum class Undoable : bool { No, Yes };

Rendered answerOf(Hall& hall, const Exchange& exchange, const db::View& view, const db::Accepted& accepted,
                  Undoable undoable)
{
    const queue::Ticket* const ticket = view.state.find(queue::TicketId{numericId(exchange.id())});
    if (!ticket)
        return rendered(200, {{"id", exchange.id()}});
    formats::JsonObject out =
        hall.views(view).ticketObject(*ticket, Viewer{exchange.caller}, view.state.kioskOf(*ticket));
    if (undoable == Undoable::Yes && exchange.caller.isStaff())
        out.addJson("undo", undoOf(hall, accepted).dump());
    return {200, out.take()};
}

/// Carries out a command on the ticket of the path and answers with that ticket.
void onTicket(Hall& hall, const ExchangePtr& exchange, TicketCommand command,
              Undoable undoable = Undoable::No)
{
    const auto intent = [exchange, command = std::move(command)](const db::View& view) -> db::CommandOrNot {
        const auto ticket = ticketNamed(view, exchange->id());
        if (!ticket)
            return tl::unexpected(ticket.error());
        if (const auto own = needOwn(exchange->caller, view, **ticket); !own)
            return tl::unexpected(own.error());
        return command(view, **ticket);
    };
    carryOut(hall, exchange, intent,
             [&hall, exchange, undoable](const db::View& view, const db::Accepted& accepted) {
                 return answerOf(hall, *exchange, view, accepted, undoable);
             });
}

void getTicket(Hall& hall, const ExchangePtr& exchange)
{
    answer(hall, exchange, [&hall, exchange](const db::View& view) -> tl::expected<Rendered, Problem> {
        const auto ticket = ticketNamed(view, exchange->id());
        if (!ticket)
            return tl::unexpected(problemOf(ticket.error()));
        if (const auto own = needOwn(exchange->caller, view, **ticket);
            !own && exchange->caller.role == Role::Kiosk)
            return tl::unexpected(problemOf(own.error()));
        return Rendered{200, hall.views(view).ticket(**ticket, Viewer{exchange->caller})};
    });
}

void cancel(Hall& hall, const ExchangePtr& exchange)
{
    onTicket(
        hall, exchange,
        [](const db::View&, const queue::Ticket& ticket) {
            return queue::Command{queue::CancelTicket{ticket.id}};
        },
        Undoable::Yes);
}

void requeue(Hall& hall, const ExchangePtr& exchange)
{
    onTicket(
        hall, exchange,
        [](const db::View&, const queue::Ticket& ticket) {
            return queue::Command{queue::RequeueTicket{ticket.id}};
        },
        Undoable::Yes);
}

void postpone(Hall& hall, const ExchangePtr& exchange)
{
    onTicket(
        hall, exchange,
        [](const db::View&, const queue::Ticket& ticket) {
            return queue::Command{queue::PostponeTicket{ticket.id}};
        },
        Undoable::Yes);
}

void move(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    const std::string service = body.text("service", 40);
    if (body.problem())
        return send(exchange->reply, *body.problem());
    onTicket(
        hall, exchange,
        [service](const db::View& view, const queue::Ticket& ticket) -> db::CommandOrNot {
            const auto found = serviceNamed(view, service);
            if (!found)
                return tl::unexpected(found.error());
            return queue::Command{queue::MoveTicket{ticket.id, *found}};
        },
        Undoable::Yes);
}

void identify(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    if (!body.object("identity"))
        return send(exchange->reply, body.problem().value_or(badField("identity", "missing", "an object")));
    const auto claim = claimIn(hall, *exchange, body);
    if (!claim)
        return send(exchange->reply, claim.error());
    onTicket(hall, exchange,
             [&hall, exchange, claim = *claim](const db::View& view,
                                               const queue::Ticket& ticket) -> db::CommandOrNot {
                 if (const auto allowed = needUnderRateLimit(hall, claim); !allowed)
                     return tl::unexpected(allowed.error());
                 const db::Customer& known = claim->customer;
                 return queue::Command{queue::IdentifyTicket{
                     ticket.id, known.stars, known.keyContact, known.customerRef,
                     claimOf(claim, *view.state.rules), exchange->caller.role != Role::Kiosk}};
             });
}

void statutory(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    body.text("statutory", 40); // to take it back is said, not left out
    const std::string id = groupIn(body);
    if (body.problem())
        return send(exchange->reply, *body.problem());
    onTicket(hall, exchange,
             [id, role = exchange->caller.role](const db::View& view,
                                                const queue::Ticket& ticket) -> db::CommandOrNot {
                 const auto group = groupGranted(view, role, id);
                 if (!group)
                     return tl::unexpected(group.error());
                 return queue::Command{queue::SetStatutory{ticket.id, *group}};
             });
}

void reprint(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    const std::string kiosk = body.optionalText("kiosk", 40);
    if (body.problem())
        return send(exchange->reply, *body.problem());
    onTicket(hall, exchange, [kiosk](const db::View& view, const queue::Ticket& ticket) {
        const std::string& own = view.state.kioskOf(ticket);
        return queue::Command{queue::ReprintTicket{ticket.id, kiosk.empty() ? own : kiosk}};
    });
}

void paperless(Hall& hall, const ExchangePtr& exchange)
{
    onTicket(hall, exchange, [](const db::View&, const queue::Ticket& ticket) {
        return queue::Command{queue::ForgoPaper{ticket.id}};
    });
}

constexpr Roles kIssuers = kFloor | Roles{Role::Kiosk};
/// From the pages, also the manager.
constexpr Roles kPages = kFloor | kDesk;

constexpr std::array kTicketRoutes{
    Route{"POST", "/tickets", kPages | kIssuers, issue,
          "service identity identity.kind identity.value identity.read statutory language beyondLimits kiosk "
          "reference reference.case reference.item"},
    Route{"GET", "/tickets/{id}", kStaff | Roles{Role::Kiosk}, getTicket},
    Route{"POST", "/tickets/{id}/cancel", kIssuers, cancel},
    Route{"POST", "/tickets/{id}/requeue", kPages | kIssuers | Roles{Role::Clerk}, requeue},
    Route{"POST", "/tickets/{id}/postpone", kIssuers, postpone},
    Route{"POST", "/tickets/{id}/move", kPages, move, "service"},
    Route{"POST", "/tickets/{id}/identify", kIssuers, identify,
          "identity identity.kind identity.value identity.read"},
    Route{"POST", "/tickets/{id}/statutory", kFloor, statutory, "statutory"},
    Route{"POST", "/tickets/{id}/reprint", kFloor, reprint, "kiosk"},
    Route{"POST", "/tickets/{id}/paperless", Roles{Role::Kiosk}, paperless},
};

} // namespace

std::span<const Route> ticketRoutes()
{
    return kTicketRoutes;
}

} // namespace starqueue::hall
