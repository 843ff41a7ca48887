#include <hall/service/webhook/webhook_reader.h>

#include <formats/json/json_object.h>
#include <hall/api/exports/exported_visit.h>

#include <time/timestamp.h>

#include <utility>

namespace starqueue::hall {

namespace {

constexpr std::size_t kWebhookLinesAtOnce = 500;

std::string visitJson(const db::ServedVisit& visit)
{
    formats::JsonObject out;
    eachField(ExportedVisit{visit}, [&out](std::string_view name, const auto& value) {
        if (!name.starts_with("regulator")) // stands in exports alone
            out.add(name, value);
    });
    return out.take();
}

} // namespace

WebhookReader::WebhookReader(db::Journal& journal, std::string hall, std::string life, std::uint64_t after)
    : m_journal(journal), m_hall(std::move(hall)), m_life(std::move(life)), m_after(after)
{}

/// From the day before: a visit of it may be rated at the panel on the next.
tl::expected<void, db::StorageError> WebhookReader::begin()
{
    const auto start = db::dayStartBefore(m_journal, m_after, 1);
    if (!start)
        return tl::unexpected{start.error()};
    m_seq = *start;
    m_hasBegun = true;
    return {};
}

tl::expected<bool, db::StorageError> WebhookReader::readOn(std::deque<WebhookDocument>& to)
{
    if (!m_hasBegun)
        if (auto begun = begin(); !begun)
            return tl::unexpected{std::move(begun.error())};
    const auto lines = m_journal.read(m_seq, kWebhookLinesAtOnce);
    if (!lines)
        return tl::unexpected{lines.error()};
    m_to = &to;
    for (const db::Recorded& line : *lines) {
        if (auto applied = m_projector.apply(line); !applied)
            return tl::unexpected{db::StorageError{db::StorageFault::Unreadable, applied.error()}};
        m_seq = line.seq;
    }
    return lines->size() == kWebhookLinesAtOnce;
}

void WebhookReader::onServed(const db::ServedVisit& visit)
{
    tell("service_finished", visit, visit.finished, visit.seq);
}

void WebhookReader::onTakenBack(const db::ServedVisit& visit, time::WallTime at, std::uint64_t seq)
{
    tell("service_finish_undone", visit, at, seq);
}

void WebhookReader::onRated(const db::ServedVisit& visit, std::uint64_t seq)
{
    m_rated = visit;
    tell("service_rated", visit, visit.rated, seq);
}

/// What is known of a visit of which something is told on another day.
db::ServedVisit WebhookReader::ratedBefore(const queue::PastVisit& past, int score) const
{
    db::ServedVisit visit;
    visit.past = past;
    visit.finished = m_projector.state().clock.wall(past.finished);
    visit.score = score;
    return visit;
}

void WebhookReader::onExplained(const queue::RatingExplained& explained, time::WallTime at, std::uint64_t seq)
{
    db::ServedVisit visit = ratedBefore(explained.visit, explained.score);
    visit.reasons = explained.reasons;
    tell("rating_explained", visit, at, seq);
}

void WebhookReader::onRatedLate(const queue::TicketRatedLate& rating, time::WallTime at, std::uint64_t seq)
{
    db::ServedVisit visit = ratedBefore(rating.visit, rating.score);
    visit.source = db::RatingSource::Phone;
    visit.rated = at;
    m_rated = visit;
    tell("service_rated", visit, at, seq);
}

/// Its rating has been told: what this adds is by when it is due.
void WebhookReader::onCase(const queue::CaseOpened& opened, time::WallTime at, std::uint64_t seq)
{
    if (opened.due == queue::CaseDates{} || m_rated.past.session != opened.session)
        return;
    m_rated.due = opened.due;
    tell("case_opened", m_rated, at, seq);
}

void WebhookReader::tell(const char* what, const db::ServedVisit& visit, time::WallTime at, std::uint64_t seq)
{
    if (seq <= m_after)
        return;
    WebhookDocument document{seq, m_life + '-' + std::to_string(seq), time::timestamp(at), {}};
    formats::JsonObject out;
    out.add("id", document.id);
    out.add("hall", m_hall);
    out.add("event", what);
    out.add("at", document.at);
    out.addJson("visit", visitJson(visit));
    document.body = out.take();
    m_to->push_back(std::move(document));
}

} // namespace starqueue::hall
