#pragma once

#include <db/restore/journal_segment.h>
#include <db/sqlite/storage_error.h>

#include <tl/expected.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace starqueue::db {

/// Copies a hall's journal, while the hall runs, into segments beside a backup:
///
///   base/            a whole backup
///   segments/SEQ     the lines from SEQ on, sealed; the last one grows by being replaced until it is full
///   chain.anchor     how far the segments go: written after them
///
/// Each file is replaced whole and durably, so that a copy that is killed at any moment is a whole set. One
/// thread at a time.
class JournalFollower
{
public:
    /// `hall`: its directory; `set`: with a backup of it in base/. Refused: a base of another life or
    /// history.
    [[nodiscard]] static tl::expected<std::unique_ptr<JournalFollower>, StorageError>
    begin(const std::filesystem::path& hall, const std::filesystem::path& set);
    ~JournalFollower();
    JournalFollower(const JournalFollower&) = delete;
    JournalFollower& operator=(const JournalFollower&) = delete;

    /// Copies what was committed since; returns the seq that the set has come to.
    [[nodiscard]] tl::expected<std::uint64_t, StorageError> copy();

private:
    class Parts;
    explicit JournalFollower(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

/// Whether `dir` is a set that a JournalFollower wrote.
[[nodiscard]] bool isFollowedSet(const std::filesystem::path& dir);

/// Appends the segments of `set` to the journal in `dir`, a copy of its base that nobody uses. Refused: a
/// segment that is damaged or missing. Returns the last seq.
[[nodiscard]] tl::expected<std::uint64_t, StorageError> appendSegments(const std::filesystem::path& set,
                                                                       const std::filesystem::path& dir);

} // namespace starqueue::db
