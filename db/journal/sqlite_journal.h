#pragma once

#include <db/chain/chain_anchor.h>
#include <db/journal/day_openings.h>
#include <db/journal/journal.h>
#include <db/journal/journal_reader.h>
#include <db/journal/request_index.h>
#include <db/sqlite/database.h>
#include <db/sqlite/disk_reserve.h>
#include <files/files.h>

namespace starqueue::db {

/// The journal in `dir`/hall.db. Made by Journal::open(). Private to db/.
///
/// One connection is the writer's, another serves read().
class SqliteJournal final : public Journal
{
public:
    SqliteJournal(std::unique_ptr<files::FileLock> lock, SQLite::Database writing, SQLite::Database reading,
                  ChainAnchorFile anchor, std::unique_ptr<DiskReserve> reserve);
    ~SqliteJournal() override;

    std::uint64_t lastSeq() const override REQUIRES(writersThread) { return m_lastSeq; }
    std::string life() const override REQUIRES(writersThread) { return hexOf(m_life); }
    JournalHead head() const override REQUIRES(writersThread);
    tl::expected<Replayed, StorageError> replay() override REQUIRES(writersThread);
    tl::expected<void, StorageError> commit(const Batch& batch) override REQUIRES(writersThread);
    tl::expected<std::optional<Remembered>, StorageError> remembered(const RequestKey& key) override
        REQUIRES(writersThread);
    tl::expected<queue::Events, StorageError> events(const Remembered& request) override
        REQUIRES(writersThread);
    tl::expected<std::string, StorageError> senderOf(std::uint64_t seq) override;
    tl::expected<std::vector<Recorded>, StorageError> read(std::uint64_t seq, std::size_t limit) override;

    void keepUp() override REQUIRES(writersThread);
    std::string noRoom() const override REQUIRES(writersThread) { return m_noRoom; }
    std::string notWritable() const override REQUIRES(writersThread)
    {
        return m_noRoom.empty() ? m_refused : m_noRoom;
    }

    /// Notes outside the database how far the journal has come.
    void keepAnchor() REQUIRES(writersThread);
    /// Fills what is held in memory; seals a database from before the chain. Throws SQLite::Exception.
    void load() REQUIRES(writersThread);
    /// What the anchor says against the database; empty: nothing.
    [[nodiscard]] std::string loss() REQUIRES(writersThread);
    /// False: a table was dropped, or somebody else's trigger may write what it likes. Throws
    /// SQLite::Exception.
    [[nodiscard]] bool hasOwnSchema() REQUIRES(writersThread);

private:
    /// Why a replay can't begin with this line; empty: it can. Throws SQLite::Exception.
    [[nodiscard]] std::string whyNothingLeadsTo(std::uint64_t seq) REQUIRES(writersThread);
    void noteDaysOf(const Batch& batch) REQUIRES(writersThread);
    void write(const Batch& batch) REQUIRES(writersThread);
    void loadRequests() REQUIRES(writersThread);
    void loadChain() REQUIRES(writersThread);
    [[nodiscard]] std::optional<Hash128> hashAt(std::uint64_t seq) REQUIRES(writersThread);
    [[nodiscard]] ChainAnchor anchor() const REQUIRES(writersThread);
    void append(const Recorded& event, const Remembered* begins, Hash128& chain) REQUIRES(writersThread);
    void bind(const Remembered& request) REQUIRES(writersThread);
    StorageError giveUp(const SQLite::Exception& error) REQUIRES(writersThread);
    void tryToWrite() REQUIRES(writersThread);
    void resetAll() REQUIRES(writersThread);
    [[nodiscard]] std::uint64_t rulesSeqBefore(std::uint64_t seq) REQUIRES(writersThread);
    std::shared_ptr<const queue::Rules> rulesBefore(std::uint64_t seq) REQUIRES(writersThread);
    [[nodiscard]] Instant lastAt() REQUIRES(writersThread);
    StorageError unreadable(std::uint64_t seq, const std::string& why) const REQUIRES(writersThread);

    std::unique_ptr<files::FileLock> m_lock;
    std::unique_ptr<DiskReserve> m_reserve GUARDED_BY(writersThread); ///< outlives the databases
    std::string m_noRoom GUARDED_BY(writersThread);
    std::string
        m_refused GUARDED_BY(writersThread); ///< why the last commit found the disk full; empty: it didn't
    SQLite::Database m_writing GUARDED_BY(writersThread);
    SQLite::Statement m_begin GUARDED_BY(writersThread);
    SQLite::Statement m_append GUARDED_BY(writersThread);
    SQLite::Statement m_commit GUARDED_BY(writersThread);
    SQLite::Statement m_request GUARDED_BY(writersThread);
    SQLite::Statement m_replayed GUARDED_BY(writersThread);
    SQLite::Statement m_lines GUARDED_BY(writersThread);
    SQLite::Statement m_rulesAt GUARDED_BY(writersThread);
    RequestIndex m_requests GUARDED_BY(writersThread);
    DayOpenings m_days GUARDED_BY(writersThread);
    std::uint64_t m_lastSeq GUARDED_BY(writersThread) = 0;
    Hash128 m_chain GUARDED_BY(writersThread){}; ///< up to m_lastSeq
    Hash128 m_life GUARDED_BY(writersThread){};
    Hash128 m_firstLife GUARDED_BY(writersThread){}; ///< what the chain begins with
    ChainAnchorFile m_anchorFile GUARDED_BY(writersThread);
    bool m_hasHoldings GUARDED_BY(writersThread) = false;            ///< the file `holdings` is there, or was
    bool m_isFromBeforeChain GUARDED_BY(writersThread) = false;      ///< it was sealed when it was opened
    std::optional<ChainAnchor> m_anchored GUARDED_BY(writersThread); ///< what the file says
    std::uint64_t m_rulesSeq GUARDED_BY(writersThread) = 0;          ///< of the event that m_rules came with
    std::shared_ptr<const queue::Rules> m_rules GUARDED_BY(writersThread);

    JournalReader m_reader;
};

} // namespace starqueue::db
