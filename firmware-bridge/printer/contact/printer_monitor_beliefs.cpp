#include <firmware-bridge/printer/contact/printer_monitor.h>

#include <algorithm>
#include <utility>

namespace starqueue::bridge {

namespace {

bool tells(const StatusMap& question, PrinterSign sign)
{
    return std::ranges::any_of(question.rules, [sign](const SignRule& rule) { return rule.sign == sign; });
}

} // namespace

void PrinterMonitor::answered(PaperSensorStatus status)
{
    believe(sensorStatements(status.byte));
}

void PrinterMonitor::believe(const std::vector<SignStatement>& statements,
                             std::optional<std::size_t> question)
{
    for (const SignStatement& statement : statements)
        believe(statement, question);
    const bool saysOnLine =
        question &&
        std::ranges::find(statements, SignStatement{PrinterSign::Offline, false}) != statements.end();
    if (saysOnLine && neverAnswered() != 0)
        refute();
}

// What automatic status said, damaged perhaps, and only a mute question could verify, would keep it off line.
void PrinterMonitor::refute()
{
    using enum PrinterSign;
    for (const PrinterSign sign : {CoverOpen, PaperOut, Cutter, Broken, Recoverable})
        if (!canVerify(sign))
            m_condition.set(sign, false);
}

// A sign is believed when two statements about it agree; that it is gone, at once. Where several questions
// tell of one sign, any of them raises it; automatic status tells of all.
void PrinterMonitor::believe(SignStatement statement, std::optional<std::size_t> question)
{
    const auto [sign, isRaised] = statement;
    for (std::size_t i = 0; i < m_raised.size(); ++i)
        if (i == question || (!question && !isRaised))
            m_raised[i].set(sign, isRaised);
    if (!isRaised && isRaisedByAny(sign))
        return;
    const bool isBelieved = isRaised && (m_condition.has(sign) || m_suspected.has(sign) || !canVerify(sign));
    m_suspected.set(sign, isRaised && !isBelieved);
    m_condition.set(sign, isBelieved);
}

bool PrinterMonitor::isRaisedByAny(PrinterSign sign) const
{
    return std::any_of(m_raised.begin(), m_raised.end(),
                       [sign](const PrinterCondition& raised) { return raised.has(sign); });
}

// What keeps it off line says more than that it is off line; who raised a sign is asked for it again.
std::optional<std::size_t> PrinterMonitor::whatVerifies() const
{
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < m_questions.size(); ++i) {
        for (const SignRule& rule : m_questions[i].rules) {
            const bool isOthers = isRaisedByAny(rule.sign) && !m_raised[i].has(rule.sign);
            if (!m_suspected.has(rule.sign) || isOthers || m_unheard.isMute(i))
                continue;
            if (rule.sign != PrinterSign::Offline)
                return i;
            found = i;
        }
    }
    return found;
}

bool PrinterMonitor::canVerify(PrinterSign sign) const
{
    for (std::size_t i = 0; i < m_questions.size() && m_profile.status; ++i)
        if (!m_unheard.isMute(i) && tells(m_questions[i], sign))
            return true;
    return false;
}

// What it said last would stand for ever; what automatic status said, and nobody else can, is believed.
void PrinterMonitor::leaveOut(std::size_t question)
{
    const PrinterCondition said = std::exchange(m_raised[question], {});
    for (const SignRule& rule : m_questions[question].rules) {
        const bool isSuspected = m_suspected.has(rule.sign);
        if (said.has(rule.sign) && !isRaisedByAny(rule.sign)) {
            m_suspected.set(rule.sign, false);
            m_condition.set(rule.sign, false);
        } else if (isSuspected && !canVerify(rule.sign)) {
            m_suspected.set(rule.sign, false);
            m_condition.set(rule.sign, true);
        }
    }
}

} // namespace starqueue::bridge
