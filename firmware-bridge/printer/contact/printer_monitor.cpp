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

} // namespace

PrinterMonitor::PrinterMonitor(const PrinterProfile& profile) : m_profile(profile)
{
    for (const StatusMap& map : profile.statusMaps)
        if (map.question != 0)
            m_questions.push_back(map);
    m_raised.resize(m_questions.size());
}

void PrinterMonitor::lineOpened(SteadyTime now)
{
    m_open = true;
    m_blocked = false;
    m_known = !m_profile.status;
    m_condition = PrinterCondition();
    m_suspected = PrinterCondition();
    m_raised.assign(m_questions.size(), {});
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
    if (m_asked && now - m_askedAt >= patience())
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
    believe(statementsOf(*expected(), status.bytes), m_asked);
    alive();
    return askNext(now);
}

QByteArray PrinterMonitor::answered(const AutomaticStatus& status, SteadyTime now)
{
    const StatusMap* map = m_profile.statusMap(0);
    if (!m_open || !map)
        return {};
    believe(statementsOf(*map, status.bytes));
    alive();
    m_known = true;
    if (m_asked || !suspects() || !m_profile.status)
        return {};
    return askNext(now);
}

QByteArray PrinterMonitor::mark() const
{
    return m_profile.status && !m_profile.statusInOrder && !m_questions.empty()
               ? requestOf(m_questions.front())
               : QByteArray();
}

// What was asked before is answered before, or has no answer any more.
void PrinterMonitor::marksSent(int marks, SteadyTime now, SteadyTime sentBy)
{
    m_marks = marks;
    if (marks == 0)
        return;
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
    believe(statementsOf(m_questions.front(), status.bytes), 0);
    alive();
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
    return m_marks > 0 ? &m_questions.front() : nullptr;
}

void PrinterMonitor::answered(PaperSensorStatus status)
{
    believe(sensorStatements(status.byte));
}

bool PrinterMonitor::takeReturned()
{
    return std::exchange(m_returned, false);
}

void PrinterMonitor::beginRound(SteadyTime now)
{
    m_nextRound = now + pace();
    m_roundBegan = now;
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
    if (next < m_questions.size())
        return ask(next, now);
    m_lastRoundBegan = m_roundBegan;
    m_known = true;
    return {};
}

QByteArray PrinterMonitor::ask(std::size_t index, SteadyTime now)
{
    m_index = index;
    m_verifying = false;
    m_asked = index;
    m_askedAt = now;
    return requestOf(m_questions[index]);
}

void PrinterMonitor::missed(SteadyTime now)
{
    m_asked.reset();
    ++m_misses;
    ++m_unanswered;
    m_nextRound = std::max(now, m_askedAt + kRound);
    if (silent()) {
        m_known = false;
        m_suspected = PrinterCondition();
    }
}

void PrinterMonitor::alive()
{
    m_returned = m_returned || m_misses >= kMissesOfAnother;
    m_misses = 0;
}

void PrinterMonitor::believe(const std::vector<SignStatement>& statements,
                             std::optional<std::size_t> question)
{
    for (const SignStatement& statement : statements)
        believe(statement, question);
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
            if (!m_suspected.has(rule.sign) || isOthers)
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
    return m_profile.status &&
           std::any_of(m_questions.begin(), m_questions.end(), [sign](const StatusMap& question) {
               return std::any_of(question.rules.begin(), question.rules.end(),
                                  [sign](const SignRule& rule) { return rule.sign == sign; });
           });
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
