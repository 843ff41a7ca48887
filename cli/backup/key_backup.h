#pragma once

#include <db/people/key_copies.h>

#include <tl/expected.hpp>

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace starqueue::cli {

/// Copies the keys of the hall in `dir` into `file`, durably and whole, in place of an earlier copy: there is
/// one, never generations, so that a person who was forgotten is in none that is kept. Beside a running
/// service. It is noted among the hall's copies (db::keyCopiesOf()), by an id that stands in the file, as two
/// media may be mounted at one place. Refused: a file there that isn't a copy of this hall's keys.
[[nodiscard]] tl::expected<void, std::string> backUpKeys(const std::filesystem::path& dir,
                                                         const std::filesystem::path& file);

/// Writes the keys in `file` to `dir`/keys, which must not exist. Refused: a file that isn't what
/// backUpKeys() wrote.
[[nodiscard]] tl::expected<void, std::string> restoreKeys(const std::filesystem::path& file,
                                                          const std::filesystem::path& dir);

/// Notes in `dir`, a hall that was restored, which copies of the keys there are: those that the backup `base`
/// knows, and `keys` (empty: none), from which its keys came. Whether that was made after the last erasure
/// isn't known: it is, once it is written anew.
[[nodiscard]] tl::expected<void, std::string> keepKeyCopies(const std::filesystem::path& base,
                                                            const std::filesystem::path& keys,
                                                            const std::filesystem::path& dir);

/// Whether losing one disk loses both.
[[nodiscard]] bool isOnOneDisk(const std::filesystem::path& dir, const std::filesystem::path& file);

/// A copy that still holds the keys of somebody who was erased.
struct PendingCopy
{
    db::KeyCopy copy;
    std::size_t erasures = 0; ///< how many it doesn't know
    std::string why;          ///< it isn't written anew
};

/// To be called before somebody is erased: from then on finishErasures() sees to it that the hall's own files
/// lose the key, too, however the erasure ends.
[[nodiscard]] tl::expected<void, std::string> beginErasure(const std::filesystem::path& dir);

/// Writes anew every copy of the hall's keys that is behind its erasures, where the copy can be reached: one
/// that isn't there is on a medium that isn't, and is never begun anew on whatever stands in its place. Those
/// that stay behind.
[[nodiscard]] tl::expected<std::vector<PendingCopy>, std::string>
finishErasures(const std::filesystem::path& dir);

/// Strikes what was destroyed from the hall's copies. False: it is none of them. Refused: a file where
/// several were made.
[[nodiscard]] tl::expected<bool, std::string> strikeKeyCopy(const std::filesystem::path& dir,
                                                            const std::string& fileOrId);

/// What to do about a copy that is behind, as a sentence.
[[nodiscard]] std::string pendingText(const std::filesystem::path& dir, const db::KeyCopy& copy,
                                      std::size_t erasures);

/// What is wrong with `file`; empty: nothing.
[[nodiscard]] std::string keyBackupFault(const std::filesystem::path& file);

} // namespace starqueue::cli
