#include <hall/api/phone/phone_ticket.h>

#include <db/crypto/hashing.h>

namespace starqueue::hall {

const queue::Ticket* ticketWith(const queue::State& state, std::string_view secret)
{
    return queue::ticketWithSecret(state, db::bitsOfHex(secret).value_or(queue::Bits128{}));
}

queue::Refusal noSuchTicket()
{
    return {queue::RefusalCode::UnknownTicket, {}, "This ticket is of another day, or the address is wrong."};
}

Problem noTicketIn(const queue::State& state)
{
    Problem problem = problemOf(noSuchTicket());
    if (state.restored != queue::State::Restored::No) {
        problem.code = "hall_restored";
        problem.detail =
            "The hall was restored from a backup and doesn't know this ticket: please ask the usher.";
    }
    return problem;
}

Problem notKnownNow()
{
    return {503, "unavailable", "The hall can't say what is true now.", {}};
}

} // namespace starqueue::hall
