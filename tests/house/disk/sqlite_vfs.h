#pragma once

#include <house/disk/disk.h>
#include <house/disk/file_locks.h>

#include <map>
#include <memory>
#include <string>

struct sqlite3_vfs;

namespace starqueue::house {

/// SQLite's default VFS while it lives: all databases of the process lie on `disk`, by their whole path; its
/// time and random numbers are the house's too.
class SqliteVfs
{
public:
    explicit SqliteVfs(Disk& disk);
    ~SqliteVfs();
    SqliteVfs(const SqliteVfs&) = delete;
    SqliteVfs& operator=(const SqliteVfs&) = delete;

    Disk& disk() { return m_disk; }
    /// Shared by those who have `file` open.
    std::shared_ptr<FileLocks> locksOf(const StoredFile* file);

private:
    Disk& m_disk;
    std::map<const StoredFile*, std::weak_ptr<FileLocks>> m_locks;
    std::unique_ptr<sqlite3_vfs> m_vfs;
};

} // namespace starqueue::house
