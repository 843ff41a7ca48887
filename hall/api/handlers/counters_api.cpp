#include <hall/api/handlers/route.h>
#include <hall/api/request/body.h>
#include <hall/api/request/permission.h>

#include <algorithm>
#include <array>

namespace starqueue::hall {

namespace {

using queue::CounterIx;
using queue::Refusal;
using queue::RefusalCode;

Viewer sightOf(const Exchange& exchange)
{
    return {exchange.caller};
}

using CounterCommand = std::function<db::CommandOrNot(const db::View&, CounterIx)>;

void onCounter(Hall& hall, const ExchangePtr& exchange, CounterCommand command, ResponseRenderer render)
{
    if (const auto own = needOwnCounter(exchange->caller, exchange->id()); !own)
        return deny(hall, exchange, own.error());
    const auto intent = [exchange, command = std::move(command)](const db::View& view) -> db::CommandOrNot {
        const auto counter = counterNamed(view, exchange->id());
        if (!counter)
            return tl::unexpected(counter.error());
        return command(view, *counter);
    };
    carryOut(hall, exchange, intent, std::move(render));
}

/// Carries out a command and answers with the counter.
void changeCounter(Hall& hall, const ExchangePtr& exchange, CounterCommand command)
{
    onCounter(hall, exchange, std::move(command),
              [&hall, exchange](const db::View& view, const db::Accepted&) {
                  const auto counter = counterNamed(view, exchange->id());
                  return Rendered{200, hall.views(view).counter(*counter, sightOf(*exchange))};
              });
}

/// The ticket of a clerk's command, from its first event.
queue::TicketId subject(const db::Accepted& accepted)
{
    const auto ticketOf = [](const auto& event) -> queue::TicketId {
        if constexpr (requires { event.ticket.value; })
            return event.ticket;
        else
            return {};
    };
    for (const queue::Event& event : accepted.events)
        if (const auto ticket = std::visit(ticketOf, event); ticket.value)
            return ticket;
    return {};
}

/// Carries out a command and answers with the ticket. A keypad's bridge gets only its number.
void serveTicket(Hall& hall, const ExchangePtr& exchange, CounterCommand command)
{
    onCounter(hall, exchange, std::move(command),
              [&hall, exchange](const db::View& view, const db::Accepted& accepted) {
                  const queue::Ticket* ticket = view.state.find(subject(accepted));
                  return ticket ? Rendered{200, hall.views(view).ticket(*ticket, sightOf(*exchange))}
                                : Rendered{204, {}};
              });
}

template <class Command> void simple(Hall& hall, const ExchangePtr& exchange)
{
    serveTicket(hall, exchange,
                [](const db::View&, CounterIx counter) { return queue::Command{Command{counter}}; });
}

template <class Command> void simpleChange(Hall& hall, const ExchangePtr& exchange)
{
    changeCounter(hall, exchange,
                  [](const db::View&, CounterIx counter) { return queue::Command{Command{counter}}; });
}

/// A command with one text from the body.
template <class Command> CounterCommand withText(const std::string& text)
{
    return [text](const db::View&, CounterIx counter) { return queue::Command{Command{counter, text}}; };
}

using PinVerdict = tl::expected<void, db::Denied>;

/// Whether it is that clerk's PIN. Hashes it.
PinVerdict judgePin(Hall& hall, const std::string& clerk, const std::string& pin)
{
    const auto user = hall.login.users.check(clerk, pin);
    if (user && *user && (*user)->role == Role::Clerk)
        return {};
    const auto known = hall.login.users.named(clerk); // anything else that was typed isn't kept
    hall.security.note(db::SecurityEvent::PinRefused, known && *known ? clerk : std::string{});
    return tl::unexpected(db::Denied{"The clerk's number or the PIN is wrong.", db::Denied::Why::WrongPin});
}

/// Denied within the command only: a repeated request is answered as before, whatever the PIN.
template <class Command>
void asClerk(Hall& hall, const ExchangePtr& exchange, const std::string& clerk, const PinVerdict& verdict)
{
    changeCounter(hall, exchange, [clerk, verdict](const db::View&, CounterIx counter) -> db::CommandOrNot {
        if (!verdict)
            return tl::unexpected(verdict.error());
        return queue::Command{Command{counter, clerk}};
    });
}

/// A clerk takes the counter, with number and PIN where the hall wants that.
template <class Command> void takeCounter(Hall& hall, const ExchangePtr& exchange)
{
    const bool needsPin = hall.login.clerksGivePins;
    Body body(exchange->body);
    const std::string clerk = body.text("clerk", 40);
    const std::string pin = needsPin ? body.text("pin", 8) : body.optionalText("pin", 8);
    if (body.problem())
        return send(exchange->reply, *body.problem());
    if (!needsPin)
        return asClerk<Command>(hall, exchange, clerk, {});
    const auto tooOften = tl::unexpected(
        db::Denied{"There were many attempts with this clerk's number. Wait some minutes before the next.",
                   db::Denied::Why::TooOften});
    if (!hall.login.ofClerk.allow(clerk)) {
        hall.security.note(db::SecurityEvent::LoginThrottled, {}, "a PIN at counter " + exchange->id());
        return asClerk<Command>(hall, exchange, clerk, tooOften);
    }
    inBackground(hall.login.work, exchange, [&hall, exchange, clerk, pin] {
        asClerk<Command>(hall, exchange, clerk, judgePin(hall, clerk, pin));
    });
}

void pause(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    const std::string reason = body.text("reason");
    if (body.problem())
        return send(exchange->reply, *body.problem());
    changeCounter(hall, exchange, withText<queue::PauseCounter>(reason));
}

void finish(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    const std::string skip = body.optionalText("skipRating");
    if (body.problem())
        return send(exchange->reply, *body.problem());
    serveTicket(hall, exchange, withText<queue::FinishService>(skip));
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

void transfer(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    const std::string service = body.text("service", 40);
    if (body.problem())
        return send(exchange->reply, *body.problem());
    serveTicket(hall, exchange, [service](const db::View& view, CounterIx counter) -> db::CommandOrNot {
        const auto found = serviceNamed(view, service);
        if (!found)
            return tl::unexpected(found.error());
        return queue::Command{queue::Transfer{counter, *found}};
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

void getCounter(Hall& hall, const ExchangePtr& exchange)
{
    if (const auto own = needOwnCounter(exchange->caller, exchange->id()); !own)
        return deny(hall, exchange, own.error());
    answer(hall, exchange, [&hall, exchange](const db::View& view) -> tl::expected<Rendered, Problem> {
        const auto counter = counterNamed(view, exchange->id());
        if (!counter)
            return tl::unexpected(problemOf(counter.error()));
        return Rendered{200, hall.views(view).counter(*counter, sightOf(*exchange))};
    });
}

void getCounters(Hall& hall, const ExchangePtr& exchange)
{
    answer(hall, exchange, [&hall, exchange](const db::View& view) -> tl::expected<Rendered, Problem> {
        return Rendered{200, hall.views(view).counters(sightOf(*exchange))};
    });
}

constexpr Roles kClerk{Role::Clerk};
constexpr Roles kCaller{Role::Clerk, Role::Bridge};
constexpr Roles kOpener{Role::Clerk, Role::DutyManager};

constexpr std::array kCounterRoutes{
    Route{"GET", "/counters", kFloor | kDesk | Roles{Role::Admin}, getCounters},
    Route{"GET", "/counters/{id}", kStaff | Roles{Role::Bridge}, getCounter},
    Route{"POST", "/counters/{id}/open", kOpener, takeCounter<queue::OpenCounter>, "clerk pin"},
    Route{"POST", "/counters/{id}/close", kOpener, simpleChange<queue::CloseCounter>},
    Route{"POST", "/counters/{id}/pause", kClerk, pause, "reason"},
    Route{"POST", "/counters/{id}/resume", kClerk, simpleChange<queue::ResumeCounter>},
    Route{"POST", "/counters/{id}/help", kCaller, simpleChange<queue::AskHelp>},
    Route{"POST", "/counters/{id}/next", kCaller, simple<queue::CallNext>},
    Route{"POST", "/counters/{id}/call", kClerk, callNumber, "number reason"},
    Route{"POST", "/counters/{id}/recall", kCaller, simple<queue::Recall>},
    Route{"POST", "/counters/{id}/start", kCaller, simple<queue::StartService>},
    Route{"POST", "/counters/{id}/verify", kClerk, verify, "matches merge"},
    Route{"POST", "/counters/{id}/finish", kCaller, finish, "skipRating"},
    Route{"POST", "/counters/{id}/no-show", kCaller, simple<queue::MarkNoShow>},
    Route{"POST", "/counters/{id}/park", kClerk, park, "reason"},
    Route{"POST", "/counters/{id}/unpark", kClerk, unpark, "ticket"},
    Route{"POST", "/counters/{id}/transfer", kClerk, transfer, "service"},
    Route{"POST", "/counters/{id}/handover", kClerk, takeCounter<queue::Handover>, "clerk pin"},
    Route{"POST", "/counters/{id}/undo", kClerk, simple<queue::UndoCall>},
};

} // namespace

std::span<const Route> counterRoutes()
{
    return kCounterRoutes;
}

} // namespace starqueue::hall
