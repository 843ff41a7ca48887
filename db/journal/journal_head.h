#pragma once

#include <db/crypto/hashing.h>
#include <db/sqlite/storage_error.h>

#include <tl/expected.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace starqueue::db {

/// What to keep elsewhere of a journal, on paper or in another log: whoever has it can tell whether the
/// journal still holds all that it held then.
struct JournalHead
{
    std::uint64_t seq = 0;
    std::string hash; ///< of all lines up to `seq`: 16 hexadecimal digits, as many as people copy

    friend bool operator==(const JournalHead&, const JournalHead&) = default;
};

/// Of a journal that comes to line `seq` with `chain`.
[[nodiscard]] JournalHead journalHead(std::uint64_t seq, const Hash128& chain);
/// "SEQ:HASH"
[[nodiscard]] std::string textOf(const JournalHead& head);
/// Empty: the text is none.
[[nodiscard]] std::optional<JournalHead> journalHeadIn(std::string_view text);

// Of the journal in `dir`, beside a running service. What they say is only as true as checkJournal() finds
// it.

/// Empty: it has no such line, or that one is from before the chain.
[[nodiscard]] tl::expected<std::optional<JournalHead>, StorageError>
journalHeadAt(const std::filesystem::path& dir, std::uint64_t seq);
/// Of the day that was closed last; empty: none was.
[[nodiscard]] tl::expected<std::optional<JournalHead>, StorageError>
headOfLastDay(const std::filesystem::path& dir);

} // namespace starqueue::db
