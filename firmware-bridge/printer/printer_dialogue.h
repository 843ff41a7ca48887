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

/// The protocol between a host and one ESC/POS printer, as a state machine without I/O.
///
/// Prints one job at a time. A job starts only on a printer that is ready; otherwise it ends with the reason
/// and nothing is sent. Once bytes were sent, it ends as Printed only when the printer has confirmed this
/// job, as Sent when the profile has no way to confirm, and as Unknown otherwise. An unknown job is cleared
/// from the printer's buffer, so that it doesn't come out later; the next one first has the paper cut, and
/// ends as if nothing was sent when that isn't confirmed. Every job ends exactly once. Pure: time and
/// received bytes are passed in, bytes to send and ended jobs are taken out.
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
        bool isAgain = false; ///< the printer was ready once, and didn't confirm that it hears
    };
    struct Running
    {
        Waiting waiting{};
        QByteArray ticket{}; ///< still to be sent, once the paper before it is cut off; empty: sent
        QByteArray id{};     ///< expected process id
        SteadyTime sentBy{}; ///< when the last byte can be on the wire
        SteadyTime deadline{};
        int unansweredBefore = 0;
        std::optional<SteadyTime> unfitSince{};
    };

    void handle(const AutomaticStatus& status, SteadyTime now);
    void handle(RealTimeStatus status, SteadyTime now);
    void handle(PaperSensorStatus status, SteadyTime now);
    void handle(const ProcessCompleted& completed, SteadyTime now);
    void advance(SteadyTime now);
    void begin(const Waiting& waiting, SteadyTime now);
    void send(const QByteArray& bytes, SteadyTime now);
    void confirmed(SteadyTime now);
    void superviseRunning(SteadyTime now);
    [[nodiscard]] bool sentForSure(SteadyTime now) const;
    void giveUp(SteadyTime now);
    [[nodiscard]] bool isSettling(SteadyTime now) const { return now < m_settledAt; }
    void settle(SteadyTime now);
    /// What confirms is the paper sensor's answer, which has no id.
    [[nodiscard]] bool asksSensor() const { return m_profile.proof == PrintProof::Sensor; }
    void endUnconfirmed();
    void recover();
    [[nodiscard]] QByteArray completedAndReset() const;
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
    /// Answers of the paper sensor that are still to come. They bear no id and come in the order of the
    /// questions: the one that leaves none is the answer to the newest.
    int m_sensorAnswersDue = 0;
    /// The printer has answered such a question since the line was opened: one that is silent now is late.
    bool m_knowsSensor = false;
    /// Until then an answer of the paper sensor belongs to a question that was given up, and no ticket
    /// begins.
    SteadyTime m_settledAt{};
    /// Part of a ticket may hang in the printer: from an earlier run of this program, or because a ticket was
    /// interrupted. So until a cut or a ticket is confirmed, or a printer that can't confirm was sent a
    /// ticket and has answered every question meanwhile.
    bool m_fragmentLeft = true;
};

} // namespace starqueue::bridge
