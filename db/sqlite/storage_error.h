#pragma once

#include <string>

namespace starqueue::db {

/// What kept something from being stored or read.
enum class StorageFault {
    Full,         ///< no space: certainly nothing was written
    Unknown,      ///< it is unknown whether it was written
    Unreadable,   ///< the file is damaged, of another program, or not permitted
    WrongVersion, ///< written by a newer version of this program
    Locked        ///< another service runs on the same directory
};

struct StorageError
{
    StorageFault fault;
    std::string detail; ///< what happened to which file, and what to do
};

} // namespace starqueue::db
