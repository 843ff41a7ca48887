#include <db/tokens/tokens.h>

#include <db/chain/hall_head.h>
#include <db/crypto/hashing.h>
#include <db/sqlite/hall_database.h>
#include <db/tokens/token_tables.h>

#include <algorithm>
#include <array>
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

tl::expected<std::unique_ptr<TokenStore>, StorageError> TokenStore::open(const std::filesystem::path& dir,
                                                                         files::Files& files, Beside beside)
{
    auto database = openDatabase(hallDatabase(dir), kHallMigrations, files, beside);
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
    return m_tables->remove(std::string{id});
}

tl::expected<std::optional<NewToken>, StorageError> TokenStore::renew(const std::string& id,
                                                                      time::WallTime until)
{
    const auto all = m_tables->all();
    if (!all)
        return tl::unexpected{all.error()};
    const auto found =
        std::ranges::find_if(*all, [&id](const Token& token) { return token.id == id && !token.until; });
    if (found == all->end())
        return std::nullopt;
    NewToken made{*found, newSecret()};
    return m_tables->renew(id, hashOf(made.secret), until).map([&](bool isRenewed) {
        return isRenewed ? std::optional{made} : std::nullopt;
    });
}

tl::expected<bool, StorageError> TokenStore::areAnyRenewed()
{
    return m_tables->areAnyRenewed();
}

tl::expected<std::vector<std::string>, StorageError> TokenStore::dropOver(time::WallTime now)
{
    return m_tables->dropOver(now);
}

tl::expected<std::vector<Token>, StorageError> TokenStore::list()
{
    return m_tables->all();
}

} // namespace starqueue::db
