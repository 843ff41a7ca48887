#include <journeys/walk/journey.h>

#include <journeys/wait.h>

#include <firmware-bridge/escpos/interpreter.h>

#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace starqueue::journey {

using namespace Qt::StringLiterals;

namespace {

using client::api::Event;
using client::api::EventName;
using std::chrono::seconds;

constexpr QPoint kFirstTile{295, 745};   // "Accounts" on the kiosk's start page at 1080 × 1920
constexpr QRgb kCallColour = 0xFFFFC53D; // the panel of the hall display that shows a call
constexpr double kCallShare = 0.05;
constexpr auto kBetweenPresses =
    std::chrono::milliseconds(500);                          // quicker is a double press, which does nothing
constexpr auto kPageStands = std::chrono::milliseconds(600); // before that a page takes no input
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
    return u"report: service %1, counter %2: %3 called, waited %4 s (median %5 s), %6 % within target"_s
        .arg(row[u"service"_s].toString(), row[u"counter"_s].toString())
        .arg(row[u"count"_s].toInt())
        .arg(row[u"meanSeconds"_s].toDouble())
        .arg(row[u"p50"_s].toDouble())
        .arg(100 * row[u"withinTargetShare"_s].toDouble());
}

} // namespace

bool Journey::takeNumber()
{
    keepPicture(*m_kiosk, u"kiosk-start"_s);
    (void)waitUntil([] { return false; }, kPageStands);
    m_kiosk->press(kFirstTile);
    const auto issued = eventNamed(EventName::TicketIssued);
    if (!issued)
        return false;
    m_number = issued->number;
    m_ticket = issued->ticket;
    found(u"issued: %1 for %2"_s.arg(m_number, ticketNow()[u"service"_s].toString()));
    return true;
}

bool Journey::readTicket()
{
    if (isWithout("printer"_L1)) {
        m_report.missing << u"printer: no ticket came out, the kiosk shows the number"_s;
        keepPicture(*m_kiosk, u"kiosk-ticket"_s);
        return true;
    }
    std::optional<escpos::PaperTicket> ticket;
    const auto cameOut = [&] {
        return (ticket = printedTicket(file(u"record/printer-1.bin"_s))).has_value();
    };
    if (!waitUntil(cameOut, kSoon))
        return false;
    const QString onPaper = QString::fromStdString(ticket->largestText());
    found(u"ticket:\n%1"_s.arg(QString::fromStdString(ticket->plainText())));
    if (onPaper != m_number)
        return fault(u"the paper says %1, the hall issued %2"_s.arg(onPaper, m_number));
    const auto ended = eventNamed(EventName::PrintJobEnded);
    keepPicture(*m_kiosk, u"kiosk-ticket"_s);
    return ended && (ended->outcome == client::api::PrintOutcome::Printed ||
                     fault(u"the print job ended as %1"_s.arg(client::api::toWord(ended->outcome))));
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
    m_counter->key(u"space"_s);
}

bool Journey::openCounter()
{
    pressMainStep();
    return eventNamed(EventName::CounterOpened, &Event::counter, kCounter).has_value();
}

bool Journey::callNext()
{
    pressMainStep();
    const auto called = eventNamed(EventName::TicketCalled, &Event::counter, kCounter);
    if (!called || called->number != m_number)
        return false;
    found(u"called: %1 to counter %2: %3"_s.arg(m_number, kCounter,
                                                ticketNow()[u"why"_s].toObject()[u"rule"_s].toString()));
    return true;
}

bool Journey::seeCall()
{
    if (!waitUntil([this] { return shareOf(m_display->picture(), kCallColour) > kCallShare; }, kSoon))
        return fault(u"the hall display does not show the call"_s);
    keepPicture(*m_display, u"display"_s);
    keepPicture(*m_counter, u"counter-called"_s);
    if (isWithout("display"_L1)) {
        m_report.missing
            << u"display: no call-number display at the counter, the hall display shows the call"_s;
        return true;
    }
    QString shown;
    const auto isShown = [&] {
        shown = m_devices.askForObject(u"show display-3"_s)[u"number"_s].toString().trimmed();
        return shown == m_number;
    };
    if (!waitUntil(isShown, kSoon))
        return fault(u"the call-number display shows \"%1\", not %2"_s.arg(shown, m_number));
    found(
        u"shown: %1 on the call-number display of counter %2 and on the hall display"_s.arg(shown, kCounter));
    return true;
}

bool Journey::serve()
{
    pressMainStep();
    if (!eventNamed(EventName::ServiceStarted, &Event::number, m_number))
        return false;
    keepPicture(*m_counter, u"counter-serving"_s);
    pressMainStep();
    if (!eventNamed(EventName::ServiceFinished, &Event::number, m_number))
        return false;
    found(u"served: %1 at counter %2"_s.arg(m_number, kCounter));
    return true;
}

bool Journey::rate()
{
    if (isWithout("panel"_L1)) {
        m_report.missing << u"panel: nobody could rate; it counts as not rated"_s;
        return true;
    }
    if (!eventNamed(EventName::RatingArmed))
        return fault(u"the panel was not armed"_s);
    m_devices.ask(u"press panel-3 %1"_s.arg(kScore));
    if (!eventNamed(EventName::TicketRated, &Event::ticket, m_ticket))
        return fault(u"button %1 was pressed, no rating arrived"_s.arg(kScore));
    const int score = ticketNow()[u"rating"_s].toObject()[u"score"_s].toInt();
    if (score != kScore)
        return fault(u"button %1 was pressed, %2 arrived"_s.arg(kScore).arg(score));
    found(u"rated: %1 of 5 for %2"_s.arg(score).arg(m_number));
    return true;
}

bool Journey::readReport()
{
    const auto answer = ask(u"manager"_s, u"/reports/waits?by=service,counter"_s);
    const QJsonArray rows = answer ? QJsonDocument::fromJson(answer->body).array() : QJsonArray();
    if (rows.size() != 1)
        return false;
    const QJsonObject row = rows.first().toObject();
    m_report.served = row[u"count"_s].toInt() == 1 && row[u"counter"_s].toString() == kCounter;
    found(describe(row));
    return m_report.served;
}

} // namespace starqueue::journey
