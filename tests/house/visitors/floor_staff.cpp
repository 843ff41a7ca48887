#include <house/visitors/floor_staff.h>

#include <array>

namespace starqueue::house {

using nlohmann::json;
using std::chrono::seconds;

namespace {

constexpr std::array kGroups{"elderly", "military", "none"};
constexpr std::array kActions{"requeue", "move", "identify", "statutory", "reprint", "cancel", "postpone"};
constexpr std::array kServices{"account", "plans", "payments", "business"};
constexpr std::array kStates{"waiting", "waiting", "waiting", "no_show", "parked", "postponed"};
constexpr auto kReasonSeen = "why a ticket has priority was looked at";
constexpr auto kTakenBack = "an usher took a step back";
constexpr auto kServicesSet = "a counter was given other services";
constexpr auto kServicesBack = "a change of services was taken back";
constexpr std::array kIdentities{"13900000007", "13900000005", "13900000004", "13911112222"};

} // namespace

FloorStaff::FloorStaff(House& house, HallProgram& hall)
    : m_house(house), m_usher(house, hall, "usher", "floor"), m_manager(house, hall, "duty-manager", "floor"),
      m_random(house.random("floor staff"))
{
    for (const char* action : kActions)
        m_house.sometimes().expect("an usher's " + std::string{action});
    for (const char* what : {"a message was put up", kServicesSet, kServicesBack, kReasonSeen, kTakenBack})
        m_house.sometimes().expect(what);
}

void FloorStaff::lookLater()
{
    m_house.agenda().after(m_random.between(seconds{4}, seconds{24}), [this] {
        if (m_random.chance(0.1))
            postMessage();
        else if (m_random.chance(0.05))
            setServices();
        else
            look();
    });
}

void FloorStaff::look()
{
    const std::string state = kStates.at(m_random.below(kStates.size()));
    m_usher.ask("/tickets?state=" + state, [this](const HallReply& answer) {
        if (answer.status == 200)
            tellReasons(answer.body);
        if (answer.status == 200 && !answer.body.empty())
            act(oneOf(answer.body));
        else
            lookLater();
    });
}

/// Mostly somebody with stars: head starts are compared only where somebody has two.
json FloorStaff::oneOf(const json& tickets)
{
    if (m_random.chance(0.5))
        for (const json& ticket : tickets)
            if (ticket.value("stars", 0) > 0)
                return ticket;
    return tickets[m_random.below(tickets.size())];
}

void FloorStaff::act(const json& ticket)
{
    std::string action = kActions.at(m_random.below(kActions.size()));
    if (action == "cancel" && m_random.chance(0.6))
        action = "statutory"; // else too many are gone
    const std::string id = ticket["id"];
    const json body = bodyOf(action);
    const std::string group = body.value("statutory", "");
    if (!group.empty())
        m_granted.erase(id);
    m_usher.command("/tickets/" + id + '/' + action, body,
                    [this, action, id, group](const HallReply& answer) {
                        if (answer.status < 300)
                            m_house.sometimes().saw("an usher's " + action);
                        if (answer.status < 300 && !group.empty() && group != "none")
                            m_granted[id] = group;
                        if (answer.status < 300 && answer.body.contains("undo") &&
                            answer.body["undo"].is_object() && m_random.chance(0.25))
                            return takeBack(answer.body["undo"]["event"]);
                        lookLater();
                    });
}

void FloorStaff::takeBack(const json& event)
{
    m_usher.command("/undo", {{"event", event}}, [this](const HallReply& answer) {
        if (answer.status == 200)
            m_house.sometimes().saw(kTakenBack);
        lookLater();
    });
}

/// A no-show's visit ends with the day.
void FloorStaff::tellReasons(const json& tickets)
{
    for (const json& ticket : tickets) {
        const auto granted = m_granted.find(ticket["id"]);
        if (granted == m_granted.end() || ticket["state"] == "no_show")
            continue;
        m_house.sometimes().saw(kReasonSeen);
        m_house.tell(
            {"floor",
             "sees a reason",
             {{"ticket", granted->first},
              {"granted", granted->second},
              {"told", ticket["statutory"].is_string() ? ticket["statutory"].get<std::string>() : ""}}});
    }
}

json FloorStaff::bodyOf(const std::string& action)
{
    if (action == "move")
        return {{"service", kServices.at(m_random.below(kServices.size()))}};
    if (action == "statutory")
        return {{"statutory", kGroups.at(m_random.below(kGroups.size()))}};
    if (action == "identify")
        return {
            {"identity", {{"kind", "phone"}, {"value", kIdentities.at(m_random.below(kIdentities.size()))}}}};
    if (action == "reprint")
        return {{"kiosk", "1"}};
    return json::object();
}

/// Not of the first counter, which a core of the house goes on with.
void FloorStaff::setServices()
{
    const std::string counter = std::to_string(2 + m_random.below(4));
    const json services =
        m_random.chance(0.5) ? json::array() : json::array({kServices.at(m_random.below(kServices.size()))});
    m_manager.command("/counters/" + counter + "/services", {{"services", services}},
                      [this](const HallReply& answer) {
                          if (answer.status != 200 || !answer.body["undo"].is_object())
                              return lookLater();
                          m_house.sometimes().saw(kServicesSet);
                          if (m_random.chance(0.7))
                              return lookLater();
                          m_manager.command("/undo", {{"event", answer.body["undo"]["event"]}},
                                            [this](const HallReply& undone) {
                                                if (undone.status == 200)
                                                    m_house.sometimes().saw(kServicesBack);
                                                lookLater();
                                            });
                      });
}

void FloorStaff::postMessage()
{
    const json text = m_random.chance(0.7) ? json("Back soon") : json("");
    const json body{{"id", "note-" + std::to_string(m_random.below(2))}, {"zh", text}, {"en", text}};
    m_manager.command("/messages", body, [this](const HallReply& answer) {
        if (answer.status != 200)
            return lookLater();
        m_house.sometimes().saw("a message was put up");
        if (!answer.body["undo"].is_object() || m_random.chance(0.7))
            return lookLater();
        m_manager.command("/undo", {{"event", answer.body["undo"]["event"]}},
                          [this](const HallReply&) { lookLater(); });
    });
}

} // namespace starqueue::house
