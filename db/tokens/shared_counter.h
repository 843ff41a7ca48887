#pragma once

#include <db/sqlite/storage_error.h>

#include <tl/expected.hpp>

#include <cstdint>
#include <filesystem>

namespace starqueue::db {

/// A counter in shared memory: a memory-mapped file of eight bytes, so that other processes see a change at
/// once and reading costs no system call. It only signals that something has changed.
///
/// Any thread, any process of this machine. Not durable: after a power failure it may have an older value.
class SharedCounter
{
public:
    /// Creates the file (owner only) if it doesn't exist.
    static tl::expected<SharedCounter, StorageError> open(const std::filesystem::path& file);
    ~SharedCounter();
    SharedCounter(SharedCounter&& other) noexcept;
    SharedCounter& operator=(SharedCounter&&) = delete;
    SharedCounter(const SharedCounter&) = delete;
    SharedCounter& operator=(const SharedCounter&) = delete;

    [[nodiscard]] std::uint64_t value() const;
    /// Release order: whoever reads the new value sees what was written before.
    void advance();

private:
    explicit SharedCounter(std::uint64_t* shared);

    std::uint64_t* m_shared;
};

} // namespace starqueue::db
