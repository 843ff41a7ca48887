#include <house/hall_checks/answer_checkers.h>

#include <house/record/json_text.h>

#include <nlohmann/json.hpp>

namespace starqueue::house {

using nlohmann::json;

namespace {

/// Answers of this kind are never given without a line in the journal.
bool surelyWrote(const Fact& answer)
{
    return answer.number("status") == 201 ||
           (answer.number("status") == 200 && answer.text("path").ends_with("/next"));
}

} // namespace

void AnsweredIsInTheRecord::onFact(const Fact& fact)
{
    if (fact.text("code") == "request_id_reused")
        found("a request was taken for another one: " + fact.line());
    if (fact.what() == "answered" && surelyWrote(fact))
        m_answers.emplace(fact.text("request"), fact);
    else if (fact.is("hall", "up"))
        check();
}

void AnsweredIsInTheRecord::check()
{
    for (const auto& [request, answer] : m_answers) {
        const std::uint64_t seq = m_record.seqOf(bytesOfUuid(request));
        if (seq == 0)
            found("nothing is in the journal of " + answer.line());
        else if (!answer.text("number").empty())
            checkTicket(request, answer, seq);
    }
    m_answers.clear();
}

void AnsweredIsInTheRecord::checkTicket(const std::string& request, const Fact& answer,
                                        std::uint64_t seq) const
{
    const json payload = parsedJson(m_record.line(seq)->payload);
    if (payload.value("ticket", json{}).dump().find(answer.text("id")) == std::string::npos ||
        payload.value("number", "") != answer.text("number"))
        found("request " + request + " was answered with " + answer.text("number") + " and line " +
              std::to_string(seq) + " says " + m_record.line(seq)->payload);
}

void NumberOnce::onCalmEnds()
{
    while (const Record::Line* const line = m_record.line(m_checked + 1)) {
        ++m_checked;
        if (line->name != "ticket_issued")
            continue;
        const auto number = parsedJson(line->payload).value("number", "");
        const auto [first, isNew] = m_given.emplace(std::pair{line->day, number}, m_checked);
        if (!isNew || number.empty())
            found("number '" + number + "' is given in lines " + std::to_string(first->second) + " and " +
                  std::to_string(m_checked));
    }
}

void ReasonIsToldWhileTheVisitLasts::onFact(const Fact& fact)
{
    if (fact.is("floor", "sees a reason") && fact.text("granted") != fact.text("told"))
        found("ticket " + fact.text("ticket") + " is said to have priority for \"" + fact.text("told") +
              "\", it was granted \"" + fact.text("granted") + '"');
}

void CalmAnswersEachIntent::onFact(const Fact& fact)
{
    if (fact.what() == "asks")
        m_open[fact.text("request")] = {fact.who() + ' ' + fact.text("path"), m_house.agenda().now()};
    else if (fact.what() == "answered" || fact.what() == "forgets")
        m_open.erase(fact.text("request"));
}

void CalmAnswersEachIntent::onCalmEnds()
{
    for (const auto& [request, intent] : m_open)
        if (m_house.agenda().now() - intent.since > std::chrono::seconds{30})
            found("no answer to " + intent.what + ", " + request);
}

} // namespace starqueue::house
