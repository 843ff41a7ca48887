#pragma once

#include <string>

namespace starqueue::db {

/// Kinds of storage failure.
enum class StorageFault {
    Full,         ///< no space, or a read-only disk: certainly nothing was written
    Unknown,      ///< it is unknown whether it was written
    Unreadable,   ///< the file is damaged, another program's, or access is denied
    WrongVersion, ///< written by a newer version of this program
    Locked        ///< another service holds the directory's lock
};

/// A failure of the disk or of a database file.
struct StorageError
{
    StorageFault fault;
    std::string detail; ///< what happened to which file, and what to do
};

} // namespace starqueue::db
