#include <firmware-bridge/printer/contact/printer_recovery.h>

#include <utility>

namespace starqueue::bridge {

namespace {

constexpr std::chrono::milliseconds kRecoverAgain{1000};
constexpr std::chrono::milliseconds kClearedWithin{2000};
constexpr std::chrono::milliseconds kStrangerClearsWithin{1100};
constexpr std::chrono::milliseconds kResetTakes{3000};
constexpr int kClearTries = 3;    ///< it knows the command: an answer may be lost
constexpr int kStrangerTries = 2; ///< nothing is asked meanwhile: what is cured is to be seen soon

QByteArray enquiry(char n)
{
    return QByteArray("\x10\x05", 2) + n;
}

} // namespace

QByteArray PrinterRecovery::tick(const PrinterCondition& condition, bool inTicket, SteadyTime now)
{
    const RecoveryCommand command = inTicket ? m_inTicket : m_idle;
    if (!condition.needsRecovery() || command == RecoveryCommand::None) {
        m_next.reset();
        return {};
    }
    if (m_next && now < *m_next)
        return {};
    m_next = now + kRecoverAgain;
    using enum PrinterSign;
    if (condition.has(WaitsForRecovery) && !condition.hasAny({Cutter, Jam, Presenter, Recoverable}))
        return enquiry('\0');
    m_cleared = m_cleared || command == RecoveryCommand::Clear;
    return enquiry(command == RecoveryCommand::Clear ? '\x02' : '\x01');
}

void BufferClearing::begin(SteadyTime now)
{
    m_tries = 1;
    m_isSent = false;
    m_isCleared = false;
    m_end.reset();
    m_sentAt = now;
}

QByteArray BufferClearing::tick(const PrinterCondition& condition, SteadyTime now)
{
    if (!running())
        return {};
    if (!std::exchange(m_isSent, true))
        return send(condition, now);
    const bool answers = m_command == ClearCommand::RealTime;
    const bool isOver = answers ? m_isCleared : now - m_sentAt >= kResetTakes;
    if (isOver) {
        m_tries = 0;
        m_isKnown = true;
        m_end = true;
        return {};
    }
    if (!answers || now - m_sentAt < (m_isKnown ? kClearedWithin : kStrangerClearsWithin))
        return {};
    if (m_tries++ < (m_isKnown ? kClearTries : kStrangerTries))
        return send(condition, now);
    m_tries = 0;
    m_isDeaf = true;
    m_end = false;
    return {};
}

void BufferClearing::restart()
{
    m_tries = 0;
    m_isKnown = false;
    m_isDeaf = false;
    m_end.reset();
}

QByteArray BufferClearing::send(const PrinterCondition& condition, SteadyTime now)
{
    m_sentAt = now;
    switch (m_command) {
    case ClearCommand::RealTime:
        return QByteArray("\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08", 10);
    case ClearCommand::CustomReset:
        return QByteArray("\x1C\xC0\x18\x10\x14\x1A", 6);
    case ClearCommand::Recovery:
        return condition.needsRecovery() ? enquiry('\x02') : QByteArray();
    case ClearCommand::None:
        break;
    }
    return {};
}

} // namespace starqueue::bridge
