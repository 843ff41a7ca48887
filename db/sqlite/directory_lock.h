#pragma once

#include <db/sqlite/storage_error.h>

#include <tl/expected.hpp>

#include <filesystem>

namespace starqueue::db {

/// An exclusive lock on a hall's directory against a second service, held while the object exists. The kernel
/// releases it when the process dies.
class DirectoryLock
{
public:
    /// StorageFault::Locked names the process that holds it.
    static tl::expected<DirectoryLock, StorageError> acquire(const std::filesystem::path& dir);
    ~DirectoryLock();
    DirectoryLock(DirectoryLock&& other) noexcept;
    DirectoryLock& operator=(DirectoryLock&& other) noexcept;

private:
    explicit DirectoryLock(int file) : m_file(file) {}

    int m_file = -1;
};

} // namespace starqueue::db
