#pragma once

#include <db/sqlite/database.h>
#include <db/sqlite/statement.h>
#include <db/tokens/shared_counter.h>
#include <db/users/factor.h>
#include <db/users/factor_key.h>
#include <db/users/pepper.h>
#include <db/users/users.h>

#include <sync/mutex.h>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace starqueue::db {

/// All users in memory, read again when somebody has changed them. Private to db/.
class UserStore::Tables
{
public:
    struct StoredUser
    {
        User user;
        std::string hash;
        std::optional<Factor> factor{}; ///< stands behind the hash in its column, see factor.h
    };
    /// By id.
    using UserMap = std::map<std::string, StoredUser, std::less<>>;
    using Change = std::function<void(StoredUser&)>;

    /// Null: nobody has the name.
    static const StoredUser* withName(const UserMap& users, std::string_view name);

    Tables(SQLite::Database database, SharedCounter changes, FactorKey factorKey, Pepper pepper)
        : m_factorKey(std::move(factorKey)), m_pepper(std::move(pepper)), m_database(std::move(database)),
          m_changes(std::move(changes))
    {}

    [[nodiscard]] const FactorKey& factorKey() const { return m_factorKey; }
    [[nodiscard]] const Pepper& pepper() const { return m_pepper; }

    /// False: somebody has the name.
    tl::expected<bool, StorageError> add(const StoredUser& stored);
    /// The user as changed, in another version; empty: unknown id.
    tl::expected<std::optional<User>, StorageError> update(std::string_view id, const Change& change);
    /// Likewise in the same version, so that no session ends.
    tl::expected<std::optional<User>, StorageError> note(std::string_view id, const Change& change);

    template <class Read> auto read(Read read) -> tl::expected<decltype(read(UserMap{})), StorageError>
    {
        const sync::Lock lock{m_mutex};
        try {
            refresh();
            return read(m_users);
        } catch (const SQLite::Exception& error) {
            return tl::unexpected{storageError(error, m_database)};
        }
    }

private:
    /// Advances even after a failed write, so that a crash between write and advance is repaired by the next
    /// try.
    tl::expected<void, StorageError> write(const std::function<void()>& work) REQUIRES(m_mutex);
    void refresh() REQUIRES(m_mutex);
    void readAll() REQUIRES(m_mutex);
    void take(SQLite::Statement& row) REQUIRES(m_mutex);

    const FactorKey m_factorKey;
    const Pepper m_pepper;
    sync::Mutex m_mutex;
    SQLite::Database m_database GUARDED_BY(m_mutex);
    SharedCounter m_changes GUARDED_BY(m_mutex);
    std::optional<std::uint64_t> m_seen GUARDED_BY(m_mutex); ///< value of m_changes that m_users are of
    UserMap m_users GUARDED_BY(m_mutex);
};

} // namespace starqueue::db
