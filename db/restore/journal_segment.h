#pragma once

#include <db/chain/chain_anchor.h>
#include <db/sqlite/storage_error.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <tl/expected.hpp>

#include <cstdint>
#include <filesystem>
#include <string>

namespace starqueue::db {

// A segment: lines of a journal in a file of their own, packed and sealed by a hash, between two points of
// the hash chain. Private to db/.

/// What a segment says of itself.
struct SegmentHead
{
    std::string life; ///< the chain's first, in hexadecimal
    ChainPoint before;
    ChainPoint after;
};

struct Segment
{
    SegmentHead head;
    std::size_t bytes = 0; ///< of its lines, before they are packed
    std::string content;   ///< of the file
};

/// The committed lines after `before`, up to some `most` bytes and at least one transaction's; whole
/// commands. Throws SQLite::Exception.
[[nodiscard]] Segment segmentOf(SQLite::Database& journal, const std::string& life, const ChainPoint& before,
                                std::size_t most);

/// The error says what is wrong with `content`.
[[nodiscard]] tl::expected<SegmentHead, std::string> segmentHead(const std::string& content);

/// Appends a segment's lines to `journal`, which ends where they begin, and checks the chain over them. In
/// a transaction of the caller's. Throws SQLite::Exception.
[[nodiscard]] tl::expected<ChainPoint, std::string> append(SQLite::Database& journal,
                                                           const std::string& content, const ChainPoint& end);

} // namespace starqueue::db
