#include <hall/api/handlers/board.h>

#include <hall/api/context/clock_state.h>
#include <hall/api/views/words.h>

#include <time/timestamp.h>

#include <algorithm>

namespace starqueue::hall {

using nlohmann::json;

namespace {

constexpr std::size_t kCallsShown = 12;

/// The newest calls; ended ones are shown as "recently called".
json calls(const Views& views, const queue::State& state)
{
    const auto& calls = state.index.calls;
    const auto shown = static_cast<std::ptrdiff_t>(std::min(calls.size(), kCallsShown));
    json list = json::array();
    for (auto call = calls.rbegin(); call != calls.rbegin() + shown; ++call) {
        const queue::Ticket& ticket = *state.find(call->ticket);
        const queue::CounterRule& counter = state.rules->counters.at(ticket.counter.value);
        list.push_back({{"ticket", std::to_string(ticket.id.value)},
                        {"number", views.number(ticket)},
                        {"counter", counter.id},
                        {"counterName", toJson(state.counterNameOf(ticket))},
                        {"at", time::timestamp(state.clock.wall(ticket.called))},
                        {"elapsed", ticket.called.time_since_epoch().count()},
                        {"recalls", ticket.recalls},
                        {"state", word(ticket.state)}});
    }
    return list;
}

json counters(const Views& views, const queue::State& state)
{
    json list = json::array();
    for (std::size_t i = 0; i < state.counters.size(); ++i) {
        const queue::CounterRule& rule = state.rules->counters[i];
        if (rule.retired)
            continue;
        const queue::Ticket* ticket = state.find(state.counters[i].ticket);
        list.push_back({{"id", rule.id},
                        {"name", toJson(rule.name)},
                        {"state", queue::apiStateOf(state, state.counters[i])},
                        {"number", ticket ? json(views.number(*ticket)) : json(nullptr)}});
    }
    return list;
}

std::string printerWord(const queue::Device& device)
{
    using enum queue::DeviceState;
    if (device.state == Ok)
        return std::string(queue::word(Ok));
    if (device.state == Offline || device.fault.empty())
        return std::string(queue::word(Offline));
    return device.fault;
}

json kiosks(const queue::State& state)
{
    json list = json::array();
    for (const auto& [id, device] : state.devices)
        if (device.kind == queue::DeviceKind::Printer && !device.kiosk.empty())
            list.push_back({{"id", device.kiosk}, {"printer", printerWord(device)}});
    return list;
}

json messages(const queue::State& state)
{
    json list = json::array();
    for (const auto& [id, text] : state.messages)
        list.push_back({{"id", id}, {"text", toJson(text)}});
    return list;
}

json groups(const queue::Rules& rules)
{
    json list = json::array();
    for (const queue::StatutoryGroup& group : rules.groups)
        if (!group.retired)
            list.push_back({{"id", group.id},
                            {"name", toJson(group.name)},
                            {"proof", toJson(group.proof)},
                            {"atKiosk", group.atKiosk},
                            {"byUsher", group.byUsher}});
    return list;
}

json ratingLevels(const queue::Rules& rules)
{
    json list = json::array();
    int score = 0;
    for (const queue::Name& name : queue::levelNames(rules.ratingLabels)) {
        ++score;
        list.push_back({{"level", score},
                        {"name", toJson(name)},
                        {"satisfied", score >= queue::leastSatisfied(rules.ratingLabels)},
                        {"opensCase", std::ranges::count(rules.caseLevels, score) > 0}});
    }
    return list;
}

/// What stays while the hall runs.
json identity(const Hall& hall)
{
    return {{"id", hall.id},
            {"name", hall.name},
            {"timeZone", hall.zone.name()},
            {"clerkLogin", hall.login.clerksGivePins ? "pin" : "token"}};
}

} // namespace

json hallNow(const Hall& hall, const db::View& view)
{
    json now = identity(hall);
    now.update({{"life", hall.events.life()},
                {"seq", view.seq},
                {"at", time::timestamp(view.wallNow())},
                {"elapsed", view.now.time_since_epoch().count()},
                {"clock", clockState(hall.clock, view.state.clock)}});
    return now;
}

json board(const Hall& hall, const db::View& view)
{
    const queue::State& state = view.state;
    const Views views = hall.views(view);
    return {{"life", hall.events.life()},
            {"seq", view.seq},
            {"at", time::timestamp(view.wallNow())},
            {"hall", identity(hall)},
            {"clock", clockState(hall.clock, state.clock)},
            {"dayOpen", state.dayOpen},
            {"opening", views.opening()},
            {"date", state.date ? json(time::dateText(*state.date)) : json(nullptr)},
            {"calls", calls(views, state)},
            {"services", views.services()},
            {"counters", counters(views, state)},
            {"messages", messages(state)},
            {"kiosks", kiosks(state)},
            {"groups", groups(*state.rules)},
            {"ratingLevels", ratingLevels(*state.rules)}};
}

} // namespace starqueue::hall
