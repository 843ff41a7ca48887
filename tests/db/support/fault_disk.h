#pragma once

#include <atomic>
#include <cstdint>

namespace starqueue::db::test {

/// The disk under SQLite, which does what a test wants: a VFS around the system's own, made SQLite's default
/// for the whole test program. Counts writes and syncs of databases and their WALs, and lets chosen ones
/// fail.
class FaultDisk
{
public:
    /// The one and only; installs it on first use, before any database is opened.
    static FaultDisk& get();

    /// The `nth` write or sync from now on (0: the next) ends with `code`, an SQLITE_IOERR_… or SQLITE_FULL;
    /// syncs are passed over by SQLITE_FULL and SQLITE_IOERR_WRITE, writes by SQLITE_IOERR_FSYNC.
    void failOnce(int nth, int code);
    /// Every write ends with SQLITE_FULL until it is set back.
    void setFull(bool full) { m_full = full; }
    /// Back to a disk that works.
    void heal();
    /// Whether the fault asked for has happened.
    [[nodiscard]] bool hasFailed() const { return m_failed; }

    /// For the VFS: SQLITE_OK or what this operation has to end with.
    int onWrite();
    int onSync();

private:
    int count(int code);

    std::atomic<bool> m_full = false;
    std::atomic<bool> m_failed = false;
    std::atomic<int> m_left = -1;
    std::atomic<int> m_code = 0;
};

} // namespace starqueue::db::test
