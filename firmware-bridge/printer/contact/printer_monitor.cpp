#include <firmware-bridge/printer/contact/printer_monitor.h>

#include <algorithm>
#include <utility>

namespace starqueue::bridge {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kRound = 2000ms;
constexpr std::chrono::milliseconds kWatchfulRound = 500ms;
constexpr std::chrono::milliseconds kAnswerTimeout = 1500ms;
constexpr std::chrono::milliseconds kInOrderTimeout = 10s;

QByteArray requestOf(const StatusMap& question)
{
    return QByteArray("\x10\x04", 2) + static_cast<char>(question.question);
}

std::vector<StatusMap> questionsOf(const PrinterProfile& profile)
{
    std::vector<StatusMap> questions;
    for (const StatusMap& map : profile.statusMaps)
        if (map.question != 0)
            questions.push_back(map);
    return questions;
}

} // namespace

PrinterMonitor::PrinterMonitor(const PrinterProfile& profile)
    : m_profile(profile), m_questions(questionsOf(profile)), m_unheard(m_questions.size()),
      m_raised(m_questions.size())
{}

void PrinterMonitor::lineOpened(SteadyTime now)
{
    m_open = true;
    m_blocked = false;
    m_known = !m_profile.status;
    m_condition = PrinterCondition();
    m_suspected = PrinterCondition();
    m_raised.assign(m_questions.size(), {});
    m_unheard.lineOpened();
    m_asked.reset();
    m_marks = 0;
    m_marksUntil = SteadyTime(-1);
    m_misses = 0;
    m_nextRound = now;
    m_lastRoundBegan = SteadyTime(-1);
}

void PrinterMonitor::lineLost()
{
    m_open = false;
    m_blocked = false;
    m_known = false;
    m_asked.reset();
}

void PrinterMonitor::setBlocked(bool blocked, SteadyTime now)
{
    if (m_blocked && !blocked) { // what was held up goes now, and is answered first
        m_nextRound = now;
        m_askedAt = now;
        if (m_marksUntil >= SteadyTime(0))
            m_marksUntil = std::max(m_marksUntil, now + kAnswerTimeout);
    }
    m_blocked = blocked;
}

QByteArray PrinterMonitor::tick(SteadyTime now)
{
    if (!m_open || m_blocked || !m_profile.status || m_questions.empty())
        return {};
    const bool isOverdue = m_asked && now - m_askedAt >= patience();
    if (isOverdue && isTried())
        return passOver(now);
    if (isOverdue)
        missed(now);
    if (m_asked || now < m_nextRound || marksAreOnTheirWay(now))
        return {};
    beginRound(now);
    return ask(0, now);
}

QByteArray PrinterMonitor::answered(const RealTimeStatus& status, SteadyTime now)
{
    if (!expected() || status.bytes.size() != expected()->length)
        return {}; // a late answer to a question that was given up
    if (!m_asked)
        return answeredMark(status, now);
    m_unheard.heard(*m_asked);
    believe(statementsOf(*expected(), status.bytes), m_asked);
    alive(now);
    return askNext(now);
}

QByteArray PrinterMonitor::answered(const AutomaticStatus& status, SteadyTime now)
{
    const StatusMap* map = m_profile.statusMap(0);
    if (!m_open || !map)
        return {};
    believe(statementsOf(*map, status.bytes));
    alive(now);
    m_known = true;
    if (m_asked || !suspects() || !m_profile.status)
        return {};
    return askNext(now);
}

QByteArray PrinterMonitor::mark() const
{
    return m_profile.status && !m_profile.statusInOrder && !m_questions.empty()
               ? requestOf(m_questions[m_unheard.first()])
               : QByteArray();
}

// What was asked before is answered before, or has no answer any more.
void PrinterMonitor::marksSent(int marks, SteadyTime now, SteadyTime sentBy)
{
    m_marks = marks;
    m_markQuestion = m_unheard.first();
    if (marks == 0)
        return;
    if (isTried())
        m_asked.reset(); // a mark's answer would be taken for its own
    if (m_asked && now - m_askedAt >= kHurry) {
        m_asked.reset();
        ++m_unanswered;
    }
    m_marksUntil = sentBy + kAnswerTimeout;
    m_nextRound = std::min(m_nextRound, sentBy + kHurry); // a short power cut is to be seen
}

QByteArray PrinterMonitor::answeredMark(const RealTimeStatus& status, SteadyTime now)
{
    --m_marks;
    m_unheard.heard(m_markQuestion);
    believe(statementsOf(m_questions[m_markQuestion], status.bytes), m_markQuestion);
    alive(now);
    return m_marks == 0 && suspects() ? askNext(now) : QByteArray();
}

bool PrinterMonitor::marksAreOnTheirWay(SteadyTime now)
{
    if (m_marks == 0 || m_marksUntil < SteadyTime(0))
        return false;
    if (now < m_marksUntil)
        return true;
    m_marksUntil = SteadyTime(-1);
    m_askedAt = now - kRound;
    missed(now);
    return false;
}

const StatusMap* PrinterMonitor::expected() const
{
    if (m_asked)
        return &m_questions[*m_asked];
    return m_marks > 0 ? &m_questions[m_markQuestion] : nullptr;
}

bool PrinterMonitor::takeReturned()
{
    return std::exchange(m_returned, false);
}

void PrinterMonitor::beginRound(SteadyTime now)
{
    m_nextRound = now + pace();
    m_roundBegan = now;
    m_round = m_unheard.round(!m_printing, now);
    m_index = 0;
}

// First what verifies a suspicion, then the rest of the round.
QByteArray PrinterMonitor::askNext(SteadyTime now)
{
    const bool isInRound = m_asked && !m_verifying;
    const std::size_t next = isInRound ? m_index + 1 : m_index;
    m_asked.reset();
    if (marksAreOnTheirWay(now))
        return {};
    if (const auto verifying = whatVerifies()) {
        m_index = next;
        m_verifying = true;
        m_asked = *verifying;
        m_askedAt = now;
        return requestOf(m_questions[*verifying]);
    }
    if (m_roundBegan <= m_lastRoundBegan)
        return {}; // the round was over before
    if (next < m_round.size())
        return ask(next, now);
    m_lastRoundBegan = m_roundBegan;
    m_known = true;
    return {};
}

QByteArray PrinterMonitor::ask(std::size_t index, SteadyTime now)
{
    m_index = index;
    m_verifying = false;
    m_asked = m_round[index];
    m_askedAt = now;
    return requestOf(m_questions[*m_asked]);
}

// Tried again, and still without an answer: that says nothing of the cable.
QByteArray PrinterMonitor::passOver(SteadyTime now)
{
    m_unheard.missed(*m_asked, now);
    return askNext(now);
}

void PrinterMonitor::missed(SteadyTime now)
{
    const auto asked = std::exchange(m_asked, std::nullopt);
    if (asked && m_unheard.missed(*asked, now))
        leaveOut(*asked);
    ++m_misses;
    ++m_unanswered;
    m_nextRound = std::max(now, m_askedAt + kRound);
    if (silent()) {
        m_known = false;
        m_suspected = PrinterCondition();
    }
}

int PrinterMonitor::neverAnswered() const
{
    const auto mute = m_unheard.mute();
    return mute ? m_questions[*mute].question : 0;
}

void PrinterMonitor::alive(SteadyTime now)
{
    if (m_misses >= kMissesOfAnother) {
        m_returned = true;
        m_unheard.tryAgain(now);
    }
    m_misses = 0;
}

std::chrono::milliseconds PrinterMonitor::pace() const
{
    return m_printing || suspects() || !m_condition.fitToPrint() ||
                   m_condition.has(PrinterSign::TicketWaiting)
               ? kWatchfulRound
               : kRound;
}

std::chrono::milliseconds PrinterMonitor::patience() const
{
    return m_profile.statusInOrder && m_printing ? kInOrderTimeout : kAnswerTimeout;
}

} // namespace starqueue::bridge
