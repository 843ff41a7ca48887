#include <journeys/walk/journey.h>

#include <journeys/wait.h>

#include <QJsonArray>
#include <QJsonDocument>

namespace starqueue::journey {

using namespace Qt::StringLiterals;

namespace {

using client::api::Event;
using client::api::EventName;
using std::chrono::seconds;

constexpr auto kStart = seconds(30);
constexpr QSize kKioskSize{1080, 1920};
constexpr QSize kDisplaySize{1920, 1080};
constexpr QSize kCounterSize{420, 820};

} // namespace

Journey::Journey(JourneyOptions options) : HallJourney(options.programs), m_options(std::move(options))
{
    m_dir.setAutoRemove(!m_options.keep);
}

Journey::~Journey() = default;

JourneyReport Journey::run()
{
    const Step<Journey> steps[]{
        {u"make a hall"_s, &Journey::initHall},
        {u"start the hall service"_s, &Journey::startHall},
        {u"start devices and bridge"_s, &Journey::startDevices},
        {u"start the faces"_s, &Journey::startFaces},
        {u"take a number at the kiosk"_s, &Journey::takeNumber},
        {u"read the ticket on the printer's wire"_s, &Journey::readTicket},
        {u"open the counter"_s, &Journey::openCounter},
        {u"call the next customer"_s, &Journey::callNext},
        {u"see the call on the displays"_s, &Journey::seeCall},
        {u"serve"_s, &Journey::serve},
        {u"rate on the panel"_s, &Journey::rate},
        {u"fetch the report"_s, &Journey::readReport},
    };
    (void)takeSteps(*this, steps);
    if (m_options.keep)
        found(u"logs and data: %1"_s.arg(m_dir.path()));
    return m_report;
}

bool Journey::startHall()
{
    if (!startHallService())
        return false;
    m_stream = std::make_unique<client::EventStream>(addressOf(u"admin"_s));
    QObject::connect(m_stream.get(), &client::EventStream::event, m_stream.get(),
                     [this](const client::api::Event& event) { m_events.push_back(event); });
    m_stream->follow({}, 0);
    return eventNamed(EventName::DayOpened).has_value();
}

bool Journey::startDevices()
{
    const QString config = file(u"bridge.toml"_s);
    const QString socket = file(u"devices.socket"_s);
    QStringList arguments{
        u"--config"_s,     config,         u"--headless"_s, u"--dir"_s, file(u"devices"_s), u"--record"_s,
        file(u"record"_s), u"--control"_s, socket};
    if (!m_options.without.isEmpty())
        arguments << u"--without"_s << m_options.without;
    if (!m_options.scenario.isEmpty())
        arguments << u"--scenario"_s << m_options.scenario;
    if (!m_programs.start(u"starqueue-devices"_s, arguments) ||
        !waitUntil([&] { return m_devices.connectTo(socket); }, kSoon))
        return false;
    if (!m_programs.start(u"starqueue-bridge"_s, {u"--config"_s, config}))
        return false;
    // A kiosk is opened to customers when its devices are up, or are known to be away.
    return eventNamed(EventName::DeviceChanged, &Event::device, u"printer-1"_s) &&
           eventNamed(EventName::DeviceChanged, &Event::device, u"panel-3"_s) &&
           eventNamed(EventName::DeviceChanged, &Event::device, u"display-3"_s);
}

bool Journey::startFaces()
{
    const auto face = [this](std::optional<Screen>& screen, QSize size, const QString& program,
                             const QString& token, const QStringList& more) {
        screen = Screen::start(m_programs, size);
        const QStringList arguments{u"--hall"_s,       addressOf(token).url.toString(),
                                    u"--token-file"_s, file(u"tokens/"_s + token),
                                    u"--size"_s,       u"%1x%2"_s.arg(size.width()).arg(size.height())};
        return screen && m_programs.start(program, arguments + more, screen->environment()) &&
               waitUntil([&screen] { return screen->showsSomething(); }, kStart);
    };
    return face(m_kiosk, kKioskSize, u"starqueue-kiosk"_s, u"kiosk-1"_s, {u"--kiosk"_s, u"1"_s}) &&
           face(m_display, kDisplaySize, u"starqueue-display"_s, u"display-1"_s, {}) &&
           face(m_counter, kCounterSize, u"starqueue-counter"_s, u"counter-3"_s,
                {u"--counter"_s, kCounter, u"--clerk"_s, u"17"_s});
}

std::optional<Event> Journey::eventNamed(EventName name, QString Event::*field, const QString& value)
{
    std::optional<Event> found;
    const auto look = [&] {
        for (const Event& event : m_events)
            if (event.name == name && (!field || event.*field == value))
                found = event;
        return found.has_value();
    };
    (void)waitUntil(look, kSoon);
    return found;
}

QJsonObject Journey::ticketNow()
{
    const auto answer = ask(u"manager"_s, u"/tickets?number="_s + m_number);
    return answer ? QJsonDocument::fromJson(answer->body).array().first().toObject() : QJsonObject();
}

void Journey::keepPicture(const Screen& screen, const QString& name) const
{
    if (!m_options.pictures.isEmpty())
        screen.picture().save(m_options.pictures + QLatin1Char('/') + name + u".png"_s);
}

} // namespace starqueue::journey
