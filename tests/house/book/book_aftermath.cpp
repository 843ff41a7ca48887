#include <house/book/book.h>

#include <algorithm>
#include <set>

namespace starqueue::house {

using nlohmann::json;

namespace {

bool hasFailed(const std::string& outcome)
{
    return outcome == "unknown" || outcome == "paperOut" || outcome == "coverOpen" || outcome == "offline";
}

bool mayBePaper(const std::string& outcome)
{
    return outcome == "printed" || outcome == "sent" || outcome == "unknown";
}

} // namespace

void Book::onJob(const Entry& entry)
{
    needNext(m_lastJob, entry, "job");
    const std::string id = entry.text("ticket");
    Visit& visit = visitOf(entry);
    need(visit.isPrintable(), entry, "the ticket is " + visit.state);
    const auto before = jobs.find(visit.job);
    need(before == jobs.end() || before->second.state != "pending", entry,
         "job " + visit.job + " of the same ticket is pending");
    need(entry.flag("reprint") || !m_papers.contains(id), entry,
         "there may be a paper without a mark already");
    need(entry.time("createdAt") == entry.at, entry, "it isn't created now");
    const std::int64_t life = rules["printJobLifeSeconds"].get<std::int64_t>() * 1000;
    const bool goesOn = before != jobs.end() && before->second.expires == entry.time("expiresAt");
    need(goesOn || entry.time("expiresAt") == entry.at + life, entry, "its life isn't as the rules say");
    visit.job = entry.text("job");
    jobs[visit.job] = {
        id, "pending", entry.time("expiresAt"), entry.text("kiosk"), entry.flag("reprint"), entry.at};
}

/// The hall of the house has none printed.
void Book::onSlip(const Entry& entry)
{
    needNext(m_lastJob, entry, "job");
    need(false, entry, "nobody has set close_slip");
}

void Book::onDevice(const Entry& entry)
{
    ReportedPrinter& printer = m_printers[entry.text("device")];
    if (printer.fault == "ticketWaiting")
        for (auto& [id, job] : jobs)
            if (job.state == "pending" && job.kiosk == printer.kiosk)
                job.since = entry.at;
    printer = {entry.text("kiosk"), entry.text("fault")};
}

void Book::onPaper(const Entry& entry)
{
    PaperJob& job = jobs[entry.text("job")];
    const std::string paper = entry.text("paper");
    need(job.isOnPaper(), entry, "there is no paper: the job ended as " + job.outcome);
    need(job.paper.empty() || (job.paper == "presented" && paper != "presented"), entry,
         "its paper is " + job.paper + " already");
    job.paper = paper;
}

bool Book::isPendingTooLong(const Entry& entry, const PaperJob& job) const
{
    constexpr std::int64_t kLongest = 60'000;
    const auto waits = [&job](const auto& printer) {
        return printer.second.kiosk == job.kiosk && printer.second.fault == "ticketWaiting";
    };
    return job.state == "pending" && entry.at - job.since >= kLongest &&
           std::ranges::none_of(m_printers, waits);
}

void Book::onTaken(const Entry& entry)
{
    PaperJob& job = jobs[entry.text("job")];
    need(job.state == "pending", entry, "the job is " + job.state);
    need(entry.at < job.expires, entry, "the job has expired");
    need(!entry.text("bridge").empty(), entry, "nobody took it");
    const auto visit = visits.find(job.visit);
    need(visit != visits.end() && visit->second.isPrintable(), entry, "its customer waits no more");
    job.state = "taken";
}

bool Book::isStillWanted(const Entry& entry, const PaperJob& job) const
{
    const auto visit = visits.find(job.visit);
    return visit != visits.end() && visit->second.isPrintable() && visit->second.job == entry.text("job") &&
           entry.at < job.expires;
}

void Book::onJobEnded(const Entry& entry)
{
    PaperJob& job = jobs[entry.text("job")];
    const std::string outcome = entry.text("outcome");
    const bool wasTaken = job.state == "taken";
    need(wasTaken || (job.state == "pending" && outcome == "dropped"), entry, "the job is " + job.state);
    before(entry).jobs.emplace(entry.text("job"), job);
    const bool isLate = isPendingTooLong(entry, job);
    job.state = "ended";
    job.outcome = outcome;
    job.ended = entry.at;
    if (mayBePaper(outcome))
        m_papers.insert(job.visit);
    if (isStillWanted(entry, job) && !isLate)
        needSequel(entry, job, wasTaken && entry.isRequested);
    if (outcome != "dropped" && !m_due)
        m_noMorePaper = job.visit;
}

/// Who waits for a paper that didn't come is given another, or there is a reason why not.
void Book::needSequel(const Entry& entry, const PaperJob& job, bool isOfBridge)
{
    const bool isSecond = job.outcome == "unknown" && job.isReprint;       // one reprint at most
    const bool isDroppedByBridge = job.outcome == "dropped" && isOfBridge; // its call was undone meanwhile
    if ((hasFailed(job.outcome) && !isSecond) || isDroppedByBridge)
        m_due = {"print_job_created", job.visit};
    else if (job.outcome == "dropped")
        m_reasons = {{"print_job_created", "print_job_ended", "ticket_unserved", "counter_closed",
                      "day_closed", "day_opened"},
                     "job " + entry.text("job")};
}

void Book::onInvited(const Entry& entry)
{
    needNext(m_lastSession, entry, "session");
    const Visit& visit = visitOf(entry);
    need(visit.state == "finished", entry, "the ticket is " + visit.state);
    need(visit.counter == entry.text("counter"), entry, "it was served at " + visit.counter);
    need(entry.time("invitedAt") == entry.at, entry, "it isn't invited now");
    need(entry.time("endsAt") == entry.at + rules["ratingWindowSeconds"].get<std::int64_t>() * 1000, entry,
         "its window isn't as the rules say");
    need(entry.number("endsElapsed") == entry.time("endsAt"), entry, "it says two different ends");
    invitations[entry.text("session")] = {
        entry.text("ticket"), entry.text("counter"), "invited", entry.at, entry.time("endsAt"), 0};
}

void Book::onArmed(const Entry& entry)
{
    Invitation& invitation = invitations[entry.text("session")];
    need(invitation.isOpen(), entry, "the session is " + invitation.state);
    invitation.state = entry.name == "rating_armed" ? "armed" : "failed";
}

void Book::onRated(const Entry& entry)
{
    constexpr std::int64_t kLatest = 60'000;
    Invitation& invitation = invitations[entry.text("session")];
    need(invitation.state != "rated", entry, "the session is rated already");
    need(invitation.state != "withdrawn", entry, "its service goes on");
    need(invitation.visit == entry.text("ticket"), entry, "the session is of ticket " + invitation.visit);
    need(invitation.counter == entry.text("counter"), entry, "the session is of " + invitation.counter);
    need(entry.at >= invitation.invited && entry.at <= invitation.ends + kLatest, entry,
         "the press comes a minute after its window");
    const std::int64_t score = entry.number("score");
    need(score >= 1 && score <= 5, entry, "there is no such score");
    need(m_presses.insert(entry.payload.value("press", json{}).dump()).second, entry,
         "the press is counted already");
    invitation.state = "rated";
    const json levels = rules.value("caseLevels", json{1, 2});
    if (std::ranges::find(levels, json(score)) != levels.end())
        m_due = {"case_opened", entry.text("ticket")};
}

void Book::onExpired(const Entry& entry)
{
    Invitation& invitation = invitations[entry.text("session")];
    need(invitation.isOpen(), entry, "the session is " + invitation.state);
    invitation.state = "expired";
    invitation.expired = entry.at;
    if (entry.at < invitation.ends)
        m_reasons = {{"service_started", "step_undone", "rating_expired"},
                     "session " + entry.text("session")};
}

void Book::onCase(const Entry& entry)
{
    const Invitation& invitation = invitations[entry.text("case")];
    need(invitation.visit == entry.text("ticket"), entry, "the session is of ticket " + invitation.visit);
    for (const char* due : {"contactDueOn", "mendedDueOn", "dueIsProvisional"})
        need(entry.payload.value(due, json{}) == m_hours.value(due, json{}), entry,
             std::string{due} + " of a case of this day is " + m_hours.value(due, json{}).dump());
}

} // namespace starqueue::house
