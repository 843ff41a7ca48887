#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <queue>
#include <set>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace starqueue::bench {

/// Somebody who waits, for those who know a rank and nothing else: no guard, no dedication, no services.
struct Waiting
{
    std::int64_t rank;
    std::uint64_t ticket;

    friend auto operator<=>(const Waiting&, const Waiting&) = default;
};

// What a queue could be kept in instead. Each takes the ticket of the smallest rank out, puts it
// back with `rank`, and says which it was.

class Heap
{
public:
    explicit Heap(const std::vector<Waiting>& waiting) : m_heap({}, waiting) {}
    std::uint64_t moveNextToEnd(std::int64_t rank);

private:
    std::priority_queue<Waiting, std::vector<Waiting>, std::greater<>> m_heap;
};

class Tree
{
public:
    explicit Tree(const std::vector<Waiting>& waiting) : m_tree(waiting.begin(), waiting.end()) {}
    std::uint64_t moveNextToEnd(std::int64_t rank);
    /// The same as FullHall's.
    void leaveAndReturn(const Waiting& one);

private:
    std::set<Waiting> m_tree;
};

class Scan
{
public:
    explicit Scan(std::vector<Waiting> waiting) : m_waiting(std::move(waiting)) {}
    std::uint64_t moveNextToEnd(std::int64_t rank);

private:
    std::vector<Waiting> m_waiting;
};

/// A table in memory with an index over the rank; prepared statements, no transaction, no disk.
class SqlIndex
{
public:
    explicit SqlIndex(const std::vector<Waiting>& waiting);
    ~SqlIndex();
    SqlIndex(const SqlIndex&) = delete;
    SqlIndex& operator=(const SqlIndex&) = delete;
    std::uint64_t moveNextToEnd(std::int64_t rank);

private:
    sqlite3* m_database = nullptr;
    sqlite3_stmt* m_next = nullptr;
    sqlite3_stmt* m_move = nullptr;
};

} // namespace starqueue::bench
