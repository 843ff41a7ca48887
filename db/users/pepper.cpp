#include <db/users/pepper.h>

#include <db/sqlite/key_file.h>

#include <utility>

namespace starqueue::db {

namespace {

constexpr auto kPepperKey = "pepper.key";
constexpr auto kWithoutPepper =
    "without this key no password that was hashed with it can be judged: bring it "
    "back, or give each user another with `starqueue user passwd`";
constexpr std::size_t kMark = 8; // hexadecimal digits
constexpr char kAfterMark = ':';

/// The first digits of a hash of the key tell nobody the key.
std::string markOf(const Key256& key)
{
    return hexOf(hashOf({reinterpret_cast<const char*>(key.data()), key.size()})).substr(0, kMark);
}

/// Empty: it was made without a pepper.
std::string_view markIn(std::string_view hash)
{
    return hash.size() > kMark && hash[kMark] == kAfterMark ? hash.substr(0, kMark) : std::string_view{};
}

std::string peppered(std::string_view secret, const Key256& key)
{
    return hexOf(keyedHashOf(secret, key));
}

} // namespace

Pepper::Pepper(std::filesystem::path dir, files::Files& files) : m_dir(std::move(dir)), m_files(&files) {}

tl::expected<std::optional<Key256>, StorageError> Pepper::key() const
{
    return readKey(m_dir, kPepperKey, kWithoutPepper, *m_files);
}

tl::expected<std::optional<std::string>, StorageError> Pepper::hash(std::string_view secret,
                                                                    PasswordCost cost) const
{
    const auto present = key();
    if (!present)
        return tl::unexpected{present.error()};
    if (!*present)
        return passwordHash(secret, cost);
    auto hash = passwordHash(peppered(secret, **present), cost);
    if (hash)
        hash->insert(0, markOf(**present) + kAfterMark);
    return hash;
}

Pepper::Verdict Pepper::judge(const std::string& hash, std::string_view secret) const
{
    const auto verdict = [](bool isRight) { return isRight ? Verdict::Right : Verdict::Wrong; };
    if (markIn(hash).empty())
        return verdict(isPasswordOf(hash, secret));
    if (isLost(hash)) {
        (void)isPasswordOf(hash.substr(kMark + 1),
                           secret); // at the cost of any other, or names could be told
        return Verdict::Lost;
    }
    const auto present = key();
    return verdict(present && *present && isPasswordOf(hash.substr(kMark + 1), peppered(secret, **present)));
}

bool Pepper::isLost(const std::string& hash) const
{
    const auto present = key();
    const std::string_view mark = markIn(hash);
    return !mark.empty() && (!present || !*present || markOf(**present) != mark);
}

bool Pepper::isOld(const std::string& hash, PasswordCost cost) const
{
    const auto present = key();
    const std::string_view mark = markIn(hash);
    if (present && *present && mark != markOf(**present))
        return true;
    return !isOfCost(mark.empty() ? hash : hash.substr(kMark + 1), cost);
}

tl::expected<bool, StorageError> makePepper(const std::filesystem::path& dir, files::Files& files)
{
    const auto present = readKey(dir, kPepperKey, kWithoutPepper, files);
    if (!present)
        return tl::unexpected{present.error()};
    if (*present)
        return false;
    Key256 key{};
    fillRandom(key);
    return writeKey(dir, kPepperKey, key, kWithoutPepper, files).map([] { return true; });
}

} // namespace starqueue::db
