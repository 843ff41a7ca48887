#pragma once

#include <db/tokens/tokens.h>
#include <db/users/users.h>
#include <queue/possible.h>
#include <queue/schema/words.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>

namespace starqueue::hall {

using db::Role;

/// A set of roles, see the table in the API's description.
class Roles
{
public:
    constexpr Roles() = default;
    constexpr Roles(std::initializer_list<Role> roles)
    {
        for (const Role role : roles)
            m_bits |= bit(role);
    }
    [[nodiscard]] constexpr bool has(Role role) const { return (m_bits & bit(role)) != 0; }
    [[nodiscard]] constexpr Roles operator|(Roles other) const
    {
        Roles both;
        both.m_bits = m_bits | other.m_bits;
        return both;
    }

private:
    static constexpr std::uint32_t bit(Role role) { return 1U << static_cast<unsigned>(role); }
    std::uint32_t m_bits = 0;
};

/// Every role that has a word, which is each.
inline constexpr auto kAllRoles = [] {
    std::array<Role, queue::kWords<Role>.size()> roles{};
    std::ranges::transform(queue::kWords<Role>, roles.begin(), [](const auto& entry) { return entry.value; });
    return roles;
}();
inline constexpr Roles kBridge{Role::Bridge};
inline constexpr Roles kFloor{Role::Usher, Role::DutyManager};
inline constexpr Roles kDesk{Role::DutyManager, Role::Manager};
/// The roles that may see stars, reasons and clerks.
inline constexpr Roles kStaff{Role::Clerk, Role::Usher, Role::DutyManager, Role::Manager, Role::Admin};
inline constexpr Roles kAnybody = kStaff | Roles{Role::Kiosk, Role::Display, Role::Bridge, Role::Technician};

/// The roles of those who log in at the pages.
inline constexpr Roles kPeople{Role::Usher, Role::DutyManager, Role::Manager, Role::Admin, Role::Technician};

/// Who sent a request: a token's id and role, the kiosk, the counter or (a bridge) the kiosks and counters
/// that it is bound to, and what the calls' table gives its role. Or a user, who is bound to nothing.
struct Caller
{
    std::string token; ///< of a user "user:ID"
    Role role = Role::Display;
    std::string bound;
    queue::Actions actions{};
    db::Reach reach{};              ///< of a bridge
    std::optional<db::User> user{}; ///< who has logged in
    std::string command{};          ///< that names somebody: what SeenRequests knows it by; else empty

    [[nodiscard]] bool isStaff() const { return kStaff.has(role); }
};

} // namespace starqueue::hall
