#include <firmware-bridge/relay/rating_relay.h>

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
    m_windows.setHallClock(hallClock, m_clock());
}

void RatingRelay::onEvent(const client::api::Event& event)
{
    using client::api::EventName;
    switch (event.name) {
    case EventName::RatingInvited:
        return invite(event.invitation());
    case EventName::TicketRated:
    case EventName::RatingExpired:
        return end(event.session);
    case EventName::ServiceStarted:
        if (const RatingWindow* open = m_windows.openAt(event.counter, m_clock()))
            end(open->session);
        return;
    default:
        return;
    }
}

void RatingRelay::onPressed(const PressReport& press)
{
    const QString counter = m_panels.key(press.device);
    if (counter.isEmpty() || m_inFlight.contains(keyOf(press)) || m_clock() < m_pausedUntil)
        return;
    m_inFlight.insert(keyOf(press));
    if (const RatingWindow* window = match(press))
        return post(press, *window);
    fetchSessions([this, press](bool answered) {
        if (!answered)
            return settled(press, client::Answer());
        if (const RatingWindow* window = match(press))
            return post(press, *window);
        dropUnmatched(press);
    });
}

void RatingRelay::dropUnmatched(const PressReport& press)
{
    const int unmatched = ++m_unmatched[press.device];
    qCWarning(lcRating) << "press" << keyOf(press) << "on" << press.device << "belongs to no session; token"
                        << press.token << "unmatched so far:" << unmatched;
    m_inFlight.remove(keyOf(press));
    acknowledge(press);
    emit pressUnmatched(press.device, unmatched);
}

void RatingRelay::onArmed(const ArmReport& report)
{
    const RatingWindow* window = m_windows.byToken(m_panels.key(report.device), report.token, m_clock());
    if (window == nullptr || m_armed.contains(window->session))
        return;
    m_armed.insert(window->session);
    qCInfo(lcRating) << report.device << "is armed for session" << window->session;
    m_hall.send(
        client::api::ratingArmed(window->session), this, [](const client::Answer&) {}, kPressPatience);
}

void RatingRelay::invite(const client::api::RatingSession& session)
{
    const SteadyTime now = m_clock();
    m_windows.forgetOld(now);
    const RatingWindow window = m_windows.take(session, now);
    if (window.endsAt <= now)
        return;
    if (!m_panels.contains(window.counter))
        return reportFailed(window, QStringLiteral("noPanel"));
    armPanel(window);
    QTimer::singleShot(kArmWithin, this, [this, id = window.session] { checkArmed(id); });
}

void RatingRelay::armPanel(const RatingWindow& window)
{
    const auto left = std::chrono::ceil<std::chrono::seconds>(window.endsAt - m_clock());
    emit armRequested(m_panels.value(window.counter), window.token, static_cast<int>(left.count()), 0);
}

void RatingRelay::end(const QString& session)
{
    const RatingWindow* window = m_windows.find(session);
    if (window == nullptr || window->over)
        return;
    const RatingWindow* open = m_windows.openAt(window->counter, m_clock());
    const bool isShown = open == nullptr || open->session == session; // not when the next one has begun
    const QString panel = m_panels.value(window->counter);
    m_windows.close(session);
    m_armed.remove(session);
    m_failed.remove(session);
    if (isShown && !panel.isEmpty())
        emit disarmRequested(panel);
}

void RatingRelay::checkArmed(const QString& session)
{
    const RatingWindow* window = m_windows.find(session);
    if (window != nullptr && !window->over && !m_armed.contains(session))
        reportFailed(*window, QStringLiteral("panelSilent"));
}

void RatingRelay::reportFailed(const RatingWindow& window, const QString& reason)
{
    if (m_failed.contains(window.session))
        return;
    m_failed.insert(window.session);
    qCWarning(lcRating) << "session" << window.session << "at counter" << window.counter
                        << "has no panel:" << reason;
    m_hall.send(
        client::api::ratingFailed(window.session, reason), this, [](const client::Answer&) {},
        kPressPatience);
}

void RatingRelay::post(const PressReport& press, const RatingWindow& window)
{
    const client::api::RatingPress rating{
        window.session,
        press.value,
        {uidText(press.uid), press.epoch, press.seq, ageSecondsOf(press, window, m_clock())}};
    m_hall.send(
        client::api::rate(window.ticket, rating), this,
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

const RatingWindow* RatingRelay::match(const PressReport& press) const
{
    return m_windows.match(m_panels.key(press.device), press, m_clock());
}

void RatingRelay::fetchSessions(const std::function<void(bool)>& then)
{
    using client::api::RatingSession;
    m_hall.get(client::api::openRatingSessionsPath(), this, [this, then](const client::Answer& answer) {
        if (answer.ok())
            for (const RatingSession& session : answer.listOf<RatingSession>())
                if (m_windows.find(session.session) == nullptr)
                    invite(session);
        then(answer.ok());
    });
}

} // namespace starqueue::bridge
