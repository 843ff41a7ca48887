#include <queue/tickets/tickets.h>

#include <queue/order/ahead.h>
#include <queue/order/promise_by_rank.h>
#include <queue/steps/checks.h>
#include <queue/steps/number_series.h>
#include <queue/tickets/claims.h>
#include <queue/tickets/new_ticket.h>

#include <algorithm>

namespace starqueue::queue {

namespace {

/// On paper of a life of the hall that was lost.
bool isInGap(const State& state, const EnterByHand& command)
{
    const auto series = seriesOf(*state.rules, command.ticket.service);
    return std::ranges::any_of(state.gaps, [&](const NumberGap& gap) {
        return std::ranges::find(series, gap.service) != series.end() && gap.first <= command.number &&
               command.number <= gap.last;
    });
}

/// Null: nobody has that number today.
const Ticket* takenToday(const State& state, ServiceIx service, std::uint32_t number)
{
    for (const ServiceIx one : seriesOf(*state.rules, service))
        if (const Ticket* const found = ticketNumberedToday(state, one, number))
            return found;
    return nullptr;
}

Decision needNumber(const State& state, const EnterByHand& command)
{
    const auto shown = [&](std::uint32_t number) {
        return ticketNumber(*state.rules, command.ticket.service, number);
    };
    if (!isByHand(command.number) && !isInGap(state, command))
        return refuse(RefusalCode::BadValue, "",
                      shown(command.number) + " is no number for writing by hand: those run from " +
                          shown(kFirstByHand) + " to " + shown(kLastByHand) + ".");
    const Ticket* found = takenToday(state, command.ticket.service, command.number);
    if (!found)
        found = namesakeInTheRoom(state, {}, shown(command.number));
    if (!found)
        return {};
    return refuse(RefusalCode::NumberTaken, word(found->state),
                  "Ticket " + shown(command.number) + " was entered before: look at its slip again.");
}

Decision needTimes(const State& state, const EnterByHand& command, Instant now)
{
    const Instant begins = state.hours ? std::min(state.hours->begins, state.opened) : state.opened;
    if (command.issued < begins || command.issued > now)
        return refuse(RefusalCode::BadValue, "",
                      "A number written by hand was issued today and before now: give its real time.");
    if (!command.served)
        return {};
    const ServedByHand& served = *command.served;
    if (command.issued <= served.called && served.called <= served.started &&
        served.started <= served.finished && served.finished <= now)
        return {};
    return refuse(RefusalCode::BadValue, "",
                  "A service is called, started and finished in this order, after the issue and before now: "
                  "give its real times.");
}

/// A ticket that was served already holds no identity.
tl::expected<ClaimSettled, Refusal> settleHolder(const State& state, const EnterByHand& command)
{
    if (const auto stars = needStars(command.ticket.stars); !stars)
        return tl::unexpected(stars.error());
    if (const auto group = needGroup(state, command.ticket.statutory); !group)
        return tl::unexpected(group.error());
    if (!command.served)
        return settle(state, {command.ticket.customerRef, command.ticket.claim, {}, true, true});
    if (const auto counter = needCounter(state, command.served->counter); !counter)
        return tl::unexpected(counter.error());
    return ClaimSettled{command.ticket.claim};
}

} // namespace

Decision decide(const State& state, const EnterByHand& command, Instant now, Events& events)
{
    if (const auto known = needService(state, command.ticket.service); !known)
        return known;
    if (const auto day = needOpenDay(state); !day)
        return day;
    if (const auto number = needNumber(state, command); !number)
        return number;
    if (const auto times = needTimes(state, command, now); !times)
        return times;
    const auto claim = settleHolder(state, command);
    if (!claim)
        return tl::unexpected(claim.error());
    Ticket ticket = newTicket(state, command.ticket, claim->claim, command.issued);
    ticket.number = command.number;
    const TicketId id = ticket.id;
    const std::uint32_t before = command.served ? 0 : shownAhead(state, ticket, now);
    if (!command.served)
        ticket.promise = shownWait(state, ticket, before, now);
    if (claim->loser)
        addDemotion(*claim->loser, events);
    TicketIssued issued{std::move(ticket), before, command.ticket.kiosk, true};
    if (!command.served) // else the visit is over
        issued.reason = reasonApart(state, command.ticket.statutory);
    add(events, std::move(issued));
    if (const auto& served = command.served)
        add(events, TicketServedByHand{id, served->counter, served->clerk, served->called, served->started,
                                       served->finished});
    return {};
}

} // namespace starqueue::queue
