#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace starqueue::db {

/// The name of the VFS with which every database of a hall is opened: over SQLite's default one, it writes
/// the checksum of each page into the database file and verifies it when the page is read; a wrong one is
/// SQLITE_IOERR_DATA. In the format of cksumvfs. A database that reserves nothing for them is read and
/// written as it is. The write-ahead log has checksums of its own: a page in it gets its sum when it is moved
/// into the database. So whoever writes a database past this VFS, or moves its log, leaves pages that are
/// taken for damaged. Registers it; any thread.
[[nodiscard]] const char* checksumVfs();

struct DamagedPage
{
    std::string file;
    std::uint64_t page = 0; ///< from 1
};

/// The last page that this thread found damaged.
[[nodiscard]] const std::optional<DamagedPage>& damagedPage();
/// For the VFS.
void setDamagedPage(DamagedPage page);

} // namespace starqueue::db
