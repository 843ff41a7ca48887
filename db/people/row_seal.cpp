#include <db/people/row_seal.h>

#include <db/sqlite/statement.h>

#include <optional>

namespace starqueue::db {

namespace {

Hash128 hashOfRows(SQLite::Database& database, const char* rows)
{
    Hash128 hash{};
    SQLite::Statement all{database, rows};
    while (all.executeStep())
        for (int column = 0; column < all.getColumnCount(); ++column) {
            const auto cell = all.getColumn(column);
            hash = chainedHashOf(
                {static_cast<const char*>(cell.getBlob()), static_cast<std::size_t>(cell.getBytes())}, hash);
        }
    return hash;
}

} // namespace

void sealRows(SQLite::Database& database, const char* rows)
{
    const Hash128 hash = hashOfRows(database, rows);
    database.exec("DELETE FROM row_seal");
    SQLite::Statement seal{database, "INSERT INTO row_seal (hash) VALUES (?)"};
    seal.bind(1, hash.data(), static_cast<int>(hash.size()));
    seal.exec();
}

bool areRowsAsSealed(SQLite::Database& database, const char* rows)
{
    const SQLite::Transaction reading{database};
    if (!database.tableExists("row_seal"))
        return true;
    SQLite::Statement seal{database, "SELECT hash FROM row_seal"};
    if (!seal.executeStep())
        return true;
    Hash128 hash{};
    return blobAt(seal, 0, hash) && hash == hashOfRows(database, rows);
}

} // namespace starqueue::db
