#pragma once

#include <db/sqlite/hall_directory.h>
#include <db/sqlite/storage_error.h>
#include <db/tokens/reach.h>

#include <files/posix_files.h>
#include <formats/words.h>
#include <time/instant.h>
#include <time/wall_time.h>

#include <tl/expected.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace starqueue::db {

/// What a token's bearer may do, see the table in the API's description.
enum class Role : std::uint8_t {
    Kiosk,
    Display,
    Bridge,
    Clerk,
    Usher,
    DutyManager,
    Manager,
    Admin,
    Technician
};

/// The words of the API.
consteval auto spelling(Role)
{
    return formats::spelled<Role>({{Role::Kiosk, "kiosk"},
                                   {Role::Display, "display"},
                                   {Role::Bridge, "bridge"},
                                   {Role::Clerk, "clerk"},
                                   {Role::Usher, "usher"},
                                   {Role::DutyManager, "duty-manager"},
                                   {Role::Manager, "manager"},
                                   {Role::Admin, "admin"},
                                   {Role::Technician, "technician"}});
}

/// What is stored of an API token: who bears it and what for.
struct Token
{
    std::string id; ///< as in requests, devices and the audit log; not the secret
    Role role = Role::Display;
    std::string bound; ///< a kiosk's id or a clerk's counter; empty: unbound
    std::string label; ///< for people: "counter-3"
    Instant created{};
    Reach reach{}; ///< of a bridge
    /// Of an earlier secret that was renewed: it holds until dropOver() is called later than this.
    std::optional<time::WallTime> until{};

    friend bool operator==(const Token&, const Token&) = default;
};

/// A new token; its secret isn't stored, only its hash.
struct NewToken
{
    Token token;
    std::string secret; ///< the bearer token: 43 letters of base64url
};

/// The API tokens, stored as BLAKE2b hashes in the hall's database.
///
/// Any thread. Works while a service runs: it sees tokens that the command line adds or revokes at its next
/// find().
class TokenStore
{
public:
    static tl::expected<std::unique_ptr<TokenStore>, StorageError> open(const std::filesystem::path& dir,
                                                                        files::Files& files = files::posix(),
                                                                        Beside beside = Beside::Nobody);
    ~TokenStore();
    TokenStore(const TokenStore&) = delete;
    TokenStore& operator=(const TokenStore&) = delete;

    [[nodiscard]] tl::expected<NewToken, StorageError> create(Role role, std::string bound, std::string label,
                                                              Instant now);
    /// A bridge's token, bound to what it connects.
    [[nodiscard]] tl::expected<NewToken, StorageError> createBridge(Reach reach, std::string label,
                                                                    Instant now);
    /// The token with this secret; empty: unknown or revoked.
    [[nodiscard]] tl::expected<std::optional<Token>, StorageError> find(std::string_view secret);
    /// Whether there is a token of that id, still.
    [[nodiscard]] tl::expected<bool, StorageError> holds(std::string_view id);
    /// Gives the token of that id another secret. The present one opens the same until `until`; one that was
    /// renewed before opens nothing any more. Empty: the id is unknown.
    [[nodiscard]] tl::expected<std::optional<NewToken>, StorageError> renew(const std::string& id,
                                                                            time::WallTime until);
    /// Whether any token has an earlier secret still.
    [[nodiscard]] tl::expected<bool, StorageError> areAnyRenewed();
    /// Deletes the earlier secrets whose time is over at `now`; the ids of their tokens. Writes only then.
    [[nodiscard]] tl::expected<std::vector<std::string>, StorageError> dropOver(time::WallTime now);
    /// Deletes a token with its earlier secret; false if the id is unknown.
    [[nodiscard]] tl::expected<bool, StorageError> revoke(std::string_view id);
    /// Sorted by time of creation.
    [[nodiscard]] tl::expected<std::vector<Token>, StorageError> list();

private:
    class Tables;
    explicit TokenStore(std::unique_ptr<Tables> tables);
    std::unique_ptr<Tables> m_tables;
};

} // namespace starqueue::db
