#pragma once

#include <db/writer/batch_in_progress.h>
#include <db/writer/writer.h>

#include <sync/executor.h>
#include <sync/mutex.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace starqueue::db {

/// What the writer's thread does, whichever that is. Inside db/ only.
///
/// m_atWork decides who that is: whoever sets it calls a thread, which has the role until it clears m_atWork
/// or calls the next one.
class Writer::Loop
{
public:
    Loop(Journal& journal, JournalClock& clock, queue::State state, Publish publish,
         std::function<void(const std::string&)> onBroken, Lend lend, sync::Executor& executor,
         VisitReasons* reasons);
    ~Loop();

    void put(Item item) EXCLUDES(m_mutex);

private:
    /// Finds a thread for the next batch.
    void scheduleNextBatch() EXCLUDES(m_mutex);
    void doBatch() REQUIRES(writersThread) EXCLUDES(m_mutex);

    void carryOut(const std::vector<Item>& items) REQUIRES(writersThread);
    void fill(BatchInProgress& work, const std::vector<Item>& items) REQUIRES(writersThread);
    /// The reasons of a batch first: a line of the journal whose reason is lost couldn't get it any more.
    [[nodiscard]] tl::expected<void, StorageError> write(const BatchInProgress& work) REQUIRES(writersThread);
    void commit(BatchInProgress& work, const std::vector<Item>& items) REQUIRES(writersThread);
    void retryWithDiskFull(const std::vector<Item>& items, const std::string& why) REQUIRES(writersThread);
    bool restoreState() REQUIRES(writersThread);
    void failWriter(std::vector<Release>& releases, const std::string& why) REQUIRES(writersThread);
    void answerBroken(const std::vector<Item>& items) REQUIRES(writersThread);

    Journal& m_journal;
    JournalClock& m_clock;
    VisitReasons* const m_reasons;
    queue::State m_state GUARDED_BY(writersThread);
    std::uint64_t m_seq GUARDED_BY(writersThread);
    const Publish m_publish;
    const std::function<void(const std::string&)> m_onBroken;

    /// While the disk is full: the state as committed, so that a batch that fails costs no replay.
    std::optional<queue::State> m_committed GUARDED_BY(writersThread);
    std::optional<std::string> m_broken GUARDED_BY(writersThread);

    const Lend m_lend;
    sync::Mutex m_mutex;
    std::vector<Item> m_waiting GUARDED_BY(m_mutex);
    bool m_atWork GUARDED_BY(m_mutex) = false; ///< a batch is carried out, or a thread is on its way to one
    sync::Executor::Done m_idle GUARDED_BY(m_mutex); ///< the destructor waits for it
    sync::Executor& m_executor;
    const std::unique_ptr<sync::Strand> m_own;
};

} // namespace starqueue::db
