#pragma once

#include <hall/api/context/bounded_work.h>
#include <hall/api/login/cookie.h>
#include <hall/api/login/login_guard.h>
#include <hall/api/login/session_store.h>
#include <hall/api/request/rate_limit.h>

#include <db/users/users.h>

#include <chrono>

namespace starqueue::hall {

/// So long after a log-in, or after the password was given again, somebody may do what is sensitive.
inline constexpr std::chrono::minutes kProofLasts{5};

/// What logging in needs. Hashing a password takes long and much memory: on `work` only.
struct Login
{
    db::UserStore& users;
    SessionStore& sessions;
    LoginGuard& guard;
    Throttle& ofClerk; ///< PINs given with one clerk's number, right or wrong
    Throttle& ofCode;  ///< codes of a second factor given for one user, after the right password
    BoundedWork& work;
    SessionCookie cookie{};
    bool clerksGivePins = false;   ///< [security] clerk_login = "pin"
    bool adminsNeedFactor = false; ///< [security] second_factor
};

} // namespace starqueue::hall
