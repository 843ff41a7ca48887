#pragma once

#include <firmware-bridge/printer/printer_dialogue.h>
#include <firmware-bridge/printer/ticket_printer.h>
#include <firmware-bridge/serial/serial_line.h>

#include <QTimer>

namespace starqueue::bridge {

/// A thermal printer that speaks ESC/POS on a serial port.
///
/// PrinterDialogue is the protocol; this class gives it a port, a clock and a timer. Construct it in the
/// thread of its port.
class EscPosPrinter : public TicketPrinter
{
    Q_OBJECT

public:
    EscPosPrinter(const SerialSettings& settings, const PrinterProfile& profile, QObject* parent = nullptr);

    /// Opens the port.
    void start();
    [[nodiscard]] PrinterState state() const { return m_dialogue.state(); }

signals:
    void stateChanged(starqueue::bridge::PrinterState state);
    /// Bytes so far that are no answer of a printer: a sign of noise or of a wrong baud rate.
    void strayBytesChanged(int total);

private:
    void doPrint(JobId job, const PrintedTicket& ticket) override;
    void exchange();
    void reportState();

    SerialLine m_line;
    PrinterDialogue m_dialogue;
    QTimer m_tick;
    PrinterState m_reported;
    int m_strayBytes = 0;
};

} // namespace starqueue::bridge
