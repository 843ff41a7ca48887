#pragma once

#include <queue/model/why.h>
#include <queue/rules/ids.h>
#include <queue/rules/rules.h>
#include <queue/schema/field.h>
#include <queue/schema/words.h>
#include <time/instant.h>

#include <array>
#include <memory>
#include <type_traits>

namespace starqueue::queue {

/// Where a visit stands. Finished, Cancelled and Unserved end it; a no-show can go back in line. Who has
/// postponed the call is out of line until its time is over.
enum class TicketState : std::uint8_t {
    Waiting,
    Called,
    Serving,
    Finished,
    NoShow,
    Parked,
    Cancelled,
    Unserved,
    Postponed
};
consteval auto spelling(TicketState)
{
    return spelled<TicketState>({{TicketState::Waiting, "waiting"},
                                 {TicketState::Called, "called"},
                                 {TicketState::Serving, "serving"},
                                 {TicketState::Finished, "finished"},
                                 {TicketState::NoShow, "no_show"},
                                 {TicketState::Parked, "parked"},
                                 {TicketState::Cancelled, "cancelled"},
                                 {TicketState::Unserved, "unserved"},
                                 {TicketState::Postponed, "postponed"}});
}

/// How a promised wait was found. Unknown: nobody can know it, and its range says nothing.
enum class PromiseMethod : std::uint8_t { Rank, Simulation, Unknown };
consteval auto spelling(PromiseMethod)
{
    return spelled<PromiseMethod>({{PromiseMethod::Rank, "rank"},
                                   {PromiseMethod::Simulation, "simulation"},
                                   {PromiseMethod::Unknown, "unknown"}});
}

/// The seed of a simulation, of which the lower 48 bits are kept: small, so that a ticket is.
class Seed
{
public:
    constexpr Seed(std::uint64_t value = 0) // NOLINT(google-explicit-constructor): it is a number
        : m_parts{static_cast<std::uint16_t>(value), static_cast<std::uint16_t>(value >> 16U),
                  static_cast<std::uint16_t>(value >> 32U)}
    {}
    constexpr operator std::uint64_t() const // NOLINT(google-explicit-constructor)
    {
        return std::uint64_t{m_parts[2]} << 32U | std::uint64_t{m_parts[1]} << 16U | m_parts[0];
    }

private:
    std::array<std::uint16_t, 3> m_parts;
};

/// The wait promised at issue: a range that holds eight times in ten, and its median.
struct Promise
{
    using Seconds = std::chrono::duration<std::int32_t>; ///< 32 bits (68 years) keep a ticket small

    Seconds p10{0};
    Seconds p50{0};
    Seconds p90{0};
    PromiseMethod method = PromiseMethod::Rank;
    Seed seed{};

    friend bool operator==(const Promise&, const Promise&) = default;
};

/// What an estimator foresees for somebody, as an input of the rules.
struct Foreseen
{
    Promise promise;
    /// No counter that may serve them was open: the wait is until one opens, and then.
    bool awaitsOpening = false;

    Foreseen(const Promise& what = {}, bool awaits = false) // NOLINT(google-explicit-constructor)
        : promise(what), awaitsOpening(awaits)
    {}
    friend bool operator==(const Foreseen&, const Foreseen&) = default;
};

void describe(auto& a, Of<Promise> auto& promise)
{
    a.field("p10", promise.p10);
    a.field("p50", promise.p50);
    a.field("p90", promise.p90);
    a.field("method", promise.method);
    std::uint64_t seed = promise.seed;
    a.fieldOr("seed", seed, 0);
    if constexpr (!std::is_const_v<std::remove_reference_t<decltype(promise)>>)
        promise.seed = seed;
}

/// What a ticket's customerRef is worth. Until possession of a card or code is proven, kiosk, paper and phone
/// show it as an ordinary ticket, whatever was typed.
enum class Claim : std::uint8_t {
    None,     ///< nobody said who they are; also tickets from before claims were told apart
    Typed,    ///< typed or told: has the customer's stars in line
    Proven,   ///< a reader read a code that isn't a phone number, or a clerk has verified
    Duplicate ///< another ticket of this customer has the stars, or had enough of them today: an ordinary one
};
consteval auto spelling(Claim)
{
    return spelled<Claim>({{Claim::None, "none", true},
                           {Claim::Typed, "typed"},
                           {Claim::Proven, "proven"},
                           {Claim::Duplicate, "duplicate"}});
}

/// 128 random bits. As CustomerRef it stands for a person whose data lies elsewhere, all zero: nobody;
/// as Secret it opens the ticket's page on the customer's phone.
using Bits128 = std::array<std::uint8_t, 16>;

[[nodiscard]] bool isNobody(const Bits128& customer);

/// One visit, from issue to its end.
struct Ticket
{
    TicketId id;
    std::uint32_t number = 0; ///< 1, 2, 3… within service and day; shown through ticketNumber()
    ServiceIx numberedIn;     ///< the service whose prefix the number has: kept by a transfer
    ServiceIx service;
    TierIx tier;
    TicketState state = TicketState::Waiting;
    Language language = Language::Zh;
    GroupIx statutory = kNoGroup;
    std::uint8_t stars = 0; ///< the customer's, also of a duplicate: what it counts as is its tier
    bool keyContact = false;
    std::uint8_t recalls = 0; ///< of the present call
    std::uint8_t requeues = 0;
    Claim claim = Claim::None;
    CounterIx counter = kNoCounter;  ///< where it is or was last called
    CounterIx parkedAt = kNoCounter; ///< while parked: the counter that it goes back to
    KioskIx kiosk = kNoKiosk;        ///< where it was issued; kNoKiosk: by staff. See State::kioskOf()
    Instant issued{};
    Instant counted{};  ///< τ: the time from which it counts
    Instant legBegan{}; ///< issue, re-queue, transfer or end of parking: start of this leg's wait
    Instant called{};   ///< of the present or last leg; epoch: not called
    Instant started{};
    Instant ended{};
    Promise promise;
    Bits128 customerRef{};
    Bits128 secret{};
    CounterIx boundTo = kNoCounter; ///< who else may call it only while that counter isn't open
    bool first = false;             ///< put before everybody but those whom guard and count put first
    PrintJobId printJob;
    RatingSessionId session;
    std::shared_ptr<const Why> why; ///< of the last call

    friend bool operator==(const Ticket& a, const Ticket& b);
};

/// A ticket whole: what it is, then where it stands; what is as on a new ticket is left out. The name of its
/// kiosk comes from beside it.
void describeWhole(auto& a, Of<Ticket> auto& ticket, auto& kiosk)
{
    a.field(toAll("ticket"), ticket.id);
    a.ownNumber(toAll("number"), ticket);
    a.field(toAll("service"), ticket.service);
    a.field("numberedIn", ticket.numberedIn);
    a.word(toAll("kiosk"), kiosk);
    a.field(toAll("print"), ticket.printJob);
    a.field(toStaff("stars"), ticket.stars);
    a.field("keyContact", ticket.keyContact);
    a.field("tier", ticket.tier);
    a.field(toStaff("statutory"), ticket.statutory);
    a.field("language", ticket.language);
    a.field("issuedAt", ticket.issued);
    a.field("countedAt", ticket.counted);
    a.field("legBeganAt", ticket.legBegan);
    a.field("waitSeconds", ticket.promise);
    a.field("customerRef", ticket.customerRef);
    a.field("secret", ticket.secret);
    a.fieldOr("claim", ticket.claim, Claim::None);
    a.fieldOr("state", ticket.state, TicketState::Waiting);
    a.fieldOr("recalls", ticket.recalls, 0);
    a.fieldOr("requeues", ticket.requeues, 0);
    a.fieldOr("counter", ticket.counter, kNoCounter);
    a.fieldOr("parkedAt", ticket.parkedAt, kNoCounter);
    a.fieldOr("boundTo", ticket.boundTo, kNoCounter);
    a.fieldOr("first", ticket.first, false);
    a.fieldOr("calledAt", ticket.called, {});
    a.fieldOr("startedAt", ticket.started, {});
    a.fieldOr("endedAt", ticket.ended, {});
    a.fieldOr("session", ticket.session, {});
    a.fieldOr("why", ticket.why, nullptr);
}

// A day may hold a million of them: with its place in line a waiting ticket stays below 200 bytes, and
// three go into one block of State::tickets.
static_assert(sizeof(Ticket) <= 168);

[[nodiscard]] inline Standing standingOf(const Ticket& ticket)
{
    return {ticket.service, ticket.tier, ticket.statutory};
}

/// The tier that it counts in: a duplicate's is the ordinary one.
[[nodiscard]] TierIx tierOf(const Rules& rules, const Ticket& ticket);
/// Whether kiosk, paper and phone show it as an ordinary ticket.
[[nodiscard]] bool showsOrdinary(const Rules& rules, const Ticket& ticket);

} // namespace starqueue::queue
