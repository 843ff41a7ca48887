#pragma once

#include <firmware-bridge/printer/output_pacer.h>
#include <firmware-bridge/printer/printer_dialogue.h>
#include <firmware-bridge/printer/ticket_printer.h>
#include <firmware-bridge/serial/wire.h>

#include <QTimer>

#include <memory>

namespace starqueue::bridge {

/// A thermal printer that speaks ESC/POS.
///
/// PrinterDialogue is the protocol; this class gives it a wire, a clock and timers, and paces what is long.
/// Construct it in the thread of its port.
class EscPosPrinter : public TicketPrinter
{
    Q_OBJECT

public:
    EscPosPrinter(std::unique_ptr<Wire> wire, const PrinterProfile& profile, SteadyClock clock,
                  QObject* parent = nullptr);
    ~EscPosPrinter() override;

    /// Opens the wire.
    void start();
    /// What the printer says, or why nothing can be heard of it.
    [[nodiscard]] PrinterState state() const { return m_dialogue.state(); }

signals:
    void stateChanged(starqueue::bridge::PrinterState state);
    /// Bytes so far that are no answer of a printer: a sign of noise or of a wrong baud rate.
    void strayBytesChanged(int total);

private:
    void doPrint(JobId job, const PrintedTicket& ticket) override;
    void doWithdraw(JobId job) override;
    void exchange();
    void sendDue();
    void reportState();

    std::unique_ptr<Wire> m_wire;
    SteadyClock m_clock;
    PrinterDialogue m_dialogue;
    OutputPacer m_pacer;
    QTimer m_tick;
    QTimer m_pace;
    PrinterState m_reported;
    int m_strayBytes = 0;
};

} // namespace starqueue::bridge
