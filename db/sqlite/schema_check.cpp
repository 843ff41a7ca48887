#include <db/sqlite/schema_check.h>

#include <string>

namespace starqueue::db {

namespace {

std::string schemaOf(SQLite::Database& database)
{
    std::string all;
    SQLite::Statement rows{database, "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema "
                                     "WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name"};
    while (rows.executeStep())
        for (int column = 0; column < rows.getColumnCount(); ++column)
            all += rows.getColumn(column).getString() + '\n';
    return all;
}

} // namespace

bool isSchemaOf(SQLite::Database& database, std::span<const Migration> migrations)
{
    const auto had = static_cast<std::size_t>(database.execAndGet("PRAGMA user_version").getInt());
    if (had > migrations.size())
        return false;
    SQLite::Database fresh{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    for (const Migration migration : migrations.first(had))
        fresh.exec(migration);
    return schemaOf(database) == schemaOf(fresh);
}

} // namespace starqueue::db
