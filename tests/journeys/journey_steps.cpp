#include <journeys/journey.h>

#include <journeys/wait.h>

#include <firmware-bridge/escpos/interpreter.h>

#include <QEventLoop>
#include <QFile>

#include <utility>

namespace starqueue::journey {

namespace {

using std::chrono::seconds;

constexpr QPoint kFirstTile{295, 745};   // "Accounts" on the kiosk's start page at 1080 × 1920
constexpr QRgb kCallColour = 0xFFFFC53D; // the panel of the hall display that shows a call
constexpr double kCallShare = 0.05;
constexpr auto kBetweenPresses =
    std::chrono::milliseconds(500); // quicker is a double press, which does nothing
constexpr int kScore = 5;

std::string contentOf(const QString& path)
{
    QFile in(path);
    return in.open(QIODevice::ReadOnly) ? in.readAll().toStdString() : std::string();
}

/// The first whole ticket on the paper that came out of the printer.
std::optional<escpos::PaperTicket> printedTicket(const QString& record)
{
    for (const escpos::PaperTicket& ticket : escpos::decodePaper(contentOf(record)))
        if (ticket.cut && !ticket.blank())
            return ticket;
    return {};
}

QString describe(const QJsonObject& row)
{
    return QStringLiteral(
               "report: service %1, counter %2: %3 called, waited %4 s (median %5 s), %6 % within target")
        .arg(row[QStringLiteral("service")].toString(), row[QStringLiteral("counter")].toString())
        .arg(row[QStringLiteral("count")].toInt())
        .arg(row[QStringLiteral("meanSeconds")].toDouble())
        .arg(row[QStringLiteral("p50")].toDouble())
        .arg(100 * row[QStringLiteral("withinTargetShare")].toDouble());
}

} // namespace

bool Journey::takeNumber()
{
    keepPicture(*m_kiosk, QStringLiteral("kiosk-start"));
    m_kiosk->press(kFirstTile);
    const auto issued = eventNamed(QStringLiteral("ticket_issued"));
    if (!issued)
        return false;
    m_number = issued->value(QStringLiteral("number")).toString();
    m_ticket = issued->value(QStringLiteral("ticket")).toString();
    found(QStringLiteral("issued: %1 for %2")
              .arg(m_number, issued->value(QStringLiteral("service")).toString()));
    return true;
}

bool Journey::readTicket()
{
    if (isWithout(QLatin1String("printer"))) {
        m_report.missing << QStringLiteral("printer: no ticket came out, the kiosk shows the number");
        keepPicture(*m_kiosk, QStringLiteral("kiosk-ticket"));
        return true;
    }
    std::optional<escpos::PaperTicket> ticket;
    const auto cameOut = [&] {
        return (ticket = printedTicket(file(QStringLiteral("record/printer-1.bin")))).has_value();
    };
    if (!waitUntil(cameOut, kSoon))
        return false;
    const QString onPaper = QString::fromStdString(ticket->largestText());
    found(QStringLiteral("ticket:\n%1").arg(QString::fromStdString(ticket->plainText())));
    if (onPaper != m_number)
        return fault(QStringLiteral("the paper says %1, the hall issued %2").arg(onPaper, m_number));
    const auto ended = eventNamed(QStringLiteral("print_job_ended"));
    keepPicture(*m_kiosk, QStringLiteral("kiosk-ticket"));
    return ended && (ended->value(QStringLiteral("outcome")).toString() == QLatin1String("printed") ||
                     fault(QStringLiteral("the print job ended as %1")
                               .arg(ended->value(QStringLiteral("outcome")).toString())));
}

void Journey::pressMainStep()
{
    QImage seen;
    const auto hasAnswered = [&] {
        const QImage last = std::exchange(seen, m_counter->picture());
        return seen == last && seen != m_counterBefore &&
               (!m_sincePress.isValid() || m_sincePress.hasExpired(kBetweenPresses.count()));
    };
    (void)waitUntil(hasAnswered, kSoon);
    m_counterBefore = seen;
    m_sincePress.start();
    m_counter->key(QStringLiteral("space"));
}

bool Journey::openCounter()
{
    pressMainStep();
    return eventNamed(QStringLiteral("counter_opened"), QStringLiteral("counter"), kCounter).has_value();
}

bool Journey::callNext()
{
    pressMainStep();
    const auto called = eventNamed(QStringLiteral("ticket_called"), QStringLiteral("counter"), kCounter);
    if (!called || called->value(QStringLiteral("number")).toString() != m_number)
        return false;
    found(QStringLiteral("called: %1 to counter %2: %3")
              .arg(m_number, kCounter,
                   called->value(QStringLiteral("why")).toObject()[QStringLiteral("rule")].toString()));
    return true;
}

bool Journey::seeCall()
{
    if (!waitUntil([this] { return shareOf(m_display->picture(), kCallColour) > kCallShare; }, kSoon))
        return fault(QStringLiteral("the hall display does not show the call"));
    keepPicture(*m_display, QStringLiteral("display"));
    keepPicture(*m_counter, QStringLiteral("counter-called"));
    if (isWithout(QLatin1String("display"))) {
        m_report.missing << QStringLiteral(
            "display: no call-number display at the counter, the hall display shows the call");
        return true;
    }
    QString shown;
    const auto isShown = [&] {
        shown = m_devices.askForObject(QStringLiteral("show display-3"))[QStringLiteral("number")]
                    .toString()
                    .trimmed();
        return shown == m_number;
    };
    if (!waitUntil(isShown, kSoon))
        return fault(QStringLiteral("the call-number display shows \"%1\", not %2").arg(shown, m_number));
    found(QStringLiteral("shown: %1 on the call-number display of counter %2 and on the hall display")
              .arg(shown, kCounter));
    return true;
}

bool Journey::serve()
{
    pressMainStep();
    if (!eventNamed(QStringLiteral("service_started"), QStringLiteral("number"), m_number))
        return false;
    keepPicture(*m_counter, QStringLiteral("counter-serving"));
    pressMainStep();
    if (!eventNamed(QStringLiteral("service_finished"), QStringLiteral("number"), m_number))
        return false;
    found(QStringLiteral("served: %1 at counter %2").arg(m_number, kCounter));
    return true;
}

bool Journey::rate()
{
    if (isWithout(QLatin1String("panel"))) {
        m_report.missing << QStringLiteral("panel: nobody could rate; it counts as not rated");
        return true;
    }
    if (!eventNamed(QStringLiteral("rating_armed")))
        return fault(QStringLiteral("the panel was not armed"));
    m_devices.ask(QStringLiteral("press panel-3 %1").arg(kScore));
    const auto rated = eventNamed(QStringLiteral("ticket_rated"), QStringLiteral("ticket"), m_ticket);
    if (!rated)
        return fault(QStringLiteral("button %1 was pressed, no rating arrived").arg(kScore));
    const int score = rated->value(QStringLiteral("score")).toInt();
    if (score != kScore)
        return fault(QStringLiteral("button %1 was pressed, %2 arrived").arg(kScore).arg(score));
    found(QStringLiteral("rated: %1 of 5 for %2").arg(score).arg(m_number));
    return true;
}

bool Journey::readReport()
{
    client::HallClient manager(addressOf(QStringLiteral("manager")));
    QJsonArray rows;
    bool answered = false;
    manager.get(QStringLiteral("/reports/waits?by=service,counter"), &manager,
                [&](const client::Answer& answer) {
                    rows = answer.array();
                    answered = true;
                });
    if (!waitUntil([&] { return answered; }, kSoon) || rows.size() != 1)
        return false;
    const QJsonObject row = rows.first().toObject();
    m_report.served =
        row[QStringLiteral("count")].toInt() == 1 && row[QStringLiteral("counter")].toString() == kCounter;
    found(describe(row));
    return m_report.served;
}

} // namespace starqueue::journey
