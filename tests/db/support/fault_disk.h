#pragma once

#include <atomic>
#include <cstdint>

namespace starqueue::db::test {

/// Fault injection below SQLite: a VFS around the system's own, SQLite's default for the whole test program.
/// Counts writes and syncs of databases and their WALs, and makes chosen ones fail.
class FaultDisk
{
public:
    /// The singleton; installed at its first use, before any database is opened.
    static FaultDisk& get();

    /// Makes the `nth` write or sync from now on (0: the next) fail with `code`, an SQLITE_IOERR_… or
    /// SQLITE_FULL. SQLITE_FULL and SQLITE_IOERR_WRITE concern writes only, SQLITE_IOERR_FSYNC syncs only.
    void failOnce(int nth, int code);
    /// Makes every write fail with SQLITE_FULL until it is reset.
    void setFull(bool full) { m_full = full; }
    /// Stops all faults.
    void heal();
    /// The requested fault has occurred.
    [[nodiscard]] bool hasFailed() const { return m_failed; }

    /// For the VFS: SQLITE_OK, or the error that this operation must return.
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
