#pragma once

#include <db/journal/journal.h>
#include <db/visits/visit_projector.h>

#include <cstdint>
#include <deque>
#include <string>

namespace starqueue::hall {

/// What happened to a visit, as another system gets it.
struct WebhookDocument
{
    std::uint64_t seq = 0; ///< of the event
    std::string id;        ///< "LIFE-SEQ": the idempotency key
    std::string at;        ///< when it happened; RFC 3339
    std::string body;      ///< JSON
};

/// Makes the documents of the journal's lines from one on, in order. One thread.
class WebhookReader final : private db::VisitListener
{
public:
    /// Tells what comes after line `after`; `journal` must outlive the reader.
    WebhookReader(db::Journal& journal, std::string hall, std::string life, std::uint64_t after);

    /// Takes in the next lines, a few hundred, and adds their documents to `to`. False: that was the end.
    [[nodiscard]] tl::expected<bool, db::StorageError> readOn(std::deque<WebhookDocument>& to);
    /// The line that it has come to.
    [[nodiscard]] std::uint64_t seq() const { return m_seq; }

private:
    void onServed(const db::ServedVisit& visit) override;
    void onTakenBack(const db::ServedVisit& visit, time::WallTime at, std::uint64_t seq) override;
    void onRated(const db::ServedVisit& visit, std::uint64_t seq) override;
    void onRatedLate(const queue::TicketRatedLate& rating, time::WallTime at, std::uint64_t seq) override;
    void onExplained(const queue::RatingExplained& explained, time::WallTime at, std::uint64_t seq) override;
    void onCase(const queue::CaseOpened& opened, time::WallTime at, std::uint64_t seq) override;

    [[nodiscard]] db::ServedVisit ratedBefore(const queue::PastVisit& past, int score) const;
    void tell(const char* what, const db::ServedVisit& visit, time::WallTime at, std::uint64_t seq);
    [[nodiscard]] tl::expected<void, db::StorageError> begin();

    db::Journal& m_journal;
    const std::string m_hall;
    const std::string m_life;
    const std::uint64_t m_after;
    bool m_hasBegun = false;
    std::uint64_t m_seq = 0;
    db::VisitProjector m_projector{*this};
    db::ServedVisit m_rated; ///< the last one
    std::deque<WebhookDocument>* m_to = nullptr;
};

} // namespace starqueue::hall
