#include <cli/backup/renewal.h>

#include <cli/backup/database_file.h>
#include <cli/backup/verification.h>

#include <db/pages/renewed_sums.h>
#include <db/people/key_scratch.h>
#include <db/sqlite/database_copy.h>
#include <db/sqlite/directory_lock.h>
#include <files/posix_files.h>

namespace starqueue::cli {

namespace {

namespace fs = std::filesystem;
using Done = tl::expected<void, std::string>;

constexpr const char* kWritten[] = {kDatabase, "customers.db", "keys/persons.db"};
constexpr const char* kBeside[] = {
    kAnchor,           "holdings",        "security.anchor", "customers.anchor",
    "keys/lookup.key", "keys/factor.key", "keys/pepper.key", "keys/visit-reasons"};

bool stands(const fs::path& file)
{
    std::error_code error;
    return fs::exists(file, error);
}

/// Whoever has a database open, or was killed with it, has left its log: what is in it isn't in the pages
/// yet.
Done isClosed(const fs::path& file)
{
    for (const char* log : {"-wal", "-shm"})
        if (stands(file.string() + log))
            return tl::unexpected(
                file.string() + log +
                " is there: some program has the database open, or was killed. End it, then "
                "let `sqlite3 " +
                file.string() + " 'PRAGMA wal_checkpoint(TRUNCATE)'` close it");
    return {};
}

Done copyTo(const fs::path& dir, const fs::path& scratch)
{
    std::error_code error;
    fs::create_directory(scratch / "keys", error);
    const auto copyEach = [&](const auto& names) {
        for (const char* name : names)
            if (!error && stands(dir / name))
                fs::copy_file(dir / name, scratch / name, error);
    };
    copyEach(kWritten);
    copyEach(kBeside);
    return error ? Done{tl::unexpected("can't copy " + dir.string() + ": " + error.message())} : Done{};
}

tl::expected<std::vector<RenewedFile>, std::string> renewEach(const fs::path& dir)
{
    std::vector<RenewedFile> renewed;
    for (const char* name : kWritten) {
        if (!stands(dir / name))
            continue;
        const auto pages = db::renewSums(dir / name);
        if (!pages)
            return tl::unexpected(pages.error());
        if (*pages > 0)
            renewed.push_back({dir / name, *pages});
    }
    return renewed;
}

} // namespace

tl::expected<std::vector<RenewedFile>, std::string> renewPageSums(const fs::path& dir)
{
    const auto lock = db::lockDirectory(dir, files::posix());
    if (!lock)
        return tl::unexpected(lock.error().detail);
    for (const char* name : kWritten)
        db::removeEmptyLog(dir / name);
    for (const char* name : kWritten)
        if (const Done closed = isClosed(dir / name); !closed)
            return tl::unexpected(closed.error());
    const auto scratch = db::KeyScratch::take(dir);
    if (!scratch)
        return tl::unexpected(scratch.error().detail);
    if (const Done copied = copyTo(dir, scratch->path()); !copied)
        return tl::unexpected(copied.error());
    if (const auto renewed = renewEach(scratch->path()); !renewed)
        return tl::unexpected("nothing was changed: " + renewed.error());
    if (const auto whole = verify(scratch->path()); !whole)
        return tl::unexpected("nothing was changed, as more than checksums is wrong: " + whole.error());
    return renewEach(dir);
}

} // namespace starqueue::cli
