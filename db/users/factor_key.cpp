#include <db/users/factor_key.h>

#include <db/crypto/sealing.h>
#include <db/sqlite/key_file.h>

#include <sodium.h>

#include <span>
#include <utility>

namespace starqueue::db {

namespace {

constexpr auto kFactorKey = "factor.key";
constexpr auto kWithoutFactorKey = "without this key no second factor can be judged: bring it back, or give "
                                   "each user another with `starqueue user factor`";

std::string base64UrlOf(std::string_view bytes)
{
    return base64Url(std::span{bytesOf(bytes), bytes.size()});
}

std::string bytesOfBase64Url(std::string_view text)
{
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                          text.size(), nullptr, &size, nullptr,
                          sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0)
        return {};
    bytes.resize(size);
    return bytes;
}

} // namespace

FactorKey::FactorKey(std::filesystem::path dir, files::Files& files) : m_dir(std::move(dir)), m_files(&files)
{}

tl::expected<std::string, StorageError> FactorKey::seal(std::string_view secret, std::string_view user) const
{
    const auto present = readKey(m_dir, kFactorKey, kWithoutFactorKey, *m_files);
    if (!present)
        return tl::unexpected{present.error()};
    Key256 key{};
    if (*present) {
        key = **present;
    } else {
        fillRandom(key);
        if (const auto written = writeKey(m_dir, kFactorKey, key, kWithoutFactorKey, *m_files); !written)
            return tl::unexpected{written.error()};
    }
    return base64UrlOf(db::seal(secret, key, queue::Bits128{hash128Of(user)}));
}

std::optional<std::string> FactorKey::unseal(std::string_view sealed, std::string_view user) const
{
    const auto present = readKey(m_dir, kFactorKey, kWithoutFactorKey, *m_files);
    if (!present || !*present)
        return std::nullopt;
    return db::unseal(bytesOfBase64Url(sealed), **present, queue::Bits128{hash128Of(user)});
}

} // namespace starqueue::db
