#include <firmware-bridge/relay/rating_windows.h>

#include <algorithm>

namespace starqueue::bridge {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kTolerance = 2s; ///< wire, poll and rounding between invitation and press
constexpr std::chrono::milliseconds kRemember = 2h;  ///< longer than a panel's age register can count

} // namespace

void RatingWindows::setHallClock(const QDateTime& hall, SteadyTime now)
{
    if (hall.isValid())
        m_hallAhead = hall.toMSecsSinceEpoch() - now.count();
}

const RatingWindow& RatingWindows::take(const client::api::RatingSession& session, SteadyTime now)
{
    RatingWindow window;
    window.session = session.session;
    window.ticket = session.ticket;
    window.counter = session.counter;
    window.token = session.token;
    window.endsAt = session.endsAt.isValid() ? steady(session.endsAt, now) : now + session.windowSeconds;
    window.invitedAt = window.endsAt - session.windowSeconds;
    const auto known = std::find_if(m_windows.begin(), m_windows.end(), [&window](const RatingWindow& other) {
        return other.session == window.session;
    });
    if (known != m_windows.end())
        return *known = window;
    m_windows.push_back(window);
    return m_windows.back();
}

void RatingWindows::close(const QString& session)
{
    for (RatingWindow& window : m_windows)
        if (window.session == session)
            window.over = true;
}

void RatingWindows::forgetOld(SteadyTime now)
{
    std::erase_if(m_windows, [now](const RatingWindow& window) { return window.endsAt + kRemember < now; });
}

const RatingWindow* RatingWindows::find(const QString& session) const
{
    const auto found =
        std::find_if(m_windows.begin(), m_windows.end(),
                     [&session](const RatingWindow& window) { return window.session == session; });
    return found == m_windows.end() ? nullptr : &*found;
}

const RatingWindow* RatingWindows::openAt(const QString& counter, SteadyTime now) const
{
    const RatingWindow* open = nullptr;
    for (const RatingWindow& window : m_windows)
        if (window.counter == counter && !window.over && window.endsAt > now)
            open = &window;
    return open;
}

const RatingWindow* RatingWindows::byToken(const QString& counter, int token, SteadyTime now) const
{
    const RatingWindow* open = openAt(counter, now);
    return open != nullptr && open->token == token ? open : nullptr;
}

const RatingWindow* RatingWindows::match(const QString& counter, const PressReport& press,
                                         SteadyTime now) const
{
    const SteadyTime pressedAt = press.ageTenths ? now - *press.ageTenths * kTenth : now;
    const RatingWindow* best = nullptr;
    for (const RatingWindow& window : m_windows) {
        if (window.counter != counter || window.token != press.token ||
            pressedAt + kTolerance < window.invitedAt)
            continue;
        if (best == nullptr || window.invitedAt > best->invitedAt)
            best = &window;
    }
    return best;
}

SteadyTime RatingWindows::steady(const QDateTime& hallTime, SteadyTime now) const
{
    const qint64 ahead = m_hallAhead.value_or(QDateTime::currentMSecsSinceEpoch() - now.count());
    return SteadyTime(hallTime.toMSecsSinceEpoch() - ahead);
}

double ageSecondsOf(const PressReport& press, const RatingWindow& window, SteadyTime now)
{
    if (press.ageTenths)
        return *press.ageTenths / 10.0;
    const std::chrono::milliseconds past =
        std::max(now - window.endsAt + kTenth, std::chrono::milliseconds(0));
    return static_cast<double>(past.count()) / 1000.0;
}

} // namespace starqueue::bridge
