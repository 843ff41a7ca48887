#include <hall/api/handlers/whole_hall.h>

#include <db/crypto/hashing.h>

#include <hall/api/request/body.h>
#include <hall/api/views/values.h>

#include <time/timestamp.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace starqueue::hall {

using nlohmann::json;

namespace {

constexpr std::string_view kOthers =
    "Others are concerned by now than in the preview: look at it again, and send its new \"asOf\".";

/// The service of a command on one; empty: the command is on all of them.
std::optional<queue::ServiceIx> serviceOf(const queue::Command& command)
{
    if (const auto* open = std::get_if<queue::OpenService>(&command))
        return open->service;
    if (const auto* close = std::get_if<queue::CloseService>(&command))
        return close->service;
    return std::nullopt;
}

std::vector<const queue::Ticket*> whom(const queue::State& state, const queue::Command& command)
{
    const auto service = serviceOf(command);
    std::vector<const queue::Ticket*> tickets;
    for (const queue::Ticket& ticket : state.tickets)
        if (state.isInTheRoom(ticket) && (!service || ticket.service == *service))
            tickets.push_back(&ticket);
    return tickets;
}

db::Intent expecting(db::Intent intent, std::string expected)
{
    if (expected.empty())
        return intent;
    return [intent = std::move(intent),
            expected = std::move(expected)](const db::View& view) -> db::CommandOrNot {
        auto command = intent(view);
        if (command && asOf(view.state, *command) != expected)
            return tl::unexpected(queue::Refusal{queue::RefusalCode::Changed, {}, std::string(kOthers)});
        return command;
    };
}

/// Who serves what, and which counters are open.
std::string asOfCounters(const queue::State& state)
{
    std::string text;
    for (std::size_t i = 0; i < state.counters.size(); ++i) {
        text += ';' + std::string(queue::word(state.counters[i].state));
        for (const queue::ServiceIx service : state.rules->counters[i].services)
            text += ' ' + std::to_string(service.value);
    }
    return db::hexOf(db::hash128Of(text));
}

/// Which messages stand.
std::string asOfMessages(const queue::State& state)
{
    std::string text;
    for (const auto& [id, shown] : state.messages) // lengths, so that no text looks like another's end
        for (const std::string* part : {&id, &shown.zh, &shown.en})
            text += std::to_string(part->size()) + ':' + *part;
    return db::hexOf(db::hash128Of(text));
}

json messageOf(const std::string& id, const queue::Name& text)
{
    return {{"id", id}, {"text", toJson(text)}};
}

/// What each kind of face shows. A display shows all in turn, a kiosk has room for the first by id.
json shownOn(const std::map<std::string, queue::Name>& standing)
{
    json all = json::array();
    for (const auto& [id, text] : standing)
        all.push_back(messageOf(id, text));
    json first = all.empty() ? json::array() : json::array({all.front()});
    return {{"displays", std::move(all)}, {"kiosks", std::move(first)}};
}

void previewBy(Hall& hall, const ExchangePtr& exchange, db::Intent intent,
               json (*shown)(const db::View&, const queue::Command&, const queue::Events&))
{
    answer(hall, exchange,
           [intent = std::move(intent), shown](const db::View& view) -> tl::expected<Rendered, Problem> {
               const auto problem = [](const auto& why) { return problemOf(why); };
               const auto command = intent(view);
               if (!command)
                   return tl::unexpected(std::visit(problem, command.error()));
               queue::Events events;
               if (const auto decision = queue::decide(view.state, *command, view.now, events); !decision)
                   return tl::unexpected(problemOf(decision.error()));
               return rendered(200, shown(view, *command, events));
           });
}

void addTo(json& byState, const queue::State& state, const queue::Ticket& ticket)
{
    json& those = byState[std::string(queue::word(ticket.state))];
    those["numbers"].push_back(state.numberOf(ticket));
    those["count"] = those["numbers"].size();
}

json closedBetween(const queue::State& before, const queue::State& after)
{
    json counters = json::array();
    for (std::size_t i = 0; i < after.counters.size(); ++i) {
        const bool wasOpen =
            i < before.counters.size() && before.counters[i].state != queue::CounterState::Closed;
        if (wasOpen && after.counters[i].state == queue::CounterState::Closed)
            counters.push_back(after.rules->counters.at(i).id);
    }
    return counters;
}

} // namespace

formats::JsonObject dayState(const db::View& view)
{
    const queue::State& state = view.state;
    formats::JsonObject out;
    out.add("date", state.date ? std::optional{time::dateText(*state.date)} : std::nullopt);
    out.add("dayOpen", state.dayOpen);
    return out;
}

json undoOf(const Hall& hall, const db::Accepted& accepted)
{
    if (accepted.firstSeq == 0)
        return nullptr;
    return {{"event", textOf(EventId{hall.events.life(), accepted.firstSeq})}};
}

std::string asOf(const queue::State& state, const queue::Command& command)
{
    if (std::holds_alternative<queue::SetCounterServices>(command))
        return asOfCounters(state);
    if (std::holds_alternative<queue::PostMessage>(command))
        return asOfMessages(state);
    std::string text = std::to_string(command.index()) + (state.dayOpen ? "open" : "closed");
    if (state.date)
        text += time::dateText(*state.date);
    for (const queue::Ticket* ticket : whom(state, command))
        text += ' ' + std::to_string(ticket->id.value) + std::string(queue::word(ticket->state));
    if (const auto service = serviceOf(command))
        text += state.serviceOpen(*service) ? "open" : "closed";
    else
        for (const queue::Counter& counter : state.counters)
            text += std::string(queue::word(counter.state));
    return db::hexOf(db::hash128Of(text));
}

void previewConcerned(Hall& hall, const ExchangePtr& exchange, db::Intent intent)
{
    previewBy(hall, exchange, std::move(intent), concerned);
}

void previewChanged(Hall& hall, const ExchangePtr& exchange, db::Intent intent)
{
    previewBy(hall, exchange, std::move(intent), changed);
}

void previewMessage(Hall& hall, const ExchangePtr& exchange, db::Intent intent)
{
    answer(hall, exchange,
           [intent = std::move(intent)](const db::View& view) -> tl::expected<Rendered, Problem> {
               const auto command = *intent(view);
               const auto& message = std::get<queue::PostMessage>(command);
               queue::Events events;
               if (const auto decision = queue::decide(view.state, command, view.now, events); !decision)
                   return tl::unexpected(problemOf(decision.error()));
               std::map<std::string, queue::Name> after = view.state.messages;
               const auto former = after.find(message.id);
               const json shown = former == after.end() ? json() : messageOf(message.id, former->second);
               after.erase(message.id);
               if (message.text != queue::Name{})
                   after[message.id] = message.text;
               return rendered(200, {{"asOf", asOf(view.state, command)},
                                     {"changes", !events.empty()},
                                     {"former", shown},
                                     {"before", shownOn(view.state.messages)},
                                     {"after", shownOn(after)}});
           });
}

json concerned(const db::View& view, const queue::Command& command, const queue::Events& events)
{
    json byState = json::object();
    for (const queue::Ticket* ticket : whom(view.state, command))
        addTo(byState, view.state, *ticket);
    json unserved = json::array();
    json counters = json::array();
    for (const queue::Event& event : events) {
        if (const auto* ended = std::get_if<queue::TicketUnserved>(&event))
            unserved.push_back(view.state.numberOf(*view.state.find(ended->ticket)));
        if (const auto* closed = std::get_if<queue::CounterClosed>(&event))
            counters.push_back(view.state.rules->counters.at(closed->counter.value).id);
    }
    return {{"asOf", asOf(view.state, command)},
            {"changes", !events.empty()},
            {"concerns", std::move(byState)},
            {"unserved", std::move(unserved)},
            {"countersClosed", std::move(counters)}};
}

json changed(const db::View& view, const queue::Command& command, const queue::Events& events)
{
    queue::State after = view.state;
    for (const queue::Event& event : events)
        queue::apply(after, event, view.now);
    json byState = json::object();
    json unserved = json::array();
    for (const queue::Ticket& ticket : view.state.tickets) {
        const queue::Ticket* const then = after.find(ticket.id);
        if (then && then->state == ticket.state)
            continue;
        addTo(byState, view.state, ticket);
        if (then && then->state == queue::TicketState::Unserved)
            unserved.push_back(view.state.numberOf(ticket));
    }
    return {{"asOf", asOf(view.state, command)},
            {"changes", !events.empty()},
            {"concerns", std::move(byState)},
            {"unserved", std::move(unserved)},
            {"countersClosed", closedBetween(view.state, after)},
            {"date", after.date ? json(time::dateText(*after.date)) : json(nullptr)},
            {"dayOpen", after.dayOpen},
            {"wall", time::timestamp(after.clock.wall(view.now))}};
}

void previewOr(Hall& hall, const ExchangePtr& exchange, db::Intent intent, const PreviewAnswer& preview,
               const std::function<void(db::Intent)>& carry)
{
    Body body(exchange->body);
    std::string expected = body.optionalText("expect", 64);
    if (body.problem())
        return send(exchange->reply, *body.problem());
    const auto wish = exchange->request.parameter("preview");
    if (wish && *wish != "true" && *wish != "false")
        return send(exchange->reply, badField("preview", '"' + std::string(*wish) + '"', "true or false"));
    if (wish && *wish == "true")
        return preview(hall, exchange, std::move(intent));
    carry(expecting(std::move(intent), std::move(expected)));
}

void carryOutForAll(Hall& hall, const ExchangePtr& exchange, db::Intent intent,
                    std::function<formats::JsonObject(const db::View&)> render, const PreviewAnswer& preview)
{
    previewOr(hall, exchange, std::move(intent), preview, [&](db::Intent meant) {
        carryOut(hall, exchange, std::move(meant),
                 [&hall, render = std::move(render)](const db::View& view, const db::Accepted& accepted) {
                     formats::JsonObject answer = render(view);
                     answer.addJson("undo", undoOf(hall, accepted).dump());
                     return Rendered{200, answer.take()};
                 });
    });
}

} // namespace starqueue::hall
