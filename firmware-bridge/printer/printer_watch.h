#pragma once

#include <firmware-bridge/instant.h>
#include <firmware-bridge/printer/printer_condition.h>
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
class PrinterWatch
{
public:
    explicit PrinterWatch(const PrinterProfile& profile) : m_profile(profile) {}

    void lineOpened(Instant now);
    void lineLost();

    /// The bytes to send at `now`; empty most of the time. Call it about every 0.1 s.
    [[nodiscard]] QByteArray tick(Instant now);

    /// What the printer answered; returns the next question, if there is one.
    [[nodiscard]] QByteArray answered(RealTimeStatus status, Instant now);
    void answered(const AutomaticStatus& status);
    void answered(PaperSensorStatus status);

    [[nodiscard]] PrinterState state() const;
    [[nodiscard]] const PrinterCondition& condition() const { return m_condition; }
    /// When the last complete round of questions began.
    [[nodiscard]] Instant lastRoundBegan() const { return m_lastRoundBegan; }
    /// True once after a silent printer spoke again: it may have lost its power and its settings.
    [[nodiscard]] bool takeReturned();

    static constexpr int kMissesUntilSilent = 3;

private:
    QByteArray ask(int question, Instant now);
    void missed(Instant now);
    void alive();

    PrinterProfile m_profile;
    PrinterCondition m_condition;
    Instant m_nextRound{};
    Instant m_roundBegan{};
    Instant m_lastRoundBegan{-1};
    Instant m_askedAt{};
    int m_question = 0; ///< asked and not yet answered; 0: none
    int m_misses = 0;
    bool m_open = false;
    bool m_known = false;
    bool m_returned = false;
};

} // namespace starqueue::bridge
