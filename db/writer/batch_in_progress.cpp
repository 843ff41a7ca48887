#include <db/writer/batch_in_progress.h>

#include <db/codec/event_codec.h>

#include <algorithm>
#include <utility>

namespace starqueue::db {

namespace {

Outcome outcomeOf(const NoCommand& why)
{
    return std::visit([](const auto& each) { return Outcome{each}; }, why);
}

constexpr auto kUnreadable = "A time or date of this command, or one that follows from it, has a year that "
                             "can't be written: give another.";

/// Of a priority that is granted without a word in the journal of why.
std::optional<std::pair<queue::TicketId, queue::GroupIx>> reasonIn(const queue::Event& event)
{
    const auto given = [](queue::TicketId ticket, queue::GroupIx group) {
        return group == queue::kNoGroup ? std::nullopt : std::optional{std::pair{ticket, group}};
    };
    if (const auto* const issued = std::get_if<queue::TicketIssued>(&event))
        return given(issued->ticket.id, issued->reason);
    if (const auto* const granted = std::get_if<queue::StatutoryGranted>(&event))
        return given(granted->ticket, granted->reason);
    return std::nullopt;
}

} // namespace

BatchInProgress::BatchInProgress(Journal& journal, queue::State& state, std::uint64_t seq,
                                 VisitReasons* reasons, std::optional<std::string> full)
    : m_journal(journal), m_state(state), m_seq(seq), m_reasons(reasons), m_full(std::move(full))
{}

void BatchInProgress::take(const Item& item, Instant now)
{
    if (const auto* const question = std::get_if<Question>(&item))
        m_releases.push_back((*question)(view(now)));
    else
        m_releases.push_back(answer(std::get<Submitted>(item), now));
}

void BatchInProgress::take(const queue::Command& command, Instant now)
{
    queue::Events events;
    if (queue::decide(m_state, command, now, events) && std::ranges::all_of(events, hasReadableTimes))
        apply(std::move(events), now);
}

Release BatchInProgress::answer(const Submitted& submitted, Instant now)
{
    if (submitted.key)
        if (auto repeated = answerRepeated(submitted, now))
            return std::move(*repeated);
    return carryOut(submitted, now);
}

Release BatchInProgress::carryOut(const Submitted& submitted, Instant now)
{
    const auto command = submitted.intent(view(now));
    if (!command)
        return submitted.answering(view(now), outcomeOf(command.error()));
    queue::Events events;
    if (const auto decision = queue::decide(m_state, *command, now, events); !decision)
        return submitted.answering(view(now), decision.error());
    if (events.empty())
        return submitted.answering(view(now), Accepted{});
    if (!std::ranges::all_of(events, hasReadableTimes))
        return submitted.answering(view(now), queue::Refusal{queue::RefusalCode::BadValue, {}, kUnreadable});
    if (const std::string full = whyFull(submitted); !full.empty())
        return submitted.answering(view(now), StorageFull{full});
    const std::size_t first = m_events.size();
    apply(std::move(events), now);
    if (submitted.key)
        remember(*submitted.key, first);
    return submitted.answering(
        view(now), Accepted{std::span{m_events}.subspan(first), false, m_batch.events[first].seq});
}

std::string BatchInProgress::whyFull(const Submitted& submitted) const
{
    if (m_full)
        return *m_full;
    return submitted.key ? m_journal.noRoom() : std::string{};
}

// Encodes events one by one: each names tickets and services as in the state right after it.
void BatchInProgress::apply(queue::Events events, Instant now)
{
    for (queue::Event& event : events) {
        queue::apply(m_state, event, now);
        EncodedEvent encoded = encodeWithSight(event, m_state);
        m_batch.events.push_back({++m_seq, now, std::string{eventName(event)}, std::move(encoded.payload),
                                  std::move(encoded.sight)});
        noteReason(event);
        m_events.push_back(std::move(event));
    }
}

void BatchInProgress::noteReason(const queue::Event& event)
{
    const auto given = reasonIn(event);
    if (!m_reasons || !given)
        return;
    m_reasons->note(m_seq, given->first, m_state.rules->groups.at(given->second.value).id);
    m_hasReasons = true;
}

void BatchInProgress::remember(const RequestKey& key, std::size_t firstEvent)
{
    m_requests.add(key, m_batch.requests.size());
    RequestKey noted = key;
    noted.body = key.body.inForm(m_state.format);
    m_batch.requests.push_back({std::move(noted), m_batch.events[firstEvent].seq, m_batch.events.back().seq});
}

std::optional<Release> BatchInProgress::answerRepeated(const Submitted& submitted, Instant now)
{
    if (auto release = answerFromBatch(submitted, now))
        return release;
    const auto known = m_journal.remembered(*submitted.key);
    if (!known)
        return fail(known.error());
    if (!*known)
        return std::nullopt;
    if (!submitted.key->body.isOf((*known)->key.body))
        return submitted.answering(view(now), Reused{});
    const auto events = m_journal.events(**known);
    if (!events)
        return fail(events.error());
    return submitted.answering(view(now), Accepted{*events, true, (*known)->firstSeq});
}

std::optional<Release> BatchInProgress::answerFromBatch(const Submitted& submitted, Instant now)
{
    const auto place = m_requests.find(*submitted.key);
    if (!place)
        return std::nullopt;
    const Remembered& known = m_batch.requests[*place];
    if (!submitted.key->body.isOf(known.key.body))
        return submitted.answering(view(now), Reused{});
    const std::size_t first = known.firstSeq - m_batch.events.front().seq;
    const auto events = std::span{m_events}.subspan(first, known.lastSeq - known.firstSeq + 1);
    return submitted.answering(view(now), Accepted{events, true, known.firstSeq});
}

Release BatchInProgress::fail(StorageError error)
{
    m_fault = std::move(error);
    return {};
}

} // namespace starqueue::db
