#include <db/crypto/sealing.h>

#include <sodium.h>

namespace starqueue::db {

namespace {

constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;

unsigned char* bytesOf(std::string& text, std::size_t from)
{
    return reinterpret_cast<unsigned char*>(text.data()) + from;
}

} // namespace

std::string seal(std::string_view text, const Key256& key, const queue::Bits128& ref)
{
    startSodium();
    std::string sealed(kNonce + text.size() + kTag, '\0');
    randombytes_buf(sealed.data(), kNonce);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytesOf(sealed, kNonce), nullptr, bytesOf(text), text.size(),
                                               ref.data(), ref.size(), nullptr, bytesOf(sealed, 0),
                                               key.data());
    return sealed;
}

std::optional<std::string> unseal(std::string_view sealed, const Key256& key, const queue::Bits128& ref)
{
    if (sealed.size() < kNonce + kTag)
        return std::nullopt;
    std::string text(sealed.size() - kNonce - kTag, '\0');
    const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
        bytesOf(text, 0), nullptr, nullptr, bytesOf(sealed.substr(kNonce)), sealed.size() - kNonce,
        ref.data(), ref.size(), bytesOf(sealed), key.data());
    return opened == 0 ? std::optional{std::move(text)} : std::nullopt;
}

} // namespace starqueue::db
