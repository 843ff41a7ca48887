#pragma once

#include <db/sqlite/storage_error.h>

#include <files/posix_files.h>

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace starqueue::db {

/// A copy of a hall's keys on another medium. Whoever was erased since it was made has a key there, until it
/// is made anew or destroyed.
struct KeyCopy
{
    std::filesystem::path file;
    std::size_t erasures = 0; ///< of the hall when it was made, all of which it knows
    std::string id{};         ///< stands in the file, too; empty: an earlier program made it

    friend bool operator==(const KeyCopy&, const KeyCopy&) = default;
};

/// The list of a hall's copies in its directory.
inline constexpr const char* kKeyCopiesFile = "key-backup";

/// The hall's own keys as one of its copies: what a deleted key leaves in their write-ahead log while another
/// program reads them.
[[nodiscard]] KeyCopy ownKeys(const std::filesystem::path& dir, std::size_t erasures);
[[nodiscard]] bool isOwn(const KeyCopy& copy);

/// The copies that were made of the keys of the hall in `dir` and that nobody has called destroyed, the last
/// one made last. Those that an earlier program noted are taken for older than any erasure.
[[nodiscard]] tl::expected<std::vector<KeyCopy>, StorageError> keyCopiesOf(const std::filesystem::path& dir,
                                                                           files::Files& files);
/// Notes them in the place of those noted before, durably. By whoever has the KeyScratch.
[[nodiscard]] tl::expected<void, StorageError> noteKeyCopies(const std::filesystem::path& dir,
                                                             std::span<const KeyCopy> copies,
                                                             files::Files& files = files::posix());

/// Those in which somebody's key is left after that many erasures.
[[nodiscard]] std::vector<KeyCopy> copiesBehind(std::span<const KeyCopy> copies, std::size_t erasures);

} // namespace starqueue::db
