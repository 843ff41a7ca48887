#include <formats/json/json_object.h>
#include <hall/api/request/permission.h>
#include <hall/api/views/views.h>
#include <hall/api/views/words.h>

#include <time/timestamp.h>

#include <queue/calls/checks.h>
#include <queue/order/promise_by_rank.h>
#include <queue/order/why_sentence.h>
#include <queue/service/checks.h>
#include <queue/state/visit.h>
#include <queue/tickets/claims.h>

#include <algorithm>

namespace starqueue::hall {

namespace {

std::string outOfTurn(const queue::Why& why)
{
    if (why.rule != queue::WhyRule::OutOfTurn)
        return "null";
    formats::JsonObject out;
    out.add("clerk", why.clerk.empty() ? std::nullopt : std::optional{why.clerk});
    out.add("reason", why.reason);
    return out.take();
}

} // namespace

std::string Views::passed(const queue::Why& why) const
{
    std::string all = "[";
    for (const queue::Passed& one : why.passed) {
        const queue::Ticket* const other = m_view.state.find(one.ticket);
        if (!other)
            continue;
        formats::JsonObject out;
        out.add("number", number(*other));
        out.add("waitedSeconds", seconds(one.waited));
        out.add("bySeconds", seconds(one.by));
        out.add("rank", one.rank);
        out.add("times", one.times > 0 ? std::optional{one.times} : std::nullopt);
        formats::appendItem(all, out.take());
    }
    return all += ']';
}

std::string Views::why(const queue::Why& why) const
{
    formats::JsonObject out;
    out.add("rule", word(why.discipline));
    out.add("test", word(why.rule));
    out.add("guard", why.rule == queue::WhyRule::Guard);
    out.add("dedicated", why.rule == queue::WhyRule::Dedication);
    out.add("preferred", why.rule == queue::WhyRule::Preference);
    out.add("help", why.help);
    out.add("headStartSeconds", seconds(why.headStart));
    out.add("rank", why.rank);
    out.addJson("outOfTurn", outOfTurn(why));
    const bool counts = why.mostPasses > 0;
    out.add("timesPassed", counts ? std::optional{why.timesPassed} : std::nullopt);
    out.add("mostPasses", counts ? std::optional{why.mostPasses} : std::nullopt);
    out.add("passedCount", why.passedCount);
    out.add("passedLongestSeconds", seconds(why.passedLongest));
    out.add("boundSeconds", why.bound == queue::kNoBound ? std::nullopt : std::optional{seconds(why.bound)});
    out.addJson("passed", passed(why));
    out.add("passedElsewhereCount", why.elsewhereCount);
    out.add("passedElsewhereLongestSeconds", seconds(why.elsewhereLongest));
    out.addJson("text", textOf(queue::Name{queue::sentence(why, m_view.state, queue::Language::Zh),
                                           queue::sentence(why, m_view.state, queue::Language::En)}));
    return out.take();
}

void Views::addWait(formats::JsonObject& out, const queue::Ticket& ticket, Viewer sight) const
{
    const bool waiting = ticket.state == queue::TicketState::Waiting;
    const bool isInLine = waiting || ticket.state == queue::TicketState::Postponed;
    const Instant until = isInLine ? m_view.now : ticket.called;
    out.add("waitedSeconds",
            until < ticket.issued ? std::nullopt : std::optional{seconds(until - ticket.issued)});
    const auto postponed = m_view.state.postponements.find(ticket.id);
    const bool isPostponed = ticket.state == queue::TicketState::Postponed;
    out.add("postponedUntil", isPostponed && postponed != m_view.state.postponements.end()
                                  ? shown(m_view, postponed->second.until)
                                  : std::nullopt);
    std::optional<Outlook> foreseen;
    if (waiting)
        foreseen = sight.staff() ? outlook(ticket) : shownOutlook(ticket);
    out.add("ahead", foreseen ? std::optional{foreseen->ahead} : std::nullopt);
    out.addJson("waitSeconds", textOf(ticket.promise));
    out.addJson("remainingSeconds", foreseen ? textOf(foreseen->wait) : "null");
}

void Views::addWhatFollowed(formats::JsonObject& out, const queue::Ticket& ticket, Viewer sight) const
{
    formats::JsonObject print;
    print.add("jobId", std::to_string(ticket.printJob.value));
    out.addJson("print", ticket.printJob.value ? print.take() : "null");
    const queue::RatingSession* const session = m_view.state.find(ticket.session);
    if (!session)
        return out.add("rating", nullptr);
    formats::JsonObject rating;
    rating.add("session", std::to_string(session->id.value));
    rating.add("state", word(session->state));
    rating.add("score", sight.staff() && session->score ? std::optional{session->score} : std::nullopt);
    out.addJson("rating", rating.take());
}

void Views::addClaim(formats::JsonObject& out, const queue::Ticket& ticket) const
{
    const auto holder = queue::duplicateOf(m_view.state, ticket);
    out.add("identity", shownWord(ticket.claim));
    out.add("duplicateOf", holder ? std::optional{std::to_string(holder->value)} : std::nullopt);
}

void Views::addGroup(formats::JsonObject& out, const queue::Ticket& ticket) const
{
    if (ticket.statutory == queue::kNoGroup) {
        out.add("statutory", nullptr);
        out.add("statutoryName", nullptr);
        return;
    }
    const queue::Rules& rules = *m_view.state.rules;
    const queue::StatutoryGroup& journalled = rules.groups.at(ticket.statutory.value);
    const auto reason = journalled.anonymous && m_view.reasons ? m_view.reasons->of(ticket.id) : std::nullopt;
    const auto named = queue::findGroup(rules, reason.value_or(journalled.id));
    out.add("statutory", reason.value_or(journalled.id));
    out.addJson("statutoryName", textOf(named ? rules.groups.at(named->value).name : journalled.name));
}

void Views::addVisit(formats::JsonObject& out, const queue::Ticket& ticket) const
{
    const bool called = ticket.state == queue::TicketState::Called; // if they come, the wait ended then
    const queue::Visit visit = queue::visitOf(m_view.state, ticket, called ? ticket.called : m_view.now);
    formats::JsonObject inner;
    inner.add("waitSeconds", seconds(visit.wait));
    inner.add("firstCallSeconds", visit.toFirst ? std::optional{seconds(*visit.toFirst)} : std::nullopt);
    inner.add("postponedSeconds", seconds(visit.postponed));
    inner.add("served", visit.served);
    inner.add("calls", visit.calls);
    inner.add("counters", visit.counters);
    out.addJson("visit", inner.take());
}

void Views::addReference(formats::JsonObject& out, const queue::Ticket& ticket) const
{
    const auto found = m_view.state.references.find(ticket.id);
    if (found == m_view.state.references.end())
        return out.add("reference", nullptr);
    const auto part = [](const std::string& text) {
        return text.empty() ? std::nullopt : std::optional{text};
    };
    formats::JsonObject reference;
    reference.add("case", part(found->second.caseNumber));
    reference.add("item", part(found->second.item));
    out.addJson("reference", reference.take());
}

/// Who alone calls it, while that is so.
void Views::addBinding(formats::JsonObject& out, const queue::Ticket& ticket) const
{
    const queue::State& state = m_view.state;
    const bool isInLine =
        ticket.state == queue::TicketState::Waiting || ticket.state == queue::TicketState::Postponed;
    const bool isBound = isInLine && state.line.isBindingNow(queue::laneKeyOf(*state.rules, ticket));
    const auto sent = state.boundClerks.find(ticket.id);
    out.add("boundTo",
            isBound ? std::optional{state.rules->counters.at(ticket.boundTo.value).id} : std::nullopt);
    out.add("boundClerk",
            isBound && sent != state.boundClerks.end() ? std::optional{sent->second} : std::nullopt);
}

void Views::addForStaff(formats::JsonObject& out, const queue::Ticket& ticket) const
{
    out.add("stars", ticket.stars);
    out.add("keyContact", ticket.keyContact);
    out.add("dedicated", queue::hasDedicated(*m_view.state.rules, ticket.tier));
    addBinding(out, ticket);
    out.add("first", ticket.first);
    addVisit(out, ticket);
    addReference(out, ticket);
    const queue::PrintJob* const job = m_view.state.find(ticket.printJob);
    out.add("paper", job ? shownWord(job->paper) : std::nullopt);
    addGroup(out, ticket);
    addClaim(out, ticket);
    out.addJson("why", ticket.why ? why(*ticket.why) : "null");
}

std::string Views::ticket(const queue::Ticket& ticket, Viewer sight) const
{
    const bool atKiosk = ticket.kiosk != queue::kNoKiosk;
    return this->ticket(ticket, sight, atKiosk ? std::string_view(m_view.state.kioskOf(ticket)) : "");
}

std::string Views::ticket(const queue::Ticket& ticket, Viewer sight, std::string_view kiosk) const
{
    return ticketObject(ticket, sight, kiosk).take();
}

formats::JsonObject Views::ticketObject(const queue::Ticket& ticket, Viewer sight,
                                        std::string_view kiosk) const
{
    const auto& rules = *m_view.state.rules;
    const auto& service = rules.services.at(ticket.service.value);
    const bool atCounter = ticket.counter != queue::kNoCounter;
    formats::JsonObject out;
    out.add("id", std::to_string(ticket.id.value));
    out.add("number", number(ticket));
    out.add("service", service.id);
    out.addJson("serviceName", textOf(m_view.state.serviceNameOf(ticket)));
    out.add("state", word(ticket.state));
    out.add("issuedAt", time::timestamp(m_view.wall(ticket.issued)));
    out.add("calledAt", shown(m_view, ticket.called));
    out.add("startedAt", shown(m_view, ticket.started));
    out.add("finishedAt", shown(m_view, ticket.ended));
    out.add("counter", atCounter ? std::optional{rules.counters.at(ticket.counter.value).id} : std::nullopt);
    out.add("kiosk", kiosk.empty() ? std::nullopt : std::optional{kiosk});
    out.add("language", word(ticket.language));
    out.add("recalls", ticket.recalls);
    out.add("recallsLeft", queue::recallsLeft(m_view.state, ticket));
    out.add("noShowAt", ticket.state == queue::TicketState::Called
                            ? shown(m_view, queue::noShowFrom(m_view.state, ticket))
                            : std::nullopt);
    out.add("requeues", ticket.requeues);
    out.addJson("may", textOf(mayDo(sight.caller, m_view, ticket)));
    addWait(out, ticket, sight);
    addWhatFollowed(out, ticket, sight);
    if (sight.statusUrl != Viewer::StatusUrl::LeftOut)
        out.addJson("statusUrl",
                    sight.statusUrl == Viewer::StatusUrl::Shown ? statusUrl(ticket).dump() : "null");
    if (sight.staff())
        addForStaff(out, ticket);
    return out;
}

} // namespace starqueue::hall
