#pragma once

#include <db/journal/journal.h>
#include <db/visits/visit_projector.h>
#include <sync/mutex.h>

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>

namespace starqueue::db {

/// A visit that a phone asks about.
struct RememberedVisit
{
    queue::PastVisit visit; ///< without a session: nobody asked for a rating
    queue::Language language = queue::Language::Zh;
    int score = 0;            ///< 0: not rated
    bool isExplained = false; ///< why it was rated so has been said
};

/// The visits of the last days by the secrets of their tickets, so that a visit can be rated from the phone
/// when its day is over. Derived from the journal, kept in memory, some 300 bytes a visit. Any thread.
class VisitBook
{
public:
    /// `journal` must outlive the book.
    explicit VisitBook(Journal& journal) : m_journal(journal) {}

    /// Catches up with the journal and looks the visit up; one that ended a day before `since` is
    /// forgotten. The first call reads the journal from there on, some 100 000 lines a second.
    [[nodiscard]] tl::expected<std::optional<RememberedVisit>, StorageError>
    find(const queue::Bits128& secret, Instant since);

private:
    class Pages final : public VisitListener
    {
    public:
        void onServed(const ServedVisit& visit) override;
        void onTakenBack(const ServedVisit& visit, time::WallTime at, std::uint64_t seq) override;
        void onRated(const ServedVisit& visit, std::uint64_t seq) override;
        void onRatedLate(const queue::TicketRatedLate& rating, time::WallTime at, std::uint64_t seq) override;
        void onExplained(const queue::RatingExplained& explained, time::WallTime at,
                         std::uint64_t seq) override;
        void onCase(const queue::CaseOpened&, time::WallTime, std::uint64_t) override {}

        void forgetBefore(Instant since);
        [[nodiscard]] std::optional<RememberedVisit> find(const queue::Bits128& secret) const;

    private:
        [[nodiscard]] RememberedVisit* visitOf(queue::RatingSessionId session);
        void note(queue::RatingSessionId session, int score);

        std::map<queue::Bits128, RememberedVisit> m_visits;
        std::unordered_map<queue::RatingSessionId, queue::Bits128> m_secrets;
        std::deque<queue::Bits128> m_inOrder; ///< oldest first
    };

    [[nodiscard]] tl::expected<void, StorageError> catchUp(Instant since) REQUIRES(m_mutex);
    [[nodiscard]] tl::expected<void, StorageError> begin(Instant since) REQUIRES(m_mutex);

    Journal& m_journal;
    sync::Mutex m_mutex;
    std::optional<Instant> m_since GUARDED_BY(m_mutex); ///< empty: nothing is read yet
    std::unique_ptr<Pages> m_pages GUARDED_BY(m_mutex);
    std::optional<VisitProjector> m_projector GUARDED_BY(m_mutex);
    std::uint64_t m_seq GUARDED_BY(m_mutex) = 0;
};

} // namespace starqueue::db
