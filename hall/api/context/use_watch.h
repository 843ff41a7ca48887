#pragma once

#include <hall/api/context/security_watch.h>
#include <hall/api/request/rate_limit.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace starqueue::hall {

/// What in the use of a hall can be unusual.
enum class Use : std::uint8_t {
    RefusedLogins,  ///< names, passwords, PINs, codes
    RefusedTokens,  ///< requests with a token that isn't this hall's
    RefusedRoles,   ///< calls that somebody's role or place doesn't allow, by one caller
    RefusedLookups, ///< of customers at a kiosk, beyond what it may
    TwoPlaces,      ///< a face's token comes from one address, then another, then the first
    Tickets,        ///< asked for by one caller
    Cancels         ///< likewise
};

consteval auto spelling(Use)
{
    return formats::spelled<Use>({{Use::RefusedLogins, "refused_logins"},
                                  {Use::RefusedTokens, "refused_tokens"},
                                  {Use::RefusedRoles, "refused_roles"},
                                  {Use::RefusedLookups, "refused_lookups"},
                                  {Use::TwoPlaces, "two_places"},
                                  {Use::Tickets, "tickets"},
                                  {Use::Cancels, "cancels"}});
}

/// How many within an hour are usual; 0: any number.
struct UsualUse
{
    int refusedLogins = 0;
    int refusedTokens = 0;
    int refusedRoles = 0;
    int refusedLookups = 0;
    int tickets = 0;
    int cancels = 0;
    bool onePlace = false; ///< whether a face's token has one
};

/// Raises an alarm where a hall is used as it usually isn't: a line unusual_use in the security log, once an
/// hour of each kind and cause, and for a day in /healthz, /readyz and GET /hall. In memory: a restart begins
/// to count anew. Any thread.
class UseWatch
{
public:
    UseWatch(SecurityWatch& security, const UsualUse& usual, const Throttle::Clock& clock);

    /// What the security log is told counts, too, also what it has no room for.
    void noted(db::SecurityEvent what, const std::string& who);
    void tokenRefused(const std::string& peer);
    void lookupRefused(const std::string& who);
    void ticketAskedFor(const std::string& who);
    void cancelAskedFor(const std::string& who);
    /// A face's token was used from `peer`.
    void cameFrom(const Caller& caller, const std::string& peer) EXCLUDES(m_mutex);

    /// {"unusual": ["refused_logins", …]}, and with "detail", a sentence that names nobody, if there are any.
    [[nodiscard]] std::string state() const EXCLUDES(m_mutex);

private:
    static constexpr std::size_t kUses = 7;

    /// Where a token was seen.
    struct Places
    {
        std::string now;
        std::string before;
        std::chrono::milliseconds left{}; ///< when it was seen at `before` last
        std::chrono::milliseconds seen{};
    };

    /// One more by `key`, of which the line says `who`; `more` ends it.
    void count(Use use, const std::string& key, const std::string& who, const std::string& more = {});
    void raise(Use use, const std::string& who, const std::string& detail) EXCLUDES(m_mutex);
    [[nodiscard]] bool isBack(const std::string& token, const std::string& peer) EXCLUDES(m_mutex);

    SecurityWatch& m_security;
    const Throttle::Clock m_clock;
    const bool m_watchesPlaces;
    std::array<HourlyAlarm, kUses> m_counts;
    mutable sync::Mutex m_mutex;
    std::map<Use, std::chrono::milliseconds> m_raised GUARDED_BY(m_mutex);
    std::map<std::string, Places> m_places GUARDED_BY(m_mutex); ///< by token
};

} // namespace starqueue::hall
