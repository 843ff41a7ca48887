#include <journeys/hall_journey.h>

#include <journeys/wait.h>

#include <client/token_file.h>

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QTcpServer>

namespace starqueue::journey {

using namespace Qt::StringLiterals;

namespace {

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace

QJsonObject objectOf(const client::Answer& answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

HallJourney::HallJourney(const QString& programs) : m_port(freePort()), m_programs(programs, m_dir.path()) {}

bool HallJourney::initHall()
{
    QProcess init;
    init.start(m_programs.pathOf(u"starqueue"_s), {u"init"_s, m_dir.path()});
    if (!init.waitForFinished(20000) || init.exitCode() != 0)
        return fault(QString::fromUtf8(init.readAllStandardError()));
    const QByteArray address = "127.0.0.1:" + QByteArray::number(m_port);
    return change(u"hall.toml"_s, "127.0.0.1:8470", address) &&
           change(u"bridge.toml"_s, "127.0.0.1:8470", address);
}

bool HallJourney::rewrite(const QString& name, const std::function<bool(QByteArray&)>& mend) const
{
    QFile settings(file(name));
    if (!settings.open(QIODevice::ReadWrite))
        return false;
    QByteArray text = settings.readAll();
    return mend(text) && settings.resize(0) && settings.seek(0) && settings.write(text) > 0;
}

bool HallJourney::change(const QString& name, const QByteArray& before, const QByteArray& after) const
{
    return rewrite(name, [&](QByteArray& text) {
        const bool isThere = text.contains(before);
        text.replace(before, after);
        return isThere;
    });
}

bool HallJourney::startHallService()
{
    if (!m_programs.start(u"starqueue-hall"_s, {u"--config"_s, file(u"hall.toml"_s), u"--data"_s,
                                                m_dir.path(), u"--listen"_s, u"127.0.0.1:%1"_s.arg(m_port)}))
        return false;
    return waitUntil(
        [this] {
            const auto board = ask(u"display-1"_s, u"/board"_s);
            return board && board->ok() && objectOf(*board)[u"dayOpen"_s].toBool();
        },
        kSoon);
}

client::HallAddress HallJourney::addressOf(const QString& token) const
{
    const auto secret = client::readTokenFile(file(u"tokens/"_s + token));
    return {QUrl(u"http://127.0.0.1:%1"_s.arg(m_port)), secret.value_or(QByteArray())};
}

std::optional<client::Answer> HallJourney::ask(const QString& token, const QString& path)
{
    return request(token, [&](client::HallClient& hall, const auto& then) { hall.get(path, &hall, then); });
}

std::optional<client::Answer> HallJourney::tell(const QString& token, const QString& path, QJsonObject body)
{
    auto answer = request(token, [&](client::HallClient& hall, const auto& then) {
        hall.post(path, std::move(body), &hall, [this, then](const client::Answer& one) {
            m_told = QDateTime::currentMSecsSinceEpoch();
            then(one);
        });
    });
    if (answer && answer->ok())
        return answer;
    fault(answer ? u"%1 was answered %2: %3"_s.arg(path).arg(answer->status).arg(answer->detail)
                 : u"%1 was not answered"_s.arg(path));
    return std::nullopt;
}

std::optional<client::Answer> HallJourney::request(const QString& token, const Send& send)
{
    client::HallClient hall(addressOf(token));
    std::optional<client::Answer> answered;
    send(hall, [&](const client::Answer& answer) { answered = answer; });
    (void)waitUntil([&] { return answered.has_value(); }, kSoon);
    return answered;
}

bool HallJourney::fault(const QString& text)
{
    m_report.faults << text;
    return false;
}

void HallJourney::noteFailures(const QString& step)
{
    if (!step.isEmpty())
        fault(u"could not %1"_s.arg(step));
    for (const QString& program : m_programs.fallen())
        fault(u"ended on its own: "_s + program);
}

} // namespace starqueue::journey
