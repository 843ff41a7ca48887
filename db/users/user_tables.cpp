#include <db/users/user_tables.h>

#include <db/chain/hall_head.h>

#include <algorithm>
#include <utility>

namespace starqueue::db {

namespace {

// must_change is 0, 1, or seconds since 1970 of when the password was given: for an older program a 1 as
// well.
constexpr std::int64_t kSinceNobodyKnows = 1;

std::int64_t mustChangeOf(const User& user)
{
    if (!user.mustChange)
        return 0;
    const auto seconds = [](time::WallTime at) {
        return std::chrono::floor<std::chrono::seconds>(at.utc).time_since_epoch().count();
    };
    return user.givenAt ? std::max<std::int64_t>(seconds(*user.givenAt), kSinceNobodyKnows)
                        : kSinceNobodyKnows;
}

std::optional<time::WallTime> givenAtIn(std::int64_t mustChange)
{
    if (mustChange <= kSinceNobodyKnows)
        return {};
    return time::WallTime{std::chrono::sys_time<Millis>{std::chrono::seconds{mustChange}}};
}

void bindUser(SQLite::Statement& statement, const User& user, const std::string& hash)
{
    statement.bind(1, user.id);
    statement.bind(2, user.name);
    statement.bind(3, std::string{formats::word(user.role)});
    statement.bind(4, hash);
    statement.bind(5, user.disabled ? 1 : 0);
    statement.bind(6, mustChangeOf(user));
    statement.bind(7, user.authorityYuan);
    statement.bind(8, static_cast<std::int64_t>(user.version));
}

} // namespace

const UserStore::Tables::StoredUser* UserStore::Tables::withName(const UserMap& users, std::string_view name)
{
    const auto found =
        std::ranges::find_if(users, [name](const auto& entry) { return entry.second.user.name == name; });
    return found == users.end() ? nullptr : &found->second;
}

tl::expected<bool, StorageError> UserStore::Tables::add(const StoredUser& stored)
{
    const sync::Lock lock{m_mutex};
    int added = 0;
    return write([&]() REQUIRES(m_mutex) {
               SQLite::Statement statement{m_database,
                                           "INSERT INTO user (id, name, role, hash, disabled, must_change, "
                                           "authority_yuan, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
                                           "ON CONFLICT (name) DO NOTHING"};
               bindUser(statement, stored.user, withFactor(stored.hash, stored.factor));
               added = statement.exec();
           })
        .map([&] { return added > 0; });
}

tl::expected<std::optional<User>, StorageError> UserStore::Tables::update(std::string_view id,
                                                                          const Change& change)
{
    return note(id, [&change](StoredUser& stored) {
        change(stored);
        ++stored.user.version;
    });
}

tl::expected<std::optional<User>, StorageError> UserStore::Tables::note(std::string_view id,
                                                                        const Change& change)
{
    const sync::Lock lock{m_mutex};
    std::optional<StoredUser> stored;
    return write([&]() REQUIRES(m_mutex) {
               readAll(); // within the transaction: nobody else's change is overwritten
               const auto found = m_users.find(id);
               if (found == m_users.end())
                   return;
               stored = found->second;
               change(*stored);
               stored->user.hasFactor = stored->factor.has_value();
               SQLite::Statement statement{m_database,
                                           "REPLACE INTO user (id, name, role, hash, disabled, must_change, "
                                           "authority_yuan, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"};
               bindUser(statement, stored->user, withFactor(stored->hash, stored->factor));
               statement.exec();
           })
        .map([&] { return stored ? std::optional{stored->user} : std::nullopt; });
}

tl::expected<void, StorageError> UserStore::Tables::write(const std::function<void()>& work)
{
    auto done = inTransaction(m_database, [&]() REQUIRES(m_mutex) {
        work();
        sealUsers(m_database);
    });
    m_changes.advance();
    return done;
}

void UserStore::Tables::refresh()
{
    const std::uint64_t changes = m_changes.value();
    if (m_seen == changes)
        return;
    readAll();
    m_seen = changes;
}

void UserStore::Tables::readAll()
{
    m_users.clear();
    SQLite::Statement rows{m_database, "SELECT id, name, role, hash, disabled, must_change, "
                                       "authority_yuan, version FROM user"};
    while (rows.executeStep())
        take(rows);
}

void UserStore::Tables::take(SQLite::Statement& row)
{
    const auto role = formats::withWord<Role>(textAt(row, 2));
    if (!role)
        return; // a newer program's role: no access
    const std::string id{textAt(row, 0)};
    auto [hash, factor] = splitFactor(textAt(row, 3));
    m_users[id] = {{id, std::string{textAt(row, 1)}, *role, row.getColumn(4).getInt() != 0,
                    row.getColumn(5).getInt64() != 0, row.getColumn(6).getInt64(),
                    static_cast<std::uint64_t>(row.getColumn(7).getInt64()), factor.has_value(),
                    givenAtIn(row.getColumn(5).getInt64())},
                   std::move(hash),
                   std::move(factor)};
}

} // namespace starqueue::db
