#pragma once

#include <cstdint>
#include <string_view>

namespace starqueue::db {

/// What stands in a write-ahead log (SQLite's file format, section 4). Private to db/.
struct WalCheck
{
    std::uint64_t bytes = 0; ///< up to the end of the last whole transaction: what SQLite will read
    /// More than the last transaction can't be read, though whole ones of the same log follow: no power cut
    /// does that, for each transaction is durable before the next one begins.
    bool isDamaged = false;
};

[[nodiscard]] WalCheck checkWal(std::string_view log);

} // namespace starqueue::db
