#pragma once

#include <db/security/security_log.h>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace starqueue::db {

/// What a user's password, second factor or entry has been through.
struct AccountChange
{
    time::WallTime at{};
    SecurityEvent what{};
    std::string by;     ///< a user's name, or "command line"
    std::string detail; ///< "password", "role=usher"; empty: nothing to add

    friend bool operator==(const AccountChange&, const AccountChange&) = default;
};

/// What has happened to a user since the last log-in, as the security log has it.
struct LoginNews
{
    std::optional<time::WallTime> lastAt{}; ///< empty: there was no log-in, or too long ago
    std::string lastFrom;                   ///< the kind of device, as LoggedIn's detail
    int refused = 0;                        ///< wrong passwords and codes, and throttled attempts
    std::vector<AccountChange> changes{};   ///< oldest first

    friend bool operator==(const LoginNews&, const LoginNews&) = default;
};

/// Of the user with that name, from the lines of concerning(), newest first, before the present log-in is
/// noted.
[[nodiscard]] LoginNews newsFor(const std::string& name, std::span<const SecurityEntry> lines);

} // namespace starqueue::db
