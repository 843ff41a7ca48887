#include <journeys/journey.h>

#include <journeys/wait.h>

#include <client/token_file.h>

#include <QFile>
#include <QTcpServer>

namespace starqueue::journey {

namespace {

using std::chrono::seconds;

constexpr auto kStart = seconds(30);
constexpr QSize kKioskSize{1080, 1920};
constexpr QSize kDisplaySize{1920, 1080};
constexpr QSize kCounterSize{420, 820};

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

bool replaceInFile(const QString& path, const QByteArray& before, const QByteArray& after)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = file.readAll();
    file.close();
    return text.contains(before) && file.open(QIODevice::WriteOnly | QIODevice::Truncate) &&
           file.write(QByteArray(text).replace(before, after)) > 0;
}

} // namespace

Journey::Journey(JourneyOptions options)
    : m_options(std::move(options)), m_port(freePort()), m_programs(m_options.programs, m_dir.path())
{
    m_dir.setAutoRemove(!m_options.keep);
}

Journey::~Journey() = default;

JourneyReport Journey::run()
{
    const Step steps[]{
        {QStringLiteral("make a hall"), &Journey::prepareHall},
        {QStringLiteral("start the hall service"), &Journey::startHall},
        {QStringLiteral("start devices and bridge"), &Journey::startDevices},
        {QStringLiteral("start the faces"), &Journey::startFaces},
        {QStringLiteral("take a number at the kiosk"), &Journey::takeNumber},
        {QStringLiteral("read the ticket on the printer's wire"), &Journey::readTicket},
        {QStringLiteral("open the counter"), &Journey::openCounter},
        {QStringLiteral("call the next customer"), &Journey::callNext},
        {QStringLiteral("see the call on the displays"), &Journey::seeCall},
        {QStringLiteral("serve"), &Journey::serve},
        {QStringLiteral("rate on the panel"), &Journey::rate},
        {QStringLiteral("fetch the report"), &Journey::readReport},
    };
    for (const Step& step : steps) {
        if ((this->*step.take)())
            continue;
        fault(QStringLiteral("could not %1").arg(step.name));
        break;
    }
    for (const QString& program : m_programs.fallen())
        fault(QStringLiteral("%1 ended on its own").arg(program));
    if (m_options.keep)
        found(QStringLiteral("logs and data: %1").arg(m_dir.path()));
    return m_report;
}

bool Journey::fault(const QString& text)
{
    m_report.faults << text;
    return false;
}

client::HallAddress Journey::addressOf(const QString& token) const
{
    const auto secret = client::readTokenFile(file(QStringLiteral("tokens/") + token));
    return {QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port)), secret.value_or(QByteArray())};
}

bool Journey::prepareHall()
{
    const QByteArray port = QByteArray::number(m_port);
    QProcess init;
    init.start(m_programs.pathOf(QStringLiteral("starqueue")), {QStringLiteral("init"), m_dir.path()});
    if (!init.waitForFinished(20000) || init.exitCode() != 0)
        return fault(QString::fromUtf8(init.readAllStandardError()));
    return replaceInFile(file(QStringLiteral("hall.toml")), "127.0.0.1:8470", "127.0.0.1:" + port) &&
           replaceInFile(file(QStringLiteral("bridge.toml")), "127.0.0.1:8470", "127.0.0.1:" + port);
}

bool Journey::startHall()
{
    if (!m_programs.start(QStringLiteral("starqueue-hall"),
                          {QStringLiteral("--config"), file(QStringLiteral("hall.toml")),
                           QStringLiteral("--data"), m_dir.path(), QStringLiteral("--listen"),
                           QStringLiteral("127.0.0.1:%1").arg(m_port)}))
        return false;
    m_stream = std::make_unique<client::EventStream>(addressOf(QStringLiteral("admin")));
    QObject::connect(
        m_stream.get(), &client::EventStream::eventJson, m_stream.get(),
        [this](const QString& name, const QJsonObject& data) { m_events.emplace_back(name, data); });
    m_stream->follow(0);
    return eventNamed(QStringLiteral("day_opened")).has_value();
}

bool Journey::startDevices()
{
    const QString config = file(QStringLiteral("bridge.toml"));
    const QString socket = file(QStringLiteral("devices.socket"));
    QStringList arguments{QStringLiteral("--config"),
                          config,
                          QStringLiteral("--headless"),
                          QStringLiteral("--dir"),
                          file(QStringLiteral("devices")),
                          QStringLiteral("--record"),
                          file(QStringLiteral("record")),
                          QStringLiteral("--control"),
                          socket};
    if (!m_options.without.isEmpty())
        arguments << QStringLiteral("--without") << m_options.without;
    if (!m_options.scenario.isEmpty())
        arguments << QStringLiteral("--scenario") << m_options.scenario;
    if (!m_programs.start(QStringLiteral("starqueue-devices"), arguments) ||
        !waitUntil([&] { return m_devices.connectTo(socket); }, kSoon))
        return false;
    if (!m_programs.start(QStringLiteral("starqueue-bridge"), {QStringLiteral("--config"), config}))
        return false;
    // A kiosk is opened to customers when its devices are up, or are known to be away.
    return eventNamed(QStringLiteral("device_changed"), QStringLiteral("device"),
                      QStringLiteral("printer-1")) &&
           eventNamed(QStringLiteral("device_changed"), QStringLiteral("device"),
                      QStringLiteral("panel-3")) &&
           eventNamed(QStringLiteral("device_changed"), QStringLiteral("device"),
                      QStringLiteral("display-3"));
}

bool Journey::startFaces()
{
    const auto face = [this](std::optional<Screen>& screen, QSize size, const QString& program,
                             const QString& token, const QStringList& more) {
        screen = Screen::start(m_programs, size);
        const QStringList arguments{
            QStringLiteral("--hall"),       addressOf(token).url.toString(),
            QStringLiteral("--token-file"), file(QStringLiteral("tokens/") + token),
            QStringLiteral("--size"),       QStringLiteral("%1x%2").arg(size.width()).arg(size.height())};
        return screen && m_programs.start(program, arguments + more, screen->environment()) &&
               waitUntil([&screen] { return screen->showsSomething(); }, kStart);
    };
    return face(m_kiosk, kKioskSize, QStringLiteral("starqueue-kiosk"), QStringLiteral("kiosk-1"),
                {QStringLiteral("--kiosk"), QStringLiteral("1")}) &&
           face(m_display, kDisplaySize, QStringLiteral("starqueue-display"), QStringLiteral("display-1"),
                {}) &&
           face(m_counter, kCounterSize, QStringLiteral("starqueue-counter"), QStringLiteral("counter-3"),
                {QStringLiteral("--counter"), kCounter, QStringLiteral("--clerk"), QStringLiteral("17")});
}

std::optional<QJsonObject> Journey::eventNamed(const QString& name, const QString& field,
                                               const QString& value)
{
    std::optional<QJsonObject> data;
    const auto look = [&] {
        for (const auto& [known, fields] : m_events)
            if (known == name && (field.isEmpty() || fields.value(field).toString() == value))
                data = fields;
        return data.has_value();
    };
    (void)waitUntil(look, kSoon);
    return data;
}

void Journey::keepPicture(const Screen& screen, const QString& name) const
{
    if (!m_options.pictures.isEmpty())
        screen.picture().save(m_options.pictures + QLatin1Char('/') + name + QStringLiteral(".png"));
}

} // namespace starqueue::journey
