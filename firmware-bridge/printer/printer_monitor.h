#pragma once

#include <firmware-bridge/printer/printer_condition.h>
#include <firmware-bridge/steady_time.h>
#include <firmware-bridge/ticket/printer_profile.h>

#include <QByteArray>

namespace starqueue::bridge {

/// Monitors whether a printer answers and is ready to print.
///
/// A serial line doesn't report a pulled RS-232 cable, so a heartbeat polls every 2 s: the four real-time
/// status requests (DLE EOT 1 to 4), one at a time, since an answer doesn't say which request it belongs to.
/// After three rounds without an answer the printer is silent. Automatic status reports changes in between.
/// Pure: bytes to send are returned, time is passed in.
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
    /// Questions so far that had no answer in time: each may mean that the printer had no power.
    [[nodiscard]] int unanswered() const { return m_unanswered; }
    /// True once after a silent printer answered again: a power cut may have cost it its settings.
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
    int m_misses = 0;   ///< in a row
    int m_unanswered = 0;
    bool m_open = false;
    bool m_known = false;
    bool m_returned = false;
};

} // namespace starqueue::bridge
