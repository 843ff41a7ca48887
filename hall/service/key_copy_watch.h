#pragma once

#include <db/people/customers.h>
#include <files/files.h>

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <string>

namespace starqueue::hall {

/// Whether a copy of the keys on another medium still holds the key of somebody who was erased since: the
/// command line erases beside this service, and the medium may be away. look() by one thread at a time,
/// state() by any.
class KeyCopyWatch
{
public:
    KeyCopyWatch(db::CustomerStore& customers, std::filesystem::path dir, files::Files& files);

    /// Reads the disk, and logs once when it begins and when it is over.
    void look();
    /// {"pending": 0}, or how many were erased and "detail": a sentence that names no file, as anybody may
    /// read it.
    [[nodiscard]] std::string state() const;

private:
    db::CustomerStore& m_customers;
    const std::filesystem::path m_dir;
    files::Files& m_files;
    std::atomic<std::size_t> m_pending = 0;
};

} // namespace starqueue::hall
