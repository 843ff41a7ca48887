#include <db/sqlite/database.h>

#include <db/pages/checksum_vfs.h>
#include <db/pages/page_checksum.h>
#include <db/pages/read_only_disk.h>
#include <db/sqlite/wal_check.h>

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace starqueue::db {

namespace {

constexpr int kBusyTimeoutMs = 10'000;
constexpr int kApplicationId = 0x53745175; // "StQu": SQLite's application_id of our files

int pragma(SQLite::Database& database, const char* name)
{
    return database.execAndGet(std::string{"PRAGMA "} + name).getInt();
}

void settle(SQLite::Database& database)
{
    if (pragma(database, "page_count") == 0)
        reserveSums(database);
    database.exec("PRAGMA journal_mode=WAL");
    database.exec("PRAGMA synchronous=FULL");
    database.exec("PRAGMA foreign_keys=ON");
    database.exec("PRAGMA journal_size_limit=67108864");
    database.exec("PRAGMA cache_size=-16000");
}

void migrate(SQLite::Database& database, std::span<const Migration> migrations)
{
    for (auto version = static_cast<std::size_t>(pragma(database, "user_version"));
         version < migrations.size(); ++version) {
        // A throw rolls back, in the transaction's destructor.
        SQLite::Transaction step{database, SQLite::TransactionBehavior::IMMEDIATE};
        if (static_cast<std::size_t>(pragma(database, "user_version")) > version)
            continue;
        database.exec(migrations[version]);
        database.exec("PRAGMA application_id=" + std::to_string(kApplicationId));
        database.exec("PRAGMA user_version=" + std::to_string(version + 1));
        step.commit();
    }
}

StorageError wrongVersion(const std::filesystem::path& file, int found, std::size_t known)
{
    return {StorageFault::WrongVersion, file.string() + " has version " + std::to_string(found) +
                                            ", this program knows versions up to " + std::to_string(known) +
                                            ": run a program at least as new as the one that wrote it"};
}

StorageError foreign(const std::filesystem::path& file)
{
    return {StorageFault::Unreadable,
            file.string() + " is a database of another program: give another directory"};
}

bool isOurs(SQLite::Database& database)
{
    const int id = pragma(database, "application_id");
    return id == kApplicationId || (id == 0 && pragma(database, "user_version") == 0 &&
                                    database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0);
}

/// Not by its owner and rights.
StorageError notOurs(const std::filesystem::path& file)
{
    return {StorageFault::Unreadable, file.string() + " can't be written: check its owner and rights"};
}

StorageFault faultOf(const SQLite::Exception& error, const SQLite::Database& database)
{
    if (isFull(error, database))
        return StorageFault::Full;
    switch (error.getErrorCode()) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
        return StorageFault::Unreadable;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return StorageFault::Locked;
    default:
        return StorageFault::Unknown;
    }
}

std::string_view adviceOn(StorageFault fault)
{
    switch (fault) {
    case StorageFault::Full:
        return "make room on its disk, or mount it for writing";
    case StorageFault::Unreadable:
        return "check its owner and rights, or restore it from a backup";
    case StorageFault::Locked:
        return "another program keeps it from being written: wait for that or end it";
    default:
        return "check the disk and the system's log";
    }
}

bool isLackOfRoom(int cause)
{
    return cause == ENOSPC || cause == EDQUOT || cause == EFBIG || cause == EROFS;
}

/// Whether the system gave SQLite no room for what it last tried.
bool lacksRoom(const SQLite::Database& database)
{
    return isLackOfRoom(sqlite3_system_errno(database.getHandle()));
}

StorageError inWords(StorageFault fault, const std::string& what, const std::string& file)
{
    return {fault, file + ": " + what + "; " + std::string{adviceOn(fault)}};
}

} // namespace

tl::expected<SQLite::Database, StorageError> openDatabase(const std::filesystem::path& file,
                                                          std::span<const Migration> migrations,
                                                          files::Files& files, Beside beside)
{
    // SQLite gives -wal and -shm the rights of the file. Where it can't be made SQLite says why.
    (void)files.create(file);
    try {
        SQLite::Database database{file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kBusyTimeoutMs,
                                  checksumVfs()};
        keepLogAtClose(database, true);
        try {
            if (!isOurs(database))
                return tl::unexpected{foreign(file)};
            if (isReadOnly(database) && !isOnReadOnlyDisk(file.string()))
                return tl::unexpected{notOurs(file)};
            if (const int found = pragma(database, "user_version");
                found > static_cast<int>(migrations.size()))
                return tl::unexpected{wrongVersion(file, found, migrations.size())};
            settle(database);
            if (beside == Beside::Nobody && !isReadOnly(database))
                writeLogAgain(database);
            keepLogAtClose(database, false);
            migrate(database, migrations);
            return database;
        } catch (const SQLite::Exception& error) {
            return tl::unexpected{storageError(error, database)};
        }
    } catch (const SQLite::Exception& error) {
        return tl::unexpected{inWords(StorageFault::Unreadable, error.what(), file.string())};
    }
}

tl::expected<SQLite::Database, StorageError> openReader(const std::filesystem::path& file)
{
    try {
        SQLite::Database database{file.string(), SQLite::OPEN_READWRITE, kBusyTimeoutMs, checksumVfs()};
        keepLogAtClose(database, true);
        database.exec("PRAGMA query_only=ON");
        return database;
    } catch (const SQLite::Exception& error) {
        return tl::unexpected{inWords(StorageFault::Unreadable, error.what(), file.string())};
    }
}

bool emptyLog(SQLite::Database& database, int patienceMs)
{
    database.setBusyTimeout(patienceMs); // SQLite tries again until then
    const bool isBusy = database.execAndGet("PRAGMA wal_checkpoint(TRUNCATE)").getInt() != 0;
    database.setBusyTimeout(kBusyTimeoutMs);
    return !isBusy;
}

void reserveSums(SQLite::Database& database)
{
    int bytes = kSumBytes;
    sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes);
}

bool isReadOnly(const SQLite::Database& database)
{
    return sqlite3_db_readonly(database.getHandle(), "main") == 1;
}

bool isPageDamage(const SQLite::Exception& error)
{
    return error.getErrorCode() == SQLITE_IOERR_DATA || error.getExtendedErrorCode() == SQLITE_IOERR_DATA;
}

std::string damageIn(const SQLite::Exception& error)
{
    if (!isPageDamage(error) || !damagedPage())
        return error.what();
    return "page " + std::to_string(damagedPage()->page) + " isn't what was written: its checksum is wrong";
}

std::optional<std::string> damagedFile(const SQLite::Exception& error)
{
    return isPageDamage(error) && damagedPage() ? std::optional{damagedPage()->file} : std::nullopt;
}

StorageError storageError(const SQLite::Exception& error, const SQLite::Database& database)
{
    if (isPageDamage(error))
        return {StorageFault::Unreadable,
                database.getFilename() + ": " + damageIn(error) + "; restore it from a backup"};
    const int last = errno; // SQLite 3.40 notes none of a commit; good enough for words
    const StorageFault fault = faultOf(error, database);
    if (error.getErrorCode() != SQLITE_IOERR || (!lacksRoom(database) && !isLackOfRoom(last)))
        return inWords(fault, error.what(), database.getFilename());
    // Such as the growth of the wal-index, without which nothing can be read either.
    return {fault, database.getFilename() + ": the disk has no room (" + error.what() + "); " +
                       std::string{adviceOn(StorageFault::Full)}};
}

// A WAL frame that the disk had no room for is incomplete, so its checksum is wrong and recovery never takes
// it for a commit. After a failed fsync or a failed growth of the wal-index that isn't certain: not Full.
bool isFull(const SQLite::Exception& error, const SQLite::Database& database)
{
    if (error.getErrorCode() == SQLITE_FULL ||
        (error.getErrorCode() == SQLITE_READONLY && isReadOnly(database)))
        return true;
    return error.getExtendedErrorCode() == SQLITE_IOERR_WRITE && lacksRoom(database);
}

bool rollBack(SQLite::Database& database)
{
    if (sqlite3_get_autocommit(database.getHandle()) == 0)
        database.tryExec("ROLLBACK");
    return sqlite3_get_autocommit(database.getHandle()) != 0;
}

tl::expected<void, StorageError> inTransaction(SQLite::Database& database, const std::function<void()>& work)
{
    try {
        database.exec("BEGIN IMMEDIATE");
        work();
        database.exec("COMMIT");
        return {};
    } catch (const SQLite::Exception& error) {
        StorageError told = storageError(error, database);
        if (!rollBack(database))
            told.fault = StorageFault::Unknown;
        return tl::unexpected{std::move(told)};
    }
}

} // namespace starqueue::db
