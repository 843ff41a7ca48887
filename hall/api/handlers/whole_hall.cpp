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
    answer(hall, exchange,
           [intent = std::move(intent)](const db::View& view) -> tl::expected<Rendered, Problem> {
               const auto problem = [](const auto& why) { return problemOf(why); };
               const auto command = intent(view);
               if (!command)
                   return tl::unexpected(std::visit(problem, command.error()));
               queue::Events events;
               if (const auto decision = queue::decide(view.state, *command, view.now, events); !decision)
                   return tl::unexpected(problemOf(decision.error()));
               return rendered(200, concerned(view, *command, events));
           });
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
    for (const queue::Ticket* ticket : whom(view.state, command)) {
        json& those = byState[std::string(queue::word(ticket->state))];
        those["numbers"].push_back(view.state.numberOf(*ticket));
        those["count"] = those["numbers"].size();
    }
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

void carryOutForAll(Hall& hall, const ExchangePtr& exchange, db::Intent intent,
                    std::function<formats::JsonObject(const db::View&)> render, const PreviewAnswer& preview)
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
    carryOut(hall, exchange, expecting(std::move(intent), std::move(expected)),
             [&hall, render = std::move(render)](const db::View& view, const db::Accepted& accepted) {
                 formats::JsonObject answer = render(view);
                 answer.addJson("undo", undoOf(hall, accepted).dump());
                 return Rendered{200, answer.take()};
             });
}

} // namespace starqueue::hall
