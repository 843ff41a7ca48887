#include <journeys/leaver/leaver.h>

#include <journeys/wait.h>

#include <client/token_file.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpServer>

namespace starqueue::journey {

using namespace Qt::StringLiterals;

namespace {

const QString kPrinter = u"printer-1"_s;

quint16 freePortForLeaver()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

bool rewrite(const QString& path, const QList<std::pair<QByteArray, QByteArray>>& changes)
{
    QFile settings(path);
    if (!settings.open(QIODevice::ReadWrite))
        return false;
    QByteArray text = settings.readAll();
    for (const auto& [before, after] : changes) {
        if (!text.contains(before))
            return false;
        text.replace(before, after);
    }
    return settings.resize(0) && settings.seek(0) && settings.write(text) > 0;
}

} // namespace

Leaver::Leaver(QString programs, QString family)
    : m_family(std::move(family)), m_port(freePortForLeaver()), m_programs(std::move(programs), m_dir.path())
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
    };
    m_report.served = true;
    if (const QString failed = firstFailure(*this, steps); !failed.isEmpty())
        fault(u"could not %1"_s.arg(failed));
    for (const QString& program : m_programs.fallen())
        fault(u"ended on its own: "_s + program);
    return m_report;
}

bool Leaver::fault(const QString& text)
{
    m_report.faults << text;
    return false;
}

bool Leaver::prepareHall()
{
    QProcess init;
    init.start(m_programs.pathOf(u"starqueue"_s), {u"init"_s, m_dir.path()});
    if (!init.waitForFinished(20000) || init.exitCode() != 0)
        return fault(QString::fromUtf8(init.readAllStandardError()));
    const QByteArray address = "127.0.0.1:" + QByteArray::number(m_port);
    return rewrite(file(u"bridge.toml"_s),
                   {{"127.0.0.1:8470", address},
                    {"kiosk = \"1\"", "kiosk = \"1\"\nprofile = \"" + m_family.toUtf8() + '"'}});
}

bool Leaver::startHall()
{
    if (!m_programs.start(u"starqueue-hall"_s, {u"--config"_s, file(u"hall.toml"_s), u"--data"_s,
                                                m_dir.path(), u"--listen"_s, u"127.0.0.1:%1"_s.arg(m_port)}))
        return false;
    const auto isOpen = [this] {
        const auto board = ask(u"display-1"_s, u"/board"_s);
        return board && QJsonDocument::fromJson(board->body).object()[u"dayOpen"_s].toBool();
    };
    return waitUntil(isOpen, kSoon) &&
           !tell(u"counter-1"_s, u"/counters/1/open"_s, {{u"clerk"_s, u"17"_s}}).isEmpty();
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
           !tell(u"kiosk-1"_s, u"/tickets/%1/cancel"_s.arg(m_ticket)).isEmpty() && isWithdrawn() &&
           refillAndPrintTheNext();
}

bool Leaver::callInMidTicket()
{
    return getStuck() && !tell(u"counter-1"_s, u"/counters/1/next"_s).isEmpty() && isWithdrawn() &&
           !tell(u"counter-1"_s, u"/counters/1/start"_s).isEmpty() && refillAndPrintTheNext();
}

bool Leaver::cancelWhileTheBridgeIsAway()
{
    if (!getStuck())
        return false;
    m_programs.stop(m_bridge);
    return !tell(u"kiosk-1"_s, u"/tickets/%1/cancel"_s.arg(m_ticket)).isEmpty() && startBridge() &&
           isWithdrawn() && printerIs(u"fault"_s, u"paperOut"_s) && refillAndPrintTheNext();
}

bool Leaver::getStuck()
{
    m_devices.ask(u"paper-ends %1 1"_s.arg(kPrinter));
    const QJsonObject issued = tell(u"kiosk-1"_s, u"/tickets"_s, {{u"service"_s, u"account"_s}});
    m_number = issued[u"number"_s].toString();
    m_ticket = issued[u"id"_s].toString();
    m_job = issued[u"print"_s][u"jobId"_s].toString();
    return !m_number.isEmpty() && printerIs(u"fault"_s, u"paperOut"_s);
}

bool Leaver::jobEndsAs(const QString& job, const QString& outcome)
{
    QString seen;
    const auto hasEnded = [&] {
        const auto answer = ask(u"bridge"_s, u"/print-jobs?state=ended"_s);
        const QJsonArray jobs = answer ? QJsonDocument::fromJson(answer->body).array() : QJsonArray();
        for (const QJsonValue ended : jobs)
            if (ended[u"id"_s].toString() == job)
                seen = ended[u"outcome"_s].toString();
        return !seen.isEmpty();
    };
    (void)waitUntil(hasEnded, kSoon);
    return seen == outcome || fault(u"job %1 ended as \"%2\", not \"%3\""_s.arg(job, seen, outcome));
}

bool Leaver::isWithdrawn()
{
    if (!jobEndsAs(m_job, u"unknown"_s)) // its first line may be on paper
        return false;
    m_report.findings << u"%1 has left: what its printer held was cleared"_s.arg(m_number);
    return true;
}

bool Leaver::refillAndPrintTheNext()
{
    m_devices.ask(u"paper-in "_s + kPrinter);
    if (!printerIs(u"ok"_s, {}))
        return false;
    const QJsonObject next = tell(u"kiosk-1"_s, u"/tickets"_s, {{u"service"_s, u"account"_s}});
    const QString number = next[u"number"_s].toString();
    if (!jobEndsAs(next[u"print"_s][u"jobId"_s].toString(), u"printed"_s))
        return false;
    if (!papers().contains(number))
        return fault(u"%1's ticket didn't come out after the refill: %2"_s.arg(number, papers()));
    m_report.findings << u"after the refill %1 came out"_s.arg(number);
    const QString ticket = next[u"id"_s].toString();
    if (tell(u"kiosk-1"_s, u"/tickets/%1/cancel"_s.arg(ticket)).isEmpty()) // nobody but the next one waits
        return false;
    return !papers().contains(m_number) || fault(u"a paper bears %1, who has left"_s.arg(m_number));
}

bool Leaver::printerIs(const QString& state, const QString& fault)
{
    QJsonObject seen;
    const auto isSo = [&] {
        const auto answer = ask(u"admin"_s, u"/devices"_s);
        const QJsonArray devices = answer ? QJsonDocument::fromJson(answer->body).array() : QJsonArray();
        for (const QJsonValue device : devices)
            if (device[u"id"_s].toString() == kPrinter)
                seen = device.toObject();
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

QJsonObject Leaver::tell(const QString& token, const QString& path, QJsonObject body)
{
    const auto answer = request(token, [&](client::HallClient& hall, const auto& then) {
        hall.post(path, std::move(body), &hall, then);
    });
    if (answer && answer->ok())
        return QJsonDocument::fromJson(answer->body).object();
    fault(u"%1 was answered %2"_s.arg(path, answer ? answer->detail : u"nothing"_s));
    return {};
}

std::optional<client::Answer> Leaver::ask(const QString& token, const QString& path)
{
    return request(token, [&](client::HallClient& hall, const auto& then) { hall.get(path, &hall, then); });
}

std::optional<client::Answer> Leaver::request(const QString& token, const Send& send)
{
    const auto secret = client::readTokenFile(file(u"tokens/"_s + token));
    client::HallClient hall({QUrl(u"http://127.0.0.1:%1"_s.arg(m_port)), secret.value_or(QByteArray())});
    std::optional<client::Answer> answered;
    send(hall, [&](const client::Answer& answer) { answered = answer; });
    (void)waitUntil([&] { return answered.has_value(); }, kSoon);
    return answered;
}

} // namespace starqueue::journey
