#include <journeys/leaver/leaver.h>

#include <journeys/wait.h>

#include <QJsonArray>
#include <QJsonDocument>

namespace starqueue::journey {

using namespace Qt::StringLiterals;

namespace {

const QString kPrinter = u"printer-1"_s;

} // namespace

Leaver::Leaver(const QString& programs, QString family) : HallJourney(programs), m_family(std::move(family))
{}

JourneyReport Leaver::run()
{
    const Step<Leaver> steps[]{
        {u"make a hall"_s, &Leaver::prepareHall},
        {u"start the hall service"_s, &Leaver::startHall},
        {u"start devices and bridge"_s, &Leaver::startDevices},
        {u"keep the ticket of who cancels from coming out"_s, &Leaver::cancelInMidTicket},
        {u"keep the ticket of who is called from coming out"_s, &Leaver::callInMidTicket},
        {u"keep it from coming out though the bridge was away"_s, &Leaver::cancelWhileTheBridgeIsAway},
        {u"keep the ticket of who has noted the number from coming out"_s, &Leaver::noteInMidTicket},
        {u"keep it from coming out though it was issued without paper"_s, &Leaver::noteWithoutPaper},
    };
    m_report.served = true;
    return takeSteps(*this, steps);
}

bool Leaver::prepareHall()
{
    return initHall() &&
           change(u"bridge.toml"_s, "kiosk = \"1\"", "kiosk = \"1\"\nprofile = \"" + m_family.toUtf8() + '"');
}

bool Leaver::startHall()
{
    return startHallService() && does(u"counter-1"_s, u"/counters/1/open"_s, {{u"clerk"_s, u"17"_s}});
}

bool Leaver::startDevices()
{
    const QString socket = file(u"devices.socket"_s);
    const QStringList arguments{u"--config"_s, file(u"bridge.toml"_s), u"--headless"_s,
                                u"--dir"_s,    file(u"eeproms"_s),     u"--control"_s,
                                socket,        u"--family"_s,          m_family};
    return m_programs.start(u"starqueue-devices"_s, arguments) &&
           waitUntil([&] { return m_devices.connectTo(socket); }, kSoon) && startBridge();
}

bool Leaver::startBridge()
{
    m_bridge = m_programs.start(u"starqueue-bridge"_s, {u"--config"_s, file(u"bridge.toml"_s)});
    return m_bridge != nullptr;
}

bool Leaver::cancelInMidTicket()
{
    return printerIs(u"ok"_s, {}) && getStuck() &&
           does(u"kiosk-1"_s, u"/tickets/%1/cancel"_s.arg(m_ticket)) && isWithdrawn() &&
           refillAndPrintTheNext();
}

bool Leaver::callInMidTicket()
{
    return getStuck() && does(u"counter-1"_s, u"/counters/1/next"_s) && isWithdrawn() &&
           does(u"counter-1"_s, u"/counters/1/start"_s) && refillAndPrintTheNext();
}

bool Leaver::cancelWhileTheBridgeIsAway()
{
    if (!getStuck())
        return false;
    const auto timesSeen = [this] {
        return m_programs.timesSaid(u"starqueue-bridge"_s, R"("printer-1" is "fault" "paperOut")");
    };
    const auto before = timesSeen();
    m_programs.stop(m_bridge);
    // The hall knows what the bridge before has said of the printer: it is no news.
    const auto isSeen = [&] { return timesSeen() > before; };
    return does(u"kiosk-1"_s, u"/tickets/%1/cancel"_s.arg(m_ticket)) && startBridge() &&
           (waitUntil(isSeen, kSoon) || fault(u"the new bridge doesn't see the end of the paper"_s)) &&
           isWithdrawn() && printerIs(u"fault"_s, u"paperOut"_s) && refillAndPrintTheNext();
}

bool Leaver::note()
{
    return does(u"kiosk-1"_s, u"/tickets/%1/paperless"_s.arg(m_ticket)) && jobEndsAs(m_job, u"dropped"_s);
}

bool Leaver::noteInMidTicket()
{
    if (!getStuck() || !note())
        return false;
    const QByteArray cleared = "job \"" + m_job.toUtf8() + "\" ended";
    const auto isCleared = [&] { return m_programs.timesSaid(u"starqueue-bridge"_s, cleared) > 0; };
    return (waitUntil(isCleared, kSoon) || fault(u"the bridge keeps %1's ticket"_s.arg(m_number))) &&
           does(u"kiosk-1"_s, u"/tickets/%1/cancel"_s.arg(m_ticket)) && refillAndPrintTheNext();
}

bool Leaver::noteWithoutPaper()
{
    if (!getStuck() || !does(u"kiosk-1"_s, u"/tickets/%1/cancel"_s.arg(m_ticket)) || !isWithdrawn())
        return false;
    const QJsonObject second = takeNumber();
    m_number = second[u"number"_s].toString();
    m_ticket = second[u"id"_s].toString();
    m_job = second[u"print"_s][u"jobId"_s].toString();
    return note() && refillAndPrintTheNext();
}

bool Leaver::getStuck()
{
    m_devices.ask(u"paper-ends %1 1"_s.arg(kPrinter));
    const QJsonObject issued = takeNumber();
    m_number = issued[u"number"_s].toString();
    m_ticket = issued[u"id"_s].toString();
    m_job = issued[u"print"_s][u"jobId"_s].toString();
    return !m_number.isEmpty() && printerIs(u"fault"_s, u"paperOut"_s);
}

bool Leaver::jobEndsAs(const QString& job, const QString& outcome)
{
    QString seen;
    const auto hasEnded = [&] {
        seen = inList(u"bridge"_s, u"/print-jobs?state=ended"_s, job)[u"outcome"_s].toString();
        return !seen.isEmpty();
    };
    (void)waitUntil(hasEnded, kSoon);
    return seen == outcome || fault(u"job %1 ended as \"%2\", not \"%3\""_s.arg(job, seen, outcome));
}

bool Leaver::isWithdrawn()
{
    if (!jobEndsAs(m_job, u"unknown"_s)) // its first line may be on paper
        return false;
    found(u"%1 has left: what its printer held was cleared"_s.arg(m_number));
    return true;
}

bool Leaver::refillAndPrintTheNext()
{
    m_devices.ask(u"paper-in "_s + kPrinter);
    if (!printerIs(u"ok"_s, {}))
        return false;
    const QJsonObject next = takeNumber();
    const QString number = next[u"number"_s].toString();
    if (!jobEndsAs(next[u"print"_s][u"jobId"_s].toString(), u"printed"_s))
        return false;
    if (!papers().contains(number))
        return fault(u"%1's ticket didn't come out after the refill: %2"_s.arg(number, papers()));
    found(u"after the refill %1 came out"_s.arg(number));
    const QString ticket = next[u"id"_s].toString();
    if (!does(u"kiosk-1"_s, u"/tickets/%1/cancel"_s.arg(ticket))) // nobody but the next one waits
        return false;
    return !papers().contains(m_number) || fault(u"a paper bears %1, who has left"_s.arg(m_number));
}

bool Leaver::printerIs(const QString& state, const QString& fault)
{
    QJsonObject seen;
    const auto isSo = [&] {
        seen = inList(u"admin"_s, u"/devices"_s, kPrinter);
        return seen[u"state"_s].toString() == state && seen[u"fault"_s].toString() == fault &&
               seen[u"connected"_s].toBool();
    };
    return waitUntil(isSo, kSoon) || this->fault(u"the printer is %1 %2"_s.arg(seen[u"state"_s].toString(),
                                                                               seen[u"fault"_s].toString()));
}

QString Leaver::papers()
{
    return QString::fromUtf8(m_devices.ask(u"paper "_s + kPrinter));
}

bool Leaver::does(const QString& token, const QString& path, QJsonObject body)
{
    return tell(token, path, std::move(body)).has_value();
}

QJsonObject Leaver::takeNumber()
{
    const auto issued = tell(u"kiosk-1"_s, u"/tickets"_s, {{u"service"_s, u"account"_s}});
    return issued ? objectOf(*issued) : QJsonObject();
}

QJsonObject Leaver::inList(const QString& token, const QString& path, const QString& id)
{
    const auto answer = ask(token, path);
    const QJsonArray list = answer ? QJsonDocument::fromJson(answer->body).array() : QJsonArray();
    for (const QJsonValue one : list)
        if (one[u"id"_s].toString() == id)
            return one.toObject();
    return {};
}

} // namespace starqueue::journey
