#pragma once

#include <time/instant.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace starqueue::db {

// Reads SQLite rows as our types. Private to db/.

/// Resets the statement at the end of the scope (RAII), so that it holds no lock and no error.
class Use
{
public:
    explicit Use(SQLite::Statement& statement) : m_statement(statement) { m_statement.tryReset(); }
    ~Use() { m_statement.tryReset(); }
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;

private:
    SQLite::Statement& m_statement;
};

/// Valid until the statement's next step.
[[nodiscard]] inline std::string_view textAt(SQLite::Statement& row, int column)
{
    const auto cell = row.getColumn(column);
    return {cell.getText(), static_cast<std::size_t>(cell.getBytes())};
}

[[nodiscard]] inline Instant instantAt(SQLite::Statement& row, int column)
{
    return Instant{Millis{row.getColumn(column).getInt64()}};
}

/// Copies a blob of exactly that length; false, with `out` unchanged, if it has another.
template <std::size_t Size>
bool blobAt(SQLite::Statement& row, int column, std::array<std::uint8_t, Size>& out)
{
    const auto cell = row.getColumn(column);
    if (static_cast<std::size_t>(cell.getBytes()) != Size)
        return false;
    std::memcpy(out.data(), cell.getBlob(), Size);
    return true;
}

} // namespace starqueue::db
