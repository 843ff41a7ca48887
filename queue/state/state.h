#pragma once

#include <queue/model/counter.h>
#include <queue/model/device.h>
#include <queue/model/print_job.h>
#include <queue/model/rating_session.h>
#include <queue/model/reference.h>
#include <queue/model/ticket.h>
#include <queue/rules/eligibility.h>
#include <queue/rules/opening.h>
#include <queue/rules/rules.h>
#include <queue/schema/format.h>
#include <queue/state/former_names.h>
#include <queue/state/hall_act.h>
#include <queue/state/line.h>
#include <queue/state/step.h>
#include <queue/state/ticket_index.h>
#include <queue/state/visit.h>
#include <time/wall_time.h>

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
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

/// Counts of today's tickets, for the limits on issuing.
struct IssuedToday
{
    TicketId before; ///< the last ticket id of the day before: carried tickets aren't counted
    std::vector<std::uint32_t> perService;                ///< by ServiceIx numberedIn; not cancelled
    std::map<Bits128, std::uint16_t> perIdentity;         ///< not cancelled; empty where there is no limit
    std::map<std::string, std::vector<Instant>> perKiosk; ///< instants of the last minute; empty likewise

    friend bool operator==(const IssuedToday&, const IssuedToday&) = default;
};

/// Numbers that a service may have given out in a life of the hall that was lost: machines pass over them.
struct NumberGap
{
    ServiceIx service;
    std::uint32_t first = 0;
    std::uint32_t last = 0;

    friend bool operator==(const NumberGap&, const NumberGap&) = default;
};

/// The state of a hall on its present day. A value: a copy is a snapshot. Only apply() changes it. The only
/// customer data in it is a random customerRef.
struct State
{
    bool dayOpen = false;
    std::optional<Date> date;                 ///< the last day opened
    Instant opened{};                         ///< when it was
    int format = kFormat;                     ///< in which it is journalled
    time::WallOffset clock{};                 ///< from elapsed time to what people see
    std::string clockDoubt;                   ///< why the machine's clock isn't believed; empty: it is
    std::shared_ptr<const Rules> rules;       ///< in force; null before the first day
    std::vector<FloorServices> floorServices; ///< which counters have others than configured, today
    std::shared_ptr<const Rules> configured;  ///< without them; null: nothing differs, see configuredRules()
    std::shared_ptr<const Rules> nextRules;   ///< in force from the next day; null: no change
    DayHoursPtr hours;                        ///< of this day; null: always open

    std::deque<Ticket> tickets; ///< of this day, by id; see find(). A deque: tickets don't move when it grows
    TicketIndex index;          ///< secondary indexes of tickets
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
    /// Identified tickets that wait, are called or parked. One a customer, except that somebody in service
    /// may take another and then be parked or transferred.
    std::set<std::pair<Bits128, TicketId>> customers;
    std::vector<PastRules> pastRules; ///< of this day, oldest first
    FormerNames formerNames;          ///< what was issued or called under other names than the rules' of now
    std::vector<HallAct> acts;        ///< on the whole hall, of the last kUndoTime, oldest first
    Steps steps;                      ///< with tickets, that may be taken back
    std::uint32_t violations = 0;     ///< this day: of fairness, or of numbers
    TierCredits credits;              ///< used by the weighted discipline only
    /// How often each was passed in turn, of the tickets that may come back and have a limit (mostPassesOf).
    std::unordered_map<TicketId, std::uint32_t> passes;

    std::map<TicketId, Postponement> postponements; ///< also those that are over: nobody has a second
    std::map<TicketId, PutFirst> putFirst;          ///< by ticket, also once called
    /// To whom tickets were sent that nobody has called since. Ticket::boundTo is the counter that this clerk
    /// holds, and none while they hold none.
    std::map<TicketId, std::string> boundClerks;
    std::map<TicketId, EarlierCalls> earlierCalls; ///< of visits with several calls
    std::map<TicketId, Reference> references;      ///< where there is one
    /// When a visit was rated from the phone, of this day and what is known of the one before.
    std::map<RatingSessionId, Instant> ratedByPhone;
    std::map<RatingSessionId, Instant> explained; ///< likewise, why it was rated so

    /// The hall went on from a backup on this day, or the one before: there is paper that it doesn't know.
    enum class Restored : std::uint8_t {
        No,
        DayBefore,
        Today,
        TodayWithLoss ///< of lines that may have opened the day that opens next
    };
    Restored restored = Restored::No;
    TicketId restoredAfter;      ///< the last ticket that may have been issued before that, on this day
    std::vector<NumberGap> gaps; ///< on this day

    TicketId lastTicket;
    PrintJobId lastPrintJob;
    RatingSessionId lastSession;

    /// The rules as they were configured; null before the first day.
    [[nodiscard]] const std::shared_ptr<const Rules>& configuredRules() const
    {
        return configured ? configured : rules;
    }
    /// Null: no ticket of this day.
    [[nodiscard]] const Ticket* find(TicketId id) const;
    [[nodiscard]] const PrintJob* find(PrintJobId id) const;
    [[nodiscard]] const RatingSession* find(RatingSessionId id) const;
    /// The ticket that is called or in service at `counter`; null: none.
    [[nodiscard]] const Ticket* ticketAt(CounterIx counter) const;
    [[nodiscard]] bool serviceOpen(ServiceIx service) const;
    /// Where the ticket was issued; empty: by staff.
    [[nodiscard]] const std::string& kioskOf(const Ticket& ticket) const;

    /// "A012", as it was printed.
    [[nodiscard]] std::string numberOf(const Ticket& ticket) const;
    /// The service that the ticket waits for, as it was called at issue.
    [[nodiscard]] const Name& serviceNameOf(const Ticket& ticket) const;
    /// The ticket's counter, as it was called at the call. Only for a ticket that has one.
    [[nodiscard]] const Name& counterNameOf(const Ticket& ticket) const;
    /// Waiting, called, in service, parked, postponed, or a no-show that may still come back.
    [[nodiscard]] bool isInTheRoom(const Ticket& ticket) const;

    /// Compares rules and reasons by value, not by pointer; acts and steps that may be taken back aren't.
    friend bool operator==(const State& a, const State& b);
};

/// Drops the oldest tickets while they have ended. For simulations of an endless day; no command may name a
/// dropped ticket. Amortised constant time if called when at least half of State::tickets have ended.
void forgetEnded(State& state);

} // namespace starqueue::queue
