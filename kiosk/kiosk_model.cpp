#include <client/ui/language.h>
#include <client/ui/theme.h>
#include <kiosk/closed_words.h>
#include <kiosk/hall_clock.h>
#include <kiosk/kiosk_model.h>

#include <QJsonArray>

namespace starqueue::kiosk {

using namespace std::chrono_literals;

namespace {
constexpr auto kClockTick = 1s;
constexpr auto kConnectingTime = 4s;
} // namespace

KioskModel::KioskModel(Setup setup, QObject* parent)
    : QObject(parent), m_setup(std::move(setup)), m_watch(m_setup.address),
      m_visit(m_setup.kiosk,
              [this](const QJsonObject& body, std::function<void(const client::Answer&)> done) {
                  m_watch.client().post(QStringLiteral("/tickets"), body, &m_visit, std::move(done));
              })
{
    connect(&m_watch, &client::BoardWatch::boardChanged, this, &KioskModel::takeBoard);
    connect(&m_watch, &client::BoardWatch::reachableChanged, this, &KioskModel::weighState);
    connect(&m_watch, &client::BoardWatch::eventJson, m_visit.ticket(), &IssuedTicket::follow);
    connect(&m_visit, &Visit::finished, this, &KioskModel::restoreModes);
    connect(&ui::Language::instance(), &ui::Language::codeChanged, this, &KioskModel::takeBoard);
    connect(&ui::Language::instance(), &ui::Language::codeChanged, this, &KioskModel::nowChanged);
    connect(&m_clock, &QTimer::timeout, this, &KioskModel::nowChanged);
    m_clock.start(kClockTick);
    m_connecting.setSingleShot(true);
    m_connecting.setInterval(kConnectingTime);
    connect(&m_connecting, &QTimer::timeout, this, &KioskModel::weighState);
}

void KioskModel::start()
{
    m_connecting.start();
    m_watch.start();
}

void KioskModel::takeBoard()
{
    const QJsonObject& board = m_watch.boardJson();
    m_services.set(board.value("services").toArray(), zone());
    m_visit.askStatutory(board.value("granted").toString() == QLatin1String("kiosk"));
    m_visit.setPrinter(printerState());
    emit boardChanged();
}

void KioskModel::weighState()
{
    Service state = Service::Unreachable;
    if (!m_watch.refusal().isEmpty())
        state = Service::Refused;
    else if (m_watch.reachable())
        state = Service::Ready;
    else if (m_connecting.isActive())
        state = Service::Connecting;
    if (state == Service::Ready)
        m_connecting.stop(); // a loss from here on is one
    if (std::exchange(m_state, state) != state)
        emit stateChanged();
}

QString KioskModel::hallName() const
{
    return m_watch.boardJson().value("hall").toObject().value("name").toString();
}

QString KioskModel::now() const
{
    return hallTimeText(QDateTime::currentDateTimeUtc(), zone(), ui::Language::instance().locale());
}

QTimeZone KioskModel::zone() const
{
    return QTimeZone(m_watch.boardJson().value("hall").toObject().value("timeZone").toString().toUtf8());
}

QString KioskModel::opens() const
{
    return openingText(m_watch.boardJson().value("opening").toObject().value("opensAt"),
                       QDateTime::currentDateTimeUtc(), zone(), ui::Language::instance().locale());
}

QString KioskModel::printerState() const
{
    for (const QJsonValue kiosk : m_watch.boardJson().value("kiosks").toArray()) {
        if (kiosk.toObject().value("id").toString() == m_setup.kiosk)
            return kiosk.toObject().value("printer").toString();
    }
    return QStringLiteral("unknown");
}

KioskModel::Printer KioskModel::printer() const
{
    const QString state = printerState();
    if (state == QLatin1String("ok") || state == QLatin1String("nearEnd"))
        return Printer::Works;
    return state == QLatin1String("paperOut") ? Printer::OutOfPaper : Printer::Unavailable;
}

bool KioskModel::allClosed() const
{
    return !m_watch.boardJson().value("dayOpen").toBool(true) || !m_services.anyOpen();
}

QString KioskModel::message() const
{
    const QJsonArray messages = m_watch.boardJson().value("messages").toArray();
    return messages.isEmpty()
               ? QString()
               : ui::Language::instance().pick(messages.first().toObject().value("text").toObject());
}

bool KioskModel::largeText() const
{
    return ui::Theme::instance().largeText();
}

void KioskModel::setLargeText(bool large)
{
    ui::Theme::instance().setLargeText(large);
    emit modesChanged();
}

void KioskModel::setLowReach(bool low)
{
    m_lowReach = low;
    emit modesChanged();
}

void KioskModel::toggleLanguage()
{
    ui::Language& language = ui::Language::instance();
    language.setCode(language.code() == QLatin1String("zh") ? QStringLiteral("en") : QStringLiteral("zh"));
}

void KioskModel::restoreModes()
{
    ui::Language::instance().setCode(m_setup.language);
    setLargeText(false);
    setLowReach(false);
}

} // namespace starqueue::kiosk
