#include <firmware-bridge/relay/print_spooler.h>

#include <firmware-bridge/relay/ticket_from_job.h>

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace starqueue::bridge {

namespace {

Q_LOGGING_CATEGORY(lcPrint, "bridge.print")

using client::api::PrintJob;
using client::api::PrintJobState;

constexpr std::chrono::hours kTellTimeout{12};

client::api::PrintOutcome reported(TicketPrinter::Outcome outcome)
{
    using client::api::PrintOutcome;
    switch (outcome) {
    case TicketPrinter::Outcome::Printed:
        return PrintOutcome::Printed;
    case TicketPrinter::Outcome::Sent:
        return PrintOutcome::Sent;
    case TicketPrinter::Outcome::PaperOut:
        return PrintOutcome::PaperOut;
    case TicketPrinter::Outcome::CoverOpen:
        return PrintOutcome::CoverOpen;
    case TicketPrinter::Outcome::Offline:
        return PrintOutcome::Offline;
    case TicketPrinter::Outcome::Unknown:
        return PrintOutcome::Unknown;
    case TicketPrinter::Outcome::Dropped:
        return PrintOutcome::Dropped;
    }
    return PrintOutcome::Unknown;
}

} // namespace

PrintSpooler::PrintSpooler(client::HallClient& hall, const Pauses& pauses, QObject* parent)
    : QObject(parent), m_hall(hall), m_takeTimeout(pauses.take), m_retry(this), m_patrol(this)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(pauses.retry);
    m_patrol.setInterval(pauses.patrol);
    connect(&m_retry, &QTimer::timeout, this, &PrintSpooler::resync);
    connect(&m_patrol, &QTimer::timeout, this, &PrintSpooler::resync);
    m_patrol.start();
}

void PrintSpooler::addPrinter(const QString& kiosk)
{
    m_printers[kiosk] = Printer();
}

void PrintSpooler::removePrinter(const QString& kiosk)
{
    m_printers.erase(kiosk);
}

void PrintSpooler::resync()
{
    const auto take = [this, held = inHand()](const client::Answer& answer) {
        if (!answer.ok())
            return retryLater();
        const auto taken = answer.listOf<PrintJob>();
        settleTaken(taken);
        for (const QString& job : held)
            if (std::ranges::find(taken, job, &PrintJob::id) == taken.end())
                withdraw(job); // the hall has ended it
        fetchPending();
    };
    m_hall.get(client::api::printJobsPath(PrintJobState::Taken), this, take);
}

void PrintSpooler::onEvent(const client::api::Event& event)
{
    using client::api::EventName;
    if (event.name == EventName::PrintJobEnded)
        m_unsureTakes.remove(event.job);
    const bool isNew = event.name == EventName::PrintJobCreated || event.name == EventName::SlipCreated;
    if (isNew && m_printers.count(event.kiosk) > 0)
        fetchPending();
    const bool isEndedThere = event.name == EventName::PrintJobEnded && inHand().contains(event.job);
    if (holdsPaperOf(event) || isEndedThere)
        resync();
}

void PrintSpooler::onPrinterState(const QString& kiosk, PrinterState state)
{
    const auto printer = m_printers.find(kiosk);
    if (printer == m_printers.end())
        return;
    const bool becameReady = state.ready() && !printer->second.state.ready();
    printer->second.state = state;
    if (printer->second.isWithdrawn)
        emit withdrawRequested(kiosk, printer->second.inHand);
    if (becameReady)
        fetchPending();
}

void PrintSpooler::onPrinted(const QString& job, TicketPrinter::Outcome outcome)
{
    qCInfo(lcPrint) << "job" << job << "ended" << client::api::toWord(reported(outcome));
    if (job.isEmpty())
        return; // a technician's test ticket
    for (auto& [kiosk, printer] : m_printers)
        if (printer.inHand == job)
            printer = {printer.state};
    tell(job, outcome);
    fetchPending();
}

bool PrintSpooler::printing(const QString& kiosk) const
{
    const auto printer = m_printers.find(kiosk);
    return printer != m_printers.end() && !printer->second.inHand.isEmpty();
}

/// Whether the event tells of a ticket that a printer has in hand. The job's own events say nothing new.
bool PrintSpooler::holdsPaperOf(const client::api::Event& event) const
{
    const auto isMeant = [&event](const auto& printer) { return printer.second.ticket == event.ticket; };
    return !event.ticket.isEmpty() && event.job.isEmpty() &&
           std::any_of(m_printers.begin(), m_printers.end(), isMeant);
}

QStringList PrintSpooler::inHand() const
{
    QStringList jobs;
    for (const auto& [kiosk, printer] : m_printers)
        if (!printer.ticket.isEmpty())
            jobs.append(printer.inHand);
    return jobs;
}

void PrintSpooler::withdraw(const QString& job)
{
    for (auto& [kiosk, printer] : m_printers) {
        if (printer.inHand != job || printer.ticket.isEmpty() || std::exchange(printer.isWithdrawn, true))
            continue;
        qCInfo(lcPrint) << "job" << job << "withdrawn: its ticket needs no paper any more";
        emit withdrawRequested(kiosk, job);
    }
}

void PrintSpooler::settleTaken(const QList<PrintJob>& taken)
{
    for (const PrintJob& job : taken) {
        if (!job.wanted)
            withdraw(job.id);
        if (m_printers.count(job.kiosk) == 0 || holds(job.id) || m_untold.contains(job.id))
            continue;
        const bool neverPrinted = m_unsureTakes.remove(job.id);
        qCWarning(lcPrint) << "job" << job.id
                           << "was taken before and left over; nothing printed:" << neverPrinted;
        tell(job.id, neverPrinted ? TicketPrinter::Outcome::Offline : TicketPrinter::Outcome::Unknown);
    }
}

void PrintSpooler::fetchPending()
{
    if (!m_takes || std::exchange(m_fetching, true)) {
        m_fetchAgain = m_takes;
        return;
    }
    m_hall.get(client::api::printJobsPath(PrintJobState::Pending), this,
               [this](const client::Answer& answer) {
                   m_fetching = false;
                   const bool again = std::exchange(m_fetchAgain, false);
                   if (!answer.ok())
                       return retryLater();
                   if (again)
                       return fetchPending();
                   takeOneForEach(answer.listOf<PrintJob>());
               });
}

void PrintSpooler::takeOneForEach(const QList<PrintJob>& pending)
{
    for (const PrintJob& job : pending) {
        const auto printer = m_printers.find(job.kiosk);
        if (!m_takes || m_untold.contains(job.id))
            continue; // this list is older than the late take that was settled meanwhile
        if (printer != m_printers.end() && printer->second.state.ready() && printer->second.inHand.isEmpty())
            take(job.kiosk, job.id);
    }
}

void PrintSpooler::take(const QString& kiosk, const QString& job)
{
    m_printers[kiosk].inHand = job;
    m_hall.send(
        client::api::takePrintJob(job), this,
        [this, kiosk, job](const client::Answer& answer) { taken(kiosk, job, answer); }, m_takeTimeout);
}

void PrintSpooler::taken(const QString& kiosk, const QString& job, const client::Answer& answer)
{
    if (answer.decided())
        m_unsureTakes.remove(job);
    const auto printer = m_printers.find(kiosk);
    if (answer.ok() && printer != m_printers.end()) {
        const auto given = answer.as<PrintJob>();
        if (!given.wanted) {
            printer->second = {printer->second.state};
            return tell(job, TicketPrinter::Outcome::Dropped);
        }
        printer->second.ticket = given.ticket;
        const PrintedTicket ticket = ticketFromJob(given);
        qCInfo(lcPrint) << "job" << job << "taken: ticket" << ticket.number << "for kiosk" << kiosk;
        emit printRequested(kiosk, job, ticket);
        return;
    }
    if (printer != m_printers.end())
        printer->second.inHand.clear();
    if (answer.ok())
        return tell(job, TicketPrinter::Outcome::Offline); // its printer was removed meanwhile
    if (answer.decided())
        qCInfo(lcPrint) << "job" << job << "isn't ours to print:" << answer.code << answer.detail;
    else
        m_unsureTakes.insert(job);
    retryLater();
}

void PrintSpooler::tell(const QString& job, TicketPrinter::Outcome outcome)
{
    m_untold.insert(job);
    m_hall.send(
        client::api::endPrintJob(job, reported(outcome)), this,
        [this, job, outcome](const client::Answer& answer) { told(job, outcome, answer); }, kTellTimeout);
}

void PrintSpooler::told(const QString& job, TicketPrinter::Outcome outcome, const client::Answer& answer)
{
    if (!answer.decided())
        return tell(job, outcome);
    m_untold.remove(job);
    if (m_papers.contains(job))
        tellPaper(job);
    if (!answer.ok())
        qCWarning(lcPrint) << "result of job" << job << "was refused:" << answer.status << answer.detail;
    fetchPending();
    if (idle())
        emit idled();
}

bool PrintSpooler::idle() const
{
    const auto isIdle = [](const auto& printer) { return printer.second.inHand.isEmpty(); };
    return m_untold.isEmpty() && std::all_of(m_printers.begin(), m_printers.end(), isIdle);
}

void PrintSpooler::retryLater()
{
    if (!m_retry.isActive())
        m_retry.start();
}

bool PrintSpooler::holds(const QString& job) const
{
    for (const auto& [kiosk, printer] : m_printers)
        if (printer.inHand == job)
            return true;
    return false;
}

} // namespace starqueue::bridge
