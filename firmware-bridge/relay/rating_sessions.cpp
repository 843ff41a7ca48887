#include <firmware-bridge/relay/rating_sessions.h>

#include <algorithm>

namespace starqueue::bridge {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kTolerance = 2s; ///< wire, poll and rounding between invitation and press
constexpr std::chrono::milliseconds kRemember = 2h;  ///< longer than a panel's age register can count
constexpr int kTenth = 100;                          ///< ms

} // namespace

void RatingSessions::setHallClock(const QDateTime& hall, SteadyTime now)
{
    if (hall.isValid())
        m_hallAhead = hall.toMSecsSinceEpoch() - now.count();
}

const RatingSession& RatingSessions::take(const QJsonObject& json, SteadyTime now)
{
    RatingSession session;
    session.id = json.value(QLatin1String("session")).toString();
    session.ticket = json.value(QLatin1String("ticket")).toString();
    session.counter = json.value(QLatin1String("counter")).toString();
    session.token = json.value(QLatin1String("token")).toInt();
    const std::chrono::milliseconds window =
        std::chrono::seconds(json.value(QLatin1String("windowSeconds")).toInt());
    session.endsAt = json.contains(QLatin1String("endsAt"))
                         ? steady(json.value(QLatin1String("endsAt")).toString(), now)
                         : now + window;
    session.invitedAt = session.endsAt - window;
    const auto known =
        std::find_if(m_sessions.begin(), m_sessions.end(),
                     [&session](const RatingSession& other) { return other.id == session.id; });
    if (known != m_sessions.end())
        return *known = session;
    m_sessions.push_back(session);
    return m_sessions.back();
}

void RatingSessions::endSession(const QString& id)
{
    for (RatingSession& session : m_sessions)
        if (session.id == id)
            session.over = true;
}

void RatingSessions::forgetOld(SteadyTime now)
{
    std::erase_if(m_sessions,
                  [now](const RatingSession& session) { return session.endsAt + kRemember < now; });
}

const RatingSession* RatingSessions::find(const QString& id) const
{
    const auto found = std::find_if(m_sessions.begin(), m_sessions.end(),
                                    [&id](const RatingSession& session) { return session.id == id; });
    return found == m_sessions.end() ? nullptr : &*found;
}

const RatingSession* RatingSessions::openAt(const QString& counter, SteadyTime now) const
{
    const RatingSession* open = nullptr;
    for (const RatingSession& session : m_sessions)
        if (session.counter == counter && !session.over && session.endsAt > now)
            open = &session;
    return open;
}

const RatingSession* RatingSessions::byToken(const QString& counter, int token, SteadyTime now) const
{
    const RatingSession* open = openAt(counter, now);
    return open != nullptr && open->token == token ? open : nullptr;
}

const RatingSession* RatingSessions::match(const QString& counter, const PressReport& press,
                                           SteadyTime now) const
{
    const RatingSession* best = nullptr;
    for (const RatingSession& session : m_sessions) {
        if (session.counter != counter || session.token != press.token)
            continue;
        const SteadyTime pressedAt =
            press.ageTenths ? now - std::chrono::milliseconds(*press.ageTenths * kTenth) : now;
        if (pressedAt + kTolerance < session.invitedAt)
            continue;
        if (best == nullptr || session.invitedAt > best->invitedAt)
            best = &session;
    }
    return best;
}

SteadyTime RatingSessions::steady(const QString& hallInstant, SteadyTime now) const
{
    const QDateTime instant = QDateTime::fromString(hallInstant, Qt::ISODateWithMs);
    if (!instant.isValid())
        return now;
    const qint64 ahead = m_hallAhead.value_or(QDateTime::currentMSecsSinceEpoch() - now.count());
    return SteadyTime(instant.toMSecsSinceEpoch() - ahead);
}

double ageSecondsOf(const PressReport& press, const RatingSession& session, SteadyTime now)
{
    if (press.ageTenths)
        return *press.ageTenths / 10.0;
    const std::chrono::milliseconds past =
        std::max(now - session.endsAt + std::chrono::milliseconds(kTenth), std::chrono::milliseconds(0));
    return static_cast<double>(past.count()) / 1000.0;
}

} // namespace starqueue::bridge
