#include <house/hall_checks/audience_checkers.h>

#include <house/record/json_text.h>

#include <time/timestamp.h>

#include <nlohmann/json.hpp>

#include <set>
#include <string_view>

namespace starqueue::house {

using nlohmann::json;
using Kind = hall::Subscriber::Kind;

namespace {

using Names = std::set<std::string_view>;

/// Of these a display and a kiosk may see all.
const Names kPublic{"seq",     "at",     "ticket", "number", "service",    "kiosk",   "print",
                    "counter", "recall", "from",   "job",    "reprint",    "outcome", "message",
                    "text",    "hash",   "date",   "act",    "callUndone", "device",  "kind",
                    "state",   "fault",  "silent", "until",  "services",   "step",    "paper"};
/// Nobody sees these in an event.
const Names kSecret{"secret", "customerRef", "keyContact", "takenBy", "carried", "rules", "press"};
const Names kForAll{
    "ticket_issued",      "ticket_called",        "service_started",  "service_finished", "ticket_no_show",
    "ticket_requeued",    "ticket_parked",        "ticket_unparked",  "ticket_cancelled", "ticket_unserved",
    "ticket_transferred", "counter_opened",       "counter_closed",   "counter_paused",   "counter_resumed",
    "service_opened",     "service_closed",       "message_changed",  "rules_set",        "day_opened",
    "day_closed",         "hall_act_undone",      "hall_restored",    "day_corrected",    "clock_doubted",
    "device_changed",     "counter_services_set", "ticket_postponed", "ticket_returned",  "step_undone"};
const Names kPrinting{"print_job_created", "print_job_taken", "print_job_ended", "print_job_paper",
                      "slip_created"};
const Names kDevices{"rating_invited", "rating_armed",   "rating_failed",
                     "ticket_rated",   "rating_expired", "device_test_requested",
                     "clock_stepped",  "device_tested",  "device_asked"};
const Names kForStaff{"ticket_verified",     "ticket_identified",  "statutory_granted",
                      "counter_handed_over", "counter_help_asked", "case_opened"};

} // namespace

void HearsWhatItMay::onFact(const Fact& fact)
{
    if (!fact.is(m_follower.name(), "heard"))
        return;
    m_last = static_cast<std::uint64_t>(fact.number("seq"));
    m_heard[m_last] = fact.text("data");
}

bool HearsWhatItMay::mustHear(const Record::Line& line) const
{
    const Kind kind = m_follower.subscriber().kind;
    if (kForAll.contains(line.name))
        return true;
    if (kForStaff.contains(line.name))
        return kind == Kind::Staff;
    if (kDevices.contains(line.name))
        return kind != Kind::Display && kind != Kind::Kiosk;
    if (!kPrinting.contains(line.name) || kind == Kind::Display)
        return false;
    return kind != Kind::Kiosk || parsedJson(line.payload).value("kiosk", json{}) == json(m_kiosk);
}

bool HearsWhatItMay::isOpen(std::uint64_t seq, const std::string& name) const
{
    const Kind kind = m_follower.subscriber().kind;
    if (kind != Kind::Display && kind != Kind::Kiosk)
        return !kSecret.contains(name);
    const bool isOfClock = name == "why" && m_record.line(seq)->name == "clock_doubted";
    return kPublic.contains(name) || isOfClock;
}

/// The reason of a priority stands beside the journal until the visit is over; no other field does.
bool HearsWhatItMay::isWritten(const std::string& name, const json& value, const json& written)
{
    const json found = written.value(name, json{});
    return found == value || (name == "statutory" && value.is_string() && found.is_string() &&
                              std::string_view{found.get_ref<const std::string&>()}.starts_with("priority:"));
}

void HearsWhatItMay::checkContent(std::uint64_t seq, const std::string& data) const
{
    const json said = parsedJson(data);
    const json written = parsedJson(m_record.line(seq)->payload);
    if (!said.is_object() || said.value("seq", 0ULL) != seq)
        found("event " + std::to_string(seq) + " is " + data);
    if (const std::string at = textIn(said, "at"); !isItsTime(seq, at))
        found("event " + std::to_string(seq) + " is said to be of " + at + ", written is " +
              time::timestamp(time::WallOffset{m_record.line(seq)->ahead}.wall(m_record.line(seq)->at)));
    for (const auto& [name, value] : said.items()) {
        if (!isOpen(seq, name))
            found("event " + std::to_string(seq) + " tells " + name);
        if (name != "seq" && name != "at" && !isWritten(name, value, written))
            found("event " + std::to_string(seq) + " says " + name + ' ' + value.dump() + ", written is " +
                  written.dump());
    }
    if (kForAll.contains(m_record.line(seq)->name)) // others hide some of these
        checkComplete(seq, said, written);
}

bool HearsWhatItMay::isItsTime(std::uint64_t seq, const std::string& at) const
{
    const Instant happened = m_record.line(seq)->at;
    for (std::uint64_t since = seq; const Record::Line* const line = m_record.line(since); ++since)
        if (time::timestamp(time::WallOffset{line->ahead}.wall(happened)) == at)
            return true;
    return false;
}

void HearsWhatItMay::checkComplete(std::uint64_t seq, const json& said, const json& written) const
{
    for (const auto& [name, value] : written.items())
        if (kPublic.contains(name) && name != "hash" && !said.contains(name))
            found("event " + std::to_string(seq) + " of " + m_record.line(seq)->name + " lacks " + name);
}

void HearsWhatItMay::onCalmEnds()
{
    while (m_checked < m_last && m_record.line(m_checked + 1) != nullptr) {
        const std::uint64_t seq = ++m_checked;
        const auto heard = m_heard.extract(seq);
        const bool must = mustHear(*m_record.line(seq));
        if (!heard.empty())
            checkContent(seq, heard.mapped());
        if (heard.empty() && must)
            found("event " + std::to_string(seq) + ", " + m_record.line(seq)->name + ", wasn't told");
        const bool isStaffs = kForStaff.contains(m_record.line(seq)->name);
        if (!heard.empty() && !must && (isStaffs || kPrinting.contains(m_record.line(seq)->name)))
            found("event " + std::to_string(seq) + ", " + m_record.line(seq)->name + ", isn't for it");
    }
}

} // namespace starqueue::house
