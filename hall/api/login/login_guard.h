#pragma once

#include <hall/api/request/rate_limit.h>

#include <deque>
#include <map>
#include <string>

namespace starqueue::hall {

/// Slows down who guesses passwords, in such a way that a stranger can't shut anybody out from afar. Attempts
/// count whether they are right or wrong. In memory: a restart begins anew. Any thread.
///
/// From one address sixty in ten minutes, ten with one name. With one name from everywhere sixty, beyond
/// which only those addresses are heard from which that name has logged in.
class LoginGuard
{
public:
    explicit LoginGuard(const Throttle::Clock& clock);

    /// Takes an attempt to log in with `name` from `peer`.
    [[nodiscard]] bool mayLogIn(const std::string& peer, const std::string& name) EXCLUDES(m_mutex);
    /// Takes an attempt to give the password again in an open session: ten in ten minutes. Only whoever has
    /// the session's cookie counts.
    [[nodiscard]] bool mayProve(std::string_view session);
    /// Takes a question what the hall thinks of a new password: sixty in ten minutes, whose own budget lets
    /// nobody who types be kept from changing it.
    [[nodiscard]] bool mayAsk(std::string_view session);
    /// `name` has logged in from `peer`.
    void loggedIn(const std::string& peer, const std::string& name) EXCLUDES(m_mutex);

private:
    [[nodiscard]] bool isKnown(const std::string& peer, const std::string& name) const EXCLUDES(m_mutex);

    Throttle m_ofPeer;
    Throttle m_ofNameAtPeer;
    Throttle m_ofName;
    Throttle m_ofSession;
    Throttle m_ofJudge;
    mutable sync::Mutex m_mutex;
    /// The addresses that a name came from last.
    std::map<std::string, std::deque<std::string>> m_peers GUARDED_BY(m_mutex);
};

} // namespace starqueue::hall
