#include <db/sqlite/database_copy.h>

#include <db/pages/checksum_vfs.h>
#include <db/pages/page_checksum.h>
#include <db/sqlite/database.h>

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <vector>

namespace starqueue::db {

namespace {

namespace fs = std::filesystem;

constexpr int kCopyBusyMs = 10'000;
constexpr const char* kPlainVfs = "";

Checksums checksumsOf(SQLite::Database& database)
{
    (void)database.execAndGet("PRAGMA schema_version"); // reads the first page, which says it
    if (database.execAndGet("PRAGMA checksum_verification").getInt() == 1)
        return Checksums::Right;
    int reserved = -1;
    sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
    if (reserved != kSumBytes)
        return Checksums::None;
    // The first page is in the log, and where it stood before a bit of it changed.
    setDamagedPage({database.getFilename(), 1});
    throw SQLite::Exception("its first page is damaged", SQLITE_IOERR_DATA);
}

SQLite::Database openCopy(const fs::path& file, Checksums checksums)
{
    SQLite::Database copy{file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kCopyBusyMs,
                          checksums == Checksums::Right ? checksumVfs() : kPlainVfs};
    std::error_code error;
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write, error);
    if (checksums == Checksums::None)
        return copy;
    // Its first page is there before those that SQLite writes ahead of the end: so they get their sums.
    reserveSums(copy);
    copy.exec("PRAGMA user_version=1");
    return copy;
}

void copyPages(SQLite::Database& from, SQLite::Database& to)
{
    if (SQLite::Backup(to, from).executeStep(-1) != SQLITE_DONE)
        throw SQLite::Exception("it is being written without a pause; try again", SQLITE_BUSY);
}

StorageError cantRead(const std::string& what, const SQLite::Exception& error)
{
    const int code = error.getErrorCode();
    const bool isDamage = isPageDamage(error) || code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
    return {StorageFault::Unreadable,
            what + ": " + damageIn(error) +
                (isDamage
                     ? "; restore it from a backup, or, if another program has written it, run `starqueue "
                       "verify --renew-sums`"
                     : "")};
}

StorageError cantCopy(const fs::path& file, const SQLite::Exception& error)
{
    return cantRead("can't copy " + file.string(), error);
}

/// Whether all pages stand in the file, with their sums; else they may stand in the log. By the handle
/// that SQLite has: whoever closes another handle of the file gives this process's locks away.
bool hasRightSums(SQLite::Database& database)
{
    sqlite3_file* file = nullptr;
    sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
    std::vector<char> page(static_cast<std::size_t>(database.execAndGet("PRAGMA page_size").getInt()));
    sqlite3_int64 size = 0;
    if (file == nullptr || file->pMethods->xFileSize(file, &size) != SQLITE_OK)
        return false;
    for (sqlite3_int64 at = 0; at < size; at += static_cast<sqlite3_int64>(page.size()))
        if (file->pMethods->xRead(file, page.data(), static_cast<int>(page.size()), at) != SQLITE_OK)
            return false;
    const auto pages = database.execAndGet("PRAGMA page_count").getInt64();
    return size >= pages * static_cast<sqlite3_int64>(page.size());
}

/// What VACUUM writes ahead of the end hasn't its sums yet: a copy of that gets them.
void rewrite(const fs::path& file, const fs::path& rows, const fs::path& whole)
{
    {
        SQLite::Database old{file.string(), SQLite::OPEN_READWRITE, kCopyBusyMs};
        reserveSums(old);
        SQLite::Statement into{old, "VACUUM INTO ?"};
        into.bind(1, rows.string());
        into.exec();
    }
    SQLite::Database from{rows.string(), SQLite::OPEN_READONLY, kCopyBusyMs};
    SQLite::Database to = openCopy(whole, Checksums::Right);
    copyPages(from, to);
}

} // namespace

tl::expected<Checksums, StorageError> copyDatabase(const fs::path& from, const fs::path& to)
{
    try {
        SQLite::Database source{from.string(), SQLite::OPEN_READONLY, kCopyBusyMs, checksumVfs()};
        const Checksums checksums = checksumsOf(source);
        SQLite::Database copy = openCopy(to, checksums);
        copyPages(source, copy);
        return checksums;
    } catch (const SQLite::Exception& error) {
        return tl::unexpected{cantCopy(from, error)};
    }
}

tl::expected<Checksums, StorageError> checkPages(const fs::path& file)
{
    try {
        SQLite::Database database{file.string(), SQLite::OPEN_READONLY, kCopyBusyMs, checksumVfs()};
        if (checksumsOf(database) == Checksums::None)
            return Checksums::None;
        if (hasRightSums(database))
            return Checksums::Right;
        SQLite::Database memory{":memory:", SQLite::OPEN_READWRITE};
        copyPages(database, memory);
        return Checksums::Right;
    } catch (const SQLite::Exception& error) {
        return tl::unexpected{cantRead(file.string(), error)};
    }
}

std::uintmax_t databaseBytes(const fs::path& file)
{
    try {
        SQLite::Database database{file.string(), SQLite::OPEN_READONLY, kCopyBusyMs, checksumVfs()};
        const auto pages = database.execAndGet("PRAGMA page_count").getInt64();
        return static_cast<std::uintmax_t>(pages * database.execAndGet("PRAGMA page_size").getInt64());
    } catch (const SQLite::Exception&) {
        return 0;
    }
}

void removeEmptyLog(const fs::path& file)
{
    const fs::path log = file.string() + "-wal";
    std::error_code error;
    if (!fs::exists(file, error) || (!fs::exists(log, error) && !fs::exists(file.string() + "-shm", error)) ||
        (fs::exists(log, error) && fs::file_size(log, error) > 0))
        return;
    try { // SQLite removes it with the last connection, whatever the pages are
        SQLite::Database database{file.string(), SQLite::OPEN_READWRITE, 0, checksumVfs()};
        (void)database.execAndGet("PRAGMA checksum_verification=OFF");
        (void)database.execAndGet("PRAGMA schema_version");
    } catch (const SQLite::Exception&) { // then it stays
    }
}

tl::expected<void, StorageError> addChecksums(const fs::path& file)
{
    const fs::path rows = file.string() + ".rows";
    const fs::path whole = file.string() + ".new";
    std::error_code error;
    try {
        {
            SQLite::Database old{file.string(), SQLite::OPEN_READWRITE, kCopyBusyMs, checksumVfs()};
            if (checksumsOf(old) == Checksums::Right)
                return {};
        }
        for (const fs::path& part : {rows, whole})
            fs::remove(part, error); // of one that was killed
        rewrite(file, rows, whole);
    } catch (const SQLite::Exception& failure) {
        return tl::unexpected{cantCopy(file, failure)};
    }
    fs::remove(rows, error);
    fs::rename(whole, file, error);
    if (error)
        return tl::unexpected{StorageError{StorageFault::Unreadable,
                                           "can't replace " + file.string() + ": " + error.message()}};
    return {};
}

} // namespace starqueue::db
