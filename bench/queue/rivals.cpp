#include <bench/queue/rivals.h>

#include <sqlite3.h>

#include <algorithm>

namespace starqueue::bench {

namespace {

sqlite3_stmt* prepared(sqlite3* database, const char* sql)
{
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(database, sql, -1, &statement, nullptr);
    return statement;
}

} // namespace

std::uint64_t Heap::moveNextToEnd(std::int64_t rank)
{
    const std::uint64_t ticket = m_heap.top().ticket;
    m_heap.pop();
    m_heap.push({rank, ticket});
    return ticket;
}

std::uint64_t Tree::moveNextToEnd(std::int64_t rank)
{
    const std::uint64_t ticket = m_tree.begin()->ticket;
    m_tree.erase(m_tree.begin());
    m_tree.insert({rank, ticket});
    return ticket;
}

void Tree::leaveAndReturn(const Waiting& one)
{
    m_tree.erase(one);
    m_tree.insert(one);
}

std::uint64_t Scan::moveNextToEnd(std::int64_t rank)
{
    const auto next = std::min_element(m_waiting.begin(), m_waiting.end());
    next->rank = rank;
    return next->ticket;
}

SqlIndex::SqlIndex(const std::vector<Waiting>& waiting)
{
    sqlite3_open(":memory:", &m_database);
    sqlite3_exec(m_database, "CREATE TABLE waiting (ticket INTEGER PRIMARY KEY, rank INTEGER); BEGIN",
                 nullptr, nullptr, nullptr);
    sqlite3_stmt* insert = prepared(m_database, "INSERT INTO waiting VALUES (?, ?)");
    for (const Waiting& one : waiting) {
        sqlite3_bind_int64(insert, 1, static_cast<std::int64_t>(one.ticket));
        sqlite3_bind_int64(insert, 2, one.rank);
        sqlite3_step(insert);
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    sqlite3_exec(m_database, "COMMIT; CREATE INDEX by_rank ON waiting (rank, ticket)", nullptr, nullptr,
                 nullptr);
    m_next = prepared(m_database, "SELECT ticket FROM waiting ORDER BY rank, ticket LIMIT 1");
    m_move = prepared(m_database, "UPDATE waiting SET rank = ? WHERE ticket = ?");
}

SqlIndex::~SqlIndex()
{
    sqlite3_finalize(m_next);
    sqlite3_finalize(m_move);
    sqlite3_close(m_database);
}

std::uint64_t SqlIndex::moveNextToEnd(std::int64_t rank)
{
    sqlite3_step(m_next);
    const auto ticket = sqlite3_column_int64(m_next, 0);
    sqlite3_reset(m_next);
    sqlite3_bind_int64(m_move, 1, rank);
    sqlite3_bind_int64(m_move, 2, ticket);
    sqlite3_step(m_move);
    sqlite3_reset(m_move);
    return static_cast<std::uint64_t>(ticket);
}

} // namespace starqueue::bench
