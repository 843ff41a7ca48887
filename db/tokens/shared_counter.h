#pragma once

#include <db/sqlite/storage_error.h>
#include <files/files.h>

#include <tl/expected.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>

namespace starqueue::db {

/// A counter in shared memory, so that other processes see a change at once and reading costs no system call.
/// It only signals that something has changed.
///
/// Any thread, any process of this machine. Not durable: after a power failure it has any value, which nobody
/// compares with one that was read before.
class SharedCounter
{
public:
    /// Creates the file (owner only) if it doesn't exist.
    static tl::expected<SharedCounter, StorageError> open(const std::filesystem::path& file,
                                                          files::Files& files);

    [[nodiscard]] std::uint64_t value() const;
    /// Release order: whoever reads the new value sees what was written before.
    void advance();

private:
    explicit SharedCounter(std::shared_ptr<std::uint64_t> shared);

    std::shared_ptr<std::uint64_t> m_shared;
};

} // namespace starqueue::db
