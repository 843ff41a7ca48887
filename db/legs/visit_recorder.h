#pragma once

#include <db/legs/open_records.h>

#include <queue/events.h>
#include <queue/state/state.h>

#include <cstddef>
#include <vector>

namespace starqueue::db {

/// Records visits from events: keeps each ticket's record as queue::visitOf() says. Private to db/.
class VisitRecorder
{
public:
    VisitRecorder(VisitStore& visits, NameTable& names) : m_names(names), m_visits(visits) {}

    /// `event` has just been applied to `state`.
    void see(const queue::State& state, const queue::Event& event, Instant at);

    void resume(const std::vector<OpenRecord<VisitRecord>>& open) { m_visits.resume(open); }
    std::size_t settle(std::size_t first, auto mayChange) { return m_visits.settle(first, mayChange); }
    [[nodiscard]] std::vector<OpenRecord<VisitRecord>> open() const { return m_visits.all(); }

private:
    void begin(const queue::State& state, const queue::Ticket& ticket);
    void update(const queue::State& state, queue::TicketId id, Instant at);
    void noteService(const queue::State& state, const queue::Ticket& ticket, VisitRecord& record);

    NameTable& m_names;
    OpenRecords<VisitRecord> m_visits;
};

} // namespace starqueue::db
