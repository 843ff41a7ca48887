#include <db/sqlite/directory_lock.h>

#include <db/sqlite/file_error.h>

namespace starqueue::db {

tl::expected<std::unique_ptr<files::FileLock>, StorageError> lockDirectory(const std::filesystem::path& dir,
                                                                           files::Files& files)
{
    return files.lock(dir / "hall.lock").map_error([&dir](const files::FileError& error) {
        if (error.cause == files::Cause::Full)
            return storageError(error, "make room on its disk, or mount it for writing");
        if (error.cause != files::Cause::Locked)
            return storageError(error, "check that the directory exists and belongs to this user");
        return StorageError{StorageFault::Locked, "another hall service runs on " + dir.string() + ": " +
                                                      error.detail + "; stop it, or give another --data"};
    });
}

} // namespace starqueue::db
