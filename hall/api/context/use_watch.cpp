#include <hall/api/context/use_watch.h>

#include <formats/json/json_object.h>

namespace starqueue::hall {

namespace {

constexpr std::chrono::milliseconds kUnusualShown = std::chrono::hours(24);
constexpr std::chrono::milliseconds kOneMove = std::chrono::minutes(10); // a face that moved stays for longer
constexpr int kEachReturn = 1; // back at the first address a second time within the hour is no chance

/// The faces, each of which stands at one place.
constexpr Roles kFaces{Role::Kiosk, Role::Display, Role::Bridge, Role::Clerk};

HourlyAlarm beyond(int most, const Throttle::Clock& clock)
{
    return {most, clock};
}

} // namespace

UseWatch::UseWatch(SecurityWatch& security, const UsualUse& usual, const Throttle::Clock& clock)
    : m_security(security), m_clock(clock),
      m_watchesPlaces(usual.onePlace), m_counts{beyond(usual.refusedLogins, clock),
                                                beyond(usual.refusedTokens, clock),
                                                beyond(usual.refusedRoles, clock),
                                                beyond(usual.refusedLookups, clock),
                                                beyond(kEachReturn, clock),
                                                beyond(usual.tickets, clock),
                                                beyond(usual.cancels, clock)}
{}

void UseWatch::noted(db::SecurityEvent what, const std::string& who)
{
    using db::SecurityEvent;
    switch (what) {
    case SecurityEvent::LoginRefused:
    case SecurityEvent::LoginThrottled:
    case SecurityEvent::PinRefused:
    case SecurityEvent::CodeRefused:
        return count(Use::RefusedLogins, {}, {});
    case SecurityEvent::Forbidden:
        return count(Use::RefusedRoles, who, who);
    default:
        return;
    }
}

void UseWatch::tokenRefused(const std::string& peer)
{
    count(Use::RefusedTokens, {}, {}, ", the last from " + peer);
}

void UseWatch::lookupRefused(const std::string& who)
{
    count(Use::RefusedLookups, who, who);
}

void UseWatch::ticketAskedFor(const std::string& who)
{
    count(Use::Tickets, who, who);
}

void UseWatch::cancelAskedFor(const std::string& who)
{
    count(Use::Cancels, who, who);
}

void UseWatch::cameFrom(const Caller& caller, const std::string& peer)
{
    if (m_watchesPlaces && !caller.user && kFaces.has(caller.role) && isBack(caller.token, peer))
        count(Use::TwoPlaces, caller.token, caller.token, ": it was used from two addresses by turns");
}

std::string UseWatch::state() const
{
    std::string kinds;
    {
        const sync::Lock lock(m_mutex);
        for (const auto& [use, at] : m_raised)
            if (m_clock() - at < kUnusualShown)
                kinds.append(kinds.empty() ? "\"" : ",\"").append(formats::word(use)).append("\"");
    }
    formats::JsonObject out;
    out.addJson("unusual", '[' + kinds + ']');
    if (!kinds.empty())
        out.add("detail",
                "Within the last day the hall was used as it usually isn't: the security log (GET "
                "/audit, unusual_use) says by whom, as far as it is known. [security.usual] has the "
                "limits.");
    return out.take();
}

void UseWatch::count(Use use, const std::string& key, const std::string& who, const std::string& more)
{
    HourlyAlarm& counted = m_counts[static_cast<std::size_t>(use)];
    if (counted.isOver(key))
        raise(use, who,
              std::string{formats::word(use)} + " more than " + std::to_string(counted.most()) +
                  " within an hour" + more);
}

void UseWatch::raise(Use use, const std::string& who, const std::string& detail)
{
    {
        const sync::Lock lock(m_mutex);
        m_raised[use] = m_clock();
    }
    m_security.note(db::SecurityEvent::UnusualUse, who, detail);
}

bool UseWatch::isBack(const std::string& token, const std::string& peer)
{
    const sync::Lock lock(m_mutex);
    const auto now = m_clock();
    Places& places = m_places[token];
    const bool isElsewhere = !places.now.empty() && places.now != peer;
    const bool isReturn = isElsewhere && places.before == peer && now - places.left < kOneMove;
    if (isElsewhere) {
        places.before = places.now;
        places.left = places.seen;
    }
    places.now = peer;
    places.seen = now;
    return isReturn;
}

} // namespace starqueue::hall
