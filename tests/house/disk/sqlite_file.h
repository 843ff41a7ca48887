#pragma once

#include <house/disk/sqlite_vfs.h>

#include <sqlite3.h>

namespace starqueue::house {

/// An open file as SQLite holds it; SQLite gives the memory. Private to disk/.
struct SqliteFile
{
    /// What xOpen makes and xClose deletes.
    struct Open
    {
        Disk& disk;
        Directory::File file;
        std::shared_ptr<FileLocks> locks;
        FileLocks::Holder holder{};
        std::string removedAtClose{};
        /// As the unix VFS: the first sync of a journal or write-ahead log syncs its folder too. Empty: done.
        std::string folderToSync{};
    };

    sqlite3_file base;
    Open* open;
};

[[nodiscard]] const sqlite3_io_methods& sqliteFileMethods();

} // namespace starqueue::house
