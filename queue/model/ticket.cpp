#include <queue/model/ticket.h>

#include <algorithm>

#include <tuple>

namespace starqueue::queue {

bool isNobody(const Bits128& customer)
{
    return std::ranges::all_of(customer, [](std::uint8_t byte) { return byte == 0; });
}

namespace {

auto facts(const Ticket& t)
{
    return std::tie(t.id, t.number, t.numberedIn, t.service, t.tier, t.state, t.language, t.statutory,
                    t.stars, t.keyContact, t.recalls, t.requeues, t.counter, t.parkedAt, t.issued, t.counted,
                    t.legBegan, t.called, t.started, t.ended, t.promise, t.customerRef, t.secret, t.kiosk,
                    t.printJob, t.session, t.claim, t.boundTo, t.first);
}

} // namespace

bool operator==(const Ticket& a, const Ticket& b)
{
    const bool sameWhy = a.why == b.why || (a.why && b.why && *a.why == *b.why);
    return sameWhy && facts(a) == facts(b);
}

TierIx tierOf(const Rules& rules, const Ticket& ticket)
{
    return ticket.claim == Claim::Duplicate ? tierOf(rules, 0, false)
                                            : tierOf(rules, ticket.stars, ticket.keyContact);
}

bool showsOrdinary(const Rules& rules, const Ticket& ticket)
{
    return rules.typedShows == TypedShows::Ordinary &&
           (ticket.claim == Claim::Typed || ticket.claim == Claim::Duplicate);
}

} // namespace starqueue::queue
