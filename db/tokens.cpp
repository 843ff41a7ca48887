#include <db/tokens.h>

#include <db/hall_database.h>
#include <db/hashing.h>
#include <db/statement.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <mutex>
#include <utility>

namespace starqueue::db {

namespace {

constexpr auto kRoleNames = std::to_array<std::string_view>(
    {"kiosk", "display", "bridge", "clerk", "usher", "duty-manager", "manager", "admin", "technician"});

std::string newId()
{
    std::array<std::uint8_t, 9> bytes{};
    fillRandom(bytes);
    return base64Url(bytes);
}

std::string newSecret()
{
    std::array<std::uint8_t, 32> bytes{};
    fillRandom(bytes);
    return base64Url(bytes);
}

} // namespace

std::string_view roleName(Role role)
{
    return kRoleNames.at(static_cast<std::size_t>(role));
}

std::optional<Role> roleNamed(std::string_view name)
{
    const auto found = std::ranges::find(kRoleNames, name);
    if (found == kRoleNames.end())
        return std::nullopt;
    return static_cast<Role>(found - kRoleNames.begin());
}

/// All tokens in memory, read again when their generation in the file has changed. Behind one mutex.
class TokenStore::Tables
{
public:
    explicit Tables(SQLite::Database database)
        : m_database(std::move(database)), m_current(m_database, "SELECT generation FROM token_generation")
    {}

    tl::expected<void, StorageError> add(const Token& token, const Hash256& hash)
    {
        const std::scoped_lock lock{m_mutex};
        return inTransaction(m_database, [&] {
            SQLite::Statement insert{m_database, "INSERT INTO token (id, hash, role, bound, label, created) "
                                                 "VALUES (?, ?, ?, ?, ?, ?)"};
            insert.bind(1, token.id);
            insert.bind(2, hash.data(), static_cast<int>(hash.size()));
            insert.bind(3, std::string{roleName(token.role)});
            insert.bind(4, token.bound);
            insert.bind(5, token.label);
            insert.bind(6, std::int64_t{token.created.time_since_epoch().count()});
            insert.exec();
            m_database.exec("UPDATE token_generation SET generation = generation + 1");
        });
    }

    tl::expected<bool, StorageError> remove(std::string_view id)
    {
        const std::scoped_lock lock{m_mutex};
        int removed = 0;
        const auto done = inTransaction(m_database, [&] {
            SQLite::Statement statement{m_database, "DELETE FROM token WHERE id = ?"};
            statement.bind(1, std::string{id});
            removed = statement.exec();
            m_database.exec("UPDATE token_generation SET generation = generation + 1");
        });
        return done.map([&] { return removed > 0; });
    }

    tl::expected<std::optional<Token>, StorageError> find(const Hash256& hash)
    {
        return withFresh([&] {
            const auto found = m_tokens.find(hash);
            return found == m_tokens.end() ? std::nullopt : std::optional{found->second};
        });
    }

    tl::expected<std::vector<Token>, StorageError> all()
    {
        auto tokens = withFresh([&] {
            std::vector<Token> list;
            for (const auto& [hash, token] : m_tokens)
                list.push_back(token);
            return list;
        });
        if (tokens)
            std::ranges::sort(*tokens, {},
                              [](const Token& token) { return std::tie(token.created, token.label); });
        return tokens;
    }

private:
    template <class Read> auto withFresh(Read read) -> tl::expected<decltype(read()), StorageError>
    {
        const std::scoped_lock lock{m_mutex};
        try {
            refresh();
            return read();
        } catch (const SQLite::Exception& error) {
            return tl::unexpected{storageError(error, m_database)};
        }
    }

    void refresh()
    {
        const Use use{m_current};
        if (!m_current.executeStep() || m_current.getColumn(0).getInt64() == m_generation)
            return;
        m_tokens.clear();
        SQLite::Statement rows{m_database, "SELECT hash, id, role, bound, label, created FROM token"};
        while (rows.executeStep())
            read(rows);
        m_generation = m_current.getColumn(0).getInt64();
    }

    void read(SQLite::Statement& row)
    {
        const auto role = roleNamed(textAt(row, 2));
        Hash256 hash{};
        if (!role || !blobAt(row, 0, hash))
            return; // of a newer program: gives no access
        m_tokens[hash] = Token{std::string{textAt(row, 1)}, *role, std::string{textAt(row, 3)},
                               std::string{textAt(row, 4)}, instantAt(row, 5)};
    }

    std::mutex m_mutex;
    SQLite::Database m_database;
    SQLite::Statement m_current;
    std::int64_t m_generation = 0;
    std::map<Hash256, Token> m_tokens;
};

tl::expected<std::unique_ptr<TokenStore>, StorageError> TokenStore::open(const std::filesystem::path& dir)
{
    auto database = openDatabase(hallDatabase(dir), kHallMigrations);
    if (!database)
        return tl::unexpected{std::move(database.error())};
    return std::unique_ptr<TokenStore>{new TokenStore{std::make_unique<Tables>(std::move(*database))}};
}

TokenStore::TokenStore(std::unique_ptr<Tables> tables) : m_tables(std::move(tables)) {}
TokenStore::~TokenStore() = default;

tl::expected<NewToken, StorageError> TokenStore::create(Role role, std::string bound, std::string label,
                                                        queue::Instant now)
{
    NewToken made{{newId(), role, std::move(bound), std::move(label), now}, newSecret()};
    return m_tables->add(made.token, hashOf(made.secret)).map([&] { return std::move(made); });
}

tl::expected<std::optional<Token>, StorageError> TokenStore::find(std::string_view secret)
{
    return m_tables->find(hashOf(secret));
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
