#include <house/book/book.h>

#include <fmt/format.h>

#include <map>
#include <set>
#include <utility>

namespace starqueue::house {

namespace {

constexpr std::int64_t kUndoMs = 10'000;

const std::map<std::string, std::string> kSteps{
    {"ticket_called", "call"},        {"service_started", "start"},      {"service_finished", "finish"},
    {"ticket_no_show", "no-show"},    {"ticket_parked", "park"},         {"ticket_unparked", "unpark"},
    {"ticket_cancelled", "cancel"},   {"ticket_requeued", "requeue"},    {"ticket_returned", "requeue"},
    {"ticket_postponed", "postpone"}, {"ticket_transferred", "transfer"}};
/// Of a ticket; after these a step with it can't be taken back.
const std::set<std::string> kLater{"ticket_verified",      "ticket_identified", "statutory_granted",
                                   "ticket_rated",         "ticket_rated_late", "ticket_unserved",
                                   "ticket_served_by_hand"};
const std::set<std::string> kLaterAtCounter{
    "counter_opened",      "counter_closed",     "counter_paused",       "counter_resumed",
    "counter_handed_over", "counter_help_asked", "counter_services_set", "ticket_served_by_hand"};
const std::set<std::string> kLaterForAll{"day_opened", "day_closed", "rules_set", "clock_stepped",
                                         "day_corrected"};

bool isLaterForAll(const Entry& entry)
{
    const std::string act = entry.text("act");
    return kLaterForAll.contains(entry.name) ||
           (entry.name == "hall_act_undone" && (act == "day_opened" || act == "day_closed"));
}

} // namespace

/// The line goes on with a step of its own command.
bool Book::goesOn(const Entry& entry, const Visit& visit) const
{
    if (entry.name == "ticket_called")
        return visit.state == "unparked";
    const auto turns = m_turns.find(entry.text("ticket"));
    return entry.name == "service_started" && turns != m_turns.end() &&
           turns->second.back().step == "walk-in" && turns->second.back().at == entry.at;
}

/// The step that the line begins; empty: none.
std::string Book::stepOf(const Entry& entry) const
{
    const auto step = kSteps.find(entry.name);
    const auto visit = visits.find(entry.text("ticket"));
    if (step == kSteps.end() || visit == visits.end() || goesOn(entry, visit->second))
        return {};
    if (entry.name == "ticket_called" && entry.number("recall") > 0)
        return "recall";
    if (entry.flag("silent"))
        return "walk-in";
    if (entry.name == "ticket_transferred" && entry.text("counter").empty())
        return "move";
    const bool cameBackByItself = entry.name == "ticket_returned" && entry.at >= visit->second.until;
    return entry.flag("callUndone") || cameBackByItself ? std::string{} : step->second;
}

/// A counter's last step alone can be taken back, and nothing that its visit did before another one.
void Book::forgetTurnsAt(const std::string& counter, const std::string& butOf)
{
    for (auto& [ticket, turns] : m_turns) {
        if (ticket == butOf)
            continue;
        const auto last = std::find_if(turns.rbegin(), turns.rend(),
                                       [&](const Turn& turn) { return turn.counter == counter; });
        turns.erase(turns.begin(), last.base());
    }
    std::erase_if(m_turns, [](const auto& turns) { return turns.second.empty(); });
}

/// Keeps what the line changes as it was, if it may be taken back.
void Book::keepTurn(const Entry& entry)
{
    const std::string ticket = entry.text("ticket");
    const std::string counter = entry.text("counter");
    if (isLaterForAll(entry))
        m_turns.clear();
    if (kLaterAtCounter.contains(entry.name))
        forgetTurnsAt(counter);
    const std::string step = stepOf(entry);
    if (kLater.contains(entry.name) || (step.empty() && entry.name == "ticket_returned") ||
        entry.flag("callUndone"))
        m_turns.erase(ticket);
    if (step.empty())
        return;
    if (!counter.empty())
        forgetTurnsAt(counter);
    const Visit& visit = visits[ticket];
    const std::string desk = visit.isAtCounter() ? visit.counter : counter;
    m_turns[ticket].push_back({step, entry.at, counter, visit, desk, desk.empty() ? Desk{} : desks[desk]});
}

void Book::onStepUndone(const Entry& entry)
{
    const std::string ticket = entry.text("ticket");
    const auto found = m_turns.find(ticket);
    if (found == m_turns.end())
        return need(false, entry, "nothing of it can be taken back");
    const Turn turn = found->second.back();
    found->second.pop_back();
    if (found->second.empty())
        m_turns.erase(found);
    need(turn.step == entry.text("step"), entry, "the last step was " + turn.step);
    need(turn.counter == entry.text("counter"), entry, "that was at counter '" + turn.counter + "'");
    need(turn.at == entry.time("doneAt"), entry, fmt::format("it was done at {}", turn.at));
    need(entry.at - turn.at <= kUndoMs, entry, "that was too long ago");
    need(isDayOpen, entry, "the day is closed");
    if (!turn.desk.empty() && turn.counter.empty())
        need(desks[turn.desk].visit.empty(), entry, "the counter has gone on");
    if (turn.counter.empty() &&
        !turn.desk.empty()) // the counter that has somebody back stands otherwise for its own last step
        forgetTurnsAt(turn.desk, ticket);
    if (turn.step == "finish")
        withdraw(entry, ticket, turn.at);
    const Visit since = std::exchange(visits[ticket], turn.visit);
    visits[ticket].job = since.job;
    if (!turn.desk.empty())
        desks[turn.desk] = turn.before;
    needPaperAgain(entry, since, turn.at);
}

/// What the step that was taken back had done to the paper of its visit, which stood as `since`: whose job
/// ended without a paper while nobody waited for it is given another; whose job nobody waits for again loses
/// it.
void Book::needPaperAgain(const Entry& entry, const Visit& since, std::int64_t done)
{
    const std::string ticket = entry.text("ticket");
    const auto found = jobs.find(since.job);
    if (found == jobs.end())
        return;
    const PaperJob& job = found->second;
    const bool isBack = visits[ticket].isPrintable();
    const bool isTwice = job.outcome == "unknown" && job.isReprint; // two papers may be out
    const bool isLost = job.state == "ended" && job.ended >= done && !job.isOnPaper() && !isTwice;
    if (!isBack && job.state == "pending")
        m_due = {"print_job_ended", ticket};
    else if (isBack && !since.isPrintable() && isLost)
        m_due = {"print_job_created", ticket};
    else
        m_noMorePaper = ticket;
}

void Book::withdraw(const Entry& entry, const std::string& ticket, std::int64_t finished)
{
    for (auto& [id, invitation] : invitations) {
        if (invitation.visit != ticket || invitation.invited < finished)
            continue;
        need(invitation.state == "expired", entry, "its session is " + invitation.state);
        invitation.state = "withdrawn";
    }
}

} // namespace starqueue::house
