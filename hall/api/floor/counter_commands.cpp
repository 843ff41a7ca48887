#include <hall/api/floor/counter_commands.h>

#include <hall/api/request/permission.h>

#include <utility>
#include <variant>

namespace starqueue::hall {

namespace {

using queue::CounterIx;

void onCounter(Hall& hall, const ExchangePtr& exchange, CounterCommand command, ResponseRenderer render)
{
    if (const auto own = needOwnCounter(exchange->caller, exchange->id()); !own)
        return deny(hall, exchange, own.error());
    const auto window = exchange->request.header(kWindowHeader);
    if (window && !hall.windows.mayWork(exchange->id(), *window))
        return send(exchange->reply, counterInUse(exchange->id()));
    const auto intent = [exchange, command = std::move(command)](const db::View& view) -> db::CommandOrNot {
        const auto counter = counterNamed(view, exchange->id());
        if (!counter)
            return tl::unexpected(counter.error());
        return command(view, *counter);
    };
    carryOut(hall, exchange, intent, std::move(render));
}

/// The ticket of a clerk's command, from its first event.
queue::TicketId subject(const db::Accepted& accepted)
{
    const auto ticketOf = [](const auto& event) -> queue::TicketId {
        if constexpr (requires { event.ticket.value; })
            return event.ticket;
        else if constexpr (requires { event.ticket.id; })
            return event.ticket.id;
        else
            return {};
    };
    for (const queue::Event& event : accepted.events)
        if (const auto ticket = std::visit(ticketOf, event); ticket.value)
            return ticket;
    return {};
}

} // namespace

void changeCounter(Hall& hall, const ExchangePtr& exchange, CounterCommand command)
{
    onCounter(hall, exchange, std::move(command),
              [&hall, exchange](const db::View& view, const db::Accepted&) {
                  const auto counter = counterNamed(view, exchange->id());
                  return Rendered{200, hall.views(view).counter(*counter, {exchange->caller})};
              });
}

void serveTicket(Hall& hall, const ExchangePtr& exchange, CounterCommand command)
{
    onCounter(hall, exchange, std::move(command),
              [&hall, exchange](const db::View& view, const db::Accepted& accepted) {
                  const queue::Ticket* ticket = view.state.find(subject(accepted));
                  return ticket ? Rendered{200, hall.views(view).ticket(*ticket, {exchange->caller})}
                                : Rendered{204, {}};
              });
}

} // namespace starqueue::hall
