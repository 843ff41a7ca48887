#pragma once

#include <db/crypto/hashing.h>
#include <time/instant.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace starqueue::db {

// The hash chain over the journal's lines. Private to db/.

/// A line of the journal with all that is stored of it.
struct ChainedLine
{
    std::uint64_t seq = 0;
    Instant at{};
    std::string_view name;
    std::string_view payload;
    // Of the request that the line is the first of; else empty.
    std::uint64_t lastSeq = 0;
    std::string_view token;
    std::string_view request;
    std::string_view body;
};

/// The hash of everything up to line `seq`, and with it.
struct ChainPoint
{
    std::uint64_t seq = 0; ///< 0: before the first line
    Hash128 hash{};

    friend bool operator==(const ChainPoint&, const ChainPoint&) = default;
};

/// Before the first line of a journal with that life.
[[nodiscard]] ChainPoint chainOf(const Hash128& life);
[[nodiscard]] Hash128 hashAfter(const Hash128& before, const ChainedLine& line);

/// The columns, in this order, of rows for ChainCheck.
inline constexpr auto kChainedColumns = "seq, at, name, payload, last_seq, token, request, body, chain";

/// Checks that lines follow one another as they were written.
class ChainCheck
{
public:
    /// `before`: of the line before the first one. Without its hash, which lines older than the chain lack,
    /// the check begins after the first line that has one.
    ChainCheck(std::uint64_t seqBefore, std::optional<Hash128> before)
        : m_seq(seqBefore), m_hash(before), m_isChained(before.has_value() && seqBefore > 0)
    {}

    /// What is wrong with the next line; empty: nothing.
    [[nodiscard]] std::string add(SQLite::Statement& row);
    [[nodiscard]] std::uint64_t seq() const { return m_seq; }
    [[nodiscard]] std::optional<Hash128> hash() const { return m_hash; }

private:
    std::uint64_t m_seq;
    Instant m_at{};
    std::optional<Hash128> m_hash;
    bool m_isChained; ///< a line had a hash: all that follow have one
};

/// Checks all lines of a journal. The error names the first fault. Throws SQLite::Exception.
[[nodiscard]] tl::expected<ChainPoint, std::string> checkLines(SQLite::Database& journal,
                                                               const Hash128& life);

} // namespace starqueue::db
