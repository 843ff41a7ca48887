#pragma once

#include <db/sqlite/storage_error.h>

#include <tl/expected.hpp>

#include <filesystem>

namespace starqueue::db {

/// Keeps a second service away from a hall's directory for as long as it lives. The system takes it back
/// from a process that dies.
class DirectoryLock
{
public:
    /// StorageFault::Locked names the process that has it.
    static tl::expected<DirectoryLock, StorageError> take(const std::filesystem::path& dir);
    ~DirectoryLock();
    DirectoryLock(DirectoryLock&& other) noexcept;
    DirectoryLock& operator=(DirectoryLock&& other) noexcept;

private:
    explicit DirectoryLock(int file) : m_file(file) {}

    int m_file = -1;
};

} // namespace starqueue::db
