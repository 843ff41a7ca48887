#pragma once

#include <db/sqlite/hall_directory.h>
#include <db/sqlite/storage_error.h>

#include <files/posix_files.h>
#include <formats/words.h>
#include <time/wall_time.h>

#include <tl/expected.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace starqueue::db {

/// What the security log tells of.
enum class SecurityEvent : std::uint8_t {
    LoggedIn,
    LoginRefused,
    LoginThrottled,
    LoggedOut,
    SessionExpired,
    PasswordChanged,
    PasswordGiven, ///< again, before what is sensitive
    PinRefused,
    CodeAsked,   ///< of a second factor, after the right password
    CodeRefused, ///< it was wrong, or taken before
    RecoveryCodeUsed,
    FactorSet,
    FactorRemoved,
    UserAdded,
    UserChanged,
    TokenAdded,
    TokenRevoked,
    Forbidden,
    CustomerLookedUp, ///< with the reference, by staff
    UnusualLookups,   ///< more than the hall has set an hour
    UnusualUse,       ///< likewise of what is refused, issued or cancelled
    CustomerExported,
    ErasureBegun, ///< of a customer; CustomerErased follows unless it was killed
    CustomerErased,
    LossAccepted,   ///< of customers, by whoever goes on with what is left
    SumsRenewed,    ///< of pages that another program has written
    KeyCopyPending, ///< a copy of the keys that still holds those of somebody erased
    LeftOut         ///< so many more came than are kept a minute
};

consteval auto spelling(SecurityEvent)
{
    return formats::spelled<SecurityEvent>({{SecurityEvent::LoggedIn, "logged_in"},
                                            {SecurityEvent::LoginRefused, "login_refused"},
                                            {SecurityEvent::LoginThrottled, "login_throttled"},
                                            {SecurityEvent::LoggedOut, "logged_out"},
                                            {SecurityEvent::SessionExpired, "session_expired"},
                                            {SecurityEvent::PasswordChanged, "password_changed"},
                                            {SecurityEvent::PasswordGiven, "password_given"},
                                            {SecurityEvent::PinRefused, "pin_refused"},
                                            {SecurityEvent::CodeAsked, "code_asked"},
                                            {SecurityEvent::CodeRefused, "code_refused"},
                                            {SecurityEvent::RecoveryCodeUsed, "recovery_code_used"},
                                            {SecurityEvent::FactorSet, "factor_set"},
                                            {SecurityEvent::FactorRemoved, "factor_removed"},
                                            {SecurityEvent::UserAdded, "user_added"},
                                            {SecurityEvent::UserChanged, "user_changed"},
                                            {SecurityEvent::TokenAdded, "token_added"},
                                            {SecurityEvent::TokenRevoked, "token_revoked"},
                                            {SecurityEvent::Forbidden, "forbidden"},
                                            {SecurityEvent::CustomerLookedUp, "customer_looked_up"},
                                            {SecurityEvent::UnusualLookups, "unusual_lookups"},
                                            {SecurityEvent::UnusualUse, "unusual_use"},
                                            {SecurityEvent::CustomerExported, "customer_exported"},
                                            {SecurityEvent::ErasureBegun, "erasure_begun"},
                                            {SecurityEvent::CustomerErased, "customer_erased"},
                                            {SecurityEvent::LossAccepted, "loss_accepted"},
                                            {SecurityEvent::SumsRenewed, "sums_renewed"},
                                            {SecurityEvent::KeyCopyPending, "key_copy_pending"},
                                            {SecurityEvent::LeftOut, "left_out"}});
}

/// A line of the security log. Of people it holds names to log in with, and customers' random references.
struct SecurityEntry
{
    std::uint64_t seq = 0; ///< 1, 2, 3…; given when it is written
    time::WallTime at{};
    SecurityEvent what = SecurityEvent::Forbidden;
    std::string who;    ///< a user's name or a token's id; "": nobody known; "command line"
    std::string detail; ///< to whom or by which call; of customers the reference first

    friend bool operator==(const SecurityEntry&, const SecurityEntry&) = default;
};

/// The security log in the hall's database: lines are only added, and each has the hash of all up to it,
/// whose last stands in the hall's head. Any thread, beside other processes. Each call writes to the disk or
/// reads from it.
class SecurityLog
{
public:
    static tl::expected<std::unique_ptr<SecurityLog>, StorageError> open(const std::filesystem::path& dir,
                                                                         files::Files& files = files::posix(),
                                                                         Beside beside = Beside::Nobody);
    ~SecurityLog();
    SecurityLog(const SecurityLog&) = delete;
    SecurityLog& operator=(const SecurityLog&) = delete;

    [[nodiscard]] tl::expected<void, StorageError> append(const SecurityEntry& entry);
    /// The latest `most` before seq `before` (0: of all), newest first.
    [[nodiscard]] tl::expected<std::vector<SecurityEntry>, StorageError> latest(std::uint64_t before,
                                                                                std::size_t most);
    /// The latest lines that `name` caused or that begin their detail with it, newest first: at most 200,
    /// among the log's last 20 000.
    [[nodiscard]] tl::expected<std::vector<SecurityEntry>, StorageError> concerning(const std::string& name);
    /// What was changed or cut since it was written, as a sentence; empty: nothing.
    [[nodiscard]] tl::expected<std::string, StorageError> check();

private:
    class Table;
    explicit SecurityLog(std::unique_ptr<Table> table);
    std::unique_ptr<Table> m_table;
};

} // namespace starqueue::db
