#pragma once

#include <db/sqlite/hall_directory.h>
#include <db/sqlite/storage_error.h>
#include <db/tokens/tokens.h>
#include <db/users/password.h>

#include <files/posix_files.h>
#include <time/wall_time.h>

#include <tl/expected.hpp>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace starqueue::db {

/// Somebody who logs in: at the managers' pages with a name and a password, or (a clerk) at a counter with a
/// number, which is the name here, and a PIN.
struct User
{
    std::string id; ///< as in requests and the security log
    std::string name;
    Role role = Role::Usher;
    bool disabled = false;
    bool mustChange = false;        ///< the password is one that somebody else knows
    std::int64_t authorityYuan = 0; ///< the largest compensation that they decide
    std::uint64_t version = 0;      ///< grows with every change: a session of an earlier one is over
    bool hasFactor = false;         ///< a code is asked for beside the password
    /// With mustChange: when the password was given, in whole seconds; empty: nobody knows, so it holds for
    /// ever.
    std::optional<time::WallTime> givenAt{};

    friend bool operator==(const User&, const User&) = default;
};

/// A password that somebody else has set must be changed within this time.
inline constexpr std::chrono::days kFirstPasswordHolds{14};
/// Whether that time is over for the user at `now` of the hall's clock.
[[nodiscard]] bool isFirstPasswordOver(const User& user, time::WallTime now);

/// The roles that a user may have: those of people.
[[nodiscard]] bool isRoleOfUsers(Role role);

/// What is to be changed; empty: stays.
struct UserChange
{
    std::optional<Role> role{};
    std::optional<bool> disabled{};
    std::optional<bool> mustChange{};
    std::optional<std::int64_t> authorityYuan{};
};

/// What somebody gave as the code of their second factor.
enum class CodeVerdict {
    Right,
    Recovery, ///< one of the codes for when the factor is lost; it is used up
    Wrong,
    Used, ///< the right one, but it was taken before
    NoKey ///< it can't be judged: the key of the secrets is missing, or another
};

/// A new second factor of somebody's.
struct NewFactor
{
    std::string secret;          ///< of codes by time (RFC 6238)
    std::int64_t step = 0;       ///< whose code has shown that the secret came over; it is taken
    std::int64_t stepOfHall = 0; ///< what the hall's clock said then
};

/// Users, with Argon2id hashes of their passwords, in the hall's database.
///
/// Any thread. Works while a service runs: it sees what the command line changes at its next look. add(),
/// setPassword() and check() cost a hash (see PasswordCost). Names and secrets are the caller's to judge by
/// whyNotName() and whyNotSecret().
class UserStore
{
public:
    static tl::expected<std::unique_ptr<UserStore>, StorageError> open(const std::filesystem::path& dir,
                                                                       files::Files& files = files::posix(),
                                                                       PasswordCost cost = kUsualCost,
                                                                       Beside beside = Beside::Nobody);
    ~UserStore();
    UserStore(const UserStore&) = delete;
    UserStore& operator=(const UserStore&) = delete;

    /// Whose version is made here, and the id unless there is one. Empty: somebody has the name, in whichever
    /// case.
    [[nodiscard]] tl::expected<std::optional<User>, StorageError> add(User user, std::string_view secret);
    /// The user as changed; empty: unknown id.
    [[nodiscard]] tl::expected<std::optional<User>, StorageError> change(const std::string& id,
                                                                         const UserChange& wanted);
    /// Lets a disabled user in again. `givenAt`: when somebody else gave it who must not know it for long.
    /// The user; empty: unknown id.
    [[nodiscard]] tl::expected<std::optional<User>, StorageError>
    setPassword(const std::string& id, std::string_view secret, bool mustChange,
                std::optional<time::WallTime> givenAt = {});

    /// Gives a user that factor in the place of an earlier one. Its recovery codes, which are kept as hashes;
    /// empty: unknown id. Makes the key of the secrets (`keys/factor.key`) if there is none.
    [[nodiscard]] tl::expected<std::optional<std::vector<std::string>>, StorageError>
    setFactor(const std::string& id, const NewFactor& factor);
    /// The user; empty: unknown id.
    [[nodiscard]] tl::expected<std::optional<User>, StorageError> removeFactor(const std::string& id);
    /// Judges what a user who has a factor typed at `now` of the hall's clock. Each code is right once, also
    /// after a restart, and wherever the clock was set. Ends no session.
    [[nodiscard]] tl::expected<CodeVerdict, StorageError>
    takeCode(const std::string& id, std::string_view typed, time::WallTime now);

    [[nodiscard]] tl::expected<std::optional<User>, StorageError> find(std::string_view id);
    /// The user whose id begins so.
    [[nodiscard]] tl::expected<std::optional<User>, StorageError> withIdFrom(std::string_view begin);
    [[nodiscard]] tl::expected<std::optional<User>, StorageError> named(std::string_view name);
    /// The user, if the secret is theirs and they aren't disabled. Takes as long for a name that nobody has.
    /// A right secret whose hash isn't what it would be today is hashed anew, in the same version.
    [[nodiscard]] tl::expected<std::optional<User>, StorageError> check(std::string_view name,
                                                                        std::string_view secret);
    /// Whether check() can judge no password of `name`, as the pepper (`db/users/pepper.h`) that it was
    /// hashed with is lost; of a name that nobody has, whether that is so of anybody.
    [[nodiscard]] tl::expected<bool, StorageError> lacksPepper(std::string_view name);
    /// Sorted by name.
    [[nodiscard]] tl::expected<std::vector<User>, StorageError> list();

private:
    class Tables;
    /// The hash of a new secret.
    [[nodiscard]] tl::expected<std::string, StorageError> hashOfSecret(std::string_view secret) const;
    /// Hashes the right `secret` of that user again, with the pepper or at the cost that has come since.
    void hashAnew(const std::string& id, const std::string& old, std::string_view secret);
    UserStore(std::unique_ptr<Tables> tables, PasswordCost cost);
    std::unique_ptr<Tables> m_tables;
    const PasswordCost m_cost;
    const std::string m_nobodysHash; ///< compared with where there is no such user
};

} // namespace starqueue::db
