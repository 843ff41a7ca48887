#include <house/book/book.h>

#include <house/record/json_text.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace starqueue::house {

using nlohmann::json;

std::string Entry::text(const char* field) const
{
    const auto found = payload.find(field);
    return found != payload.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

std::int64_t Entry::number(const char* field) const
{
    const auto found = payload.find(field);
    return found != payload.end() && found->is_number() ? found->get<std::int64_t>() : 0;
}

bool Entry::flag(const char* field) const
{
    const auto found = payload.find(field);
    return found != payload.end() && found->is_boolean() && found->get<bool>();
}

std::int64_t Entry::time(const char* field) const
{
    using namespace std::chrono;
    int y = 0;
    unsigned mo = 0;
    unsigned d = 0;
    int h = 0;
    int mi = 0;
    int s = 0;
    int ms = 0;
    const std::string stamp = text(field);
    if (std::sscanf(stamp.c_str(), "%d-%u-%uT%d:%d:%d.%dZ", &y, &mo, &d, &h, &mi, &s, &ms) != 7)
        return 0;
    const sys_time<milliseconds> instant =
        sys_days{year{y} / month{mo} / day{d}} + hours{h} + minutes{mi} + seconds{s} + milliseconds{ms};
    return instant.time_since_epoch().count();
}

std::string Entry::words() const
{
    return "line " + std::to_string(seq) + ", " + name;
}

Entry entryOf(std::uint64_t seq, const Record::Line& line)
{
    return {seq, line.name, line.at.time_since_epoch().count(), !line.request.empty(),
            parsedJson(line.payload)};
}

void Book::need(bool holds, const Entry& entry, const std::string& what) const
{
    if (!holds)
        m_wrong(entry.words() + ": " + what + ": " + entry.payload.dump());
}

void Book::needNext(std::uint64_t& last, const Entry& entry, const char* field) const
{
    const std::string id = entry.text(field);
    need(id == std::to_string(last + 1), entry, "the id after " + std::to_string(last) + " is " + id);
    last = std::max<std::uint64_t>(last, std::strtoull(id.c_str(), nullptr, 10));
}

const std::map<std::string, Book::Writing> Book::kWritings{
    {"ticket_issued", &Book::onIssued},
    {"ticket_called", &Book::onCalled},
    {"service_started", &Book::onStarted},
    {"service_finished", &Book::onFinished},
    {"ticket_no_show", &Book::onNoShow},
    {"ticket_requeued", &Book::onRequeued},
    {"ticket_parked", &Book::onParked},
    {"ticket_unparked", &Book::onUnparked},
    {"ticket_transferred", &Book::onTransferred},
    {"ticket_cancelled", &Book::onCancelled},
    {"ticket_unserved", &Book::onUnserved},
    {"ticket_verified", &Book::onVerified},
    {"ticket_identified", &Book::onIdentified},
    {"statutory_granted", &Book::onPriority},
    {"print_job_created", &Book::onJob},
    {"print_job_taken", &Book::onTaken},
    {"print_job_ended", &Book::onJobEnded},
    {"print_job_paper", &Book::onPaper},
    {"slip_created", &Book::onSlip},
    {"device_changed", &Book::onDevice},
    {"rating_invited", &Book::onInvited},
    {"rating_armed", &Book::onArmed},
    {"rating_failed", &Book::onArmed},
    {"ticket_rated", &Book::onRated},
    {"rating_expired", &Book::onExpired},
    {"case_opened", &Book::onCase},
    {"counter_opened", &Book::onCounter},
    {"counter_closed", &Book::onCounter},
    {"counter_paused", &Book::onCounter},
    {"counter_resumed", &Book::onCounter},
    {"counter_handed_over", &Book::onHandedOver},
    {"service_opened", &Book::onService},
    {"service_closed", &Book::onService},
    {"message_changed", &Book::onMessage},
    {"counter_services_set", &Book::onServicesSet},
    {"ticket_postponed", &Book::onPostponed},
    {"ticket_returned", &Book::onReturned},
    {"rules_set", &Book::onRules},
    {"day_closed", &Book::onDayClosed},
    {"day_opened", &Book::onDayOpened},
    {"hall_act_undone", &Book::onActUndone},
    {"day_corrected", &Book::onDayCorrected},
    {"step_undone", &Book::onStepUndone},
};

void Book::write(const Entry& entry)
{
    need(entry.at >= m_lastAt, entry, "the hall's time went back from " + std::to_string(m_lastAt));
    m_lastAt = std::max(m_lastAt, entry.at);
    if (entry.isRequested) // one instant may have several commands
        m_before = {entry.at};
    if (const auto due = std::exchange(m_due, std::nullopt))
        need(entry.name == due->first && entry.text("ticket") == due->second, entry,
             "here " + due->first + " of ticket " + due->second + " is due");
    if (const auto visit = std::exchange(m_noMorePaper, {}); !visit.empty() && !entry.isRequested)
        need(entry.name != "print_job_created" || entry.text("ticket") != visit, entry,
             "ticket " + visit + " needs no more paper");
    needExplained(entry);
    keepTurn(entry);
    if (const auto writing = kWritings.find(entry.name); writing != kWritings.end())
        (this->*writing->second)(entry);
}

// An end without a reason of its own has one in what follows it: the day's end, a new job, the next start.
void Book::needExplained(const Entry& entry)
{
    const auto reasons = std::exchange(m_reasons, std::nullopt);
    if (!reasons)
        return;
    need(reasons->first.contains(entry.name), entry, reasons->second + " has ended before for no reason");
    if (entry.name == "print_job_ended" || entry.name == "rating_expired")
        m_reasons = reasons; // several end at once
}

void Book::closeCalm()
{
    constexpr std::int64_t kLongPast = 30'000;
    constexpr std::int64_t kSoon = 5'000;
    for (const auto& [id, invitation] : invitations)
        if (invitation.isOpen() && m_lastAt > invitation.ends + kLongPast)
            m_wrong("session " + id + " of counter " + invitation.counter + " never ends");
    for (const auto& [id, job] : jobs)
        if (job.state != "ended" && m_lastAt > job.expires + kLongPast)
            m_wrong("job " + id + " is " + job.state + " long after its life");
    for (const auto& [id, visit] : visits)
        if (visit.state == "postponed" && m_lastAt > visit.until + kSoon)
            m_wrong("ticket " + id + " doesn't come back after its time");
}

} // namespace starqueue::house
