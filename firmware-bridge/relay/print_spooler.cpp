#include <firmware-bridge/relay/print_spooler.h>

#include <firmware-bridge/relay/ticket_from_job.h>

#include <QLoggingCategory>

#include <utility>

namespace starqueue::bridge {

namespace {

Q_LOGGING_CATEGORY(lcPrint, "bridge.print")

constexpr std::chrono::milliseconds kRetry{1000};
constexpr std::chrono::seconds kPatrol{30};
constexpr std::chrono::milliseconds kTakePatience{5000};
constexpr std::chrono::hours kTellPatience{12};

QString kioskOf(const QJsonObject& job)
{
    return job.value(QLatin1String("kiosk")).toString();
}

QString idOf(const QJsonObject& job)
{
    return job.value(QLatin1String("id")).toString();
}

} // namespace

PrintSpooler::PrintSpooler(client::HallClient& hall, QObject* parent)
    : QObject(parent), m_hall(hall), m_retry(this), m_patrol(this)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(kRetry);
    m_patrol.setInterval(kPatrol);
    connect(&m_retry, &QTimer::timeout, this, &PrintSpooler::resync);
    connect(&m_patrol, &QTimer::timeout, this, &PrintSpooler::fetchPending);
    m_patrol.start();
}

void PrintSpooler::addPrinter(const QString& kiosk)
{
    m_desks[kiosk] = Desk();
}

void PrintSpooler::removePrinter(const QString& kiosk)
{
    m_desks.erase(kiosk);
}

void PrintSpooler::resync()
{
    m_hall.get(QStringLiteral("/print-jobs?state=taken"), this, [this](const client::Answer& answer) {
        if (!answer.ok())
            return retryLater();
        settleTaken(answer.array());
        fetchPending();
    });
}

void PrintSpooler::onEvent(const QString& name, const QJsonObject& data)
{
    if (name == QLatin1String("print_job_created") && m_desks.count(kioskOf(data)) > 0)
        fetchPending();
}

void PrintSpooler::onPrinterState(const QString& kiosk, PrinterState state)
{
    const auto desk = m_desks.find(kiosk);
    if (desk == m_desks.end())
        return;
    const bool becameReady = state.ready() && !desk->second.state.ready();
    desk->second.state = state;
    if (becameReady)
        fetchPending();
}

void PrintSpooler::onPrinted(const QString& job, TicketPrinter::Outcome outcome)
{
    qCInfo(lcPrint) << "job" << job << "ended" << outcomeName(outcome);
    if (job.isEmpty())
        return; // a technician's test ticket
    for (auto& [kiosk, desk] : m_desks)
        if (desk.inHand == job)
            desk.inHand.clear();
    tell(job, outcome);
    fetchPending();
}

bool PrintSpooler::printing(const QString& kiosk) const
{
    const auto desk = m_desks.find(kiosk);
    return desk != m_desks.end() && !desk->second.inHand.isEmpty();
}

void PrintSpooler::settleTaken(const QJsonArray& taken)
{
    for (const QJsonValue value : taken) {
        const QJsonObject job = value.toObject();
        const QString id = idOf(job);
        if (m_desks.count(kioskOf(job)) == 0 || holds(id) || m_untold.contains(id))
            continue;
        const bool neverPrinted = m_unsureTakes.remove(id);
        qCWarning(lcPrint) << "job" << id
                           << "was taken before and left over; nothing printed:" << neverPrinted;
        tell(id, neverPrinted ? TicketPrinter::Outcome::Offline : TicketPrinter::Outcome::Unknown);
    }
}

void PrintSpooler::fetchPending()
{
    if (std::exchange(m_fetching, true)) {
        m_fetchAgain = true;
        return;
    }
    m_hall.get(QStringLiteral("/print-jobs?state=pending"), this, [this](const client::Answer& answer) {
        m_fetching = false;
        const bool again = std::exchange(m_fetchAgain, false);
        if (!answer.ok())
            return retryLater();
        if (again)
            return fetchPending();
        serve(answer.array());
    });
}

void PrintSpooler::serve(const QJsonArray& pending)
{
    for (const QJsonValue value : pending) {
        const QJsonObject job = value.toObject();
        const auto desk = m_desks.find(kioskOf(job));
        if (desk != m_desks.end() && desk->second.state.ready() && desk->second.inHand.isEmpty())
            take(desk->first, job);
    }
}

void PrintSpooler::take(const QString& kiosk, const QJsonObject& job)
{
    const QString id = idOf(job);
    m_desks[kiosk].inHand = id;
    m_hall.post(
        QStringLiteral("/print-jobs/%1/take").arg(id), {}, this,
        [this, kiosk, id](const client::Answer& answer) { taken(kiosk, id, answer); }, kTakePatience);
}

void PrintSpooler::taken(const QString& kiosk, const QString& job, const client::Answer& answer)
{
    if (answer.ok() && m_desks.count(kiosk) > 0) {
        const PrintedTicket ticket = ticketFromJob(answer.object());
        qCInfo(lcPrint) << "job" << job << "taken: ticket" << ticket.number << "for kiosk" << kiosk;
        emit printRequested(kiosk, job, ticket);
        return;
    }
    if (m_desks.count(kiosk) > 0)
        m_desks[kiosk].inHand.clear();
    if (answer.status >= 400 && answer.status < 500)
        qCInfo(lcPrint) << "job" << job << "isn't ours to print:" << answer.code << answer.detail;
    else
        m_unsureTakes.insert(job);
    retryLater();
}

void PrintSpooler::tell(const QString& job, TicketPrinter::Outcome outcome)
{
    m_untold.insert(job);
    m_hall.post(
        QStringLiteral("/print-jobs/%1/result").arg(job), {{QStringLiteral("outcome"), outcomeName(outcome)}},
        this,
        [this, job](const client::Answer& answer) {
            m_untold.remove(job);
            if (!answer.ok())
                qCWarning(lcPrint) << "result of job" << job << "was refused:" << answer.status
                                   << answer.detail;
            fetchPending();
        },
        kTellPatience);
}

void PrintSpooler::retryLater()
{
    if (!m_retry.isActive())
        m_retry.start();
}

bool PrintSpooler::holds(const QString& job) const
{
    for (const auto& [kiosk, desk] : m_desks)
        if (desk.inHand == job)
            return true;
    return false;
}

} // namespace starqueue::bridge
