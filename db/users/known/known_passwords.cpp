#include <db/users/known/known_passwords.h>

#include <db/users/known/known_words.h>

#include <sync/mutex.h>

#include <cstddef> // cracklib's header needs size_t

#include <crack.h>
extern "C" { // the header itself doesn't say it
#include <packer.h>
}
#include <zxcvbn.h>

#include <algorithm>
#include <array>
#include <fstream>

namespace starqueue::db {

namespace {

// Of 10^8 guesses: as zxcvbn's own score has it, beyond that a slow hash protects.
constexpr double kFewestBits = 26.6;
// Of letters and digits at random four come to 20 bits, and where they stand among known words adds a few.
constexpr std::size_t kFewestOthers = 5;
constexpr auto kInstall = "so that nobody can tell whether a password is a known one: install Debian's "
                          "cracklib-runtime, or run `update-cracklib`";

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

double guessedBits(const std::string& name, const std::string& password)
{
    std::array<const char*, 3> ownWords{name.c_str(), "starqueue", nullptr};
    return ZxcvbnMatch(password.c_str(), ownWords.data(), nullptr);
}

/// Else cracklib writes to the standard error and takes every password for a bad one.
std::string whyUnreadable(const std::filesystem::path& dictionary)
{
    std::error_code error;
    for (const char* part : {".pwd", ".pwi", ".hwm"}) {
        const std::string file = dictionary.string() + part;
        if (!std::filesystem::exists(file, error))
            return file + " is missing, " + kInstall;
        if (std::ifstream in(file, std::ios::binary); in.peek() == std::ifstream::traits_type::eof())
            return file + " can't be read, " + kInstall;
    }
    const sync::Lock lock(cracklib());
    std::string mode = "r";
    PWDICT* const opened = PWOpen(dictionary.c_str(), mode.data());
    if (opened == nullptr)
        return dictionary.string() + " isn't a dictionary of cracklib, " + kInstall;
    PWClose(opened);
    return {};
}

} // namespace

std::filesystem::path knownPasswordsFile()
{
    return GetDefaultCracklibDict();
}

int bitsOfGuessing(std::string_view name, std::string_view password)
{
    constexpr double kMostBits = 200;
    return static_cast<int>(
        std::clamp(guessedBits(std::string(name), std::string(password)), 0.0, kMostBits));
}

tl::expected<std::string, std::string> whyKnown(std::string_view name, std::string_view password,
                                                const std::filesystem::path& dictionary)
{
    if (std::string why = whyUnreadable(dictionary); !why.empty())
        return tl::unexpected(std::move(why));
    const std::string asTyped(password);
    const std::string user(name);
    if (othersThanKnownWords(asTyped, user) >= kFewestOthers && guessedBits(user, asTyped) >= kFewestBits &&
        !isInDictionary(user, asTyped, dictionary))
        return std::string{};
    return std::string("This password is among the first that somebody who guesses would try. Choose several "
                       "words that don't belong together, or random letters.");
}

} // namespace starqueue::db
