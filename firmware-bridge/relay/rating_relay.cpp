#include <firmware-bridge/relay/rating_relay.h>

#include <QLoggingCategory>
#include <QTimer>

#include <algorithm>

namespace starqueue::bridge {

namespace {

Q_LOGGING_CATEGORY(lcRating, "bridge.rating")

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

constexpr std::chrono::milliseconds kArmWithin = 4s;
constexpr std::chrono::milliseconds kPauseAfterRefusal = 1s;
constexpr std::chrono::milliseconds kPressTimeout = 10s;

QString keyOf(const PressReport& press)
{
    return u"%1:%2:%3"_s.arg(uidText(press.uid)).arg(press.epoch).arg(press.seq);
}

/// The hall has decided about this press, one way or another. A wrong token (401, 403), an overload, a
/// failure, or a refusal of somebody between here and the hall, who doesn't name its reason, is no decision:
/// the panel keeps the press.
bool isFinal(const client::Answer& answer)
{
    if (answer.ok())
        return true;
    const bool refused =
        answer.status == 400 || answer.status == 404 || answer.status == 409 || answer.status == 422;
    return refused && !answer.code.isEmpty();
}

} // namespace

RatingRelay::RatingRelay(client::HallClient& hall, QObject* parent, SteadyClock clock)
    : QObject(parent), m_hall(hall), m_clock(clock)
{
    m_again.setSingleShot(true);
    m_again.setInterval(kPauseAfterRefusal);
    connect(&m_again, &QTimer::timeout, this, &RatingRelay::resync);
}

void RatingRelay::setPanel(const QString& counter, const QString& panel)
{
    m_panels.insert(counter, panel);
}

void RatingRelay::clearPanels()
{
    m_panels.clear();
    m_kept.clear();
}

void RatingRelay::resync()
{
    m_hallTime.reachedAgain(m_clock());
    askTime([this](bool answered) { answered ? askOpenSessions() : m_again.start(); });
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
        if (const auto now = hallNow())
            if (const RatingWindow* open = m_windows.openAt(event.counter, *now))
                end(open->session);
        return;
    default:
        return;
    }
}

void RatingRelay::onPressed(const PressReport& press)
{
    if (m_panels.key(press.device).isEmpty())
        return;
    if (m_settled.value(press.device) == keyOf(press)) {
        emit acknowledgeRequested(press.device, press.epoch, press.seq);
        return;
    }
    Kept& known = kept(press); // notes the time even when it can't be sent now
    if (known.inFlight || m_clock() < m_pausedUntil)
        return;
    known.inFlight = true;
    if (hallNow())
        return settle(press);
    askTime([this, press](bool answered) { answered ? settle(press) : tryLater(press); });
}

RatingRelay::Kept& RatingRelay::kept(const PressReport& press)
{
    const QString key = keyOf(press);
    if (!m_kept.contains(key)) {
        Kept first;
        if (press.ageTenths)
            first.made = m_clock() - kTenth * *press.ageTenths;
        m_kept.insert(key, first);
    }
    Kept& known = m_kept[key];
    if (known.made && !known.pressed)
        known.pressed = m_hallTime.at(*known.made);
    return known;
}

void RatingRelay::settle(const PressReport& press)
{
    if (const RatingWindow* window = match(press))
        return post(press, *window);
    askSessionsOf(press, [this, press](bool answered) { answered ? settleAsked(press) : tryLater(press); });
}

void RatingRelay::settleAsked(const PressReport& press)
{
    if (const RatingWindow* window = match(press))
        return post(press, *window);
    dropUnmatched(press);
}

void RatingRelay::dropUnmatched(const PressReport& press)
{
    const int unmatched = ++m_unmatched[press.device];
    qCWarning(lcRating) << "press" << keyOf(press) << "on" << press.device << "belongs to no session; token"
                        << press.token << "unmatched so far:" << unmatched;
    acknowledge(press);
    emit pressUnmatched(press.device, unmatched);
}

void RatingRelay::onArmed(const ArmReport& report)
{
    const auto now = hallNow();
    const RatingWindow* window =
        now ? m_windows.byToken(m_panels.key(report.device), report.token, *now) : nullptr;
    if (window == nullptr || m_armed.contains(window->session))
        return;
    m_armed.insert(window->session);
    qCInfo(lcRating) << report.device << "is armed for session" << window->session;
    m_hall.send(
        client::api::ratingArmed(window->session), this, [](const client::Answer&) {}, leftOf(*window));
}

void RatingRelay::invite(const client::api::RatingSession& session)
{
    const auto now = hallNow();
    if (!now) // the answer about the hall's time is followed by one about its open sessions
        return;
    m_windows.forgetOld(*now);
    const RatingWindow window = m_windows.take(session);
    if (window.ends <= *now)
        return;
    if (!m_panels.contains(window.counter))
        return reportFailed(window, u"noPanel"_s);
    armPanel(window, *now);
    QTimer::singleShot(kArmWithin, this, [this, id = window.session] { checkArmed(id); });
}

void RatingRelay::armPanel(const RatingWindow& window, Instant now)
{
    const auto left = std::chrono::ceil<std::chrono::seconds>(window.ends - now);
    emit armRequested(m_panels.value(window.counter), window.token, static_cast<int>(left.count()), 0);
}

void RatingRelay::end(const QString& session)
{
    const RatingWindow* window = m_windows.find(session);
    const auto now = hallNow();
    if (window == nullptr || window->over || !now)
        return;
    const RatingWindow* open = m_windows.openAt(window->counter, *now);
    const bool isShown = open == nullptr || open->session == session; // false: the panel shows a newer one
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
        reportFailed(*window, u"panelSilent"_s);
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
        leftOf(window));
}

// How long the hall can use a report about this session.
std::chrono::milliseconds RatingRelay::leftOf(const RatingWindow& window) const
{
    const auto now = hallNow();
    return now ? std::max<std::chrono::milliseconds>(window.ends - *now, kPressTimeout) : kPressTimeout;
}

void RatingRelay::post(const PressReport& press, const RatingWindow& window)
{
    Kept& known = kept(press);
    if (!known.pressed)
        known.pressed = lastInstantOf(window);
    const client::api::RatingPress rating{window.session,
                                          press.value,
                                          {uidText(press.uid), press.epoch, press.seq,
                                           instantIn(window, *known.pressed).time_since_epoch().count()}};
    m_hall.send(
        client::api::rate(window.ticket, rating), this,
        [this, press](const client::Answer& answer) { onAnswer(press, answer); }, kPressTimeout);
}

void RatingRelay::onAnswer(const PressReport& press, const client::Answer& answer)
{
    if (!isFinal(answer)) {
        qCWarning(lcRating) << "press" << keyOf(press) << "stays on its panel: the hall answered"
                            << answer.status << answer.detail;
        return tryLater(press);
    }
    qCInfo(lcRating) << "press" << keyOf(press) << "score" << press.value << "on" << press.device
                     << "answered" << answer.status << answer.code;
    acknowledge(press);
}

void RatingRelay::tryLater(const PressReport& press)
{
    m_pausedUntil = m_clock() + kPauseAfterRefusal;
    kept(press).inFlight = false;
}

void RatingRelay::acknowledge(const PressReport& press)
{
    m_kept.remove(keyOf(press));
    m_settled.insert(press.device, keyOf(press));
    emit acknowledgeRequested(press.device, press.epoch, press.seq);
}

const RatingWindow* RatingRelay::match(const PressReport& press)
{
    return m_windows.match(m_panels.key(press.device), press.token, kept(press).pressed);
}

void RatingRelay::askTime(const Then& then)
{
    const SteadyTime asked = m_clock();
    m_hall.get(client::api::hallPath(), this, [this, asked, then](const client::Answer& answer) {
        if (answer.ok())
            m_hallTime.heard(Instant{Millis{answer.as<client::api::HallNow>().elapsed}}, asked, m_clock());
        then(answer.ok());
    });
}

void RatingRelay::askOpenSessions()
{
    using client::api::RatingSession;
    m_hall.get(client::api::openRatingSessionsPath(), this, [this](const client::Answer& answer) {
        if (!answer.ok())
            return m_again.start();
        for (const RatingSession& session : answer.listOf<RatingSession>())
            if (m_windows.find(session.session) == nullptr)
                invite(session);
    });
}

void RatingRelay::askSessionsOf(const PressReport& press, const Then& then)
{
    using client::api::RatingSession;
    const QString path = client::api::ratingSessionsPath(m_panels.key(press.device), press.token);
    m_hall.get(path, this, [this, then](const client::Answer& answer) {
        if (answer.ok())
            for (const RatingSession& session : answer.listOf<RatingSession>())
                m_windows.take(session);
        then(answer.ok());
    });
}

} // namespace starqueue::bridge
