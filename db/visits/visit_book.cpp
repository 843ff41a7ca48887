#include <db/visits/visit_book.h>

#include <algorithm>
#include <chrono>

namespace starqueue::db {

namespace {

constexpr std::size_t kVisitLinesAtOnce = 2000;
/// How much longer it is remembered, so that who comes too late is told so.
constexpr std::chrono::hours kTooLate{24};

} // namespace

void VisitBook::Pages::onServed(const ServedVisit& visit)
{
    if (visit.secret == queue::Bits128{})
        return;
    m_visits[visit.secret] = {visit.past, visit.language, 0};
    m_inOrder.push_back(visit.secret);
    if (visit.past.session.value != 0)
        m_secrets[visit.past.session] = visit.secret;
}

void VisitBook::Pages::onTakenBack(const ServedVisit& visit, time::WallTime, std::uint64_t)
{
    m_secrets.erase(visit.past.session);
    m_visits.erase(visit.secret);
}

void VisitBook::Pages::onRated(const ServedVisit& visit, std::uint64_t)
{
    note(visit.past.session, visit.score);
}

void VisitBook::Pages::onRatedLate(const queue::TicketRatedLate& rating, time::WallTime, std::uint64_t)
{
    note(rating.visit.session, rating.score);
}

void VisitBook::Pages::onExplained(const queue::RatingExplained& explained, time::WallTime, std::uint64_t)
{
    if (RememberedVisit* const visit = visitOf(explained.visit.session))
        visit->isExplained = true;
}

RememberedVisit* VisitBook::Pages::visitOf(queue::RatingSessionId session)
{
    const auto secret = m_secrets.find(session);
    if (secret == m_secrets.end())
        return nullptr;
    const auto visit = m_visits.find(secret->second);
    return visit == m_visits.end() ? nullptr : &visit->second;
}

void VisitBook::Pages::note(queue::RatingSessionId session, int score)
{
    if (RememberedVisit* const visit = visitOf(session))
        visit->score = score;
}

void VisitBook::Pages::forgetBefore(Instant since)
{
    while (!m_inOrder.empty()) {
        const auto oldest = m_visits.find(m_inOrder.front());
        if (oldest != m_visits.end() && oldest->second.visit.finished >= since)
            return;
        if (oldest != m_visits.end()) {
            m_secrets.erase(oldest->second.visit.session);
            m_visits.erase(oldest);
        }
        m_inOrder.pop_front();
    }
}

std::optional<RememberedVisit> VisitBook::Pages::find(const queue::Bits128& secret) const
{
    const auto found = m_visits.find(secret);
    return found == m_visits.end() ? std::nullopt : std::optional{found->second};
}

tl::expected<std::optional<RememberedVisit>, StorageError> VisitBook::find(const queue::Bits128& secret,
                                                                           Instant since)
{
    const sync::Lock lock{m_mutex};
    if (const auto caughtUp = catchUp(since); !caughtUp)
        return tl::unexpected{caughtUp.error()};
    m_since = std::max(*m_since, since);
    m_pages->forgetBefore(*m_since - kTooLate);
    return m_pages->find(secret);
}

/// From the day before that instant: its visit may have ended on a day that began earlier.
tl::expected<void, StorageError> VisitBook::begin(Instant since)
{
    const auto last = lastLineBefore(m_journal, since - kTooLate);
    if (!last)
        return tl::unexpected{last.error()};
    const auto start = dayStartBefore(m_journal, *last);
    if (!start)
        return tl::unexpected{start.error()};
    m_projector.reset();
    m_pages = std::make_unique<Pages>();
    m_projector.emplace(*m_pages);
    m_seq = *start;
    m_since = since;
    return {};
}

tl::expected<void, StorageError> VisitBook::catchUp(Instant since)
{
    if (!m_since || since + kTooLate < *m_since)
        if (auto begun = begin(since); !begun)
            return begun;
    for (bool goesOn = true; goesOn;) {
        const auto lines = m_journal.read(m_seq, kVisitLinesAtOnce);
        if (!lines)
            return tl::unexpected{lines.error()};
        for (const Recorded& line : *lines) {
            if (auto applied = m_projector->apply(line); !applied)
                return tl::unexpected{StorageError{StorageFault::Unreadable, applied.error()}};
            m_seq = line.seq;
        }
        goesOn = lines->size() == kVisitLinesAtOnce;
    }
    return {};
}

} // namespace starqueue::db
