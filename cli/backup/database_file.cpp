#include <cli/backup/database_file.h>

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

namespace starqueue::cli {

namespace {

constexpr int kBusyTimeoutMs = 10000;

std::string told(const std::filesystem::path& file, const SQLite::Exception& error)
{
    return file.string() + ": " + error.what();
}

} // namespace

tl::expected<void, std::string> copyDatabase(const std::filesystem::path& from,
                                             const std::filesystem::path& to)
{
    std::error_code error;
    if (std::filesystem::exists(to, error))
        return tl::unexpected(to.string() + " is there already; nothing was changed");
    try {
        SQLite::Database source(from.string(), SQLite::OPEN_READONLY, kBusyTimeoutMs);
        SQLite::Database target(to.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kBusyTimeoutMs);
        std::filesystem::permissions(
            to, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, error);
        if (SQLite::Backup(target, source).executeStep(-1) != SQLITE_DONE)
            return tl::unexpected(from.string() + " is being written without a pause; try again");
    } catch (const SQLite::Exception& failure) {
        return tl::unexpected("can't copy " + told(from, failure));
    }
    return {};
}

tl::expected<bool, std::string> hasTable(const std::filesystem::path& file, const char* name)
{
    try {
        const SQLite::Database database(file.string(), SQLite::OPEN_READONLY, kBusyTimeoutMs);
        return database.tableExists(name);
    } catch (const SQLite::Exception& failure) {
        return tl::unexpected("can't read " + told(file, failure));
    }
}

tl::expected<std::string, std::string> integrityFaults(const std::filesystem::path& file)
{
    try {
        const SQLite::Database database(file.string(), SQLite::OPEN_READONLY, kBusyTimeoutMs);
        SQLite::Statement check(database, "PRAGMA integrity_check");
        std::string faults;
        while (check.executeStep())
            faults += (faults.empty() ? "" : "; ") + check.getColumn(0).getString();
        return faults == "ok" ? std::string{} : faults;
    } catch (const SQLite::Exception& failure) {
        return tl::unexpected("can't read " + told(file, failure));
    }
}

} // namespace starqueue::cli
