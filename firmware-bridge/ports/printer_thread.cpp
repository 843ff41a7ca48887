#include <firmware-bridge/ports/printer_thread.h>

#include <QHash>

#include <utility>

namespace starqueue::bridge {

PrinterThread::PrinterThread(PrinterConfig config, QObject* parent)
    : PortThread(parent), m_config(std::move(config))
{
    setObjectName(m_config.id);
}

PrinterThread::~PrinterThread()
{
    stop();
}

void PrinterThread::run()
{
    EscPosPrinter printer(m_config.line, m_config.profile);
    QHash<TicketPrinter::JobId, QString> hallJobs;
    connect(this, &PrinterThread::printRequested, &printer,
            [&](const QString& hallJob, const PrintedTicket& ticket) {
                hallJobs.insert(printer.print(ticket), hallJob);
            });
    connect(&printer, &TicketPrinter::finished, &printer,
            [&](TicketPrinter::JobId job, TicketPrinter::Outcome outcome) {
                emit finished(hallJobs.take(job), outcome);
            });
    connect(&printer, &EscPosPrinter::stateChanged, this, &PrinterThread::stateChanged);
    connect(&printer, &EscPosPrinter::strayBytesChanged, this, &PrinterThread::strayBytesChanged);
    printer.start();
    ready();
    exec();
}

} // namespace starqueue::bridge
