#include <formats/json/json_object.h>
#include <hall/api/request/permission.h>
#include <hall/api/views/views.h>
#include <hall/api/views/words.h>

#include <queue/decide.h>
#include <queue/order/ahead.h>
#include <queue/order/promise_by_rank.h>
#include <queue/tickets/closed_reason.h>
#include <queue/tickets/limits.h>
#include <queue/undo/checks.h>

#include <algorithm>

namespace starqueue::hall {

namespace {

/// Of a service that nobody can wait for now.
constexpr queue::Promise kUnknownWait{.method = queue::PromiseMethod::Unknown};

/// Empty is null.
std::optional<std::string_view> orNull(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}

bool hasOtherServices(const queue::State& state, queue::CounterIx counter)
{
    return std::ranges::find(state.floorServices, counter, &queue::FloorServices::counter) !=
           state.floorServices.end();
}

std::string outcomesOf(const queue::Rules& rules)
{
    std::string all = "[";
    for (const queue::OutcomeRule& outcome : rules.outcomes) {
        formats::JsonObject out;
        out.add("id", outcome.id);
        out.addJson("name", textOf(outcome.name));
        formats::appendItem(all, out.take());
    }
    return all += ']';
}

} // namespace

std::string serviceIds(const queue::Rules& rules, const std::vector<queue::ServiceIx>& services)
{
    formats::JsonWriter ids;
    ids.beginArray();
    for (const queue::ServiceIx service : services)
        ids.string(rules.services.at(service.value).id);
    ids.endArray();
    return ids.take();
}

std::string Views::lastStep(queue::CounterIx counter) const
{
    const queue::Step* const step = queue::undoableStep(m_view.state, counter, m_view.now);
    if (!step)
        return "null";
    formats::JsonObject out;
    out.add("step", queue::word(step->kind));
    out.add("ticket", std::to_string(step->ticket.id.value));
    out.add("number", number(*m_view.state.find(step->ticket.id)));
    out.add("untilElapsed", queue::undoableUntil(*step).time_since_epoch().count());
    return out.take();
}

std::string Views::whoComesNext(queue::CounterIx counter) const
{
    const auto next = queue::preview(m_view.state, counter, m_view.now);
    if (!next)
        return "null";
    const queue::Ticket& coming = *m_view.state.find(next->first);
    formats::JsonObject out;
    out.add("number", number(coming));
    out.add("service", m_view.state.rules->services.at(coming.service.value).id);
    out.add("stars", coming.stars);
    out.add("waitedSeconds", seconds(m_view.now - coming.issued));
    out.addJson("why", why(next->second));
    return out.take();
}

void Views::addForStaff(formats::JsonObject& out, queue::CounterIx ix, Viewer sight) const
{
    const queue::Counter& counter = m_view.state.counters.at(ix.value);
    out.add("paused", counter.state == queue::CounterState::Paused);
    out.add("pauseReason", orNull(counter.pauseReason));
    out.add("clerk", orNull(counter.clerk));
    out.add("servedToday", counter.served);
    out.add("meanServiceSeconds",
            counter.served ? std::optional{counter.servedFor.count() / 1000 / counter.served} : std::nullopt);
    std::string parked = "[";
    for (const queue::Ticket* other : queue::parkedFor(m_view.state, ix))
        formats::appendItem(parked, ticket(*other, sight));
    out.addJson("parked", parked += ']');
    out.addJson("next", whoComesNext(ix));
    out.addJson("lastStep", lastStep(ix));
    const queue::CounterRule& rule = m_view.state.rules->counters[ix.value];
    out.add("profile", orNull(rule.profile));
    out.add("servicesChanged", hasOtherServices(m_view.state, ix));
    out.addJson("outcomes", outcomesOf(*m_view.state.rules));
    out.add("outcomeRequired", m_view.state.rules->outcomeRequired);
    out.add("askReference", queue::word(m_view.state.rules->askReference));
}

std::string Views::counter(queue::CounterIx ix, Viewer sight) const
{
    return counterObject(ix, sight).take();
}

formats::JsonObject Views::counterObject(queue::CounterIx ix, Viewer sight) const
{
    const queue::State& state = m_view.state;
    const queue::CounterRule& rule = state.rules->counters.at(ix.value);
    const queue::Counter& counter = state.counters.at(ix.value);
    formats::JsonObject out;
    out.add("id", rule.id);
    out.addJson("name", textOf(rule.name));
    out.add("state", queue::apiStateOf(state, counter));
    out.add("sign", queue::signOf(rule));
    out.addJson("services", serviceIds(*state.rules, rule.services));
    out.add("dedicatedToStars", rule.dedicatedToStars);
    out.add("waiting", state.line.size());
    out.add("waitingHere", state.line.waitingFor(ix));
    out.add("helpAsked", counter.helpAsked);
    out.addJson("may", textOf(mayDo(sight.caller, m_view, ix)));
    const queue::Ticket* present = state.find(counter.ticket);
    out.addJson("ticket", present ? ticket(*present, sight) : "null");
    if (sight.staff())
        addForStaff(out, ix, sight);
    return out;
}

std::string Views::counters(Viewer sight) const
{
    std::string all = "[";
    for (std::uint16_t i = 0; i < m_view.state.counters.size(); ++i)
        if (!m_view.state.rules->counters[i].retired)
            formats::appendItem(all, counter(queue::CounterIx{i}, sight));
    return all += ']';
}

formats::JsonObject Views::service(queue::ServiceIx ix) const
{
    const queue::State& state = m_view.state;
    const queue::ServiceRule& rule = state.rules->services.at(ix.value);
    const queue::Opening opening = queue::serviceOpening(state.hours, rule.id, m_view.now);
    const auto closed = queue::whyClosed(state, ix, m_view.now);
    const queue::Standing unidentified{ix, queue::tierOf(*state.rules, 0, false)};
    const auto ahead = queue::aheadOfNewcomer(state, unidentified, m_view.now);
    const auto foreseen =
        m_forecast ? m_forecast->ofNewcomer(ix, unidentified.tier, queue::kNoGroup) : std::nullopt;
    const queue::Promise wait =
        closed ? kUnknownWait : queue::promiseOf(state, unidentified, ahead, foreseen);
    formats::JsonObject out;
    out.add("id", rule.id);
    out.add("prefix", rule.prefix);
    out.addJson("name", textOf(rule.name));
    out.add("open", !closed);
    out.add("closedReason", closed ? std::optional{queue::word(*closed)} : std::nullopt);
    out.add("takesTransfers", queue::takesTransfers(state, ix));
    out.add("opensAt", shown(m_view, opening.opens));
    out.add("lastTicketAt", shown(m_view, opening.lastTicket));
    out.add("ticketsLeft", queue::ticketsLeft(state, ix));
    out.add("waiting", state.line.waitingFor(ix));
    out.add("ahead", ahead);
    out.addJson("waitSeconds", textOf(wait));
    return out;
}

std::string Views::opening() const
{
    const queue::Opening opening = queue::hallOpening(m_view.state.hours, m_view.now);
    formats::JsonObject out;
    out.add("open", opening.open);
    out.add("opensAt", shown(m_view, opening.opens));
    out.add("lastTicketAt", shown(m_view, opening.lastTicket));
    out.add("closesAt", shown(m_view, opening.closes));
    return out.take();
}

std::string Views::services() const
{
    std::string all = "[";
    for (const queue::ServiceIx ix : queue::shownServices(*m_view.state.rules))
        formats::appendItem(all, service(ix).take());
    return all += ']';
}

} // namespace starqueue::hall
