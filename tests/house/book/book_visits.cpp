#include <house/book/book.h>

#include <fmt/format.h>

#include <algorithm>

namespace starqueue::house {

using nlohmann::json;

namespace {

constexpr auto kDuplicate = "duplicate";

} // namespace

Visit& Book::visitOf(const Entry& entry)
{
    const auto found = visits.find(entry.text("ticket"));
    need(found != visits.end(), entry, "the day has no such ticket");
    return found != visits.end() ? found->second : visits["unknown"];
}

/// In one of the states, at the counter of the line.
Visit& Book::visitAt(const Entry& entry, const std::set<std::string>& states)
{
    Visit& visit = visitOf(entry);
    need(states.contains(visit.state), entry, "the ticket is " + visit.state);
    need(visit.counter == entry.text("counter"), entry, "the ticket is at counter " + visit.counter);
    need(desks[visit.counter].visit == entry.text("ticket"), entry,
         "at that counter is ticket " + desks[visit.counter].visit);
    return visit;
}

void Book::leaveDesk(Visit& visit, const std::string& id)
{
    if (Desk& desk = desks[visit.counter]; desk.visit == id)
        desk.visit.clear();
}

/// One ticket of a customer has the stars; others are duplicates.
void Book::needSole(const Entry& entry, const std::string& customer, const std::string& claim) const
{
    if (customer.empty() || claim == kDuplicate)
        return;
    for (const auto& [id, visit] : visits)
        need(visit.customer != customer || visit.claim == kDuplicate || id == entry.text("ticket") ||
                 (!visit.isPrintable() && visit.state != "called"),
             entry, "the customer has ticket " + id + " already");
}

Book::Given Book::givenBefore(const Entry& entry, const std::string& customer) const
{
    Given given;
    for (const auto& [id, visit] : visits) {
        if (std::strtoull(id.c_str(), nullptr, 10) <= m_lastOfYesterday)
            continue;
        const bool counts = visit.state != "cancelled";
        given.ofService += counts && visit.numberedIn == entry.text("service") ? 1 : 0;
        given.ofCustomer +=
            counts && !customer.empty() && visit.customer == customer && visit.claim != kDuplicate ? 1 : 0;
        given.ofKiosk += visit.kiosk == entry.text("kiosk") && visit.issued + 60'000 > entry.at ? 1 : 0;
    }
    return given;
}

/// How many tickets a service gives a day, a customer gets a day, and a kiosk gives a minute.
void Book::needWithinLimits(const Entry& entry, const std::string& customer, bool isNew) const
{
    const json limits = rules.value("limits", json::object());
    const auto [ofService, ofCustomer, ofKiosk] = givenBefore(entry, customer);
    const auto isBelow = [](std::int64_t count, std::int64_t most) { return most == 0 || count < most; };
    need(isBelow(ofCustomer, limits.value("perIdentity", 0)), entry, "the customer has had enough tickets");
    if (!isNew)
        return;
    for (const json& rule : rules["services"])
        need(rule["id"] != entry.text("service") || isBelow(ofService, rule.value("dailyTickets", 0)), entry,
             "the service has given all its tickets");
    if (!entry.text("kiosk").empty() && !entry.flag("byStaff"))
        need(isBelow(ofKiosk, limits.value("perKioskMinute", 0)), entry, "the kiosk gives too many a minute");
}

void Book::needNextNumber(const Entry& entry, const json& service)
{
    const std::string prefix = service["prefix"];
    const std::string counted =
        service.value("inSeries", false) ? "series " + prefix : service["id"].get<std::string>();
    const std::string next = nextNumber(counted, prefix);
    need(entry.text("number") == next, entry, "number " + next + " is next");
}

void Book::onIssued(const Entry& entry)
{
    needNext(m_lastTicket, entry, "ticket");
    const std::string service = entry.text("service");
    need(isDayOpen, entry, "the day is closed");
    need(!closedServices.contains(service), entry, "the service is closed");
    for (const json& rule : rules["services"])
        if (rule["id"] == service)
            needNextNumber(entry, rule);
    for (const char* time : {"issuedAt", "countedAt", "legBeganAt"})
        need(entry.time(time) == entry.at, entry, std::string{time} + " isn't now");
    const std::string claim = entry.text("claim");
    needSole(entry, entry.text("customerRef"), claim);
    needWithinLimits(entry, claim == kDuplicate ? "" : entry.text("customerRef"), true);
    Visit visit;
    visit.number = entry.text("number");
    visit.service = service;
    visit.numberedIn = service;
    visit.kiosk = entry.flag("byStaff") ? std::string{} : entry.text("kiosk");
    visit.issued = entry.at;
    visit.customer = entry.text("customerRef");
    visit.claim = claim;
    visit.stars = static_cast<int>(entry.number("stars"));
    visit.isKeyContact = entry.flag("keyContact");
    visit.group = entry.text("statutory");
    visit.counted = entry.at;
    visits[entry.text("ticket")] = visit;
    if (!entry.text("print").empty())
        m_due = {"print_job_created", entry.text("ticket")};
}

void Book::recall(const Entry& entry, Visit& visit)
{
    visitAt(entry, {"called"});
    need(entry.number("recall") == visit.recalls + 1, entry,
         "it was called again " + std::to_string(visit.recalls) + " times before");
    const auto most = rules.value("noShowAfterRecalls", 0);
    need(most == 0 || visit.recalls < most, entry, "it was called often enough");
    visit.recalls = entry.number("recall");
    desks[entry.text("counter")].calledLast = entry.at;
}

void Book::onCalled(const Entry& entry)
{
    Visit& visit = visitOf(entry);
    if (entry.number("recall") > 0)
        return recall(entry, visit);
    needWhy(entry, visit);
    Desk& desk = desks[entry.text("counter")];
    need(isDayOpen, entry, "the day is closed");
    need(desk.state == "open", entry, "the counter is " + desk.state);
    need(desk.visit.empty(), entry, "ticket " + desk.visit + " is at the counter");
    if (visit.state != "unparked")
        desk.before = visit;
    visit.boundTo.clear();
    visit.boundClerk.clear();
    visit.isFirst = false;
    visit.state = "called";
    visit.counter = entry.text("counter");
    visit.recalls = 0;
    desk.visit = entry.text("ticket");
    desk.called = entry.at;
    desk.calledLast = entry.at;
    if (const auto job = jobs.find(visit.job); job != jobs.end() && job->second.state == "pending")
        m_due = {"print_job_ended", entry.text("ticket")};
}

/// Who is called in turn waits; out of turn also who didn't show up; after parking nobody else.
void Book::needWhy(const Entry& entry, const Visit& visit)
{
    const json why = entry.payload.value("why", json::object());
    const std::string test = why.value("test", "");
    const bool mayCome = test == "parked"        ? visit.state == "unparked"
                         : test == "out-of-turn" ? visit.state == "waiting" || visit.state == "no_show"
                                                 : visit.state == "waiting";
    need(mayCome, entry, "the ticket is " + visit.state);
    const auto age = static_cast<double>(entry.at - visit.counted) / 1000;
    need(std::abs(why.value("ageSeconds", -1.0) - age) < 0.002, entry, fmt::format("its age is {}", age));
    if (test == "out-of-turn")
        needSole(entry, visit.customer, visit.claim);
}

void Book::onStarted(const Entry& entry)
{
    visitAt(entry, {"called"}).state = "serving";
    for (const auto& [id, invitation] : invitations)
        need(invitation.counter != entry.text("counter") || !invitation.isOpen(), entry,
             "session " + id + " is open at the counter");
}

void Book::onFinished(const Entry& entry)
{
    Visit& visit = visitAt(entry, {"serving"});
    visit.state = "finished";
    leaveDesk(visit, entry.text("ticket"));
    if (entry.text("skipRating").empty())
        m_due = {"rating_invited", entry.text("ticket")};
}

void Book::onNoShow(const Entry& entry)
{
    Visit& visit = visitAt(entry, {"called"});
    const auto waited = entry.at - desks[entry.text("counter")].calledLast;
    need(waited >= rules.value("noShowEarliestSeconds", std::int64_t{0}) * 1000, entry,
         "its customer had " + std::to_string(waited) + " ms to come");
    visit.state = "no_show";
    leaveDesk(visit, entry.text("ticket"));
}

void Book::onRequeued(const Entry& entry)
{
    Visit& visit = visitOf(entry);
    const bool isUndone = entry.flag("callUndone");
    need(visit.state == (isUndone ? "called" : "no_show"), entry, "the ticket is " + visit.state);
    need(isDayOpen, entry, "the day is closed");
    std::int64_t counted = visit.counted;
    if (!isUndone) {
        counted = std::max(counted, entry.at - rules["requeueCreditSeconds"].get<std::int64_t>() * 1000);
        need(++visit.requeues <= rules["maxRequeues"].get<std::int64_t>(), entry, "once too often");
        needSole(entry, visit.customer, visit.claim);
    }
    need(entry.time("countedAt") == counted, entry, "it counts from " + std::to_string(counted));
    leaveDesk(visit, entry.text("ticket"));
    if (isUndone) {
        const Visit called = visit;
        undoCall(visit);
        return needPaperAgain(entry, called, desks[called.counter].called);
    }
    visit.counted = counted;
    visit.state = "waiting";
}

void Book::onParked(const Entry& entry)
{
    Visit& visit = visitAt(entry, {"called", "serving"});
    visit.state = "parked";
    visit.parkedAt = entry.text("counter");
    needSole(entry, visit.customer, visit.claim);
    leaveDesk(visit, entry.text("ticket"));
}

void Book::onUnparked(const Entry& entry)
{
    Visit& visit = visitOf(entry);
    need(visit.state == "parked", entry, "the ticket is " + visit.state);
    need(visit.parkedAt == entry.text("counter") || desks[visit.parkedAt].state != "open", entry,
         "it is parked at " + visit.parkedAt + ", which is open");
    desks[entry.text("counter")].before = visit;
    visit.state = "unparked";
    m_due = {"ticket_called", entry.text("ticket")};
}

void Book::onCancelled(const Entry& entry)
{
    Visit& visit = visitOf(entry);
    need(visit.isPrintable() || visit.state == "called" || visit.state == "no_show", entry,
         "the ticket is " + visit.state);
    leaveDesk(visit, entry.text("ticket"));
    visit.state = "cancelled";
    if (const auto job = jobs.find(visit.job); job != jobs.end() && job->second.state == "pending")
        m_due = {"print_job_ended", entry.text("ticket")};
}

void Book::onUnserved(const Entry& entry)
{
    Visit& visit = visitOf(entry);
    need(visit.isPrintable(), entry, "the ticket is " + visit.state);
    before(entry).visits.emplace(entry.text("ticket"), visit);
    visit.state = "unserved";
    ++m_unserved;
}

void Book::onVerified(const Entry& entry)
{
    Visit& visit = visitAt(entry, {"called", "serving"});
    if (entry.flag("matches"))
        return;
    visit.stars = 0;
    visit.isKeyContact = false;
    visit.customer.clear();
    visit.claim.clear();
}

void Book::onIdentified(const Entry& entry)
{
    Visit& visit = visitOf(entry);
    need(visit.isPrintable() || visit.isAtCounter() || visit.state == "no_show", entry,
         "the ticket is " + visit.state);
    const std::string claim = entry.text("claim");
    needSole(entry, entry.text("customerRef"), claim);
    // Whom a clerk has verified has the stars, whatever the limit is.
    if (visit.customer != entry.text("customerRef") && claim != kDuplicate)
        needWithinLimits(entry, entry.text("customerRef"), false);
    visit.stars = static_cast<int>(entry.number("stars"));
    visit.isKeyContact = entry.flag("keyContact");
    visit.customer = entry.text("customerRef");
    visit.claim = claim;
}

void Book::onPriority(const Entry& entry)
{
    visitOf(entry).group = entry.text("statutory");
}

} // namespace starqueue::house
