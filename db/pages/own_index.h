#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace starqueue::db {

/// What SQLite keeps in the -shm file, an index of the write-ahead log, in one connection's own memory: for a
/// database on a disk that is mounted read-only, where that file can't be made and nobody writes. Its parts
/// are of one size. Private to db/pages.
class OwnIndex
{
public:
    /// Zeros when it is new. Null: there is none, and none is to be made.
    [[nodiscard]] char* part(std::size_t number, std::size_t bytes, bool make)
    {
        if (number >= m_parts.size() && !make)
            return nullptr;
        while (number >= m_parts.size())
            m_parts.push_back(std::make_unique<char[]>(bytes));
        return m_parts[number].get();
    }
    void clear() { m_parts.clear(); }

private:
    std::vector<std::unique_ptr<char[]>> m_parts;
};

} // namespace starqueue::db
