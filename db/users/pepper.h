#pragma once

#include <db/crypto/hashing.h>
#include <db/sqlite/storage_error.h>
#include <db/users/password.h>

#include <files/files.h>

#include <tl/expected.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace starqueue::db {

/// A hall's pepper: a key apart from the database ("pepper.key", db/sqlite/key_file.h) that passwords and
/// PINs are hashed with before Argon2id, so that whoever has the database alone can't even begin to guess. A
/// hall may have none. What was hashed with one names it ("1a2b3c4d:$argon2id$…"), so that a lost one is told
/// from a wrong password.
///
/// It is read at each use, so that it may come, or be brought back, while a service runs. Any thread.
class Pepper
{
public:
    enum class Verdict { Right, Wrong, Lost };

    /// Of the hall in `dir`.
    Pepper(std::filesystem::path dir, files::Files& files);

    /// With the pepper that there is, or without. Empty: there isn't so much memory.
    [[nodiscard]] tl::expected<std::optional<std::string>, StorageError> hash(std::string_view secret,
                                                                              PasswordCost cost) const;
    /// Lost: `hash` was made with a pepper that isn't there now.
    [[nodiscard]] Verdict judge(const std::string& hash, std::string_view secret) const;
    [[nodiscard]] bool isLost(const std::string& hash) const;
    /// Whether `hash`, whose pepper isn't lost, was made otherwise than it would be made now.
    [[nodiscard]] bool isOld(const std::string& hash, PasswordCost cost) const;

private:
    [[nodiscard]] tl::expected<std::optional<Key256>, StorageError> key() const;

    std::filesystem::path m_dir;
    files::Files* m_files;
};

/// Makes a pepper for the hall in `dir`, which passwords are hashed with from each one's next log-in on.
/// False: there is one.
[[nodiscard]] tl::expected<bool, StorageError> makePepper(const std::filesystem::path& dir,
                                                          files::Files& files);

} // namespace starqueue::db
