#include <db/visits/visit_export.h>

#include <db/codec/event_codec.h>
#include <db/visits/visit_projector.h>

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <utility>

namespace starqueue::db {

namespace {

constexpr std::size_t kExportLinesAtOnce = 2000;
/// Lines of the second day after the range can't change a visit in it, but for ratings from the phone.
constexpr int kDaysAfter = 2;

/// Keeps the visits of some business days.
class Collection final : public VisitListener
{
public:
    explicit Collection(const VisitDays& days) : m_days(days) {}

    void onServed(const ServedVisit& visit) override
    {
        if (visit.past.day < m_days.from || visit.past.day >= m_days.to)
            return;
        if (visit.past.session.value != 0)
            m_bySession[visit.past.session] = m_visits.size();
        m_visits.push_back(visit);
    }

    void onTakenBack(const ServedVisit& visit, time::WallTime, std::uint64_t) override
    {
        const auto taken =
            std::ranges::find(m_visits.rbegin(), m_visits.rend(), visit.seq, &ServedVisit::seq);
        if (taken == m_visits.rend())
            return;
        m_visits.erase(std::next(taken).base());
        m_bySession.clear();
        for (std::size_t i = 0; i < m_visits.size(); ++i)
            if (m_visits[i].past.session.value != 0)
                m_bySession[m_visits[i].past.session] = i;
    }

    void onRated(const ServedVisit& visit, std::uint64_t) override
    {
        note(visit.past.session, visit.score, RatingSource::Panel, visit.rated);
    }

    void onRatedLate(const queue::TicketRatedLate& rating, time::WallTime at, std::uint64_t) override
    {
        note(rating.visit.session, rating.score, RatingSource::Phone, at);
    }

    void onExplained(const queue::RatingExplained& explained, time::WallTime, std::uint64_t) override
    {
        if (ServedVisit* const visit = visitOf(explained.visit.session))
            visit->reasons = explained.reasons;
    }

    void onCase(const queue::CaseOpened& opened, time::WallTime, std::uint64_t) override
    {
        if (ServedVisit* const visit = visitOf(opened.session))
            visit->due = opened.due;
    }

    [[nodiscard]] std::size_t size() const { return m_visits.size(); }
    [[nodiscard]] std::vector<ServedVisit> take() { return std::move(m_visits); }

private:
    [[nodiscard]] ServedVisit* visitOf(queue::RatingSessionId session)
    {
        const auto found = m_bySession.find(session);
        return found == m_bySession.end() ? nullptr : &m_visits[found->second];
    }

    void note(queue::RatingSessionId session, int score, RatingSource source, time::WallTime at)
    {
        ServedVisit* const visit = visitOf(session);
        if (!visit)
            return;
        visit->score = score;
        visit->source = source;
        visit->rated = at;
    }

    const VisitDays m_days;
    std::vector<ServedVisit> m_visits;
    std::unordered_map<queue::RatingSessionId, std::size_t> m_bySession;
};

/// Reads on from a line, and past the range only what may still rate its visits.
class ExportReader
{
public:
    ExportReader(const VisitDays& days, Collection& collection)
        : m_days(days), m_collection(collection), m_projector(collection)
    {}

    tl::expected<void, StorageError> take(const Recorded& line)
    {
        if (m_isPast && !isOfAnyDay(line.name))
            return {};
        if (m_isPast)
            return takeLate(line);
        if (auto applied = m_projector.apply(line); !applied)
            return tl::unexpected{StorageError{StorageFault::Unreadable, applied.error()}};
        if (line.name == queue::DayOpened::kName && m_projector.state().date >= m_days.to)
            m_isPast = ++m_openedAfter >= kDaysAfter;
        return {};
    }

private:
    static bool isOfAnyDay(std::string_view name)
    {
        return name == queue::TicketRatedLate::kName || name == queue::RatingExplained::kName ||
               name == queue::CaseOpened::kName;
    }

    tl::expected<void, StorageError> takeLate(const Recorded& line)
    {
        const auto event = decodeEvent(line.name, line.payload, nullptr);
        if (!event)
            return tl::unexpected{StorageError{
                StorageFault::Unreadable, "journal line " + std::to_string(line.seq) + ": " + event.error()}};
        const time::WallTime at = m_projector.state().clock.wall(line.at);
        if (const auto* const opened = std::get_if<queue::CaseOpened>(&*event))
            m_collection.onCase(*opened, at, line.seq);
        else if (const auto* const explained = std::get_if<queue::RatingExplained>(&*event))
            m_collection.onExplained(*explained, at, line.seq);
        else
            m_collection.onRatedLate(std::get<queue::TicketRatedLate>(*event), at, line.seq);
        return {};
    }

    const VisitDays m_days;
    Collection& m_collection;
    VisitProjector m_projector;
    int m_openedAfter = 0;
    bool m_isPast = false;
};

} // namespace

VisitsOrNot servedVisits(Journal& journal, const VisitDays& days, std::size_t most)
{
    const auto last = lastLineBefore(journal, days.begin);
    const auto start = last ? dayStartBefore(journal, *last) : last;
    if (!start)
        return tl::unexpected{start.error()};
    Collection collection{days};
    ExportReader reader{days, collection};
    std::uint64_t seq = *start;
    for (bool goesOn = true; goesOn;) {
        const auto lines = journal.read(seq, kExportLinesAtOnce);
        if (!lines)
            return tl::unexpected{lines.error()};
        for (const Recorded& line : *lines) {
            if (auto taken = reader.take(line); !taken)
                return tl::unexpected{std::move(taken.error())};
            seq = line.seq;
        }
        if (collection.size() > most)
            return tl::unexpected{TooManyVisits{}};
        goesOn = lines->size() == kExportLinesAtOnce;
    }
    return collection.take();
}

} // namespace starqueue::db
