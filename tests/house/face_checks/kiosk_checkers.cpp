#include <house/face_checks/kiosk_checkers.h>

#include <house/record/json_text.h>

#include <nlohmann/json.hpp>

namespace starqueue::house {

using nlohmann::json;

namespace {

std::string payloadText(const json& payload, const char* field)
{
    const auto found = payload.find(field);
    if (found == payload.end())
        return {};
    return found->is_string() ? found->get<std::string>() : found->dump();
}

} // namespace

void OneIntentOneTicket::onFact(const Fact& fact)
{
    if (fact.is(m_kiosk.name(), "touches"))
        m_isAsking = true;
    if (!fact.is(m_kiosk.name(), "sends") || fact.text("path") != "/tickets")
        return;
    const bool isNew = m_requests.insert(bytesOfUuid(fact.text("request"))).second;
    if (isNew && !std::exchange(m_isAsking, false))
        found("nobody has asked for " + fact.line());
}

void OneIntentOneTicket::onCalmEnds()
{
    while (const Record::Line* const line = m_record.line(m_checked + 1)) {
        ++m_checked;
        if (line->name != "ticket_issued" || payloadText(parsedJson(line->payload), "kiosk") != m_kiosk.id())
            continue;
        if (!m_requests.contains(line->request))
            found("nobody sent the request of line " + std::to_string(m_checked) + ": " + line->payload);
        else if (!m_issued.insert(line->request).second)
            found("a request has two tickets, the second in line " + std::to_string(m_checked));
    }
}

void NobodyIsTakenForAnother::onFact(const Fact& fact)
{
    if (fact.who() != m_kiosk.name())
        return;
    if (fact.what() == "is told")
        m_who = fact.text("who");
    else if (fact.what() == "stood alone" || fact.what() == "dies")
        m_who.clear();
    if (fact.what() != "sends" || fact.text("path") != "/tickets" ||
        !m_requests.insert(fact.text("request")).second)
        return;
    const std::string who = std::exchange(m_who, {});
    if (const std::string& said = fact.text("who"); !said.empty() && said != who)
        found("nobody has typed who that is: " + fact.line());
}

void KioskTellsTheTruth::onCalmEnds()
{
    check();
    for (const std::string& request : std::exchange(m_refused, {}))
        if (const std::uint64_t seq = m_record.seqOf(bytesOfUuid(request)); seq > 0)
            found("it says that request " + request + " has no number, and line " + std::to_string(seq) +
                  " gives one");
}

void KioskTellsTheTruth::onFact(const Fact& fact)
{
    if (fact.is(m_kiosk.name(), "sends") && fact.text("path") == "/tickets")
        m_asked = fact.text("request");
    else if (fact.is(m_kiosk.name(), "refuses"))
        m_refused.insert(m_asked);
    else if (fact.is(m_kiosk.name(), "shows")) {
        m_shown.insert(fact.text("number"));
        if (fact.text("print") == "printed")
            m_printed.insert(fact.text("number"));
    } else if (fact.is("hall", "up")) {
        check();
    }
}

void KioskTellsTheTruth::check()
{
    readOn();
    for (const std::string& number : std::exchange(m_shown, {}))
        if (!m_issued.contains(number))
            found("it shows " + number + ", which isn't one of its own in the journal");
    for (const std::string& number : std::exchange(m_printed, {}))
        if (!m_onPaper.contains(number))
            found("it says that " + number + " was printed");
}

void KioskTellsTheTruth::readOn()
{
    while (const Record::Line* const line = m_record.line(m_read + 1)) {
        ++m_read;
        if (line->name != "ticket_issued" && line->name != "print_job_ended" &&
            line->name != "print_job_paper")
            continue;
        const json payload = parsedJson(line->payload);
        const std::string ticket = payloadText(payload, "ticket");
        if (line->name == "ticket_issued" && payloadText(payload, "kiosk") == m_kiosk.id())
            m_issued.insert(m_numbers[ticket] = payloadText(payload, "number"));
        // Sent is no proof; that it lies in the slot, or was taken, is.
        const std::string paper = payloadText(payload, "paper");
        const bool isProved =
            payloadText(payload, "outcome") == "printed" || paper == "presented" || paper == "taken";
        if (m_numbers.contains(ticket) && isProved)
            m_onPaper.insert(m_numbers[ticket]);
    }
}

} // namespace starqueue::house
