#include <db/visits/visit_projector.h>

#include <db/codec/event_codec.h>

#include <queue/decide.h>

#include <algorithm>
#include <utility>

namespace starqueue::db {

namespace {

constexpr std::uint64_t kPageBack = 2000;

std::string tierText(const queue::State& state, const queue::Ticket& ticket)
{
    return std::to_string(state.rules->tiers.at(ticket.tier.value).stars);
}

/// The line at `seq`; empty: the journal ends before it.
tl::expected<std::optional<Recorded>, StorageError> lineAt(Journal& journal, std::uint64_t seq)
{
    auto lines = journal.read(seq - 1, 1);
    if (!lines)
        return tl::unexpected{std::move(lines.error())};
    return lines->empty() ? std::nullopt : std::optional{std::move(lines->front())};
}

} // namespace

tl::expected<void, std::string> VisitProjector::apply(const Recorded& line)
{
    const auto event = decodeEvent(line.name, line.payload, m_state.rules.get());
    if (!event)
        return tl::unexpected{"journal line " + std::to_string(line.seq) + ": " + event.error()};
    queue::apply(m_state, *event, line.at);
    std::visit([&](const auto& one) { see(one, line); }, *event);
    return {};
}

void VisitProjector::tellServed()
{
    if (const auto served = std::exchange(m_served, std::nullopt)) {
        if (const queue::Ticket* const ticket = m_state.find(served->past.ticket))
            m_lastServed[ticket->counter] = *served;
        m_listener.onServed(*served);
    }
}

ServedVisit VisitProjector::visitOf(const queue::Ticket& ticket, const std::string& clerk,
                                    const Recorded& line) const
{
    const queue::Rules& rules = *m_state.rules;
    ServedVisit visit;
    visit.past.ticket = ticket.id;
    visit.past.day = m_state.date.value_or(Date{});
    visit.past.number = m_state.numberOf(ticket);
    visit.past.service = rules.services.at(ticket.service.value).id;
    visit.past.counter = rules.counters.at(ticket.counter.value).id;
    visit.past.clerk = clerk;
    visit.past.tier = tierText(m_state, ticket);
    visit.past.legBegan = ticket.legBegan;
    visit.past.finished = ticket.ended;
    if (const auto found = m_state.references.find(ticket.id); found != m_state.references.end())
        visit.past.reference = found->second;
    visit.secret = ticket.secret;
    visit.language = ticket.language;
    visit.seq = line.seq;
    visit.issued = m_state.clock.wall(ticket.issued);
    visit.called = m_state.clock.wall(ticket.called);
    visit.started = m_state.clock.wall(ticket.started);
    visit.finished = m_state.clock.wall(ticket.ended);
    visit.hadPriority = ticket.statutory != queue::kNoGroup;
    return visit;
}

void VisitProjector::see(const queue::ServiceFinished& event, const Recorded& line)
{
    const queue::Ticket& ticket = *m_state.find(event.ticket);
    m_served = visitOf(ticket, m_state.counters.at(event.counter.value).clerk, line);
    m_served->past.outcome = event.outcome;
    m_served->skipRating = event.skipRating;
    if (!event.skipRating.empty())
        tellServed(); // else a rating is asked for in the same transaction
}

void VisitProjector::see(const queue::TicketServedByHand& event, const Recorded& line)
{
    m_served = visitOf(*m_state.find(event.ticket), event.clerk, line);
    tellServed();
}

void VisitProjector::see(const queue::RatingInvited& event, const Recorded&)
{
    if (m_served && m_served->past.ticket == event.session.ticket) {
        m_served->past.session = event.session.id;
        m_askedFor[event.session.id] = *m_served;
    }
    tellServed();
}

void VisitProjector::see(const queue::TicketRated& event, const Recorded& line)
{
    auto visit = m_askedFor.find(event.session);
    if (visit == m_askedFor.end())
        return;
    visit->second.score = event.score;
    visit->second.source = RatingSource::Panel;
    visit->second.rated = m_state.clock.wall(line.at);
    m_listener.onRated(visit->second, line.seq);
    m_askedFor.erase(visit);
}

void VisitProjector::see(const queue::TicketRatedLate& event, const Recorded& line)
{
    m_listener.onRatedLate(event, m_state.clock.wall(line.at), line.seq);
}

void VisitProjector::see(const queue::RatingExplained& event, const Recorded& line)
{
    m_listener.onExplained(event, m_state.clock.wall(line.at), line.seq);
}

void VisitProjector::see(const queue::StepUndone& event, const Recorded& line)
{
    const auto served = m_lastServed.find(event.counter);
    if (event.step != queue::StepKind::Finish || served == m_lastServed.end() ||
        served->second.past.ticket != event.ticket)
        return;
    const ServedVisit visit = served->second;
    m_lastServed.erase(served);
    m_askedFor.erase(visit.past.session);
    m_listener.onTakenBack(visit, m_state.clock.wall(line.at), line.seq);
}

void VisitProjector::see(const queue::CaseOpened& event, const Recorded& line)
{
    m_listener.onCase(event, m_state.clock.wall(line.at), line.seq);
}

void VisitProjector::see(const queue::DayOpened&, const Recorded&)
{
    m_lastServed.clear();
    std::erase_if(m_askedFor, [this](const auto& one) { return m_state.find(one.first) == nullptr; });
}

tl::expected<std::uint64_t, StorageError> dayStartBefore(Journal& journal, std::uint64_t seq, int more)
{
    for (std::uint64_t end = seq; end > 0;) { // the lines up to `end` haven't been looked at
        const std::uint64_t begin = end > kPageBack ? end - kPageBack : 0;
        const auto lines = journal.read(begin, end - begin);
        if (!lines)
            return tl::unexpected{lines.error()};
        for (auto line = lines->rbegin(); line != lines->rend(); ++line)
            if (line->name == queue::DayOpened::kName && more-- == 0)
                return line->seq - 1;
        end = begin;
    }
    return 0;
}

tl::expected<std::uint64_t, StorageError> lastLineBefore(Journal& journal, Instant at)
{
    std::uint64_t before = 0; // the last line known to be before it
    std::uint64_t step = 1;
    for (bool grows = true; step > 0;) { // doubled until a line is beyond it, then halved
        auto line = lineAt(journal, before + step);
        if (!line)
            return tl::unexpected{std::move(line.error())};
        const bool isBefore = *line && (*line)->at < at;
        grows = grows && isBefore;
        if (isBefore)
            before += step;
        step = grows ? step * 2 : step / 2;
    }
    return before;
}

} // namespace starqueue::db
