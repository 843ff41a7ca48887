#include <house/disk/file_locks.h>

#include <sqlite3.h>

namespace starqueue::house {

void FileLocks::leave(Holder& holder)
{
    std::erase(m_holders, &holder);
}

int FileLocks::highestOfOthers(const Holder& holder) const
{
    int highest = SQLITE_LOCK_NONE;
    for (const Holder* const other : m_holders)
        if (other != &holder)
            highest = std::max(highest, other->level);
    return highest;
}

// A writer that waits for readers to leave is PENDING, and lets no new ones in.
int FileLocks::lock(Holder& holder, int level)
{
    if (holder.level >= level)
        return SQLITE_OK;
    const int others = highestOfOthers(holder);
    if (level == SQLITE_LOCK_SHARED ? others >= SQLITE_LOCK_PENDING : others >= SQLITE_LOCK_RESERVED)
        return SQLITE_BUSY;
    if (level == SQLITE_LOCK_EXCLUSIVE && others != SQLITE_LOCK_NONE) {
        holder.level = SQLITE_LOCK_PENDING;
        return SQLITE_BUSY;
    }
    holder.level = level;
    return SQLITE_OK;
}

bool FileLocks::isReserved() const
{
    return std::ranges::any_of(m_holders,
                               [](const Holder* holder) { return holder->level >= SQLITE_LOCK_RESERVED; });
}

void* FileLocks::part(std::size_t number, std::size_t size, bool make)
{
    while (make && m_parts.size() <= number)
        m_parts.push_back(std::make_unique<std::byte[]>(size));
    return number < m_parts.size() ? m_parts[number].get() : nullptr;
}

int FileLocks::lockParts(Holder& holder, std::uint16_t locks, bool exclusive)
{
    for (const Holder* const other : m_holders)
        if (other != &holder && ((other->exclusive | (exclusive ? other->shared : 0)) & locks) != 0)
            return SQLITE_BUSY;
    auto& mine = exclusive ? holder.exclusive : holder.shared;
    mine = static_cast<std::uint16_t>(mine | locks);
    return SQLITE_OK;
}

} // namespace starqueue::house
