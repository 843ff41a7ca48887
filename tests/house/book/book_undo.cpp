#include <house/book/book.h>

#include <fmt/format.h>

#include <algorithm>

namespace starqueue::house {

Book::Before& Book::before(const Entry& entry)
{
    if (m_before.at != entry.at)
        m_before = {entry.at};
    return m_before;
}

bool Book::isInTheRoom(const Visit& visit) const
{
    return visit.isPrintable() || visit.isAtCounter() ||
           (visit.state == "no_show" && visit.requeues < rules["maxRequeues"].get<std::int64_t>());
}

std::string Book::nextNumber(const std::string& counted, const std::string& prefix)
{
    std::int64_t& last = m_numbers[counted];
    const auto shown = [&] { return fmt::format("{}{:03}", prefix, last); };
    const auto isHeld = [&](const auto& visit) {
        return isInTheRoom(visit.second) && visit.second.number == shown();
    };
    do
        ++last;
    while (std::ranges::any_of(visits, isHeld));
    return shown();
}

// An end of a day is taken back here; that of a service, and of a day's beginning, in the line beside it.
void Book::onActUndone(const Entry& entry)
{
    if (entry.text("act") == "message_changed")
        needEarlierMessage(entry);
    if (entry.text("act") != "day_closed")
        return;
    need(!isDayOpen, entry, "a day is open");
    need(entry.text("date") == date, entry, "the day is " + date);
    bringBackWhoWasUnserved();
}

/// The line before has put up what stood there before the change.
void Book::needEarlierMessage(const Entry& entry) const
{
    const std::string id = entry.text("subject");
    const auto [first, last] = m_messagesBefore.equal_range({entry.time("doneAt"), id});
    if (first == last)
        return need(false, entry, "no message was changed then");
    const auto found = messages.find(id);
    const nlohmann::json shown = found == messages.end() ? nlohmann::json{} : found->second;
    need(std::ranges::any_of(first, last, [&](const auto& before) { return before.second == shown; }), entry,
         "there stood " + first->second.dump() + " before");
}

void Book::bringBackWhoWasUnserved()
{
    isDayOpen = true;
    m_unserved = 0;
    for (const auto& [id, visit] : m_beforeClose.visits)
        visits[id] = visit;
    for (const auto& [id, desk] : m_beforeClose.desks)
        desks[id] = desk;
    for (const auto& [id, job] : m_beforeClose.jobs)
        jobs[id] = job;
    m_beforeClose = {};
}

// Nobody has come since, so all is as it was but for whose press came.
void Book::onDayBroughtBack(const Entry& entry)
{
    need(entry.text("date") == m_former.date, entry, "the day before was " + m_former.date);
    need(m_lastTicket <= m_lastOfYesterday, entry, "a ticket was issued since");
    isDayOpen = false;
    date = m_former.date;
    m_floor = m_former.floor;
    setRules(entry.payload["rules"]);
    m_hours = entry.payload.value("hours", json::object());
    visits = m_former.things.visits;
    desks = m_former.things.desks;
    jobs = m_former.things.jobs;
    m_numbers = m_former.numbers;
    m_lastOfYesterday = m_former.lastOfYesterday;
    m_papers = m_former.papers;
    m_beforeClose = m_former.beforeClose;
    const auto& carried = entry.payload["carried"]["tickets"];
    need(carried.size() == visits.size(), entry, fmt::format("{} tickets were of that day", visits.size()));
    for (const auto& session : entry.payload["carried"]["sessions"]) {
        const auto known = invitations.find(session.value("session", ""));
        need(known != invitations.end() && session.value("state", "invited") == known->second.state, entry,
             "session " + session.value("session", "") + " is " +
                 (known == invitations.end() ? "unknown" : known->second.state));
    }
}

} // namespace starqueue::house
