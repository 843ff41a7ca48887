#pragma once

#include <db/journal/journal.h>
#include <db/visits/served_visit.h>

#include <queue/state/state.h>

#include <map>
#include <string>

namespace starqueue::db {

/// Is told what becomes of visits, in the order of the journal.
class VisitListener
{
public:
    virtual ~VisitListener() = default;

    /// A service ended; its rating may follow.
    virtual void onServed(const ServedVisit& visit) = 0;
    /// It was rated at the panel: `visit` is whole, `seq` is that of the rating.
    virtual void onRated(const ServedVisit& visit, std::uint64_t seq) = 0;
    /// That service didn't end after all, and goes on: `visit` was told to onServed(); `seq` is that of this.
    virtual void onTakenBack(const ServedVisit& visit, time::WallTime at, std::uint64_t seq) = 0;
    /// It was rated from the phone, on the same day or a later one.
    virtual void onRatedLate(const queue::TicketRatedLate& rating, time::WallTime at, std::uint64_t seq) = 0;
    /// Why it was rated so was said from the phone, on the same day or a later one.
    virtual void onExplained(const queue::RatingExplained& explained, time::WallTime at,
                             std::uint64_t seq) = 0;
    /// The rating before opened a recovery case.
    virtual void onCase(const queue::CaseOpened& opened, time::WallTime at, std::uint64_t seq) = 0;
};

/// Makes visits from the journal's events, which it applies to a State of its own, as the service does. May
/// begin at any day_opened. One thread at a time.
class VisitProjector
{
public:
    /// `listener` must outlive the projector.
    explicit VisitProjector(VisitListener& listener) : m_listener(listener) {}

    /// Takes rows in order. The error names the row that is invalid.
    [[nodiscard]] tl::expected<void, std::string> apply(const Recorded& line);

    [[nodiscard]] const queue::State& state() const { return m_state; }

private:
    void see(const queue::ServiceFinished& event, const Recorded& line);
    void see(const queue::TicketServedByHand& event, const Recorded& line);
    void see(const queue::RatingInvited& event, const Recorded& line);
    void see(const queue::TicketRated& event, const Recorded& line);
    void see(const queue::TicketRatedLate& event, const Recorded& line);
    void see(const queue::RatingExplained& event, const Recorded& line);
    void see(const queue::StepUndone& event, const Recorded& line);
    void see(const queue::CaseOpened& event, const Recorded& line);
    void see(const queue::DayOpened& event, const Recorded& line);
    void see(const auto&, const Recorded&) {}

    void tellServed();
    [[nodiscard]] ServedVisit visitOf(const queue::Ticket& ticket, const std::string& clerk,
                                      const Recorded& line) const;

    VisitListener& m_listener;
    queue::State m_state;
    std::optional<ServedVisit> m_served; ///< a rating of it is asked for by the next event
    std::map<queue::RatingSessionId, ServedVisit> m_askedFor; ///< whose panel may still be pressed
    std::map<queue::CounterIx, ServedVisit> m_lastServed;     ///< by the counter, which may take it back
};

/// The line before the day_opened that begins the day of line `seq`, `more` days earlier where there are
/// such; 0: the journal begins later. Reads page by page backwards. Any thread.
[[nodiscard]] tl::expected<std::uint64_t, StorageError> dayStartBefore(Journal& journal, std::uint64_t seq,
                                                                       int more = 0);
/// The last line before `at`, by bisection; 0: there is none. Any thread.
[[nodiscard]] tl::expected<std::uint64_t, StorageError> lastLineBefore(Journal& journal, Instant at);

} // namespace starqueue::db
