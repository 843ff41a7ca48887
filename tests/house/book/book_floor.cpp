#include <house/book/book.h>

#include <algorithm>

namespace starqueue::house {

using nlohmann::json;

// What is changed on the floor: who serves what, who waits where, a call that is undone.

/// A counter's own services, or those that it was given; it prefers none that it hasn't.
void Book::setRules(const json& configured)
{
    m_configured = configured;
    rules = configured;
    for (json& counter : rules["counters"]) {
        const auto given = m_floor.find(counter["id"]);
        if (given == m_floor.end())
            continue;
        counter["services"] = given->second;
        json prefers = json::array();
        for (const json& service : counter["prefers"])
            if (std::ranges::find(given->second, service) != given->second.end())
                prefers.push_back(service);
        counter["prefers"] = prefers;
    }
}

/// What a counter was given on the floor ends with the day; nobody in the house edits its own services.
void Book::needOwnServices(const Entry& entry) const
{
    for (const json& counter : m_configured.value("counters", json::array()))
        for (const json& opened : entry.payload["rules"]["counters"])
            need(opened["id"] != counter["id"] || opened["services"] == counter["services"], entry,
                 "counter " + counter["id"].get<std::string>() + " has " + counter["services"].dump() +
                     " of its own");
}

std::string Book::boundTo(const Visit& visit) const
{
    if (visit.boundClerk.empty())
        return visit.boundTo;
    for (const json& counter : rules["counters"]) { // who holds two is at the first
        const auto desk = desks.find(counter["id"]);
        if (desk != desks.end() && desk->second.state != "closed" && desk->second.clerk == visit.boundClerk)
            return desk->first;
    }
    return {};
}

void Book::onHandedOver(const Entry& entry)
{
    Desk& desk = desks[entry.text("counter")];
    need(desk.state != "closed", entry, "the counter is closed");
    need(desk.clerk != entry.text("clerk"), entry, "the clerk has it already");
    desk.clerk = entry.text("clerk");
}

bool Book::mayCall(const json& counter, const Visit& visit) const
{
    const auto gives = [&visit](const json& services) {
        return std::ranges::find(services, json(visit.service)) != services.end();
    };
    const std::string sentTo = boundTo(visit);
    const auto bound = desks.find(sentTo);
    bool isLeftToAnother = bound != desks.end() && counter["id"] != sentTo && bound->second.state == "open";
    for (const json& other : rules["counters"])
        if (other["id"] == sentTo)
            isLeftToAnother = isLeftToAnother && gives(other["services"]);
    return visit.state == "waiting" && !isLeftToAnother && gives(counter["services"]);
}

void Book::onServicesSet(const Entry& entry)
{
    need(isDayOpen, entry, "the day is closed");
    const json services = entry.payload["services"];
    const auto given = m_floor.find(entry.text("counter"));
    need(services.empty() ? given != m_floor.end() : given == m_floor.end() || given->second != services,
         entry, "it is so already");
    if (services.empty())
        m_floor.erase(entry.text("counter"));
    else
        m_floor[entry.text("counter")] = services;
    setRules(m_configured);
}

void Book::onPostponed(const Entry& entry)
{
    Visit& visit = visitOf(entry);
    need(isDayOpen, entry, "the day is closed");
    need(visit.state == "waiting", entry, "the ticket is " + visit.state);
    need(!visit.wasPostponed, entry, "the ticket was postponed before");
    need(entry.time("until") > entry.at, entry, "it ends before it begins");
    visit.state = "postponed";
    visit.wasPostponed = true;
    visit.until = entry.time("until");
}

// When its time is over, or before, when somebody has asked for it.
void Book::onReturned(const Entry& entry)
{
    Visit& visit = visitOf(entry);
    need(visit.state == "postponed", entry, "the ticket is " + visit.state);
    need(entry.isRequested || entry.at >= visit.until, entry, "its time isn't over");
    visit.state = "waiting";
}

/// It stands as before the call; who it is may have become known meanwhile.
void Book::undoCall(Visit& visit)
{
    const Visit& before = desks[visit.counter].before;
    visit.state = before.state;
    visit.counter = before.counter;
    visit.parkedAt = before.parkedAt;
    visit.boundTo = before.boundTo;
    visit.boundClerk = before.boundClerk;
    visit.isFirst = before.isFirst;
    visit.recalls = before.recalls;
}

void Book::onTransferred(const Entry& entry)
{
    const bool isByStaff = entry.text("counter").empty();
    Visit& visit = isByStaff ? visitOf(entry) : visitAt(entry, {"called", "serving"});
    need(!isByStaff || visit.state == "waiting", entry, "the ticket is " + visit.state);
    need(visit.service == entry.text("from"), entry, "the ticket is for " + visit.service);
    const bool isSame = visit.service == entry.text("service");
    const bool isSent = !entry.text("to").empty() || entry.flag("first");
    need(!isSame || isSent, entry, "it is for that service already");
    need(isSame || !closedServices.contains(entry.text("service")), entry, "the service is closed");
    need(!entry.flag("first") || !entry.text("reason").empty(), entry, "who is put first needs a reason");
    visit.boundTo = entry.text("to");
    visit.boundClerk = entry.text("toClerk");
    need(visit.boundClerk.empty() || boundTo(visit) == visit.boundTo, entry,
         "clerk " + visit.boundClerk + " holds counter '" + boundTo(visit) + "'");
    visit.isFirst = entry.flag("first");
    visit.service = entry.text("service");
    needSole(entry, visit.customer, visit.claim);
    leaveDesk(visit, entry.text("ticket"));
    visit.state = "waiting";
}

} // namespace starqueue::house
