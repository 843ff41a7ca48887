#pragma once

#include <hall/api/context/login.h>

#include <sync/executor.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace starqueue::hall {

/// What [security] says of logging in.
struct LoginRules
{
    std::chrono::milliseconds idle;
    std::chrono::milliseconds whole;
    bool isCookieSecure = false;
    bool clerksGivePins = false;
    bool adminsNeedFactor = false;
};

/// The parts that logging in needs.
class LoginParts
{
public:
    LoginParts(db::UserStore& users, const LoginRules& rules, sync::Executor& executor);

    [[nodiscard]] const Login& login() const { return m_login; }
    /// The names of those whose sessions were over since the last call.
    [[nodiscard]] std::vector<std::string> takeExpired();
    /// Waits for the password that is being hashed; drops the others.
    void close() { m_strand->close(); }

private:
    LoginGuard m_guard;
    Throttle m_ofClerk;
    Throttle m_ofCode;
    SessionStore m_sessions;
    const std::unique_ptr<sync::Strand> m_strand;
    BoundedWork m_work;
    const Login m_login;
};

} // namespace starqueue::hall
