#include <db/hashing.h>

#include <sodium.h>

namespace starqueue::db {

namespace {

const unsigned char* bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

} // namespace

Hash256 hashOf(std::string_view text)
{
    Hash256 hash{};
    crypto_generichash(hash.data(), hash.size(), bytesOf(text), text.size(), nullptr, 0);
    return hash;
}

Hash256 keyedHashOf(std::string_view text, const Key256& key)
{
    Hash256 hash{};
    crypto_generichash(hash.data(), hash.size(), bytesOf(text), text.size(), key.data(), key.size());
    return hash;
}

void fillRandom(std::span<std::uint8_t> bytes)
{
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

} // namespace starqueue::db
