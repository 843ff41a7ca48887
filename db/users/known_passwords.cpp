#include <db/users/known_passwords.h>

#include <sync/mutex.h>

#include <cstddef> // cracklib's header needs size_t

#include <crack.h>
#include <zxcvbn.h>

#include <array>

namespace starqueue::db {

namespace {

// Of 10^8 guesses: as zxcvbn's own score has it, beyond that a slow hash protects.
constexpr double kFewestBits = 26.6;

/// cracklib works in buffers that all threads share.
sync::Mutex& cracklib()
{
    static sync::Mutex mutex;
    return mutex;
}

bool isInDictionary(const std::string& name, const std::string& password, const std::filesystem::path& file)
{
    const sync::Lock lock(cracklib());
    return FascistCheckUser(password.c_str(), file.c_str(), name.c_str(), nullptr) != nullptr;
}

bool isGuessedEarly(const std::string& name, const std::string& password)
{
    std::array<const char*, 3> ownWords{name.c_str(), "starqueue", nullptr};
    return ZxcvbnMatch(password.c_str(), ownWords.data(), nullptr) < kFewestBits;
}

} // namespace

std::filesystem::path knownPasswordsFile()
{
    return GetDefaultCracklibDict();
}

tl::expected<std::string, std::string> whyKnown(std::string_view name, std::string_view password,
                                                const std::filesystem::path& dictionary)
{
    // Else cracklib writes to the standard error and takes every password for a bad one.
    std::error_code error;
    for (const char* part : {".pwd", ".pwi", ".hwm"})
        if (!std::filesystem::exists(dictionary.string() + part, error))
            return tl::unexpected(dictionary.string() + part +
                                  " is missing, so that nobody can tell whether a password is a known one: "
                                  "install Debian's cracklib-runtime, or run `update-cracklib`");
    const std::string asTyped(password);
    const std::string user(name);
    if (!isGuessedEarly(user, asTyped) && !isInDictionary(user, asTyped, dictionary))
        return std::string{};
    return std::string("This password is among the first that somebody who guesses would try. Choose several "
                       "words that don't belong together, or random letters.");
}

} // namespace starqueue::db
