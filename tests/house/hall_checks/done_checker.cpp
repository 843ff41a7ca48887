#include <house/hall_checks/done_checker.h>

#include <map>
#include <set>
#include <string_view>

namespace starqueue::house {

namespace {

/// What the first line is of which success can be no other, by the end of the path.
const std::map<std::string_view, std::set<std::string_view>> kFirstLines{
    {"/tickets", {"ticket_issued"}},
    {"/next", {"ticket_called"}},
    {"/call", {"ticket_called"}},
    {"/recall", {"ticket_called", "ticket_no_show"}},
    {"/start", {"service_started", "rating_expired"}},
    {"/finish", {"service_finished"}},
    {"/no-show", {"ticket_no_show"}},
    {"/park", {"ticket_parked", "ticket_identified"}}, // a customer who has another ticket by now
    {"/unpark", {"ticket_unparked"}},
    {"/transfer", {"ticket_transferred", "ticket_identified"}},                // likewise
    {"/undo", {"ticket_requeued", "step_undone", "rating_expired"}},           // of a finish
    {"/requeue", {"ticket_requeued", "ticket_identified", "ticket_returned"}}, // likewise; postponed
    {"/postpone", {"ticket_postponed"}},
    {"/walk-in", {"ticket_issued"}},
    {"/move", {"ticket_transferred"}},
    {"/verify", {"ticket_verified"}},
    {"/pause", {"counter_paused"}},
    {"/resume", {"counter_resumed"}},
    {"/paperless", {"print_job_ended"}},
    {"/reprint", {"print_job_created", "print_job_ended"}}};

const std::set<std::string_view> kUndoes{"hall_act_undone",      "service_opened", "service_closed",
                                         "counter_services_set", "step_undone",    "rating_expired",
                                         "ticket_requeued",      "message_changed"};

/// Null: the path's success may begin with others.
const std::set<std::string_view>* firstLinesOf(std::string_view path)
{
    if (path == "/undo")
        return &kUndoes;
    const auto known = kFirstLines.find(path.substr(path.rfind('/')));
    return known == kFirstLines.end() ? nullptr : &known->second;
}

} // namespace

void DoneIsWritten::check(const Fact& answer) const
{
    const auto status = answer.number("status");
    const std::string path = answer.text("path");
    const std::uint64_t seq = m_record.seqOf(bytesOfUuid(answer.text("request")));
    // Another copy may arrive later, when nothing refuses it any more: refusals aren't remembered.
    const bool isRefused = status >= 400 && status != 422 && answer.number("copies") == 1;
    if (isRefused && seq != 0)
        found("line " + std::to_string(seq) + ", " + m_record.line(seq)->name + ", is of " + answer.line());
    const auto* known = firstLinesOf(path);
    if (status >= 300 || status == 204 || !known)
        return;
    if (seq == 0)
        found("nothing is in the journal of " + answer.line());
    else if (!known->contains(m_record.line(seq)->name))
        found("line " + std::to_string(seq) + ", " + m_record.line(seq)->name + ", is of " + answer.line());
}

} // namespace starqueue::house
