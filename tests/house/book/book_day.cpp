#include <house/book/book.h>

#include <algorithm>
#include <utility>

namespace starqueue::house {

using nlohmann::json;

namespace {

constexpr std::int64_t kLatestPress = 60'000; ///< ms after a session's window

/// The item of `list` whose `field` is `value`; null: none.
json itemIn(const json& list, const char* field, const std::string& value)
{
    const auto found = std::ranges::find_if(
        list, [&](const json& item) { return item.value(field, json{}) == json(value); });
    return found == list.end() ? json{} : *found;
}

} // namespace

void Book::onCounter(const Entry& entry)
{
    Desk& desk = desks[entry.text("counter")];
    const bool opens = entry.name == "counter_opened";
    const bool closes = entry.name == "counter_closed";
    const bool pauses = entry.name == "counter_paused";
    const bool mayBe = opens    ? desk.state == "closed"
                       : closes ? desk.state != "closed"
                                : desk.state == (pauses ? "open" : "paused");
    need(mayBe, entry, "the counter is " + desk.state);
    need(!closes || desk.visit.empty(), entry, "ticket " + desk.visit + " is at the counter");
    need(!opens || isDayOpen, entry, "the day is closed");
    before(entry).desks.emplace(entry.text("counter"), desk);
    desk.state = closes ? "closed" : pauses ? "paused" : "open";
    if (opens || closes)
        desk.clerk = entry.text("clerk");
}

void Book::onService(const Entry& entry)
{
    const bool closes = entry.name == "service_closed";
    const bool changes = closes ? closedServices.insert(entry.text("service")).second
                                : closedServices.erase(entry.text("service")) > 0;
    need(changes, entry, "it is so already");
}

void Book::onMessage(const Entry& entry)
{
    const json text = entry.payload.value("text", json::object());
    const std::string id = entry.text("message");
    const auto shown = messages.find(id);
    m_messagesBefore.emplace(std::pair{entry.at, id}, shown == messages.end() ? json{} : shown->second);
    if (text.value("zh", "").empty() && text.value("en", "").empty())
        messages.erase(id);
    else
        messages[id] = text;
}

void Book::onRules(const Entry& entry)
{
    setRules(entry.payload["rules"]);
    m_hours = entry.payload.value("hours", json::object());
}

void Book::onDayClosed(const Entry& entry)
{
    need(isDayOpen, entry, "no day is open");
    need(entry.text("date") == date, entry, "the day is " + date);
    need(entry.number("unserved") == m_unserved, entry, std::to_string(m_unserved) + " were unserved");
    for (const auto& [id, visit] : visits)
        need(!visit.isPrintable(), entry, "ticket " + id + " is " + visit.state);
    for (const auto& [id, job] : jobs)
        need(job.state != "pending", entry, "job " + id + " is pending");
    for (const auto& [id, desk] : desks)
        need(desk.state == "closed" || !desk.visit.empty(), entry, "counter " + id + " is " + desk.state);
    needKept(entry);
    isDayOpen = false;
    m_beforeClose = before(entry);
}

/// The line tells how everybody stood, for whoever takes the end back.
void Book::needKept(const Entry& entry)
{
    const json said = entry.payload.value("ending", json::object()).value("tickets", json::array());
    for (const auto& [id, visit] : before(entry).visits) {
        const json kept = itemIn(said, "ticket", id);
        need(!kept.is_null() && kept.value("state", "waiting") == visit.state, entry,
             "ticket " + id + " was " + visit.state);
        need(visit.state != "parked" || kept.value("parkedAt", "") == visit.parkedAt, entry,
             "ticket " + id + " was parked at " + visit.parkedAt);
    }
}

// A wrong clock had named the day; who has waited since a day before is unserved.
void Book::onDayCorrected(const Entry& entry)
{
    need(date != entry.text("date"), entry, "the day is that already");
    needRightOnesUnserved(entry);
    for (const auto& [id, job] : jobs)
        if (const auto visit = visits.find(job.visit); visit != visits.end())
            need(job.state != "pending" || visit->second.state != "unserved", entry,
                 "job " + id + " of an unserved ticket is pending");
    date = entry.text("date");
    m_hours = entry.payload.value("hours", json::object());
    m_unserved = 0;
}

/// Forward: who waits and came before the clock was wrong is of a day that is over, and nobody else. Back:
/// everybody stays.
void Book::needRightOnesUnserved(const Entry& entry)
{
    const bool isForward = entry.text("date") > date;
    const auto isOfOver = [&](const Visit& visit) { return isForward && visit.issued < entry.time("since"); };
    for (const auto& [id, visit] : before(entry).visits)
        need(isOfOver(visit), entry, "ticket " + id + " is unserved and of this day");
    for (const auto& [id, visit] : visits)
        need(!visit.isPrintable() || !isOfOver(visit), entry, "ticket " + id + " is of a day that is over");
}

void Book::onDayOpened(const Entry& entry)
{
    if (entry.payload.value("carried", json::object()).contains("former"))
        return onDayBroughtBack(entry);
    need(!isDayOpen, entry, "a day is open");
    need(date < entry.text("date"), entry, "the last day was " + date);
    for (const auto& [id, job] : jobs)
        need(job.state == "ended", entry, "job " + id + " is " + job.state);
    for (const auto& [id, invitation] : invitations)
        need(!invitation.isOpen() || entry.at < invitation.ends, entry,
             "session " + id + " is open after its time");
    const json carried = entry.payload.value("carried", json::object());
    needCarried(entry, carried);
    needCarriedVisits(entry, carried);
    needOwnServices(entry);
    m_former.things = {0, visits, desks, jobs};
    m_former.date = date;
    m_former.numbers = m_numbers;
    m_former.lastOfYesterday = m_lastOfYesterday;
    m_former.papers = m_papers;
    m_former.beforeClose = m_beforeClose;
    m_former.floor = std::exchange(m_floor, {});
    isDayOpen = true;
    date = entry.text("date");
    setRules(entry.payload["rules"]);
    m_hours = entry.payload.value("hours", json::object());
    m_numbers.clear();
    m_lastOfYesterday = m_lastTicket;
    m_unserved = 0;
    jobs.clear();
    m_papers.clear();
    std::erase_if(visits, [&](const auto& visit) {
        return itemIn(carried.value("tickets", json::array()), "ticket", visit.first).is_null();
    });
}

/// Ids, counters, services and messages go on over the night.
void Book::needCarried(const Entry& entry, const json& carried)
{
    const auto goesOn = [&](const char* field, std::uint64_t last) {
        const json said = carried.value(field, json{});
        need(last == 0 || said == json(std::to_string(last)), entry,
             std::string{field} + " is " + std::to_string(last));
    };
    goesOn("lastTicket", m_lastTicket);
    goesOn("lastPrintJob", m_lastJob);
    goesOn("lastSession", m_lastSession);
    for (const auto& [id, desk] : desks) {
        const json said = itemIn(carried["counters"], "counter", id);
        need((said.is_null() ? "closed" : said.value("state", "")) == desk.state, entry,
             "counter " + id + " is " + desk.state);
        need((said.is_null() || said["ticket"].is_null() ? "" : said.value("ticket", "")) == desk.visit,
             entry, "at counter " + id + " is ticket " + desk.visit);
    }
    need(carried["closedServices"].size() == closedServices.size(), entry, "other services are closed");
    need(carried["messages"].size() == messages.size(), entry, "other messages stand");
}

/// Who is at a counter stays, and whose press may still come.
void Book::needCarriedVisits(const Entry& entry, const json& carried)
{
    for (const auto& [id, visit] : visits) {
        need(!visit.isPrintable(), entry, "ticket " + id + " is " + visit.state);
        const json said = itemIn(carried["tickets"], "ticket", id);
        need(!visit.isAtCounter() || said.value("state", "") == visit.state, entry,
             "ticket " + id + " is " + visit.state);
    }
    for (const auto& [id, invitation] : invitations) {
        if (entry.at > invitation.ends + kLatestPress)
            continue;
        const json said = itemIn(carried["sessions"], "session", id);
        need(!said.is_null() && said.value("state", "invited") == invitation.state, entry,
             "session " + id + " is " + invitation.state + " and a press may come");
    }
}

} // namespace starqueue::house
