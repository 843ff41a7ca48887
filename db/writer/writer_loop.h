#pragma once

#include <db/writer/batch_in_progress.h>
#include <db/writer/writer.h>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace starqueue::db {

/// What the writer's thread does, whichever that is. Inside db/ only.
class Writer::Loop
{
public:
    Loop(Journal& journal, JournalClock& clock, queue::State state, Publish publish,
         std::function<void(const std::string&)> onBroken, Lend lend);
    ~Loop();

    void put(Item item);

private:
    /// The own thread.
    void run();
    /// Finds a thread for the next batch.
    void call();
    void doBatch();

    void carryOut(const std::vector<Item>& items);
    void fill(BatchInProgress& work, const std::vector<Item>& items);
    void commit(BatchInProgress& work, const std::vector<Item>& items);
    void goOnFull(const std::vector<Item>& items, const std::string& why);
    bool restoreState();
    void breakDown(std::vector<Release>& releases, const std::string& why);
    void answerBroken(const std::vector<Item>& items);

    Journal& m_journal;
    JournalClock& m_clock;
    queue::State m_state;
    std::uint64_t m_seq;
    Publish m_publish;
    std::function<void(const std::string&)> m_onBroken;

    /// While the disk is full: the state as committed, so that a batch that fails costs no replay.
    std::optional<queue::State> m_committed;
    std::optional<std::string> m_broken;
    std::optional<Millis> m_clockOffset; ///< to be journalled

    const Lend m_lend;
    std::mutex m_mutex;
    std::condition_variable m_called; ///< the own thread
    std::condition_variable m_idle;
    std::vector<Item> m_waiting; // below: under m_mutex
    bool m_atWork = false;       ///< a batch is carried out, or a thread is on its way to one
    bool m_calledOwn = false;    ///< the next batch is the own thread's
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace starqueue::db
