#include <firmware-bridge/printer/printer_monitor.h>

#include <utility>

namespace starqueue::bridge {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kRound = 2000ms;
constexpr std::chrono::milliseconds kAnswerTimeout = 1500ms;
constexpr int kQuestions = 4;

} // namespace

void PrinterMonitor::lineOpened(SteadyTime now)
{
    m_open = true;
    m_known = !m_profile.status;
    m_condition = PrinterCondition();
    m_question = 0;
    m_misses = 0;
    m_nextRound = now;
    m_lastRoundBegan = SteadyTime(-1);
}

void PrinterMonitor::lineLost()
{
    m_open = false;
    m_known = false;
    m_question = 0;
}

QByteArray PrinterMonitor::tick(SteadyTime now)
{
    if (!m_open || !m_profile.status)
        return {};
    if (m_question != 0 && now - m_askedAt >= kAnswerTimeout)
        missed(now);
    if (m_question != 0 || now < m_nextRound)
        return {};
    m_nextRound = now + kRound;
    m_roundBegan = now;
    return ask(1, now);
}

QByteArray PrinterMonitor::answered(RealTimeStatus status, SteadyTime now)
{
    if (m_question == 0)
        return {}; // a late answer to a question that was given up
    m_condition = updated(m_condition, m_question, status);
    if (m_question < kQuestions)
        return ask(m_question + 1, now);
    m_question = 0;
    m_lastRoundBegan = m_roundBegan;
    alive();
    return {};
}

void PrinterMonitor::answered(const AutomaticStatus& status)
{
    m_condition = conditionFrom(status);
    alive();
}

void PrinterMonitor::answered(PaperSensorStatus status)
{
    m_condition = updated(m_condition, status);
}

PrinterState PrinterMonitor::state() const
{
    using Kind = PrinterState::Kind;
    if (!m_open)
        return {Kind::Unplugged};
    if (m_misses >= kMissesUntilSilent)
        return {Kind::Silent};
    if (!m_known)
        return {Kind::Starting};
    if (m_condition.coverOpen)
        return {Kind::CoverOpen};
    if (m_condition.paperOut)
        return {Kind::PaperOut};
    if (m_condition.cutterFault)
        return {Kind::CutterFault};
    if (m_condition.broken || m_condition.offline)
        return {Kind::Broken};
    return {m_condition.nearEnd && m_profile.nearEndSensor ? Kind::NearEnd : Kind::Ready};
}

bool PrinterMonitor::takeReturned()
{
    return std::exchange(m_returned, false);
}

QByteArray PrinterMonitor::ask(int question, SteadyTime now)
{
    m_question = question;
    m_askedAt = now;
    QByteArray bytes("\x10\x04", 2);
    bytes += static_cast<char>(question);
    return bytes;
}

void PrinterMonitor::missed(SteadyTime now)
{
    m_question = 0;
    ++m_misses;
    ++m_unanswered;
    m_nextRound = now + kRound - kAnswerTimeout;
    if (m_misses >= kMissesUntilSilent)
        m_known = false;
}

void PrinterMonitor::alive()
{
    if (m_misses >= kMissesUntilSilent)
        m_returned = true;
    m_misses = 0;
    m_known = true;
}

} // namespace starqueue::bridge
