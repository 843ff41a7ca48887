#pragma once

#include <db/journal/journal.h>
#include <db/legs/leg_store.h>
#include <db/legs/open_records.h>
#include <db/legs/visit_recorder.h>

#include <queue/state/state.h>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace starqueue::db {

/// Projects the journal's events to legs, calls and visits. It applies the events to a State of its own, as
/// the service does. Private to db/.
class LegProjector
{
public:
    explicit LegProjector(ReportRecords& records)
        : m_records(records), m_visits(records.visits, records.names), m_open(records.legs)
    {}

    /// What may still change, of the tickets of a day and the one before.
    struct Open
    {
        std::vector<OpenRecord<Leg>> legs;
        std::vector<OpenRecord<VisitRecord>> visits;
    };
    /// Where the records that can't change any more end.
    struct Settled
    {
        std::size_t legs = 0;
        std::size_t visits = 0;
    };

    /// Continues at the start of a day: `open` are the records of its carried tickets.
    void resume(const Open& open);
    /// Takes rows in order. The error names the row that is invalid.
    [[nodiscard]] tl::expected<void, std::string> apply(const Recorded& line);

    /// Moves the records that can't change any more to the front, from `first` on; returns where they end.
    /// Call it after a day_opened. Those of the day before may change: the opening may be taken back.
    Settled settle(Settled first);
    [[nodiscard]] Open open() const { return {m_open.all(), m_visits.open()}; }

private:
    /// A ticket's leg before a step, which may be undone once those after it are.
    struct BeforeStep
    {
        std::size_t place = 0;
        Leg leg;
    };

    void see(const queue::TicketIssued& event, queue::TicketState before);
    void see(const queue::TicketCalled& event, queue::TicketState before);
    void see(const queue::TicketServedByHand& event, queue::TicketState before);
    void see(const queue::ServiceStarted& event, queue::TicketState before);
    void see(const queue::CounterHandedOver& event, queue::TicketState before);
    void see(const queue::TicketUnparked& event, queue::TicketState before);
    void see(const queue::TicketRequeued& event, queue::TicketState before);
    void see(const queue::TicketTransferred& event, queue::TicketState before);
    void see(const queue::ServiceFinished& event, queue::TicketState);
    void see(const queue::TicketNoShow& event, queue::TicketState);
    void see(const queue::TicketParked& event, queue::TicketState) { end(event.ticket, LegEnd::Parked); }
    void see(const queue::TicketCancelled& event, queue::TicketState)
    {
        end(event.ticket, LegEnd::Cancelled);
    }
    void see(const queue::TicketUnserved& event, queue::TicketState) { end(event.ticket, LegEnd::Unserved); }
    void see(const queue::RatingInvited& event, queue::TicketState);
    void see(const queue::TicketRated& event, queue::TicketState);
    void see(const queue::TicketRatedLate& event, queue::TicketState);
    void see(const queue::FairnessViolated& event, queue::TicketState);
    void see(const queue::HallActUndone& event, queue::TicketState);
    void see(const queue::StepUndone& event, queue::TicketState);
    void see(const queue::DayOpened&, queue::TicketState)
    {
        m_lastCalls.clear();
        m_steps.clear();
    }
    void see(const queue::ClockStepped& event, queue::TicketState);
    void see(const queue::DayCorrected& event, queue::TicketState);
    void see(const auto&, queue::TicketState) {}

    void keepStep(const queue::Event& event, Instant at);
    std::optional<BeforeStep> takeStep(queue::TicketId ticket);
    void noteTicketsOfTheDayBefore();
    [[nodiscard]] std::uint32_t wallSeconds(Instant at) const;
    [[nodiscard]] std::uint32_t shownBefore(Instant at) const;
    void addCall(const queue::TicketCalled& event);
    void markCall(queue::TicketId ticket, std::uint8_t flag);
    Leg* legOf(queue::TicketId ticket) { return m_open.of(ticket.value); }
    void begin(const queue::Ticket& ticket, std::uint8_t flags);
    void end(queue::TicketId ticket, LegEnd how);
    void noteWait(Leg& leg, const queue::Ticket& ticket);
    void handOver(const queue::Ticket& ticket);
    void setCounter(auto& record, queue::CounterIx counter);
    [[nodiscard]] std::uint16_t tierName(const queue::Ticket& ticket);

    ReportRecords& m_records;
    VisitRecorder m_visits;
    OpenRecords<Leg> m_open;
    queue::State m_state;
    time::WallOffset m_clockBefore{};                         ///< before the present row
    std::optional<Date> m_dateBefore;                         ///< likewise
    Instant m_at{};                                           ///< of the present row
    std::set<std::uint64_t> m_dayBefore;                      ///< tickets of the day before the present one
    std::map<std::uint64_t, std::size_t> m_lastCalls;         ///< of this day, ticket to its last call
    std::map<std::uint64_t, std::vector<BeforeStep>> m_steps; ///< of this day, by ticket; the last one last
};

} // namespace starqueue::db
