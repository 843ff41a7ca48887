#pragma once

#include <db/sqlite/storage_error.h>

#include <tl/expected.hpp>

#include <cstdint>
#include <filesystem>

namespace starqueue::db {

/// A number in a file of eight bytes that every program which has the file open sees change at once: it is
/// mapped, so a look costs a read of memory. It says only that something has changed; what, is read
/// elsewhere.
///
/// Any thread, any process of this machine. Not durable: after a power cut it may have an older value.
class SharedCounter
{
public:
    /// Makes the file, readable by its owner alone, if it isn't there.
    static tl::expected<SharedCounter, StorageError> open(const std::filesystem::path& file);
    ~SharedCounter();
    SharedCounter(SharedCounter&& other) noexcept;
    SharedCounter& operator=(SharedCounter&&) = delete;
    SharedCounter(const SharedCounter&) = delete;
    SharedCounter& operator=(const SharedCounter&) = delete;

    [[nodiscard]] std::uint64_t value() const;
    /// What was written before is seen by whoever sees the new value.
    void advance();

private:
    explicit SharedCounter(std::uint64_t* shared);

    std::uint64_t* m_shared;
};

} // namespace starqueue::db
