#include <firmware-bridge/relay/rating_relay.h>

#include <QJsonArray>
#include <QLoggingCategory>

namespace starqueue::bridge {

namespace {

Q_LOGGING_CATEGORY(lcRating, "bridge.rating")

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kArmWithin = 4s;
constexpr std::chrono::milliseconds kPauseAfterRefusal = 1s;
constexpr std::chrono::milliseconds kPressPatience = 10s;

QString keyOf(const PressReport& press)
{
    return QStringLiteral("%1:%2:%3").arg(uidText(press.uid)).arg(press.epoch).arg(press.seq);
}

/// The hall has decided about this press, one way or another. A wrong token (401, 403), an overload
/// or a failure is no decision: the panel keeps the press.
bool isFinal(const client::Answer& answer)
{
    if (answer.ok())
        return true;
    return answer.status == 400 || answer.status == 404 || answer.status == 409 || answer.status == 422;
}

} // namespace

RatingRelay::RatingRelay(client::HallClient& hall, QObject* parent, Clock clock)
    : QObject(parent), m_hall(hall), m_clock(clock)
{}

void RatingRelay::setPanel(const QString& counter, const QString& panel)
{
    m_panels.insert(counter, panel);
}

void RatingRelay::clearPanels()
{
    m_panels.clear();
}

void RatingRelay::resync(const QDateTime& hallClock)
{
    setHallClock(hallClock);
    fetchSessions([](bool) {});
}

void RatingRelay::setHallClock(const QDateTime& hallClock)
{
    m_sessions.setHallClock(hallClock, m_clock());
}

void RatingRelay::onEvent(const QString& name, const QJsonObject& data)
{
    const QString counter = data.value(QLatin1String("counter")).toString();
    if (name == QLatin1String("rating_invited"))
        return invite(data);
    if (name == QLatin1String("ticket_rated") || name == QLatin1String("rating_expired"))
        return end(data.value(QLatin1String("session")).toString());
    if (name == QLatin1String("service_started"))
        if (const RatingSession* open = m_sessions.openAt(counter, m_clock()))
            end(open->id);
}

void RatingRelay::onPressed(const PressReport& press)
{
    const QString counter = m_panels.key(press.device);
    if (counter.isEmpty() || m_inFlight.contains(keyOf(press)) || m_clock() < m_pausedUntil)
        return;
    m_inFlight.insert(keyOf(press));
    if (const RatingSession* session = match(press))
        return post(press, *session);
    fetchSessions([this, press](bool answered) {
        if (!answered)
            return settled(press, client::Answer());
        if (const RatingSession* session = match(press))
            return post(press, *session);
        ++m_unmatched;
        qCWarning(lcRating) << "press" << keyOf(press) << "on" << press.device
                            << "belongs to no session; token" << press.token
                            << "unmatched so far:" << m_unmatched;
        m_inFlight.remove(keyOf(press));
        acknowledge(press);
    });
}

void RatingRelay::onArmed(const ArmReport& report)
{
    const RatingSession* session = m_sessions.byToken(m_panels.key(report.device), report.token, m_clock());
    if (session == nullptr || m_armed.contains(session->id))
        return;
    m_armed.insert(session->id);
    qCInfo(lcRating) << report.device << "is armed for session" << session->id;
    m_hall.post(
        QStringLiteral("/rating-sessions/%1/armed").arg(session->id), {}, this, [](const client::Answer&) {},
        kPressPatience);
}

void RatingRelay::invite(const QJsonObject& json)
{
    const SteadyTime now = m_clock();
    m_sessions.forgetOld(now);
    const RatingSession session = m_sessions.take(json, now);
    if (session.endsAt <= now)
        return;
    if (!m_panels.contains(session.counter))
        return reportFailed(session, QStringLiteral("noPanel"));
    armPanel(session);
    QTimer::singleShot(kArmWithin, this, [this, id = session.id] { checkArmed(id); });
}

void RatingRelay::armPanel(const RatingSession& session)
{
    const std::chrono::milliseconds left = session.endsAt - m_clock();
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(left).count();
    emit armRequested(m_panels.value(session.counter), session.token, static_cast<int>(seconds), 0);
}

void RatingRelay::end(const QString& id)
{
    const RatingSession* session = m_sessions.find(id);
    if (session == nullptr || session->over)
        return;
    const RatingSession* open = m_sessions.openAt(session->counter, m_clock());
    const bool isShown = open == nullptr || open->id == id; // not when the next one has begun
    const QString panel = m_panels.value(session->counter);
    m_sessions.endSession(id);
    m_armed.remove(id);
    m_failed.remove(id);
    if (isShown && !panel.isEmpty())
        emit disarmRequested(panel);
}

void RatingRelay::checkArmed(const QString& id)
{
    const RatingSession* session = m_sessions.find(id);
    if (session != nullptr && !session->over && !m_armed.contains(id))
        reportFailed(*session, QStringLiteral("panelSilent"));
}

void RatingRelay::reportFailed(const RatingSession& session, const QString& reason)
{
    if (m_failed.contains(session.id))
        return;
    m_failed.insert(session.id);
    qCWarning(lcRating) << "session" << session.id << "at counter" << session.counter
                        << "has no panel:" << reason;
    m_hall.post(
        QStringLiteral("/rating-sessions/%1/failed").arg(session.id), {{QStringLiteral("reason"), reason}},
        this, [](const client::Answer&) {}, kPressPatience);
}

void RatingRelay::post(const PressReport& press, const RatingSession& session)
{
    const QJsonObject pressJson{{QStringLiteral("uid"), uidText(press.uid)},
                                {QStringLiteral("epoch"), press.epoch},
                                {QStringLiteral("seq"), press.seq},
                                {QStringLiteral("ageSeconds"), ageSecondsOf(press, session, m_clock())}};
    const QJsonObject body{{QStringLiteral("session"), session.id},
                           {QStringLiteral("score"), press.value},
                           {QStringLiteral("press"), pressJson}};
    m_hall.post(
        QStringLiteral("/tickets/%1/rating").arg(session.ticket), body, this,
        [this, press](const client::Answer& answer) { settled(press, answer); }, kPressPatience);
}

void RatingRelay::settled(const PressReport& press, const client::Answer& answer)
{
    m_inFlight.remove(keyOf(press));
    if (!isFinal(answer)) {
        m_pausedUntil = m_clock() + kPauseAfterRefusal;
        qCWarning(lcRating) << "press" << keyOf(press) << "stays on its panel: the hall answered"
                            << answer.status << answer.detail;
        return;
    }
    qCInfo(lcRating) << "press" << keyOf(press) << "score" << press.value << "on" << press.device
                     << "answered" << answer.status << answer.code;
    acknowledge(press);
}

void RatingRelay::acknowledge(const PressReport& press)
{
    emit acknowledgeRequested(press.device, press.epoch, press.seq);
}

const RatingSession* RatingRelay::match(const PressReport& press) const
{
    return m_sessions.match(m_panels.key(press.device), press, m_clock());
}

void RatingRelay::fetchSessions(const std::function<void(bool)>& then)
{
    m_hall.get(QStringLiteral("/rating-sessions?open"), this, [this, then](const client::Answer& answer) {
        if (answer.ok())
            for (const QJsonValue value : answer.array()) {
                const RatingSession* known =
                    m_sessions.find(value.toObject().value(QLatin1String("session")).toString());
                if (known == nullptr)
                    invite(value.toObject());
            }
        then(answer.ok());
    });
}

} // namespace starqueue::bridge
