#include <house/bridge/paper_checkers.h>

#include <house/record/json_text.h>

#include <queue/steps/checks.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace starqueue::house {

namespace {

/// The number of a ticket that the line gives; empty: it gives none.
std::string numberGivenIn(const Record::Line& line)
{
    if (line.name != "ticket_issued")
        return {};
    return parsedJson(line.payload).value("number", "");
}

} // namespace

void PapersAreTickets::onFact(const Fact& fact)
{
    if (fact.what() != "printed")
        return;
    if (fact.number("numbers") > 1 || fact.number("before") > 0)
        found("more than one ticket is on a paper: " + fact.line());
    const std::string number = fact.text("number");
    if (number.empty())
        return; // what was left of a ticket
    ++m_papers[number];
    m_unmarked[number] += fact.number("marked") == 0 ? 1 : 0;
}

void PapersAreTickets::onCalmEnds()
{
    countIssued();
    for (const auto& [number, unmarked] : m_unmarked)
        if (unmarked > m_given[number])
            found(std::to_string(unmarked) + " unmarked papers have " + number + ", which was given " +
                  std::to_string(m_given[number]) + " times");
    checkPrinted();
}

void PapersAreTickets::countIssued()
{
    while (const Record::Line* const line = m_record.line(m_read + 1)) {
        ++m_read;
        if (const std::string number = numberGivenIn(*line); !number.empty())
            ++m_given[number];
    }
}

void PapersAreTickets::checkPrinted() const
{
    const queue::State& state = m_record.state();
    for (const queue::PrintJob& job : state.printJobs) {
        const queue::Ticket* const ticket = state.find(job.ticket);
        if (job.outcome == queue::PrintOutcome::Printed && ticket != nullptr &&
            !m_papers.contains(queue::numberOf(state, *ticket)))
            found("job " + std::to_string(job.id.value) + " is said to be printed, and " +
                  queue::numberOf(state, *ticket) + " is on no paper");
    }
}

void NoPaperForWhoHasLeft::onFact(const Fact& fact)
{
    if (fact.what() == "answered" && fact.number("status") < 300)
        onAnswer(fact);
    else if (fact.is("duty-manager", "heard"))
        onEvent(fact);
    else if (fact.what() == "printed")
        onPaper(fact);
}

// Who asked for it may have died before the answer.
void NoPaperForWhoHasLeft::onEvent(const Fact& event)
{
    static const std::set<std::string> kComesBack{"ticket_parked", "ticket_transferred", "ticket_requeued"};
    if (!kComesBack.contains(event.text("event")))
        return;
    const auto data = parsedJson(event.text("data"));
    m_left.erase(data.value("number", ""));
    m_suspected.erase(data.value("number", ""));
}

// Told is later than done, so that nobody is suspected too early. Who comes back may have a paper again.
void NoPaperForWhoHasLeft::onAnswer(const Fact& answer)
{
    const std::string path = answer.text("path");
    const std::string number = answer.text("number");
    const auto isFor = [&path](const char* action) { return path.ends_with(action); };
    if (isFor("/next") || isFor("/call") || isFor("/cancel")) {
        m_left.try_emplace(number, m_house.agenda().now());
    } else if (isFor("/undo")) {
        m_left.clear();
        m_suspected.clear();
    } else if (isFor("/park") || isFor("/transfer") || isFor("/requeue") || isFor("/tickets")) {
        m_left.erase(number);
        m_suspected.erase(number);
    }
}

void NoPaperForWhoHasLeft::onPaper(const Fact& paper)
{
    // A slow cable takes seconds a byte: what was on it when the call came is printed that much later.
    constexpr auto kLong = std::chrono::minutes{2};
    const auto left = m_left.find(paper.text("number"));
    if (left != m_left.end() && std::chrono::milliseconds{paper.number("began")} > left->second + kLong)
        m_suspected.emplace(left->first, paper.line());
}

void NoPaperForWhoHasLeft::onCalmEnds()
{
    for (const auto& [number, paper] : m_suspected)
        if (wasGivenOnce(number))
            found("its ticket was called or cancelled long before: " + paper);
    m_suspected.clear();
}

bool NoPaperForWhoHasLeft::wasGivenOnce(const std::string& number) const
{
    int given = 0;
    for (std::uint64_t seq = 1; const Record::Line* const line = m_record.line(seq); ++seq)
        given += numberGivenIn(*line) == number ? 1 : 0;
    return given == 1;
}

} // namespace starqueue::house
