#pragma once

#include <firmware-bridge/printer/printer_condition.h>
#include <firmware-bridge/steady_time.h>
#include <firmware-bridge/ticket/printer_profile.h>

#include <QByteArray>

namespace starqueue::bridge {

/// Knows whether a printer is alive and fit to print.
///
/// A serial line tells nothing about a pulled cable, so every 2 s the four
/// real-time questions (DLE EOT 1 to 4) are asked, one at a time: an answer
/// doesn't say which question it belongs to. Three rounds without an answer and
/// the printer counts as silent. Automatic status comes on top, and sooner.
/// Pure: bytes to send are returned, the time is passed in.
class PrinterMonitor
{
public:
    explicit PrinterMonitor(const PrinterProfile& profile) : m_profile(profile) {}

    void lineOpened(SteadyTime now);
    void lineLost();

    /// The bytes to send at `now`; empty most of the time. Call it about every 0.1 s.
    [[nodiscard]] QByteArray tick(SteadyTime now);

    /// What the printer answered; returns the next question, if there is one.
    [[nodiscard]] QByteArray answered(RealTimeStatus status, SteadyTime now);
    void answered(const AutomaticStatus& status);
    void answered(PaperSensorStatus status);

    [[nodiscard]] PrinterState state() const;
    [[nodiscard]] const PrinterCondition& condition() const { return m_condition; }
    /// When the last complete round of questions began.
    [[nodiscard]] SteadyTime lastRoundBegan() const { return m_lastRoundBegan; }
    /// True once after a silent printer spoke again: it may have lost its power and its settings.
    [[nodiscard]] bool takeReturned();

    static constexpr int kMissesUntilSilent = 3;

private:
    QByteArray ask(int question, SteadyTime now);
    void missed(SteadyTime now);
    void alive();

    PrinterProfile m_profile;
    PrinterCondition m_condition;
    SteadyTime m_nextRound{};
    SteadyTime m_roundBegan{};
    SteadyTime m_lastRoundBegan{-1};
    SteadyTime m_askedAt{};
    int m_question = 0; ///< asked and not yet answered; 0: none
    int m_misses = 0;
    bool m_open = false;
    bool m_known = false;
    bool m_returned = false;
};

} // namespace starqueue::bridge
