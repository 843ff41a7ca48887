#include <db/crypto/hashing.h>

#include <sodium.h>

#include <cstdlib>

namespace starqueue::db {

void startSodium()
{
    // Fails only without a source of randomness, and then no secret may be made.
    static const bool kStarted = ::sodium_init() >= 0;
    if (!kStarted)
        std::abort();
}

Hash256 hashOf(std::string_view text)
{
    startSodium();
    Hash256 hash{};
    crypto_generichash(hash.data(), hash.size(), bytesOf(text), text.size(), nullptr, 0);
    return hash;
}

Hash128 hash128Of(std::string_view text)
{
    startSodium();
    Hash128 hash{};
    crypto_generichash(hash.data(), hash.size(), bytesOf(text), text.size(), nullptr, 0);
    return hash;
}

Hash128 chainedHashOf(std::string_view text, const Hash128& before)
{
    startSodium();
    Hash128 hash{};
    crypto_generichash(hash.data(), hash.size(), bytesOf(text), text.size(), before.data(), before.size());
    return hash;
}

Hash256 keyedHashOf(std::string_view text, const Key256& key)
{
    startSodium();
    Hash256 hash{};
    crypto_generichash(hash.data(), hash.size(), bytesOf(text), text.size(), key.data(), key.size());
    return hash;
}

Hash256 hmacSha256Of(std::string_view text, std::string_view key)
{
    startSodium();
    Hash256 code{};
    static_assert(sizeof(code) == crypto_auth_hmacsha256_BYTES);
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, bytesOf(key), key.size());
    crypto_auth_hmacsha256_update(&state, bytesOf(text), text.size());
    crypto_auth_hmacsha256_final(&state, code.data());
    return code;
}

void fillRandom(std::span<std::uint8_t> bytes)
{
    startSodium();
    randombytes_buf(bytes.data(), bytes.size());
}

std::string base64Url(std::span<const std::uint8_t> bytes)
{
    constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), kVariant);
    text.pop_back();
    return text;
}

std::string hexOf(std::span<const std::uint8_t> bytes)
{
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

std::optional<Hash128> bitsOfHex(std::string_view hex)
{
    Hash128 bits{};
    const bool isHex = hex.find_first_not_of("0123456789abcdef") == std::string_view::npos;
    if (!isHex || hex.size() != 2 * bits.size() ||
        sodium_hex2bin(bits.data(), bits.size(), hex.data(), hex.size(), nullptr, nullptr, nullptr) != 0)
        return std::nullopt;
    return bits;
}

} // namespace starqueue::db
