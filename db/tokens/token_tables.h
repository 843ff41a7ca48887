#pragma once

#include <db/crypto/hashing.h>
#include <db/sqlite/hall_database.h>
#include <db/sqlite/statement.h>
#include <db/tokens/shared_counter.h>
#include <db/tokens/tokens.h>

#include <sync/mutex.h>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace starqueue::db {

/// All tokens in memory, read again when somebody has changed them. Private to db/.
class TokenStore::Tables
{
public:
    Tables(SQLite::Database database, SharedCounter changes)
        : m_database(std::move(database)), m_changes(std::move(changes))
    {}

    tl::expected<void, StorageError> add(const Token& token, const Hash256& hash);
    tl::expected<bool, StorageError> remove(const std::string& id);
    /// False: unknown id.
    tl::expected<bool, StorageError> renew(const std::string& id, const Hash256& hash, time::WallTime until);
    tl::expected<bool, StorageError> areAnyRenewed();
    tl::expected<std::vector<std::string>, StorageError> dropOver(time::WallTime now);
    tl::expected<std::optional<Token>, StorageError> find(const Hash256& hash);
    tl::expected<bool, StorageError> holds(std::string_view id);
    tl::expected<std::vector<Token>, StorageError> all();

private:
    using TokenMap = std::map<Hash256, Token>;

    /// Advances even after a failed write, so that a crash between write and advance is repaired by the next
    /// try.
    tl::expected<void, StorageError> change(const std::function<void()>& write) EXCLUDES(m_mutex);
    void dropEarlier(const std::string& id) REQUIRES(m_mutex);

    /// Gives `earlier` the hash that `id` has, and that one `hash`.
    void moveHash(const std::string& id, const std::string& earlier, const Hash256& hash) REQUIRES(m_mutex);

    template <class Read> auto withFresh(Read read) -> tl::expected<decltype(read(TokenMap{})), StorageError>
    {
        const sync::Lock lock{m_mutex};
        try {
            refresh();
            return read(m_tokens);
        } catch (const SQLite::Exception& error) {
            return tl::unexpected{storageError(error, m_database)};
        }
    }

    void refresh() REQUIRES(m_mutex);
    void read(SQLite::Statement& row) REQUIRES(m_mutex);

    sync::Mutex m_mutex;
    SQLite::Database m_database GUARDED_BY(m_mutex);
    SharedCounter m_changes GUARDED_BY(m_mutex);
    std::optional<std::uint64_t> m_seen GUARDED_BY(m_mutex); ///< value of m_changes that m_tokens are of
    TokenMap m_tokens GUARDED_BY(m_mutex);
};

} // namespace starqueue::db
