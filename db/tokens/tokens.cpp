#include <db/tokens/tokens.h>

#include <db/chain/hall_head.h>
#include <db/crypto/hashing.h>
#include <db/sqlite/hall_database.h>
#include <db/sqlite/statement.h>
#include <db/tokens/shared_counter.h>
#include <sync/mutex.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <functional>
#include <map>
#include <optional>
#include <utility>

namespace starqueue::db {

namespace {

/// Never begins with "-": on a command line that would be an option.
std::string newId()
{
    std::array<std::uint8_t, 9> bytes{};
    std::string id = "-";
    while (id.starts_with('-')) {
        fillRandom(bytes);
        id = base64Url(bytes);
    }
    return id;
}

std::string newSecret()
{
    std::array<std::uint8_t, 32> bytes{};
    fillRandom(bytes);
    return base64Url(bytes);
}

} // namespace

/// All tokens in memory, read again when somebody has changed them.
class TokenStore::Tables
{
public:
    Tables(SQLite::Database database, SharedCounter changes)
        : m_database(std::move(database)), m_changes(std::move(changes))
    {}

    tl::expected<void, StorageError> add(const Token& token, const Hash256& hash)
    {
        return change([&]() REQUIRES(m_mutex) {
            SQLite::Statement insert{m_database, "INSERT INTO token (id, hash, role, bound, label, created) "
                                                 "VALUES (?, ?, ?, ?, ?, ?)"};
            insert.bind(1, token.id);
            insert.bind(2, hash.data(), static_cast<int>(hash.size()));
            insert.bind(3, std::string{formats::word(token.role)});
            insert.bind(4, token.role == Role::Bridge ? textOf(token.reach) : token.bound);
            insert.bind(5, token.label);
            insert.bind(6, std::int64_t{token.created.time_since_epoch().count()});
            insert.exec();
        });
    }

    tl::expected<bool, StorageError> remove(std::string_view id)
    {
        int removed = 0;
        const auto done = change([&]() REQUIRES(m_mutex) {
            SQLite::Statement statement{m_database, "DELETE FROM token WHERE id = ?"};
            statement.bind(1, std::string{id});
            removed = statement.exec();
        });
        return done.map([&] { return removed > 0; });
    }

    tl::expected<std::optional<Token>, StorageError> find(const Hash256& hash)
    {
        return withFresh([&](const TokenMap& all) {
            const auto found = all.find(hash);
            return found == all.end() ? std::nullopt : std::optional{found->second};
        });
    }

    tl::expected<bool, StorageError> holds(std::string_view id)
    {
        return withFresh([id](const TokenMap& known) {
            return std::ranges::any_of(known, [id](const auto& entry) { return entry.second.id == id; });
        });
    }

    tl::expected<std::vector<Token>, StorageError> all()
    {
        auto tokens = withFresh([](const TokenMap& known) {
            std::vector<Token> list;
            for (const auto& [hash, token] : known)
                list.push_back(token);
            return list;
        });
        if (tokens)
            std::ranges::sort(*tokens, {},
                              [](const Token& token) { return std::tie(token.created, token.label); });
        return tokens;
    }

private:
    using TokenMap = std::map<Hash256, Token>;

    /// Advances even after a failed write, so that a crash between write and advance is repaired by the next
    /// try.
    tl::expected<void, StorageError> change(const std::function<void()>& write) EXCLUDES(m_mutex)
    {
        const sync::Lock lock{m_mutex};
        auto done = inTransaction(m_database, [&]() REQUIRES(m_mutex) {
            write();
            sealTokens(m_database);
        });
        m_changes.advance();
        return done;
    }

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

    void refresh() REQUIRES(m_mutex)
    {
        const std::uint64_t changes = m_changes.value();
        if (m_seen == changes)
            return;
        m_tokens.clear();
        SQLite::Statement rows{m_database, "SELECT hash, id, role, bound, label, created FROM token"};
        while (rows.executeStep())
            read(rows);
        m_seen = changes;
    }

    void read(SQLite::Statement& row) REQUIRES(m_mutex)
    {
        const auto role = formats::withWord<Role>(textAt(row, 2));
        Hash256 hash{};
        if (!role || !blobAt(row, 0, hash))
            return; // a newer program's role: no access
        Token token{std::string{textAt(row, 1)}, *role, {}, std::string{textAt(row, 4)}, instantAt(row, 5)};
        if (token.role == Role::Bridge)
            token.reach = reachIn(textAt(row, 3));
        else
            token.bound = textAt(row, 3);
        m_tokens[hash] = std::move(token);
    }

    sync::Mutex m_mutex;
    SQLite::Database m_database GUARDED_BY(m_mutex);
    SharedCounter m_changes GUARDED_BY(m_mutex);
    std::optional<std::uint64_t> m_seen GUARDED_BY(m_mutex); ///< value of m_changes that m_tokens are of
    TokenMap m_tokens GUARDED_BY(m_mutex);
};

tl::expected<std::unique_ptr<TokenStore>, StorageError> TokenStore::open(const std::filesystem::path& dir,
                                                                         files::Files& files)
{
    auto database = openDatabase(hallDatabase(dir), kHallMigrations, files);
    if (!database)
        return tl::unexpected{std::move(database.error())};
    try {
        if (!areTokensAsSealed(*database))
            return tl::unexpected{StorageError{StorageFault::Unreadable,
                                               hallDatabase(dir).string() +
                                                   ": its tokens were changed by another program, or are "
                                                   "damaged; restore it from a backup"}};
    } catch (const SQLite::Exception& error) {
        return tl::unexpected{storageError(error, *database)};
    }
    auto changes = SharedCounter::open(dir / "tokens.generation", files);
    if (!changes)
        return tl::unexpected{std::move(changes.error())};
    return std::unique_ptr<TokenStore>{
        new TokenStore{std::make_unique<Tables>(std::move(*database), std::move(*changes))}};
}

TokenStore::TokenStore(std::unique_ptr<Tables> tables) : m_tables(std::move(tables)) {}
TokenStore::~TokenStore() = default;

tl::expected<NewToken, StorageError> TokenStore::create(Role role, std::string bound, std::string label,
                                                        Instant now)
{
    NewToken made{{newId(), role, std::move(bound), std::move(label), now, {}}, newSecret()};
    return m_tables->add(made.token, hashOf(made.secret)).map([&] { return std::move(made); });
}

tl::expected<NewToken, StorageError> TokenStore::createBridge(Reach reach, std::string label, Instant now)
{
    NewToken made{{newId(), Role::Bridge, {}, std::move(label), now, std::move(reach)}, newSecret()};
    return m_tables->add(made.token, hashOf(made.secret)).map([&] { return std::move(made); });
}

tl::expected<std::optional<Token>, StorageError> TokenStore::find(std::string_view secret)
{
    return m_tables->find(hashOf(secret));
}

tl::expected<bool, StorageError> TokenStore::holds(std::string_view id)
{
    return m_tables->holds(id);
}

tl::expected<bool, StorageError> TokenStore::revoke(std::string_view id)
{
    return m_tables->remove(id);
}

tl::expected<std::vector<Token>, StorageError> TokenStore::list()
{
    return m_tables->all();
}

} // namespace starqueue::db
