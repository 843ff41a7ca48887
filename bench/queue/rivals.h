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

/// A waiting ticket for the alternatives below, which order by rank only: no guard, dedication or services.
struct Waiting
{
    std::int64_t rank;
    std::uint64_t ticket;

    friend auto operator<=>(const Waiting&, const Waiting&) = default;
};

// Alternative data structures for a queue. Each removes the ticket of the smallest rank, inserts it again
// with `rank`, and returns which it was.

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

/// An in-memory table with an index on the rank; prepared statements, no transaction, no disk.
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
