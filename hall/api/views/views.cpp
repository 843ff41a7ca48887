#include <hall/api/views/views.h>

#include <db/crypto/hashing.h>

#include <hall/api/views/words.h>

#include <time/timestamp.h>

#include <queue/order/ahead.h>
#include <queue/order/promise_by_rank.h>
#include <queue/printing/jobs.h>

namespace starqueue::hall {

using nlohmann::json;

namespace {

std::string text(std::uint64_t id)
{
    return std::to_string(id);
}

json nullable(std::optional<std::string_view> word)
{
    return word ? json(*word) : json(nullptr);
}

} // namespace

std::string Views::number(const queue::Ticket& ticket) const
{
    return m_view.state.numberOf(ticket);
}

json Views::signOfBound(const queue::Ticket& ticket) const
{
    const bool isBound = ticket.boundTo != queue::kNoCounter && ticket.state == queue::TicketState::Waiting;
    return isBound ? json(queue::signOf(m_view.state.rules->counters.at(ticket.boundTo.value)))
                   : json(nullptr);
}

json Views::statusUrl(const queue::Ticket& ticket) const
{
    return m_publicUrl.empty() ? json(nullptr) : json(m_publicUrl + "/t/" + db::hexOf(ticket.secret));
}

Views::Outlook Views::outlook(const queue::Ticket& ticket) const
{
    const std::uint32_t ahead = queue::ahead(m_view.state, ticket, m_view.now);
    auto foreseen = m_forecast ? m_forecast->of(ticket) : std::nullopt;
    const bool isKnown = m_forecast && m_forecast->knows(ticket);
    if (!isKnown && !queue::showsOrdinary(*m_view.state.rules, ticket))
        foreseen = queue::foreseenAtIssue(m_view.state, ticket, m_view.now);
    return {ahead, queue::promiseOf(m_view.state, queue::standingOf(ticket), ahead, foreseen,
                                    queue::waitedSince(ticket, m_view.now))};
}

// The forecast simulates the ticket with its stars: nothing of it may be shown.
Views::Outlook Views::shownOutlook(const queue::Ticket& ticket) const
{
    if (!queue::showsOrdinary(*m_view.state.rules, ticket))
        return outlook(ticket);
    const std::uint32_t ahead = queue::shownAhead(m_view.state, ticket, m_view.now);
    return {ahead, queue::shownWait(m_view.state, ticket, ahead, m_view.now,
                                    queue::foreseenAtIssue(m_view.state, ticket, m_view.now))};
}

json Views::printJob(const queue::PrintJob& job, const std::string& localTime) const
{
    json out{{"id", text(job.id.value)},
             {"state", word(job.state)},
             {"ticket", text(job.ticket.value)},
             {"kiosk", job.kiosk},
             {"reprint", job.reprint},
             {"wanted", queue::isWanted(m_view.state, job)},
             {"createdAt", time::timestamp(m_view.wall(job.created))},
             {"expiresAt", time::timestamp(m_view.wall(job.expires))},
             {"outcome", nullable(shownWord(job.outcome))},
             {"paper", nullable(shownWord(job.paper))}};
    if (job.isSlip()) {
        out["ticket"] = nullptr;
        out["content"] = {{"hall", m_hallName}, {"localTime", localTime}, {"slip", job.slip}};
        return out;
    }
    const queue::Ticket* ticket = m_view.state.find(job.ticket);
    if (!ticket)
        return out;
    // A second copy says what is true now, a first one what was said at issue.
    const bool isSecond = job.reprint && ticket->state == queue::TicketState::Waiting;
    const Outlook outlook = isSecond ? shownOutlook(*ticket) : Outlook{job.ahead, ticket->promise};
    out["content"] = {{"hall", m_hallName},
                      {"number", number(*ticket)},
                      {"service", toJson(m_view.state.serviceNameOf(*ticket))},
                      {"language", word(ticket->language)},
                      {"ahead", outlook.ahead},
                      {"waitSeconds", toJson(outlook.wait)},
                      {"localTime", localTime},
                      {"counterSign", signOfBound(*ticket)},
                      {"statusUrl", statusUrl(*ticket)}};
    return out;
}

json Views::ratingSession(const queue::RatingSession& session) const
{
    const queue::Ticket* ticket = m_view.state.find(session.ticket);
    return {{"session", text(session.id.value)},
            {"token", session.token()},
            {"ticket", text(session.ticket.value)},
            {"number", ticket ? json(number(*ticket)) : json(nullptr)},
            {"counter", m_view.state.rules->counters.at(session.counter.value).id},
            {"windowSeconds", seconds(session.ends - session.invited)},
            {"invitedAt", time::timestamp(m_view.wall(session.invited))},
            {"endsAt", time::timestamp(m_view.wall(session.ends))},
            {"endsElapsed", session.ends.time_since_epoch().count()},
            {"state", word(session.state)}};
}

} // namespace starqueue::hall
