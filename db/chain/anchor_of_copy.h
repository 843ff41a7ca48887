#pragma once

#include <db/chain/chain_anchor.h>
#include <db/sqlite/storage_error.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <tl/expected.hpp>

#include <cstdint>
#include <filesystem>

namespace starqueue::db {

/// Where `hall`'s chain stands after line `seq`. Throws SQLite::Exception. Private to db/.
[[nodiscard]] ChainAnchor anchorAt(SQLite::Database& hall, std::uint64_t seq);

/// Gives the journal in `dir`, a copy that nobody uses, the anchor that it would have had at an end in good
/// order: without one it isn't opened. A journal from before the chain is sealed.
[[nodiscard]] tl::expected<void, StorageError> anchorCopy(const std::filesystem::path& dir);

} // namespace starqueue::db
