#include <db/users/users.h>

#include <db/chain/hall_head.h>
#include <db/crypto/hashing.h>
#include <db/sqlite/hall_database.h>
#include <db/sqlite/statement.h>
#include <db/tokens/shared_counter.h>
#include <sync/mutex.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <utility>

namespace starqueue::db {

namespace {

std::string newUserId()
{
    std::array<std::uint8_t, 8> bytes{};
    fillRandom(bytes);
    return hexOf(bytes);
}

StorageError noMemory()
{
    return {StorageFault::Full, "there is no memory to hash a password; nothing was changed"};
}

} // namespace

/// All users in memory, read again when somebody has changed them.
class UserStore::Tables
{
public:
    struct StoredUser
    {
        User user;
        std::string hash;
    };
    /// By id.
    using UserMap = std::map<std::string, StoredUser, std::less<>>;

    /// Null: nobody has the name.
    static const StoredUser* withName(const UserMap& users, std::string_view name)
    {
        const auto found =
            std::ranges::find_if(users, [name](const auto& entry) { return entry.second.user.name == name; });
        return found == users.end() ? nullptr : &found->second;
    }

    Tables(SQLite::Database database, SharedCounter changes)
        : m_database(std::move(database)), m_changes(std::move(changes))
    {}

    /// False: somebody has the name.
    tl::expected<bool, StorageError> add(const StoredUser& stored)
    {
        const sync::Lock lock{m_mutex};
        int added = 0;
        return write([&]() REQUIRES(m_mutex) {
                   SQLite::Statement statement{
                       m_database, "INSERT INTO user (id, name, role, hash, disabled, must_change, "
                                   "authority_yuan, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
                                   "ON CONFLICT (name) DO NOTHING"};
                   bind(statement, stored);
                   added = statement.exec();
               })
            .map([&] { return added > 0; });
    }

    /// The user as changed; empty: unknown id.
    tl::expected<std::optional<User>, StorageError> update(std::string_view id,
                                                           const std::function<void(StoredUser&)>& change)
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
                   ++stored->user.version;
                   SQLite::Statement statement{
                       m_database, "REPLACE INTO user (id, name, role, hash, disabled, must_change, "
                                   "authority_yuan, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"};
                   bind(statement, *stored);
                   statement.exec();
               })
            .map([&] { return stored ? std::optional{stored->user} : std::nullopt; });
    }

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
    tl::expected<void, StorageError> write(const std::function<void()>& work) REQUIRES(m_mutex)
    {
        auto done = inTransaction(m_database, [&]() REQUIRES(m_mutex) {
            work();
            sealUsers(m_database);
        });
        m_changes.advance();
        return done;
    }

    static void bind(SQLite::Statement& statement, const StoredUser& stored)
    {
        const User& user = stored.user;
        statement.bind(1, user.id);
        statement.bind(2, user.name);
        statement.bind(3, std::string{formats::word(user.role)});
        statement.bind(4, stored.hash);
        statement.bind(5, user.disabled ? 1 : 0);
        statement.bind(6, user.mustChange ? 1 : 0);
        statement.bind(7, user.authorityYuan);
        statement.bind(8, static_cast<std::int64_t>(user.version));
    }

    void refresh() REQUIRES(m_mutex)
    {
        const std::uint64_t changes = m_changes.value();
        if (m_seen == changes)
            return;
        readAll();
        m_seen = changes;
    }

    void readAll() REQUIRES(m_mutex)
    {
        m_users.clear();
        SQLite::Statement rows{m_database, "SELECT id, name, role, hash, disabled, must_change, "
                                           "authority_yuan, version FROM user"};
        while (rows.executeStep())
            take(rows);
    }

    void take(SQLite::Statement& row) REQUIRES(m_mutex)
    {
        const auto role = formats::withWord<Role>(textAt(row, 2));
        if (!role)
            return; // a newer program's role: no access
        const std::string id{textAt(row, 0)};
        m_users[id] = {{id, std::string{textAt(row, 1)}, *role, row.getColumn(4).getInt() != 0,
                        row.getColumn(5).getInt() != 0, row.getColumn(6).getInt64(),
                        static_cast<std::uint64_t>(row.getColumn(7).getInt64())},
                       std::string{textAt(row, 3)}};
    }

    sync::Mutex m_mutex;
    SQLite::Database m_database GUARDED_BY(m_mutex);
    SharedCounter m_changes GUARDED_BY(m_mutex);
    std::optional<std::uint64_t> m_seen GUARDED_BY(m_mutex); ///< value of m_changes that m_users are of
    UserMap m_users GUARDED_BY(m_mutex);
};

bool isRoleOfUsers(Role role)
{
    return role != Role::Kiosk && role != Role::Display && role != Role::Bridge;
}

tl::expected<std::unique_ptr<UserStore>, StorageError> UserStore::open(const std::filesystem::path& dir,
                                                                       files::Files& files, PasswordCost cost)
{
    auto database = openDatabase(hallDatabase(dir), kHallMigrations, files);
    if (!database)
        return tl::unexpected{std::move(database.error())};
    try {
        if (!areUsersAsSealed(*database))
            return tl::unexpected{StorageError{StorageFault::Unreadable,
                                               hallDatabase(dir).string() +
                                                   ": its users were changed by another program, or are "
                                                   "damaged; restore it from a backup"}};
    } catch (const SQLite::Exception& error) {
        return tl::unexpected{storageError(error, *database)};
    }
    auto changes = SharedCounter::open(dir / "users.generation", files);
    if (!changes)
        return tl::unexpected{std::move(changes.error())};
    return std::unique_ptr<UserStore>{
        new UserStore{std::make_unique<Tables>(std::move(*database), std::move(*changes)), cost}};
}

UserStore::UserStore(std::unique_ptr<Tables> tables, PasswordCost cost)
    : m_tables(std::move(tables)), m_cost(cost), m_nobodysHash(nobodysHash(cost))
{}

UserStore::~UserStore() = default;

tl::expected<std::optional<User>, StorageError> UserStore::add(User user, std::string_view secret)
{
    auto hash = passwordHash(secret, m_cost);
    if (!hash)
        return tl::unexpected{noMemory()};
    user.id = newUserId();
    user.version = 1;
    const Tables::StoredUser stored{std::move(user), std::move(*hash)};
    return m_tables->add(stored).map(
        [&](bool isNew) { return isNew ? std::optional{stored.user} : std::nullopt; });
}

tl::expected<std::optional<User>, StorageError> UserStore::change(const std::string& id,
                                                                  const UserChange& wanted)
{
    return m_tables->update(id, [&](Tables::StoredUser& stored) {
        User& user = stored.user;
        user.role = wanted.role.value_or(user.role);
        user.disabled = wanted.disabled.value_or(user.disabled);
        user.mustChange = wanted.mustChange.value_or(user.mustChange);
        user.authorityYuan = wanted.authorityYuan.value_or(user.authorityYuan);
    });
}

tl::expected<std::optional<User>, StorageError>
UserStore::setPassword(const std::string& id, std::string_view secret, bool mustChange)
{
    auto hash = passwordHash(secret, m_cost);
    if (!hash)
        return tl::unexpected{noMemory()};
    return m_tables->update(id, [&](Tables::StoredUser& stored) {
        stored.hash = *hash;
        stored.user.disabled = false;
        stored.user.mustChange = mustChange;
    });
}

tl::expected<std::optional<User>, StorageError> UserStore::find(std::string_view id)
{
    return m_tables->read([id](const Tables::UserMap& users) {
        const auto found = users.find(id);
        return found == users.end() ? std::nullopt : std::optional{found->second.user};
    });
}

tl::expected<std::optional<User>, StorageError> UserStore::named(std::string_view name)
{
    return m_tables->read([name](const Tables::UserMap& users) {
        const Tables::StoredUser* found = Tables::withName(users, name);
        return found ? std::optional{found->user} : std::nullopt;
    });
}

tl::expected<std::optional<User>, StorageError> UserStore::check(std::string_view name,
                                                                 std::string_view secret)
{
    const auto stored = m_tables->read([name](const Tables::UserMap& users) {
        const Tables::StoredUser* found = Tables::withName(users, name);
        return found ? std::optional{*found} : std::nullopt;
    });
    return stored.map([&](const std::optional<Tables::StoredUser>& known) {
        const bool isRight = isPasswordOf(known ? known->hash : m_nobodysHash, secret);
        return known && isRight && !known->user.disabled ? std::optional{known->user} : std::nullopt;
    });
}

tl::expected<std::vector<User>, StorageError> UserStore::list()
{
    return m_tables->read([](const Tables::UserMap& users) {
        std::vector<User> list;
        for (const auto& [id, stored] : users)
            list.push_back(stored.user);
        std::ranges::sort(list, {}, &User::name);
        return list;
    });
}

} // namespace starqueue::db
