#include <db/users/password.h>

#include <db/crypto/hashing.h>

#include <sodium.h>

#include <algorithm>
#include <array>

namespace starqueue::db {

namespace {

constexpr std::ptrdiff_t kShortestPassword = 12; // characters
constexpr std::ptrdiff_t kLongestPassword = 128; // characters
constexpr std::size_t kShortestPin = 4;
constexpr std::size_t kLongestPin = 8;
constexpr std::size_t kLongestName = 40;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool isNameLetter(char c)
{
    return isDigit(c) || (lowered(c) >= 'a' && lowered(c) <= 'z') || c == '.' || c == '_' || c == '-';
}

/// Of UTF-8, in which these bytes go on with a character.
std::ptrdiff_t charactersIn(std::string_view text)
{
    return std::ranges::count_if(text,
                                 [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
}

bool isSameInAnyCase(std::string_view one, std::string_view other)
{
    return std::ranges::equal(one, other, {}, lowered, lowered);
}

std::string whyNotPin(std::string_view number, std::string_view pin)
{
    if (pin.size() < kShortestPin || pin.size() > kLongestPin || !std::ranges::all_of(pin, isDigit))
        return "A clerk's PIN is 4 to 8 digits.";
    if (pin == number)
        return "The PIN can't be the clerk's number.";
    return {};
}

std::string randomBase64(std::size_t size)
{
    std::array<std::uint8_t, 32> bytes{};
    fillRandom(bytes);
    constexpr int kVariant = sodium_base64_VARIANT_ORIGINAL_NO_PADDING;
    std::string text(sodium_base64_encoded_len(size, kVariant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), size, kVariant);
    text.pop_back();
    return text;
}

} // namespace

std::optional<std::string> passwordHash(std::string_view password, PasswordCost cost)
{
    startSodium();
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), cost.passes, cost.bytes,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        return std::nullopt;
    return hash.data();
}

std::string nobodysHash(PasswordCost cost)
{
    startSodium();
    return "$argon2id$v=19$m=" + std::to_string(cost.bytes / 1024) + ",t=" + std::to_string(cost.passes) +
           ",p=1$" + randomBase64(crypto_pwhash_SALTBYTES) + "$" + randomBase64(32);
}

bool isPasswordOf(const std::string& hash, std::string_view password)
{
    startSodium();
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

bool isOfCost(const std::string& hash, PasswordCost cost)
{
    startSodium();
    return crypto_pwhash_str_needs_rehash(hash.c_str(), cost.passes, cost.bytes) == 0;
}

std::string whyNotSecret(Role role, std::string_view name, std::string_view secret)
{
    if (role == Role::Clerk)
        return whyNotPin(name, secret);
    if (charactersIn(secret) < kShortestPassword || charactersIn(secret) > kLongestPassword)
        return "A password has at least 12 characters and at most 128.";
    if (isSameInAnyCase(secret, name))
        return "The password can't be the name.";
    return {};
}

std::string whyNotName(std::string_view name)
{
    if (name.empty() || name.size() > kLongestName || name.front() == '-' ||
        !std::ranges::all_of(name, isNameLetter))
        return "A name is 1 to 40 of the letters a to z, digits, \".\", \"_\" and \"-\", which isn't its "
               "first.";
    return {};
}

std::string newPassword()
{
    constexpr std::string_view kLetters = "abcdefghijkmnpqrstuvwxyz23456789"; // 32, none like another
    std::array<std::uint8_t, 20> bytes{};
    fillRandom(bytes);
    std::string password;
    for (const std::uint8_t byte : bytes)
        password += kLetters[byte % kLetters.size()];
    return password;
}

} // namespace starqueue::db
