#include <cli/backup/database_file.h>

#include <db/pages/checksum_vfs.h>
#include <db/sqlite/database.h>
#include <db/sqlite/database_copy.h>

#include <SQLiteCpp/SQLiteCpp.h>

namespace starqueue::cli {

namespace {

constexpr int kBusyTimeoutMs = 10000;

std::string told(const std::filesystem::path& file, const SQLite::Exception& error)
{
    return file.string() + ": " + db::damageIn(error);
}

} // namespace

tl::expected<void, std::string> copyDatabase(const std::filesystem::path& from,
                                             const std::filesystem::path& to)
{
    std::error_code error;
    if (std::filesystem::exists(to, error))
        return tl::unexpected(to.string() + " is there already; nothing was changed");
    return db::copyDatabase(from, to).map([](db::Checksums) {}).map_error(&db::StorageError::detail);
}

tl::expected<bool, std::string> hasTable(const std::filesystem::path& file, const char* name)
{
    try {
        const SQLite::Database database(file.string(), SQLite::OPEN_READONLY, kBusyTimeoutMs,
                                        db::checksumVfs());
        return database.tableExists(name);
    } catch (const SQLite::Exception& failure) {
        return tl::unexpected("can't read " + told(file, failure));
    }
}

namespace {

std::string integrityOf(const SQLite::Database& database)
{
    SQLite::Statement check(database, "PRAGMA integrity_check");
    std::string faults;
    while (check.executeStep())
        faults += (faults.empty() ? "" : "; ") + check.getColumn(0).getString();
    return faults == "ok" ? std::string{} : faults;
}

} // namespace

tl::expected<std::string, std::string> integrityFaults(const std::filesystem::path& file)
{
    try {
        const SQLite::Database database(file.string(), SQLite::OPEN_READONLY, kBusyTimeoutMs,
                                        db::checksumVfs());
        try {
            return integrityOf(database);
        } catch (const SQLite::Exception& failure) {
            return tl::unexpected("can't read " + (db::isPageDamage(failure)
                                                       ? told(file, failure)
                                                       : db::storageError(failure, database).detail));
        }
    } catch (const SQLite::Exception& failure) {
        return tl::unexpected("can't read " + told(file, failure));
    }
}

} // namespace starqueue::cli
