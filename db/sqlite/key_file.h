#pragma once

#include <db/sqlite/storage_error.h>

#include <files/files.h>

#include <tl/expected.hpp>

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace starqueue::db {

// The hall's keys of 32 bytes. Private to db/.
//
// A key is looked for among the credentials that systemd has decrypted for this program alone
// (`LoadCredentialEncrypted=NAME:FILE`, found in `$CREDENTIALS_DIRECTORY`), which is how a machine with a TPM
// keeps it off its disk. Where there is no such credential it is the file NAME in the hall's folder `keys`.

/// The file that the key `name` of the hall in `dir` is read from, or would be.
[[nodiscard]] std::filesystem::path keyFile(const std::filesystem::path& dir, const std::string& name,
                                            files::Files& files);

using KeyBytes = std::array<std::uint8_t, 32>;

/// Empty: there is none. `advice` ends the sentence of each error.
[[nodiscard]] tl::expected<std::optional<KeyBytes>, StorageError> readKey(const std::filesystem::path& dir,
                                                                          const std::string& name,
                                                                          const std::string& advice,
                                                                          files::Files& files);
/// Writes that key into the hall's folder `keys`, durably and for its owner alone.
[[nodiscard]] tl::expected<void, StorageError> writeKey(const std::filesystem::path& dir,
                                                        const std::string& name, const KeyBytes& key,
                                                        const std::string& advice, files::Files& files);

} // namespace starqueue::db
