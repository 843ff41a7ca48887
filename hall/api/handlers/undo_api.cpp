#include <hall/api/handlers/route.h>
#include <hall/api/handlers/whole_hall.h>
#include <hall/api/request/body.h>
#include <hall/api/request/permission.h>

#include <queue/undo/checks.h>

#include <algorithm>
#include <array>

namespace starqueue::hall {

namespace {

/// What an event that begins a command says of what is to be taken back.
struct Named
{
    Instant at{};        ///< of all events of the command
    std::string ticket;  ///< empty: it names none
    std::string counter; ///< at which a start ended somebody's time to rate; else empty
    std::string sender;  ///< the token of whoever sent the command
    std::optional<queue::HallActKind> act{};
    std::string subject{}; ///< of the act: the id of its service, counter or message
};

std::string textIn(const nlohmann::json& payload, const char* field)
{
    const auto found = payload.find(field);
    return found != payload.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

std::string subjectIn(const nlohmann::json& payload, queue::HallActKind act)
{
    switch (act) {
    case queue::HallActKind::ServiceOpened:
    case queue::HallActKind::ServiceClosed:
        return textIn(payload, "service");
    case queue::HallActKind::CounterServices:
        return textIn(payload, "counter");
    case queue::HallActKind::MessageChanged:
        return textIn(payload, "message");
    case queue::HallActKind::DayOpened:
    case queue::HallActKind::DayClosed:
        return {};
    }
    return {};
}

Named namedBy(const Hall& hall, std::uint64_t seq)
{
    const auto lines = hall.journal.read(seq - 1, 1);
    const auto sender = hall.journal.senderOf(seq);
    if (!lines || lines->empty() || !sender)
        return {};
    const db::Recorded& line = lines->front();
    const auto payload = nlohmann::json::parse(line.payload, nullptr, false);
    const bool mayBeginStart = line.name == queue::RatingExpired::kName;
    Named named{line.at, textIn(payload, "ticket"), mayBeginStart ? textIn(payload, "counter") : "", *sender};
    named.act = formats::withWord<queue::HallActKind>(line.name);
    if (named.act)
        named.subject = subjectIn(payload, *named.act);
    return named;
}

bool isNamed(const queue::State& state, const queue::Step& step, const Named& named)
{
    if (step.at != named.at)
        return false;
    if (!named.ticket.empty())
        return numericId(named.ticket) == step.ticket.id.value;
    return step.kind == queue::StepKind::Start &&
           state.rules->counters.at(step.counter.value).id == named.counter;
}

tl::expected<void, db::Denied> needOwnStep(const Caller& caller, const db::View& view,
                                           const queue::Step& step, const Named& named)
{
    if (kDesk.has(caller.role))
        return {};
    if (caller.role == Role::Clerk && step.counter != queue::kNoCounter)
        return needOwnCounter(caller, view.state.rules->counters.at(step.counter.value).id);
    if (step.counter == queue::kNoCounter && named.sender == caller.token)
        return {};
    return tl::unexpected(db::Denied{"Only who took that step takes it back, or a duty manager."});
}

/// The step that is named; null: none that may be taken back.
const queue::Step* stepNamed(const queue::State& state, const Named& named)
{
    for (const auto& step : state.steps.ofCounters)
        if (step && isNamed(state, *step, named))
            return &*step;
    const auto& floor = state.steps.ofFloor;
    const auto found = std::ranges::find_if(
        floor.rbegin(), floor.rend(), [&](const queue::Step& step) { return isNamed(state, step, named); });
    return found == floor.rend() ? nullptr : &*found;
}

db::CommandOrNot commandThatUndoes(const Caller& caller, const db::View& view, const Named& named)
{
    if (const queue::Step* const step = named.act ? nullptr : stepNamed(view.state, named)) {
        if (const auto own = needOwnStep(caller, view, *step, named); !own)
            return tl::unexpected(own.error());
        if (step->counter != queue::kNoCounter)
            return queue::Command{queue::UndoStep{step->counter}};
        return queue::Command{queue::UndoFloorStep{step->ticket.id, step->at}};
    }
    const bool isOwnCounters =
        caller.role == Role::Clerk && named.act == queue::HallActKind::CounterServices &&
        needOwnCounter(caller, named.subject).has_value() && named.sender == caller.token;
    if (!isOwnCounters && !kDesk.has(caller.role) && caller.role != Role::Admin)
        return tl::unexpected(queue::Refusal{
            queue::RefusalCode::NothingToUndo,
            {},
            "Nothing that you did in the last seconds is to be taken back there: go on with what can be done "
            "with the ticket now."});
    return queue::Command{queue::UndoHallAct{named.at, named.act, named.subject}};
}

/// The ticket that a step was taken back with; 0: it was an act on the whole hall.
queue::TicketId ticketIn(const db::Accepted& accepted)
{
    for (const queue::Event& event : accepted.events) {
        if (const auto* const step = std::get_if<queue::StepUndone>(&event))
            return step->ticket;
        if (const auto* const call = std::get_if<queue::TicketRequeued>(&event))
            return call->ticket;
    }
    return {};
}

void undo(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    const std::string event = body.text("event", 80);
    if (body.problem())
        return send(exchange->reply, *body.problem());
    const auto id = eventIdIn(event);
    if (!id || id->seq == 0)
        return send(exchange->reply, badField("event", '"' + event + '"', "the id of an event"));
    if (isOfOtherLife(*id, hall.events.life()))
        return send(exchange->reply, otherLife(event, hall.events.life()));
    const auto intent = [exchange, named = namedBy(hall, id->seq)](const db::View& view) {
        return commandThatUndoes(exchange->caller, view, named);
    };
    previewOr(hall, exchange, intent, previewChanged, [&](db::Intent meant) {
        carryOut(hall, exchange, std::move(meant),
                 [&hall, exchange](const db::View& view, const db::Accepted& accepted) {
                     const queue::Ticket* const ticket = view.state.find(ticketIn(accepted));
                     return Rendered{200, ticket ? hall.views(view).ticket(*ticket, Viewer{exchange->caller})
                                                 : dayState(view).take()};
                 });
    });
}

constexpr std::array kUndoRoutes{
    Route{"POST", "/undo", kDesk | Roles{Role::Admin, Role::Usher, Role::Clerk}, undo,
          "event expect ?preview"},
};

} // namespace

std::span<const Route> undoRoutes()
{
    return kUndoRoutes;
}

} // namespace starqueue::hall
