#pragma once

#include <firmware-bridge/config/bridge_config.h>
#include <firmware-bridge/ports/port_maker.h>
#include <firmware-bridge/printer/escpos_printer.h>

namespace starqueue::bridge {

/// One printer whose driver lives on a host. The hall's job id goes in with a ticket and comes out with the
/// outcome.
class HostedPrinter : public QObject
{
    Q_OBJECT

public:
    HostedPrinter(PrinterConfig config, const PortMaker& ports, SteadyClock clock, QObject* parent = nullptr);

    /// Starts the driver. Connect to the signals before.
    void open();
    [[nodiscard]] const PrinterConfig& config() const { return m_config; }

signals:
    /// Emit to print.
    void printRequested(const QString& hallJob, const starqueue::bridge::PrintedTicket& ticket);
    /// Emit when nobody wants that ticket any more.
    void withdrawRequested(const QString& hallJob);
    /// Emit to be told the wire's journal; `wallNow` is now.
    void journalRequested(const QDateTime& wallNow);

    void journalTold(const QByteArray& text);
    void finished(const QString& hallJob, starqueue::bridge::TicketPrinter::Outcome outcome);
    /// What became of its paper, after finished().
    void paperMoved(const QString& hallJob, starqueue::bridge::TicketPrinter::PaperEvent event);
    void stateChanged(starqueue::bridge::PrinterState state);
    void strayBytesChanged(int total);

private:
    [[nodiscard]] std::unique_ptr<QObject> makeDriver();

    PrinterConfig m_config;
    const PortMaker& m_ports;
    SteadyClock m_clock;
    std::unique_ptr<PortHost> m_host; ///< destroyed first: its driver uses the rest
};

} // namespace starqueue::bridge
