#pragma once

#include <db/writer/batch_in_progress.h>
#include <db/writer/writer.h>

#include <sync/mutex.h>

#include <optional>
#include <string>
#include <thread>
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
         std::function<void(const std::string&)> onBroken, Lend lend);
    ~Loop();

    void put(Item item) EXCLUDES(m_mutex);

private:
    /// The main function of the writer's own thread.
    void run();
    /// For the own thread: waits until the next batch is its. False: there will be none.
    [[nodiscard]] bool isCalled() EXCLUDES(m_mutex);
    /// Finds a thread for the next batch.
    void call() EXCLUDES(m_mutex);
    void doBatch() REQUIRES(writersThread) EXCLUDES(m_mutex);

    void carryOut(const std::vector<Item>& items) REQUIRES(writersThread);
    void fill(BatchInProgress& work, const std::vector<Item>& items) REQUIRES(writersThread);
    void commit(BatchInProgress& work, const std::vector<Item>& items) REQUIRES(writersThread);
    void goOnFull(const std::vector<Item>& items, const std::string& why) REQUIRES(writersThread);
    bool restoreState() REQUIRES(writersThread);
    void breakDown(std::vector<Release>& releases, const std::string& why) REQUIRES(writersThread);
    void answerBroken(const std::vector<Item>& items) REQUIRES(writersThread);

    Journal& m_journal;
    JournalClock& m_clock;
    queue::State m_state GUARDED_BY(writersThread);
    std::uint64_t m_seq GUARDED_BY(writersThread);
    const Publish m_publish;
    const std::function<void(const std::string&)> m_onBroken;

    /// While the disk is full: the state as committed, so that a batch that fails costs no replay.
    std::optional<queue::State> m_committed GUARDED_BY(writersThread);
    std::optional<std::string> m_broken GUARDED_BY(writersThread);

    const Lend m_lend;
    sync::Mutex m_mutex;
    sync::Condition m_called; ///< the own thread
    sync::Condition m_idle;
    std::vector<Item> m_waiting GUARDED_BY(m_mutex);
    bool m_atWork GUARDED_BY(m_mutex) = false; ///< a batch is carried out, or a thread is on its way to one
    bool m_calledOwn GUARDED_BY(m_mutex) = false; ///< the next batch is the own thread's
    bool m_ending GUARDED_BY(m_mutex) = false;
    std::thread m_thread;
};

} // namespace starqueue::db
