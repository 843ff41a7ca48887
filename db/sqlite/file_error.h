#pragma once

#include <db/sqlite/storage_error.h>

#include <files/files.h>

#include <string_view>

namespace starqueue::db {

/// `error` with `advice` on what to do. Private to db/.
[[nodiscard]] inline StorageError storageError(const files::FileError& error, std::string_view advice)
{
    const StorageFault fault = error.cause == files::Cause::Full     ? StorageFault::Full
                               : error.cause == files::Cause::Locked ? StorageFault::Locked
                                                                     : StorageFault::Unreadable;
    return {fault, error.detail + "; " + std::string{advice}};
}

} // namespace starqueue::db
