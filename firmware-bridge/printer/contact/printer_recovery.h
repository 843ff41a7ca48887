#pragma once

#include <firmware-bridge/printer/contact/printer_condition.h>
#include <firmware-bridge/steady_time.h>
#include <firmware-bridge/ticket/printer_profile.h>

#include <QByteArray>

#include <optional>
#include <utility>

namespace starqueue::bridge {

/// Ends recoverable errors: as long as one stands whose cause is gone, its command is repeated. Sent once and
/// too early it is ignored for ever. Pure: time is passed in, bytes to send are returned.
class PrinterRecovery
{
public:
    explicit PrinterRecovery(const PrinterProfile& profile)
        : m_idle(profile.recovery), m_inTicket(profile.recoveryInTicket)
    {}

    /// `inTicket`: whether a part of a ticket is in the printer that is to be finished.
    [[nodiscard]] QByteArray tick(const PrinterCondition& condition, bool inTicket, SteadyTime now);
    /// True once after a command was sent that throws away what the printer holds.
    [[nodiscard]] bool takeCleared() { return std::exchange(m_cleared, false); }

private:
    RecoveryCommand m_idle;
    RecoveryCommand m_inTicket;
    std::optional<SteadyTime> m_next{};
    bool m_cleared = false;
};

/// Rids a printer of all that it holds, and waits for its word that it is done. Until then nothing else may
/// be sent: it would be lost. Pure.
class BufferClearing
{
public:
    explicit BufferClearing(const PrinterProfile& profile) : m_command(profile.clear) {}

    void begin(SteadyTime now);
    void cleared() { m_isCleared = true; }
    void abort() { m_tries = 0; }
    /// Bytes to send.
    [[nodiscard]] QByteArray tick(const PrinterCondition& condition, SteadyTime now);

    [[nodiscard]] bool running() const { return m_tries > 0; }
    [[nodiscard]] bool possible() const { return m_command != ClearCommand::None && !m_isDeaf; }
    /// How it ended, once: true when nothing is left in the printer.
    [[nodiscard]] std::optional<bool> takeEnd() { return std::exchange(m_end, std::nullopt); }
    /// A new contact: another printer may know the command.
    void restart();

private:
    [[nodiscard]] QByteArray send(const PrinterCondition& condition, SteadyTime now);

    ClearCommand m_command;
    SteadyTime m_sentAt{};
    std::optional<bool> m_end{};
    int m_tries = 0; ///< 0: isn't running
    bool m_isSent = false;
    bool m_isCleared = false;
    bool m_isKnown = false; ///< it has answered before
    bool m_isDeaf = false;  ///< it didn't answer
};

} // namespace starqueue::bridge
