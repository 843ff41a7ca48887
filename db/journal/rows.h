#pragma once

#include <db/journal/journal.h>
#include <db/sqlite/statement.h>

#include <cstdint>
#include <string>

namespace starqueue::db {

// Private to db/journal: columns of the journal's rows.

[[nodiscard]] inline std::int64_t wide(std::uint64_t value)
{
    return static_cast<std::int64_t>(value);
}

[[nodiscard]] inline std::uint64_t seqAt(SQLite::Statement& row, int column)
{
    return static_cast<std::uint64_t>(row.getColumn(column).getInt64());
}

/// Of seq, at, name and payload, the first columns.
[[nodiscard]] inline Recorded recordedAt(SQLite::Statement& row)
{
    return {seqAt(row, 0), instantAt(row, 1), std::string{textAt(row, 2)}, std::string{textAt(row, 3)}};
}

} // namespace starqueue::db
