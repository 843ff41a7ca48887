#include <firmware-bridge/relay/rating_windows.h>

#include <algorithm>

namespace starqueue::bridge {

namespace {

using namespace std::chrono_literals;

constexpr Millis kTolerance = 2s; ///< wire, poll and rounding between invitation and press
constexpr Millis kRemember = 2h;  ///< longer than a panel's age register can count

} // namespace

const RatingWindow& RatingWindows::take(const client::api::RatingSession& session)
{
    RatingWindow window;
    window.session = session.session;
    window.ticket = session.ticket;
    window.counter = session.counter;
    window.token = session.token;
    window.ends = Instant{Millis{session.endsElapsed}};
    window.invited = window.ends - session.windowSeconds;
    window.over = !session.open();
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

void RatingWindows::forgetOld(Instant now)
{
    std::erase_if(m_windows, [now](const RatingWindow& window) { return window.ends + kRemember < now; });
}

const RatingWindow* RatingWindows::find(const QString& session) const
{
    const auto found =
        std::find_if(m_windows.begin(), m_windows.end(),
                     [&session](const RatingWindow& window) { return window.session == session; });
    return found == m_windows.end() ? nullptr : &*found;
}

const RatingWindow* RatingWindows::openAt(const QString& counter, Instant now) const
{
    const RatingWindow* open = nullptr;
    for (const RatingWindow& window : m_windows)
        if (window.counter == counter && !window.over && window.ends > now)
            open = &window;
    return open;
}

const RatingWindow* RatingWindows::byToken(const QString& counter, int token, Instant now) const
{
    const RatingWindow* open = openAt(counter, now);
    return open != nullptr && open->token == token ? open : nullptr;
}

const RatingWindow* RatingWindows::match(const QString& counter, int token,
                                         std::optional<Instant> pressed) const
{
    const RatingWindow* latest = nullptr; // that began before the press
    const RatingWindow* next = nullptr;
    for (const RatingWindow& window : m_windows) {
        if (window.counter != counter || window.token != token)
            continue;
        const bool hadBegun = !pressed || *pressed + kTolerance >= window.invited;
        if (hadBegun && (latest == nullptr || window.invited > latest->invited))
            latest = &window;
        if (!hadBegun && (next == nullptr || window.invited < next->invited))
            next = &window;
    }
    return latest != nullptr ? latest : next;
}

Instant instantIn(const RatingWindow& window, Instant pressed)
{
    return std::max(pressed, window.invited);
}

Instant lastInstantOf(const RatingWindow& window)
{
    return window.ends - kTenth;
}

} // namespace starqueue::bridge
