#include <db/users/users.h>

#include <db/chain/hall_head.h>
#include <db/crypto/hashing.h>
#include <db/sqlite/hall_database.h>
#include <db/tokens/shared_counter.h>
#include <db/users/one_time_code.h>
#include <db/users/user_tables.h>

#include <algorithm>
#include <array>
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

constexpr std::size_t kRecoveryCodes = 10;
constexpr std::size_t kUsedKept = 16; // steps: more than `kReach` lets in at any time
constexpr std::int64_t kReach = 1;    // a step before and after: people type slowly, clocks differ

/// What `plain` is at `now`; a code that is right is noted in `factor` as used.
CodeVerdict judge(Factor& factor, std::string_view secret, const std::string& plain, std::int64_t now)
{
    const auto step = stepOfCode(secret, plain, now + factor.drift, kReach);
    if (!step)
        return CodeVerdict::Wrong;
    if (std::ranges::find(factor.used, *step) != factor.used.end())
        return CodeVerdict::Used;
    factor.used.push_back(*step);
    if (factor.used.size() > kUsedKept)
        factor.used.erase(factor.used.begin());
    factor.drift = *step - now;
    return CodeVerdict::Right;
}

bool takeRecovery(Factor& factor, const std::string& plain)
{
    return std::erase(factor.recovery, hashOfRecoveryCode(plain)) > 0;
}

std::vector<std::string> newRecoveryCodes()
{
    std::vector<std::string> codes(kRecoveryCodes);
    std::ranges::generate(codes, newRecoveryCode);
    return codes;
}

/// As the row has it.
void floorToSeconds(std::optional<time::WallTime>& at)
{
    if (at)
        at->utc = std::chrono::floor<std::chrono::seconds>(at->utc);
}

} // namespace

bool isFirstPasswordOver(const User& user, time::WallTime now)
{
    return user.mustChange && user.givenAt && now.utc - user.givenAt->utc > kFirstPasswordHolds;
}

bool isRoleOfUsers(Role role)
{
    return role != Role::Kiosk && role != Role::Display && role != Role::Bridge;
}

tl::expected<std::unique_ptr<UserStore>, StorageError>
UserStore::open(const std::filesystem::path& dir, files::Files& files, PasswordCost cost, Beside beside)
{
    auto database = openDatabase(hallDatabase(dir), kHallMigrations, files, beside);
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
        new UserStore{std::make_unique<Tables>(std::move(*database), std::move(*changes),
                                               FactorKey{dir, files}, Pepper{dir, files}),
                      cost}};
}

UserStore::UserStore(std::unique_ptr<Tables> tables, PasswordCost cost)
    : m_tables(std::move(tables)), m_cost(cost), m_nobodysHash(nobodysHash(cost))
{}

UserStore::~UserStore() = default;

tl::expected<std::string, StorageError> UserStore::hashOfSecret(std::string_view secret) const
{
    auto hash = m_tables->pepper().hash(secret, m_cost);
    if (!hash)
        return tl::unexpected{std::move(hash.error())};
    if (!*hash)
        return tl::unexpected{noMemory()};
    return std::move(**hash);
}

void UserStore::hashAnew(const std::string& id, const std::string& old, std::string_view secret)
{
    const auto hash = hashOfSecret(secret);
    if (!hash)
        return; // the old one still holds
    (void)m_tables->note(id, [&](Tables::StoredUser& stored) {
        if (stored.hash == old) // else the password was changed meanwhile
            stored.hash = *hash;
    });
}

tl::expected<std::optional<User>, StorageError> UserStore::add(User user, std::string_view secret)
{
    auto hash = hashOfSecret(secret);
    if (!hash)
        return tl::unexpected{std::move(hash.error())};
    if (!user.mustChange)
        user.givenAt.reset();
    if (user.id.empty())
        user.id = newUserId();
    user.version = 1;
    floorToSeconds(user.givenAt);
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
        if (!user.mustChange)
            user.givenAt.reset();
        user.authorityYuan = wanted.authorityYuan.value_or(user.authorityYuan);
    });
}

tl::expected<std::optional<User>, StorageError> UserStore::setPassword(const std::string& id,
                                                                       std::string_view secret,
                                                                       bool mustChange,
                                                                       std::optional<time::WallTime> givenAt)
{
    floorToSeconds(givenAt);
    const auto hash = hashOfSecret(secret);
    if (!hash)
        return tl::unexpected{hash.error()};
    return m_tables->update(id, [&](Tables::StoredUser& stored) {
        stored.hash = *hash;
        stored.user.disabled = false;
        stored.user.mustChange = mustChange;
        stored.user.givenAt = mustChange ? givenAt : std::nullopt;
    });
}

tl::expected<std::optional<std::vector<std::string>>, StorageError>
UserStore::setFactor(const std::string& id, const NewFactor& factor)
{
    const auto sealed = m_tables->factorKey().seal(factor.secret, id);
    if (!sealed)
        return tl::unexpected{sealed.error()};
    const std::vector<std::string> codes = newRecoveryCodes();
    const auto changed = m_tables->update(id, [&](Tables::StoredUser& stored) {
        stored.factor = Factor{*sealed, factor.step - factor.stepOfHall, {factor.step}, {}};
        for (const std::string& code : codes)
            stored.factor->recovery.push_back(hashOfRecoveryCode(plainCode(code)));
    });
    return changed.map([&](const auto& user) { return user ? std::optional{codes} : std::nullopt; });
}

tl::expected<std::optional<User>, StorageError> UserStore::removeFactor(const std::string& id)
{
    return m_tables->update(id, [](Tables::StoredUser& stored) { stored.factor.reset(); });
}

tl::expected<CodeVerdict, StorageError> UserStore::takeCode(const std::string& id, std::string_view typed,
                                                            time::WallTime now)
{
    const std::string plain = plainCode(typed);
    const auto take = [&](Tables::StoredUser& stored) {
        if (!stored.factor)
            return CodeVerdict::Wrong;
        if (takeRecovery(*stored.factor, plain))
            return CodeVerdict::Recovery;
        const auto secret = m_tables->factorKey().unseal(stored.factor->sealed, id);
        return secret ? judge(*stored.factor, *secret, plain, codeStepAt(now)) : CodeVerdict::NoKey;
    };
    // Tried on a copy first: a guess writes nothing.
    auto verdict = m_tables->read([&](const Tables::UserMap& users) {
        const auto found = users.find(id);
        Tables::StoredUser copy = found == users.end() ? Tables::StoredUser{} : found->second;
        return take(copy);
    });
    if (!verdict || (*verdict != CodeVerdict::Right && *verdict != CodeVerdict::Recovery))
        return verdict;
    const auto noted = m_tables->note(id, [&](Tables::StoredUser& stored) { verdict = take(stored); });
    return noted ? verdict : tl::unexpected{noted.error()};
}

tl::expected<std::optional<User>, StorageError> UserStore::find(std::string_view id)
{
    return m_tables->read([id](const Tables::UserMap& users) {
        const auto found = users.find(id);
        return found == users.end() ? std::nullopt : std::optional{found->second.user};
    });
}

tl::expected<std::optional<User>, StorageError> UserStore::withIdFrom(std::string_view begin)
{
    return m_tables->read([begin](const Tables::UserMap& users) {
        const auto found = users.lower_bound(begin);
        const bool isIt = found != users.end() && found->first.starts_with(begin);
        return isIt ? std::optional{found->second.user} : std::nullopt;
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
    return stored.map([&](const std::optional<Tables::StoredUser>& known) -> std::optional<User> {
        const auto verdict = m_tables->pepper().judge(known ? known->hash : m_nobodysHash, secret);
        if (!known || verdict != Pepper::Verdict::Right || known->user.disabled)
            return std::nullopt;
        if (m_tables->pepper().isOld(known->hash, m_cost))
            hashAnew(known->user.id, known->hash, secret);
        return known->user;
    });
}

tl::expected<bool, StorageError> UserStore::lacksPepper(std::string_view name)
{
    return m_tables->read([this, name](const Tables::UserMap& users) {
        const auto lacks = [this](const auto& entry) { return m_tables->pepper().isLost(entry.second.hash); };
        const Tables::StoredUser* found = Tables::withName(users, name);
        return found ? m_tables->pepper().isLost(found->hash) : std::ranges::any_of(users, lacks);
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
