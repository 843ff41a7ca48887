#include <db/restore/left_hall.h>

#include <db/people/key_copies.h>
#include <db/restore/journal_follower.h>
#include <db/sqlite/database_copy.h>
#include <db/sqlite/directory_lock.h>
#include <db/sqlite/hall_directory.h>
#include <files/posix_files.h>

namespace starqueue::db {

namespace {

namespace fs = std::filesystem;
using Done = tl::expected<void, StorageError>;

constexpr const char* kLeftDatabases[] = {"hall.db", "customers.db", "keys/persons.db"};
constexpr const char* kLeftFiles[] = {"hall.toml", "bridge.toml", kKeyCopiesFile, "keys", "tokens", "users"};

bool isOfDatabase(const fs::path& file)
{
    return file.filename().string().find(".db") != std::string::npos;
}

/// A file, or a folder's files, with their rights.
void copyWithRights(const fs::path& from, const fs::path& to, std::error_code& error)
{
    if (!fs::exists(from, error) || error)
        return;
    if (!fs::is_directory(from, error)) {
        fs::copy_file(from, to, error);
        return;
    }
    fs::create_directory(to, from, error);
    for (const auto& entry : fs::directory_iterator(from, error))
        if (!error && entry.is_regular_file(error) && !isOfDatabase(entry.path()))
            fs::copy_file(entry.path(), to / entry.path().filename(), error);
}

Done copyLeftFiles(const fs::path& dir, const fs::path& to)
{
    for (const char* name : kLeftFiles) {
        std::error_code error;
        copyWithRights(dir / name, to / name, error);
        if (error)
            return tl::unexpected{StorageError{
                StorageFault::Unreadable, "can't copy " + (dir / name).string() + ": " + error.message()}};
    }
    return {};
}

Done copyLeftDatabases(const fs::path& dir, const fs::path& to)
{
    for (const char* name : kLeftDatabases) {
        if (!fs::exists(dir / name))
            continue;
        const auto copied = copyDatabase(dir / name, to / name).and_then([&](Checksums) {
            return addChecksums(to / name); // none in a hall from before them
        });
        if (!copied)
            return copied;
    }
    return {};
}

} // namespace

bool isHallItself(const fs::path& dir)
{
    return !isFollowedSet(dir) && whyNotServed(dir).empty();
}

tl::expected<void, StorageError> copyLeftHall(const fs::path& dir, const fs::path& to)
{
    const auto lock = lockDirectory(dir, files::posix());
    if (!lock)
        return tl::unexpected{lock.error()};
    return copyLeftFiles(dir, to).and_then([&] { return copyLeftDatabases(dir, to); });
}

} // namespace starqueue::db
