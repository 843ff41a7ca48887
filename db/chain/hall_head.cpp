#include <db/chain/hall_head.h>

#include <db/sqlite/statement.h>

namespace starqueue::db {

namespace {

constexpr auto kTokens = "SELECT id, hash, role, bound, label, created FROM token ORDER BY id";
constexpr auto kUsers = "SELECT id, name, role, hash, disabled, must_change, authority_yuan, version "
                        "FROM user ORDER BY id";

/// Of all columns of all rows; of none, zeros.
Hash128 hashOfRows(SQLite::Database& hall, const char* select)
{
    Hash128 hash{};
    SQLite::Statement rows{hall, select};
    while (rows.executeStep())
        for (int column = 0; column < rows.getColumnCount(); ++column) {
            const auto cell = rows.getColumn(column);
            hash = chainedHashOf(
                {static_cast<const char*>(cell.getBlob()), static_cast<std::size_t>(cell.getBytes())}, hash);
        }
    return hash;
}

void bindHash(SQLite::Statement& statement, int place, const Hash128& hash)
{
    statement.bind(place, hash.data(), static_cast<int>(hash.size()));
}

void seal(SQLite::Database& hall, const char* update, const char* select)
{
    SQLite::Statement row{hall, update};
    bindHash(row, 1, hashOfRows(hall, select));
    row.exec();
}

} // namespace

std::optional<HallHead> headOf(SQLite::Database& hall)
{
    HallHead head;
    SQLite::Statement row{hall, "SELECT life, tokens, users, coalesce(first_life, life) FROM hall_head"};
    if (!row.executeStep() || !blobAt(row, 0, head.life) || !blobAt(row, 1, head.tokens) ||
        !blobAt(row, 3, head.firstLife))
        return std::nullopt;
    (void)blobAt(row, 2, head.users); // null until there is one
    if (row.executeStep())
        throw SQLite::Exception("hall_head isn't what this program wrote: it has more than one row");
    return head;
}

void sealHall(SQLite::Database& hall)
{
    HallHead head;
    fillRandom(head.life);
    ChainPoint end = chainOf(head.life);
    if (const auto whole = checkLines(hall, head.life))
        end = *whole;
    else
        throw SQLite::Exception(whole.error());
    SQLite::Statement last{hall, "UPDATE journal SET chain = ? WHERE seq = ?"};
    bindHash(last, 1, end.hash);
    last.bind(2, static_cast<std::int64_t>(end.seq));
    last.exec();
    SQLite::Statement row{hall, "INSERT INTO hall_head (life, tokens, users) VALUES (?, ?, ?)"};
    bindHash(row, 1, head.life);
    bindHash(row, 2, hashOfRows(hall, kTokens));
    bindHash(row, 3, hashOfRows(hall, kUsers));
    row.exec();
}

void renewLife(SQLite::Database& hall)
{
    Hash128 life{};
    fillRandom(life);
    SQLite::Statement row{hall, "UPDATE hall_head SET first_life = coalesce(first_life, life), life = ?"};
    bindHash(row, 1, life);
    row.exec();
}

void sealTokens(SQLite::Database& hall)
{
    seal(hall, "UPDATE hall_head SET tokens = ?", kTokens);
}

bool areTokensAsSealed(SQLite::Database& hall)
{
    const auto head = headOf(hall);
    return !head || head->tokens == hashOfRows(hall, kTokens);
}

void sealUsers(SQLite::Database& hall)
{
    seal(hall, "UPDATE hall_head SET users = ?", kUsers);
}

bool areUsersAsSealed(SQLite::Database& hall)
{
    const auto head = headOf(hall);
    return !head || head->users == hashOfRows(hall, kUsers);
}

} // namespace starqueue::db
