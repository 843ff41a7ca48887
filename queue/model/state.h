#pragma once

#include <queue/model/counter.h>
#include <queue/model/device.h>
#include <queue/model/line.h>
#include <queue/model/print_job.h>
#include <queue/model/rating_session.h>
#include <queue/model/ticket.h>
#include <queue/model/ticket_index.h>
#include <queue/rules/eligibility.h>
#include <queue/rules/opening.h>
#include <queue/rules/rules.h>

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace starqueue::queue {

/// Rules that were in force earlier this day.
struct PastRules
{
    std::shared_ptr<const Rules> rules;
    Instant until{};

    friend bool operator==(const PastRules& a, const PastRules& b);
};

/// Whose turn it is under the weighted discipline: smooth weighted round robin over the tiers that wait
/// at the counter which calls. At each call every one of them gains its weight, the largest is
/// called and pays the sum of the weights; so among tiers that always wait, calls stand as the weights do.
struct Turns
{
    std::vector<double> credit; ///< by TierIx (standing)

    [[nodiscard]] double of(TierIx tier) const
    {
        return tier.value < credit.size() ? credit[tier.value] : 0.0;
    }

    friend bool operator==(const Turns&, const Turns&) = default;
};

/// What has been issued today, as far as the rules limit it.
struct IssuedToday
{
    TicketId before; ///< the last ticket of the days before: what was carried over doesn't count
    std::vector<std::uint32_t> perService;                ///< by ServiceIx numberedIn; not cancelled
    std::map<Bits128, std::uint16_t> perIdentity;         ///< not cancelled; empty where nothing limits it
    std::map<std::string, std::vector<Instant>> perKiosk; ///< within its last minute; empty likewise

    friend bool operator==(const IssuedToday&, const IssuedToday&) = default;
};

/// Everything that a hall knows about its present day. A value: copy it to look ahead.
///
/// Changed by apply() alone. Holds no customer's data but a random customerRef.
struct State
{
    bool dayOpen = false;
    std::optional<Date> date;               ///< the last day opened
    Instant opened{};                       ///< when it was
    std::shared_ptr<const Rules> rules;     ///< in force; null before the first day
    std::shared_ptr<const Rules> nextRules; ///< in force from the next day; null: no change waits
    DayHoursPtr hours;                      ///< of this day; null: always open

    std::deque<Ticket> tickets;             ///< of this day, by id; see find(). Grows without moving
    TicketIndex index;                      ///< of tickets, by what they are asked for
    std::vector<std::string> kiosks;        ///< that have issued this day, by KioskIx
    Line line;                              ///< the waiting ones, in order
    Eligibility eligibility;                ///< who may serve whom, under the rules in force
    std::vector<std::uint32_t> lastNumbers; ///< by ServiceIx
    std::vector<bool> closedServices;       ///< by ServiceIx
    IssuedToday issued;
    std::vector<Counter> counters; ///< by CounterIx

    std::vector<PrintJob> printJobs;     ///< of this day, by id
    std::vector<RatingSession> sessions; ///< of this day, by id
    std::map<std::string, Device> devices;
    std::map<std::string, Name> messages;

    std::vector<PrintJobId> openJobs;          ///< pending or taken
    std::vector<RatingSessionId> openSessions; ///< invited, armed or failed
    /// Who waits, is called or parked, as far as identified. One ticket each, but for somebody who took
    /// another while in service and was then parked or transferred.
    std::set<std::pair<Bits128, TicketId>> customers;
    std::vector<PastRules> pastRules; ///< of this day, oldest first
    Turns turns;                      ///< kept under the weighted discipline only

    TicketId lastTicket;
    PrintJobId lastPrintJob;
    RatingSessionId lastSession;

    /// Null: none of this day.
    [[nodiscard]] const Ticket* find(TicketId id) const;
    [[nodiscard]] const PrintJob* find(PrintJobId id) const;
    [[nodiscard]] const RatingSession* find(RatingSessionId id) const;
    /// The ticket that is called or in service at `counter`; null: none.
    [[nodiscard]] const Ticket* ticketAt(CounterIx counter) const;
    [[nodiscard]] bool serviceOpen(ServiceIx service) const;
    /// Where the ticket was issued; empty: by staff.
    [[nodiscard]] const std::string& kioskOf(const Ticket& ticket) const;

    /// By value: rules and reasons are compared, not where they lie.
    friend bool operator==(const State& a, const State& b);
};

/// Takes the oldest tickets out of `state` for as long as they have ended. For simulations
/// without an end to their day: no command may name them any more. Costs nothing that grows if
/// called when at least half of State::tickets have ended.
void forgetEnded(State& state);

} // namespace starqueue::queue
