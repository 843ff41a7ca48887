#pragma once

#include <firmware-bridge/printer/printer_answers.h>
#include <firmware-bridge/printer/printer_monitor.h>
#include <firmware-bridge/printer/ticket_printer.h>
#include <firmware-bridge/steady_time.h>
#include <firmware-bridge/ticket/printer_profile.h>

#include <deque>
#include <optional>
#include <vector>

namespace starqueue::bridge {

/// Everything that is said between a host and one ESC/POS printer, without a wire.
///
/// One job at a time. A job starts only on a printer that is known to be fit;
/// otherwise it ends with the reason and nothing is sent. Once bytes went out it
/// ends Printed only when the printer has confirmed this very job, Sent when the
/// profile has no way to confirm, and Unknown otherwise; an unknown job is cleared
/// from the printer's buffer, so that it can't come out later for nobody.
/// Every job ends exactly once. Pure: time is passed in, bytes and ends are taken out.
class PrinterDialogue
{
public:
    struct Ended
    {
        TicketPrinter::JobId job = 0;
        TicketPrinter::Outcome outcome = TicketPrinter::Outcome::Unknown;
    };

    explicit PrinterDialogue(const PrinterProfile& profile);

    void lineOpened(SteadyTime now);
    void lineLost(SteadyTime now);
    void received(QByteArrayView bytes, SteadyTime now);
    void tick(SteadyTime now);
    void print(TicketPrinter::JobId job, const PrintedTicket& ticket, SteadyTime now);

    /// Bytes to send now, at a command boundary.
    [[nodiscard]] QByteArray takeOutput();
    [[nodiscard]] std::vector<Ended> takeEnded();
    [[nodiscard]] PrinterState state() const { return m_monitor.state(); }
    [[nodiscard]] int strayBytes() const { return m_answers.strayBytes(); }
    [[nodiscard]] bool busy() const { return m_running.has_value() || !m_waiting.empty(); }

private:
    struct Waiting
    {
        TicketPrinter::JobId job = 0;
        QByteArray bytes;
    };
    struct Running
    {
        TicketPrinter::JobId job = 0;
        QByteArray id;       ///< expected process id
        SteadyTime sentBy{}; ///< when the last byte can be on the wire
        SteadyTime deadline{};
        std::optional<SteadyTime> unfitSince;
    };

    void handle(const AutomaticStatus& status, SteadyTime now);
    void handle(RealTimeStatus status, SteadyTime now);
    void handle(PaperSensorStatus status, SteadyTime now);
    void handle(const ProcessCompleted& completed, SteadyTime now);
    void advance(SteadyTime now);
    void begin(const Waiting& waiting, SteadyTime now);
    void superviseRunning(SteadyTime now);
    [[nodiscard]] bool sentForSure(SteadyTime now) const;
    void giveUp();
    void recover();
    void end(TicketPrinter::Outcome outcome);
    [[nodiscard]] QByteArray confirmationRequest(const QByteArray& id) const;

    PrinterProfile m_profile;
    PrinterMonitor m_monitor;
    PrinterAnswers m_answers;
    std::deque<Waiting> m_waiting;
    std::optional<Running> m_running;
    QByteArray m_output;
    std::vector<Ended> m_ended;
    quint32 m_confirmations = 0;
    /// Part of a broken ticket may hang in the printer: an earlier run of this program may have
    /// left one, and a cut that was sent may have been lost with the line. Only proof clears it.
    bool m_fragmentLeft = true;
};

} // namespace starqueue::bridge
