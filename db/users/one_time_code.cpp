#include <db/users/one_time_code.h>

#include <db/crypto/hashing.h>

#include <liboath/oath.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>

namespace starqueue::db {

namespace {

constexpr unsigned kDigits = 6;
constexpr std::int64_t kStepSeconds = 30;
constexpr std::size_t kSecretBytes = 20; // RFC 4226, section 4: the length of the hash
constexpr std::size_t kRecoveryLetters = 24;
constexpr std::size_t kRecoveryGroup = 6;

bool isSameCode(const std::string& one, std::string_view other)
{
    return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

std::string base32Of(std::string_view bytes)
{
    char* text = nullptr;
    std::size_t length = 0;
    if (oath_base32_encode(bytes.data(), bytes.size(), &text, &length) != OATH_OK)
        std::abort(); // without memory
    std::string encoded{text, length};
    std::free(text); // NOLINT(cppcoreguidelines-no-malloc): the library's
    return encoded;
}

/// A letter of an address of RFC 3986 that needs no escape.
bool isUnreserved(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text)
        if (isUnreserved(c))
            out += c;
        else
            out.append("%").append(hexOf(std::array{static_cast<std::uint8_t>(c)}));
    return out;
}

} // namespace

std::int64_t codeStepAt(time::WallTime at)
{
    return std::chrono::floor<std::chrono::seconds>(at.utc.time_since_epoch()).count() / kStepSeconds;
}

std::string oneTimeCode(std::string_view secret, std::int64_t step)
{
    std::array<char, kDigits + 1> code{};
    // Its argument isn't const, and is only read.
    const int made =
        oath_hotp_generate(const_cast<char*>(secret.data()), secret.size(), static_cast<std::uint64_t>(step),
                           kDigits, false, OATH_HOTP_DYNAMIC_TRUNCATION, code.data());
    if (made != OATH_OK)
        std::abort(); // without memory
    return code.data();
}

std::optional<std::int64_t> stepOfCode(std::string_view secret, std::string_view code, std::int64_t around,
                                       std::int64_t reach)
{
    std::optional<std::int64_t> found;
    for (std::int64_t away = reach; away >= 0; --away)
        for (const std::int64_t step : {around - away, around + away})
            if (step >= 0 && isSameCode(oneTimeCode(secret, step), code))
                found = step;
    return found;
}

std::string newCodeSecret()
{
    std::array<std::uint8_t, kSecretBytes> bytes{};
    fillRandom(bytes);
    return {bytes.begin(), bytes.end()};
}

std::string typedCodeSecret(std::string_view secret)
{
    std::string typed;
    for (const char c : base32Of(secret)) {
        if (typed.size() % 5 == 4)
            typed += ' ';
        typed += c;
    }
    return typed;
}

std::string codeAddress(std::string_view secret, std::string_view hall, std::string_view user)
{
    return "otpauth://totp/" + escaped(hall) + ":" + escaped(user) + "?secret=" + base32Of(secret) +
           "&issuer=" + escaped(hall);
}

std::string plainCode(std::string_view typed)
{
    std::string plain;
    for (const char c : typed)
        if (c != ' ' && c != '-')
            plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return plain;
}

std::string newRecoveryCode()
{
    constexpr std::string_view kLetters = "abcdefghijkmnpqrstuvwxyz23456789"; // 32, none like another
    std::array<std::uint8_t, kRecoveryLetters> bytes{};
    fillRandom(bytes);
    std::string code;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (at > 0 && at % kRecoveryGroup == 0)
            code += '-';
        code += kLetters[bytes[at] % kLetters.size()];
    }
    return code;
}

std::string hashOfRecoveryCode(std::string_view plain)
{
    return hexOf(hashOf(plain));
}

} // namespace starqueue::db
