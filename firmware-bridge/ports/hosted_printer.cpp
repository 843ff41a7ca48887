#include <firmware-bridge/ports/hosted_printer.h>

#include <firmware-bridge/links/journalled_wire.h>

#include <QHash>

#include <utility>

namespace starqueue::bridge {

namespace {

constexpr TicketPrinter::JobId kPapersFollowed = 16;

/// A printer that knows the hall's ids of its jobs.
struct PrinterDriver : QObject
{
    PrinterDriver(std::unique_ptr<JournalledWire> itsWire, const PrinterProfile& profile, SteadyClock clock)
        : wire(*itsWire), printer(std::move(itsWire), profile, clock)
    {}

    /// Forgets those whose paper is long gone; jobs are numbered in their order.
    void forgetBefore(TicketPrinter::JobId job)
    {
        hallJobs.removeIf([job](const auto& known) { return known.key() + kPapersFollowed < job; });
    }

    QHash<TicketPrinter::JobId, QString> hallJobs; ///< also of some that have ended: their papers go on
    const JournalledWire& wire;                    ///< the printer's
    EscPosPrinter printer;
};

// Queued in every host, as all that goes between a driver and its user: they never call into each other.
void takeCommands(HostedPrinter& from, PrinterDriver& driver)
{
    QObject::connect(
        &from, &HostedPrinter::printRequested, &driver.printer,
        [at = &driver](const QString& hallJob, const PrintedTicket& ticket) {
            at->hallJobs.insert(at->printer.print(ticket), hallJob);
        },
        Qt::QueuedConnection);
    QObject::connect(
        &from, &HostedPrinter::withdrawRequested, &driver.printer,
        [at = &driver](const QString& hallJob) {
            const TicketPrinter::JobId job = at->hallJobs.key(hallJob);
            if (job != 0)
                at->printer.withdraw(job);
        },
        Qt::QueuedConnection);
}

} // namespace

HostedPrinter::HostedPrinter(PrinterConfig config, const PortMaker& ports, SteadyClock clock, QObject* parent)
    : QObject(parent), m_config(std::move(config)), m_ports(ports), m_clock(clock),
      m_host(ports.makeHost(m_config.id))
{}

void HostedPrinter::open()
{
    m_host->open([this] { return makeDriver(); });
}

std::unique_ptr<QObject> HostedPrinter::makeDriver()
{
    auto driver = std::make_unique<PrinterDriver>(
        std::make_unique<JournalledWire>(m_ports.makeWire(m_config.line), m_clock), m_config.profile,
        m_clock);
    PrinterDriver* const at = driver.get();
    EscPosPrinter* const printer = &at->printer;
    takeCommands(*this, *at);
    connect(printer, &TicketPrinter::finished, at,
            [this, at](TicketPrinter::JobId job, TicketPrinter::Outcome outcome) {
                const QString hallJob = at->hallJobs.value(job);
                at->forgetBefore(job);
                QMetaObject::invokeMethod(
                    this, [=, this] { emit finished(hallJob, outcome); }, Qt::QueuedConnection);
            });
    connect(printer, &TicketPrinter::paperMoved, at,
            [this, at](TicketPrinter::JobId job, TicketPrinter::PaperEvent event) {
                const QString hallJob = at->hallJobs.value(job);
                QMetaObject::invokeMethod(
                    this, [=, this] { emit paperMoved(hallJob, event); }, Qt::QueuedConnection);
            });
    connect(
        this, &HostedPrinter::journalRequested, printer,
        [this, at](const QDateTime& wallNow) {
            const QByteArray text = at->wire.journal().text(m_clock(), wallNow);
            QMetaObject::invokeMethod(
                this, [=, this] { emit journalTold(text); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
    connect(printer, &EscPosPrinter::stateChanged, this, &HostedPrinter::stateChanged, Qt::QueuedConnection);
    connect(printer, &EscPosPrinter::strayBytesChanged, this, &HostedPrinter::strayBytesChanged,
            Qt::QueuedConnection);
    printer->start();
    return driver;
}

} // namespace starqueue::bridge
