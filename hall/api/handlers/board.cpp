#include <hall/api/handlers/board.h>

#include <hall/api/context/clock_state.h>
#include <hall/api/views/device_words.h>
#include <hall/api/views/words.h>

#include <time/timestamp.h>

#include <algorithm>

namespace starqueue::hall {

namespace {

constexpr std::size_t kEndedShown = 12;

/// An array of what `render` makes of each item; an empty text leaves an item out.
std::string listOf(const auto& items, auto&& render)
{
    std::string list = "[";
    for (const auto& item : items)
        if (const std::string text = render(item); !text.empty())
            formats::appendItem(list, text);
    return list += ']';
}

std::string call(const Views& views, const queue::State& state, const queue::Ticket& ticket)
{
    formats::JsonObject out;
    out.add("ticket", std::to_string(ticket.id.value));
    out.add("number", views.number(ticket));
    out.add("counter", state.rules->counters.at(ticket.counter.value).id);
    const queue::CounterRule& counter = state.rules->counters.at(ticket.counter.value);
    out.addJson("counterName", textOf(state.counterNameOf(ticket)));
    out.add("sign", queue::signOf(counter));
    out.addJson("spoken", counter.spoken == queue::Name{} ? "null" : textOf(counter.spoken));
    out.add("at", time::timestamp(state.clock.wall(ticket.called)));
    out.add("elapsed", ticket.called.time_since_epoch().count());
    out.add("recalls", ticket.recalls);
    out.add("state", word(ticket.state));
    return out.take();
}

bool isExpected(const queue::Ticket* ticket)
{
    return ticket != nullptr && ticket->state == queue::TicketState::Called;
}

std::size_t countExpected(const queue::State& state)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        state.counters, [&](const auto& counter) { return isExpected(state.find(counter.ticket)); }));
}

/// Every call whose customer is still expected, and the newest that have ended ("recently called").
std::string calls(const Views& views, const queue::State& state)
{
    std::string list = "[";
    std::size_t expected = countExpected(state);
    std::size_t ended = kEndedShown;
    const auto& calls = state.index.calls;
    for (auto it = calls.rbegin(); it != calls.rend() && expected + ended > 0; ++it) {
        const queue::Ticket& ticket = *state.find(it->ticket);
        std::size_t& left = isExpected(&ticket) ? expected : ended;
        if (left > 0) {
            formats::appendItem(list, call(views, state, ticket));
            --left;
        }
    }
    return list += ']';
}

std::string counter(const Views& views, const queue::State& state, std::size_t ix, Viewer sight)
{
    const queue::CounterRule& rule = state.rules->counters[ix];
    const queue::Ticket* ticket = state.find(state.counters[ix].ticket);
    formats::JsonObject out;
    out.add("id", rule.id);
    out.addJson("name", textOf(rule.name));
    out.add("sign", queue::signOf(rule));
    out.addJson("services", serviceIds(*state.rules, rule.services));
    out.add("state", queue::apiStateOf(state, state.counters[ix]));
    out.add("number", ticket ? std::optional{views.number(*ticket)} : std::nullopt);
    if (const std::string& clerk = state.counters[ix].clerk; sight.staff())
        out.add("clerk", clerk.empty() ? std::nullopt : std::optional{clerk});
    return out.take();
}

std::string counters(const Views& views, const queue::State& state, Viewer sight)
{
    std::string list = "[";
    for (std::size_t ix = 0; ix < state.counters.size(); ++ix)
        if (!state.rules->counters[ix].retired)
            formats::appendItem(list, counter(views, state, ix, sight));
    return list += ']';
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

std::string kiosks(const queue::State& state)
{
    return listOf(state.devices, [](const auto& entry) -> std::string {
        const queue::Device& device = entry.second;
        if (device.kind != queue::DeviceKind::Printer || device.kiosk.empty())
            return {};
        formats::JsonObject out;
        out.add("id", device.kiosk);
        out.add("printer", printerWord(device));
        const DeviceWords words = wordsOf(device);
        out.addJson("says", textOf(words.says));
        out.addJson("remedy", words.remedy == queue::Name{} ? "null" : textOf(words.remedy));
        return out.take();
    });
}

std::string messages(const queue::State& state)
{
    return listOf(state.messages, [](const auto& message) {
        formats::JsonObject out;
        out.add("id", message.first);
        out.addJson("text", textOf(message.second));
        return out.take();
    });
}

std::string groups(const queue::Rules& rules)
{
    return listOf(queue::shownGroups(rules), [&rules](queue::GroupIx ix) {
        const queue::StatutoryGroup& group = rules.groups[ix.value];
        formats::JsonObject out;
        out.add("id", group.id);
        out.addJson("name", textOf(group.name));
        out.addJson("proof", textOf(group.proof));
        out.add("atKiosk", group.atKiosk);
        out.add("byUsher", group.byUsher);
        return out.take();
    });
}

std::string ratingLevels(const queue::Rules& rules)
{
    int score = 0;
    return listOf(queue::levelNames(rules.ratingLabels), [&](const queue::Name& name) {
        ++score;
        formats::JsonObject out;
        out.add("level", score);
        out.addJson("name", textOf(name));
        out.add("satisfied", score >= queue::leastSatisfied(rules.ratingLabels));
        out.add("opensCase", std::ranges::count(rules.caseLevels, score) > 0);
        return out.take();
    });
}

/// What stays while the hall runs.
void addIdentity(formats::JsonObject& out, const Hall& hall)
{
    out.add("id", hall.id);
    out.add("name", hall.name);
    out.add("timeZone", hall.zone.name());
    out.add("clerkLogin", hall.login.clerksGivePins ? "pin" : "token");
}

std::string identity(const Hall& hall)
{
    formats::JsonObject out;
    addIdentity(out, hall);
    return out.take();
}

/// Which history this is, how far it has come, and the wall's time.
void addMoment(formats::JsonObject& out, const Hall& hall, const db::View& view)
{
    out.add("life", hall.events.life());
    out.add("seq", view.seq);
    out.add("at", time::timestamp(view.wallNow()));
}

} // namespace

formats::JsonObject hallNow(const Hall& hall, const db::View& view)
{
    formats::JsonObject out;
    addIdentity(out, hall);
    addMoment(out, hall, view);
    out.add("elapsed", view.now.time_since_epoch().count());
    out.addJson("clock", clockState(hall.clock, view.state.clock));
    return out;
}

std::string board(const Hall& hall, const db::View& view, const Caller& caller)
{
    const queue::State& state = view.state;
    const Views views = hall.views(view);
    formats::JsonObject out;
    addMoment(out, hall, view);
    out.addJson("hall", identity(hall));
    out.addJson("clock", clockState(hall.clock, state.clock));
    out.add("dayOpen", state.dayOpen);
    out.addJson("opening", views.opening());
    out.add("date", state.date ? std::optional{time::dateText(*state.date)} : std::nullopt);
    out.addJson("calls", calls(views, state));
    out.addJson("services", views.services());
    out.addJson("counters", counters(views, state, {caller}));
    out.addJson("messages", messages(state));
    out.addJson("kiosks", kiosks(state));
    out.addJson("groups", groups(*state.rules));
    out.addJson("ratingLevels", ratingLevels(*state.rules));
    out.add("postponeMinutes", state.rules->postponeFor.count());
    return out.take();
}

} // namespace starqueue::hall
