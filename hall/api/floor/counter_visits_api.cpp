#include <hall/api/floor/counter_commands.h>
#include <hall/api/handlers/route.h>
#include <hall/api/request/body.h>
#include <hall/api/request/reference.h>

#include <queue/undo/checks.h>

#include <array>
#include <utility>

namespace starqueue::hall {

// What a clerk does with the customer at the counter, from the call on.
namespace {

using queue::CounterIx;
using queue::Refusal;
using queue::RefusalCode;

void finish(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    const std::string skip = body.optionalText("skipRating");
    const std::string outcome = body.optionalText("outcome", 40);
    const auto reference = referenceIn(body);
    if (!reference || body.problem())
        return send(exchange->reply, reference ? *body.problem() : reference.error());
    serveTicket(hall, exchange, [skip, outcome, reference = *reference](const db::View&, CounterIx counter) {
        return queue::Command{queue::FinishService{counter, skip, outcome, reference}};
    });
}

void park(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    const std::string reason = body.text("reason");
    if (body.problem())
        return send(exchange->reply, *body.problem());
    serveTicket(hall, exchange, withText<queue::Park>(reason));
}

void unpark(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    const std::string ticket = body.text("ticket", 20);
    if (body.problem())
        return send(exchange->reply, *body.problem());
    serveTicket(hall, exchange, [ticket](const db::View& view, CounterIx counter) -> db::CommandOrNot {
        const auto found = ticketNamed(view, ticket);
        if (!found)
            return tl::unexpected(found.error());
        return queue::Command{queue::Unpark{counter, (*found)->id}};
    });
}

/// To whom a customer is sent on; ids are looked up by the intent.
struct Destination
{
    std::string service;
    std::string counter;
    std::string clerk;
    bool first = false;
    std::string reason;

    [[nodiscard]] bool isNowhere() const
    {
        return service.empty() && counter.empty() && clerk.empty() && !first;
    }
};

db::CommandOrNot transferTo(const Destination& to, const db::View& view, CounterIx from)
{
    queue::Transfer command{from, std::nullopt, queue::kNoCounter, to.clerk, to.first, to.reason};
    if (!to.service.empty()) {
        const auto found = serviceNamed(view, to.service);
        if (!found)
            return tl::unexpected(found.error());
        command.service = *found;
    }
    if (!to.counter.empty()) {
        const auto found = counterNamed(view, to.counter);
        if (!found)
            return tl::unexpected(found.error());
        command.to = *found;
    }
    return queue::Command{std::move(command)};
}

void transfer(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    const Destination to{body.optionalText("service", 40), body.optionalText("counter", 40),
                         body.optionalId("clerk", 40), body.optionalBoolean("first"),
                         body.optionalText("reason")};
    if (body.problem())
        return send(exchange->reply, *body.problem());
    if (to.isNowhere())
        return send(exchange->reply,
                    badField("service", "missing", "a service, a counter, a clerk or first"));
    if (!to.counter.empty() && !to.clerk.empty())
        return send(exchange->reply, badField("clerk", to.clerk, "a counter or a clerk, not both"));
    serveTicket(hall, exchange,
                [to](const db::View& view, CounterIx counter) { return transferTo(to, view, counter); });
}

/// A clerk serves somebody who has no ticket.
void walkIn(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    const std::string service = body.text("service", 40);
    const std::string reason = body.optionalText("reason");
    const auto language = body.word<queue::Language>("language", queue::Language::Zh);
    const auto reference = referenceIn(body);
    if (!reference || body.problem())
        return send(exchange->reply, reference ? *body.problem() : reference.error());
    serveTicket(hall, exchange,
                [service, reason, language, reference = *reference](const db::View& view,
                                                                    CounterIx counter) -> db::CommandOrNot {
                    const auto found = serviceNamed(view, service);
                    if (!found)
                        return tl::unexpected(found.error());
                    queue::TakeWalkIn command{counter, {}, reason};
                    command.issue.service = *found;
                    command.issue.language = language;
                    command.issue.byStaff = true;
                    command.issue.reference = reference;
                    return queue::Command{std::move(command)};
                });
}

void verify(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    const bool isSame = body.boolean("matches");
    const bool merge = body.optionalBoolean("merge");
    if (body.problem())
        return send(exchange->reply, *body.problem());
    serveTicket(hall, exchange, [isSame, merge](const db::View&, CounterIx counter) {
        return queue::Command{queue::Verify{counter, isSame, merge}};
    });
}

/// Today's ticket with that number; if a carried ticket has the same, the latest.
tl::expected<queue::TicketId, Refusal> numbered(const db::View& view, const std::string& number)
{
    const auto found = queue::ticketsNumbered(view.state, number);
    if (!found.empty())
        return found.front()->id;
    return tl::unexpected(
        Refusal{RefusalCode::UnknownTicket, {}, "No ticket has the number " + number + " today."});
}

void callNumber(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    const std::string number = body.text("number", 12);
    const std::string reason = body.text("reason");
    if (body.problem())
        return send(exchange->reply, *body.problem());
    serveTicket(hall, exchange,
                [number, reason](const db::View& view, CounterIx counter) -> db::CommandOrNot {
                    const auto ticket = numbered(view, number);
                    if (!ticket)
                        return tl::unexpected(ticket.error());
                    return queue::Command{queue::CallNumber{counter, *ticket, reason}};
                });
}

/// Refused if another step than the one that is meant is the counter's last by now.
void undoStep(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    const std::string ticket = body.optionalText("ticket", 20);
    const std::string step = body.optionalText("step", 20);
    if (body.problem())
        return send(exchange->reply, *body.problem());
    serveTicket(hall, exchange, [ticket, step](const db::View& view, CounterIx counter) -> db::CommandOrNot {
        const queue::Step* const last = queue::undoableStep(view.state, counter, view.now);
        const bool isMeant = !last || ((ticket.empty() || numericId(ticket) == last->ticket.id.value) &&
                                       (step.empty() || queue::word(last->kind) == step));
        if (!isMeant)
            return tl::unexpected(Refusal{
                RefusalCode::Changed, {}, "The counter's last step is another by now: look at it again."});
        return queue::Command{queue::UndoStep{counter}};
    });
}

constexpr std::array kCounterVisitRoutes{
    Route{"POST", "/counters/{id}/next", kCaller, serveSimply<queue::CallNext>},
    Route{"POST", "/counters/{id}/call", kClerk | kDesk, callNumber, "number reason"},
    Route{"POST", "/counters/{id}/recall", kCaller, serveSimply<queue::Recall>},
    Route{"POST", "/counters/{id}/start", kCaller, serveSimply<queue::StartService>},
    Route{"POST", "/counters/{id}/verify", kClerk, verify, "matches merge"},
    Route{"POST", "/counters/{id}/finish", kCaller, finish,
          "skipRating outcome reference reference.case reference.item"},
    Route{"POST", "/counters/{id}/no-show", kCaller, serveSimply<queue::MarkNoShow>},
    Route{"POST", "/counters/{id}/park", kClerk, park, "reason"},
    Route{"POST", "/counters/{id}/unpark", kClerk, unpark, "ticket"},
    Route{"POST", "/counters/{id}/transfer", kClerk, transfer, "service counter clerk first reason"},
    Route{"POST", "/counters/{id}/walk-in", kClerk, walkIn,
          "service reason language reference reference.case reference.item"},
    Route{"POST", "/counters/{id}/undo", kClerk | kDesk, undoStep, "ticket step"},
};

} // namespace

std::span<const Route> counterVisitRoutes()
{
    return kCounterVisitRoutes;
}

} // namespace starqueue::hall
