#pragma once

#include <db/journal/journal.h>
#include <db/sqlite/database.h>

#include <sync/mutex.h>

namespace starqueue::db {

/// Reads the journal on a connection of its own. Any thread. Private to db/journal.
class JournalReader
{
public:
    explicit JournalReader(SQLite::Database reading);

    /// See Journal::read().
    [[nodiscard]] tl::expected<std::vector<Recorded>, StorageError> read(std::uint64_t seq,
                                                                         std::size_t limit);
    /// See Journal::senderOf().
    [[nodiscard]] tl::expected<std::string, StorageError> senderOf(std::uint64_t seq);

private:
    sync::Mutex m_mutex;
    SQLite::Database m_database GUARDED_BY(m_mutex);
    SQLite::Statement m_read GUARDED_BY(m_mutex);
    SQLite::Statement m_sender GUARDED_BY(m_mutex);
};

} // namespace starqueue::db
