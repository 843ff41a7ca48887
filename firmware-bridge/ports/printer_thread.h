#pragma once

#include <firmware-bridge/config/bridge_config.h>
#include <firmware-bridge/ports/port_thread.h>
#include <firmware-bridge/printer/escpos_printer.h>

namespace starqueue::bridge {

/// One printer in its thread. The hall's job id goes in with a ticket and comes out with the outcome.
class PrinterThread : public PortThread
{
    Q_OBJECT

public:
    explicit PrinterThread(PrinterConfig config, QObject* parent = nullptr);
    ~PrinterThread() override;

    [[nodiscard]] const PrinterConfig& config() const { return m_config; }

signals:
    /// Emit to print.
    void printRequested(const QString& hallJob, const starqueue::bridge::PrintedTicket& ticket);

    void finished(const QString& hallJob, starqueue::bridge::TicketPrinter::Outcome outcome);
    void stateChanged(starqueue::bridge::PrinterState state);
    void strayBytesChanged(int total);

protected:
    void run() override;

private:
    PrinterConfig m_config;
};

} // namespace starqueue::bridge
