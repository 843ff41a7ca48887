#pragma once

#include <db/journal/journal.h>
#include <db/journal/request_index.h>
#include <db/sqlite/database.h>
#include <db/sqlite/directory_lock.h>

#include <mutex>

namespace starqueue::db {

/// The journal in `dir`/hall.db. Made by Journal::open(). Inside db/ only.
///
/// One connection is the writer's, another serves read() behind a mutex.
class SqliteJournal final : public Journal
{
public:
    SqliteJournal(DirectoryLock lock, SQLite::Database writing, SQLite::Database reading);

    std::uint64_t lastSeq() const override { return m_lastSeq; }
    tl::expected<Replayed, StorageError> replay() override;
    tl::expected<void, StorageError> commit(const Batch& batch) override;
    tl::expected<std::optional<Remembered>, StorageError> remembered(const RequestKey& key) override;
    tl::expected<queue::Events, StorageError> events(const Remembered& request) override;
    tl::expected<std::vector<Recorded>, StorageError> read(std::uint64_t seq, std::size_t limit) override;

    /// Fills what is held in memory. Throws SQLite::Exception.
    void load();

private:
    /// Where the last business day and the one before it begin; 0: not yet.
    struct Days
    {
        std::uint64_t before = 0;
        std::uint64_t last = 0;
    };

    [[nodiscard]] Days daysAfter(const Batch& batch) const;
    void write(const Batch& batch);
    void append(const Recorded& event, const Remembered* begins);
    void bind(const Remembered& request);
    StorageError giveUp(const SQLite::Exception& error);
    void resetAll();
    [[nodiscard]] std::uint64_t rulesSeqBefore(std::uint64_t seq);
    std::shared_ptr<const queue::Rules> rulesBefore(std::uint64_t seq);
    StorageError unreadable(std::uint64_t seq, const std::string& why) const;

    DirectoryLock m_lock;
    SQLite::Database m_writing;
    SQLite::Statement m_begin;
    SQLite::Statement m_append;
    SQLite::Statement m_commit;
    SQLite::Statement m_request;
    SQLite::Statement m_lines;
    SQLite::Statement m_rulesAt;
    RequestIndex m_requests;
    Days m_days;
    std::uint64_t m_lastSeq = 0;
    std::uint64_t m_rulesSeq = 0; ///< of the event that m_rules came with
    std::shared_ptr<const queue::Rules> m_rules;

    std::mutex m_readMutex;
    SQLite::Database m_reading;
    SQLite::Statement m_read;
};

} // namespace starqueue::db
