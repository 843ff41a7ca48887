#include <db/tokens/token_tables.h>

#include <db/chain/hall_head.h>

#include <algorithm>
#include <charconv>
#include <tuple>

namespace starqueue::db {

namespace {

// An earlier secret is a row of its own, "ID~SECONDS" until when: for an older program another token.
constexpr char kUntil = '~';

std::string idOfEarlier(const std::string& id, time::WallTime until)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(until.utc).time_since_epoch();
    return id + kUntil + std::to_string(seconds.count());
}

/// Takes the time off an id, if there is one.
std::optional<time::WallTime> takeUntil(std::string& id)
{
    const auto at = id.find(kUntil);
    if (at == std::string::npos)
        return {};
    std::int64_t seconds = 0; // not readable: over
    std::from_chars(id.data() + at + 1, id.data() + id.size(), seconds);
    id.resize(at);
    return time::WallTime{std::chrono::sys_time<Millis>{std::chrono::seconds{seconds}}};
}

} // namespace

tl::expected<void, StorageError> TokenStore::Tables::add(const Token& token, const Hash256& hash)
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

tl::expected<bool, StorageError> TokenStore::Tables::remove(const std::string& id)
{
    int removed = 0;
    const auto done = change([&]() REQUIRES(m_mutex) {
        dropEarlier(id);
        SQLite::Statement statement{m_database, "DELETE FROM token WHERE id = ?"};
        statement.bind(1, id);
        removed = statement.exec();
    });
    return done.map([&] { return removed > 0; });
}

tl::expected<bool, StorageError> TokenStore::Tables::renew(const std::string& id, const Hash256& hash,
                                                           time::WallTime until)
{
    int renewed = 0;
    const auto done = change([&]() REQUIRES(m_mutex) {
        dropEarlier(id);
        // By way of a hash that nobody has, as two rows never have the same.
        SQLite::Statement copy{m_database, "INSERT INTO token SELECT ?, zeroblob(32), role, bound, label, "
                                           "created FROM token WHERE id = ?"};
        const std::string earlier = idOfEarlier(id, until);
        copy.bind(1, earlier);
        copy.bind(2, id);
        renewed = copy.exec();
        moveHash(id, earlier, hash);
    });
    return done.map([&] { return renewed > 0; });
}

tl::expected<bool, StorageError> TokenStore::Tables::areAnyRenewed()
{
    return withFresh([](const TokenMap& known) {
        return std::ranges::any_of(known, [](const auto& entry) { return entry.second.until.has_value(); });
    });
}

tl::expected<std::vector<std::string>, StorageError> TokenStore::Tables::dropOver(time::WallTime now)
{
    auto over = withFresh([now](const TokenMap& known) {
        std::vector<std::string> ids;
        for (const auto& [hash, token] : known)
            if (token.until && *token.until <= now)
                ids.push_back(token.id);
        return ids;
    });
    if (!over || over->empty())
        return over;
    return change([&]() REQUIRES(m_mutex) {
               for (const std::string& id : *over)
                   dropEarlier(id);
           })
        .map([&] { return std::move(*over); });
}

tl::expected<std::optional<Token>, StorageError> TokenStore::Tables::find(const Hash256& hash)
{
    return withFresh([&](const TokenMap& all) {
        const auto found = all.find(hash);
        return found == all.end() ? std::nullopt : std::optional{found->second};
    });
}

tl::expected<bool, StorageError> TokenStore::Tables::holds(std::string_view id)
{
    return withFresh([id](const TokenMap& known) {
        return std::ranges::any_of(known, [id](const auto& entry) { return entry.second.id == id; });
    });
}

tl::expected<std::vector<Token>, StorageError> TokenStore::Tables::all()
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

tl::expected<void, StorageError> TokenStore::Tables::change(const std::function<void()>& write)
{
    const sync::Lock lock{m_mutex};
    auto done = inTransaction(m_database, [&]() REQUIRES(m_mutex) {
        write();
        sealTokens(m_database);
    });
    m_changes.advance();
    return done;
}

void TokenStore::Tables::dropEarlier(const std::string& id)
{
    SQLite::Statement statement{m_database,
                                "DELETE FROM token WHERE substr(id, 1, length(?1) + 1) = ?1 || '~'"};
    statement.bind(1, id);
    statement.exec();
}

void TokenStore::Tables::moveHash(const std::string& id, const std::string& earlier, const Hash256& hash)
{
    Hash256 old{};
    SQLite::Statement read{m_database, "SELECT hash FROM token WHERE id = ?"};
    read.bind(1, id);
    if (!read.executeStep() || !blobAt(read, 0, old))
        return;
    read.reset();
    for (const auto& [row, value] : {std::pair{id, hash}, std::pair{earlier, old}}) {
        SQLite::Statement write{m_database, "UPDATE token SET hash = ? WHERE id = ?"};
        write.bind(1, value.data(), static_cast<int>(value.size()));
        write.bind(2, row);
        write.exec();
    }
}

void TokenStore::Tables::refresh()
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

void TokenStore::Tables::read(SQLite::Statement& row)
{
    const auto role = formats::withWord<Role>(textAt(row, 2));
    Hash256 hash{};
    if (!role || !blobAt(row, 0, hash))
        return; // a newer program's role: no access
    Token token{std::string{textAt(row, 1)}, *role, {}, std::string{textAt(row, 4)}, instantAt(row, 5)};
    token.until = takeUntil(token.id);
    if (token.role == Role::Bridge)
        token.reach = reachIn(textAt(row, 3));
    else
        token.bound = textAt(row, 3);
    m_tokens[hash] = std::move(token);
}

} // namespace starqueue::db
