#include <db/restore/left_hall.h>

#include <db/chain/chain_anchor.h>
#include <db/chain/holdings.h>
#include <db/people/customers.h>
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

constexpr std::string_view kLeftDatabases[] = {"hall.db", kCustomersHeld, kPersonsHeld};
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

/// `mayBeAlone`: records without the keys, which are elsewhere.
Done copyLeftDatabases(const fs::path& dir, const fs::path& to, bool mayBeAlone)
{
    const bool isPair = fs::exists(dir / kCustomersHeld) && fs::exists(dir / kPersonsHeld);
    for (const std::string_view name : kLeftDatabases) {
        const bool isOfCustomers = name == kCustomersHeld || name == kPersonsHeld;
        if (!fs::exists(dir / name) || (isOfCustomers && !isPair && !mayBeAlone))
            continue;
        const auto copied = copyDatabase(dir / name, to / name).and_then([&](Checksums) {
            return addChecksums(to / name); // none in a hall from before them
        });
        if (!copied)
            return copied;
    }
    return {};
}

/// What is lost of the customers; empty: nothing.
std::string lostCustomers(const fs::path& dir)
{
    const auto held = Holdings::of(dir, files::posix());
    if (!held)
        return held.error().detail;
    for (const std::string_view name : {kCustomersHeld, kPersonsHeld})
        if (held->has(name) && !fs::exists(dir / name))
            return (dir / name).string() +
                   " is missing, and the hall has had it: bring it back from where it is kept";
    const auto withoutKey = checkCustomers(dir);
    if (!withoutKey)
        return withoutKey.error().detail;
    return *withoutKey == 0 ? std::string{} : textOfUnknown(*withoutKey, dir);
}

/// Makes databases that know nobody where none could be copied: without them the hall doesn't start.
Done acceptLoss(const fs::path& to, Missed& missed)
{
    return CustomerStore::acceptLoss(to).map([&missed](std::size_t dropped) { missed.withoutKey = dropped; });
}

} // namespace

bool isHallItself(const fs::path& dir)
{
    return !isFollowedSet(dir) && whyNotServed(dir).empty();
}

tl::expected<Missed, StorageError> copyLeftHall(const fs::path& dir, const fs::path& to, CustomerLoss loss)
{
    const auto lock = lockDirectory(dir, files::posix());
    if (!lock)
        return tl::unexpected{lock.error()};
    const auto anchor = ChainAnchorFile{dir, files::posix()}.read();
    Missed missed{anchor ? anchor->point.seq : 0, lostCustomers(dir)};
    const bool isLoss = !missed.customers.empty();
    if (isLoss && loss == CustomerLoss::Refused)
        return tl::unexpected{StorageError{
            StorageFault::Unreadable,
            missed.customers + ". To make a hall all the same, without what is lost of the customers, "
                               "add --accept-loss"}};
    return copyLeftFiles(dir, to)
        .and_then([&] { return copyLeftDatabases(dir, to, !isLoss); })
        .and_then([&] { return isLoss ? acceptLoss(to, missed) : Done{}; })
        .map([&missed] { return std::move(missed); });
}

} // namespace starqueue::db
