#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace starqueue::house {

/// SQLite's locks of one database file between the connections of this process, and the wal-index that they
/// share. Lives as long as a connection has the file open, as on a machine.
class FileLocks
{
public:
    /// A connection's part.
    struct Holder
    {
        int level = 0; ///< an SQLITE_LOCK_…
        std::uint16_t shared = 0;
        std::uint16_t exclusive = 0; ///< of the wal-index, a bit a lock
    };

    void join(Holder& holder) { m_holders.push_back(&holder); }
    void leave(Holder& holder);

    /// SQLITE_OK or SQLITE_BUSY.
    int lock(Holder& holder, int level);
    void unlock(Holder& holder, int level) { holder.level = std::min(holder.level, level); }
    [[nodiscard]] bool isReserved() const;

    /// The wal-index, part by part; null: it isn't there and mustn't be made.
    void* part(std::size_t number, std::size_t size, bool make);
    void dropParts() { m_parts.clear(); }
    int lockParts(Holder& holder, std::uint16_t locks, bool exclusive);

private:
    [[nodiscard]] int highestOfOthers(const Holder& holder) const;

    std::vector<Holder*> m_holders;
    std::vector<std::unique_ptr<std::byte[]>> m_parts;
};

} // namespace starqueue::house
