#include <cli/backup/key_backup.h>

#include <cli/backup/database_file.h>
#include <cli/keys/key_file.h>

#include <db/people/customers.h>
#include <db/people/erasures.h>
#include <db/people/key_copies.h>
#include <db/people/key_scratch.h>
#include <db/sqlite/key_file.h>
#include <files/posix_files.h>

#include <sys/stat.h>

#include <algorithm>
#include <optional>

namespace starqueue::cli {

namespace {

namespace fs = std::filesystem;
using Done = tl::expected<void, std::string>;
using Copies = std::vector<db::KeyCopy>;

constexpr const char* kPersons = "persons.db";
constexpr const char* kLookup = "lookup.key";

Done written(const fs::path& file, const std::string& content)
{
    return files::posix()
        .replace(file, content, files::Readers::OwnerAlone)
        .map_error(&files::FileError::detail);
}

tl::expected<std::string, std::string> contentOf(const fs::path& file)
{
    return files::posix().read(file).map_error(&files::FileError::detail);
}

tl::expected<Copies, std::string> copiesOf(const fs::path& dir)
{
    return db::keyCopiesOf(dir, files::posix()).map_error(&db::StorageError::detail);
}

Done note(const fs::path& dir, const Copies& copies)
{
    return db::noteKeyCopies(dir, copies).map_error(&db::StorageError::detail);
}

fs::path placeOf(const fs::path& file)
{
    return fs::absolute(file).lexically_normal();
}

/// Whether `copy` is the one that holds `there`: two media may be mounted at one place.
bool isThat(const db::KeyCopy& copy, const KeyFile& there)
{
    return copy.id == there.id || (copy.id.empty() && !there.hasId);
}

bool isThere(const fs::path& file)
{
    std::error_code error;
    return fs::exists(file, error);
}

/// How many were erased, whose keys are gone here: also of one that was killed half-way. Counted first:
/// whoever is erased meanwhile may still have a key here, and isn't among them.
tl::expected<std::size_t, std::string> erasuresCarriedOut(const fs::path& dir)
{
    for (const fs::path& file : {dir / "customers.db", dir / "keys" / kPersons}) // opening would make them
        if (!isThere(file))
            return tl::unexpected(file.string() + " is missing: there are no keys to copy");
    const auto erased = db::erasedIn(dir);
    if (!erased)
        return tl::unexpected(erased.error().detail);
    if (const auto customers = db::CustomerStore::open(dir); !customers)
        return tl::unexpected(customers.error().detail);
    return erased->size();
}

/// The hall's copy of its keys that stands at `file`; empty: nothing does. Refused: whatever else.
tl::expected<std::optional<KeyFile>, std::string> copyAt(const fs::path& dir, const fs::path& file)
{
    if (!isThere(file))
        return std::optional<KeyFile>{};
    const auto lookup = contentOf(db::keyFile(dir, kLookup, files::posix()));
    const auto there = lookup ? readKeyFile(file) : tl::unexpected(lookup.error());
    if (!there)
        return tl::unexpected(there.error() + ": it stays as it is");
    if (there->lookup != *lookup)
        return tl::unexpected(file.string() + " holds the keys of another hall: it stays as it is");
    return *there;
}

tl::expected<KeyFile, std::string> keysOf(const fs::path& dir, const db::KeyScratch& scratch,
                                          const std::string& id)
{
    const fs::path copy = scratch.path() / kPersons;
    std::error_code error;
    fs::remove(copy, error); // of the copy before this one
    const Done copied = copyDatabase(dir / "keys" / kPersons, copy);
    const auto persons = copied ? contentOf(copy) : tl::unexpected(copied.error());
    const auto lookup =
        persons ? contentOf(db::keyFile(dir, kLookup, files::posix())) : tl::unexpected(persons.error());
    if (!lookup)
        return tl::unexpected(lookup.error());
    return KeyFile{*persons, *lookup, id};
}

/// Notes `copy`, as the last one, in the place of what `replaced` tells.
Done noted(const fs::path& dir, const db::KeyCopy& copy, auto replaced)
{
    return copiesOf(dir).and_then([&](Copies copies) {
        std::erase_if(copies, replaced);
        copies.push_back(copy);
        return note(dir, copies);
    });
}

/// Writes the copy `id` at `file`, in place of `there`.
Done writeCopy(const fs::path& dir, const fs::path& file, const std::optional<KeyFile>& there,
               const db::KeyScratch& scratch)
{
    const std::string id = there ? there->id : newKeyFileId();
    const auto erasures = erasuresCarriedOut(dir);
    const auto keys = erasures ? keysOf(dir, scratch, id) : tl::unexpected(erasures.error());
    const auto copies = keys ? copiesOf(dir) : tl::unexpected(keys.error());
    if (!copies)
        return tl::unexpected(copies.error());
    const auto hasId = [&id](const db::KeyCopy& copy) { return copy.id == id; };
    // Noted first where it is a new one: killed in between, a copy that nobody knows of would hold keys.
    if (std::ranges::none_of(*copies, hasId))
        if (Done begun = noted(dir, {placeOf(file), 0, id}, hasId); !begun)
            return begun;
    if (Done done = written(file, packed(*keys)); !done) {
        if (!isThere(file))
            (void)copiesOf(dir).and_then([&](Copies now) {
                std::erase_if(now, hasId);
                return note(dir, now); // nothing was made
            });
        return done;
    }
    return noted(dir, {placeOf(file), *erasures, id}, [&](const db::KeyCopy& copy) {
        return hasId(copy) || (there && isThat(copy, *there) && copy.file == placeOf(file));
    });
}

Done renewed(const fs::path& dir, const db::KeyCopy& copy, const db::KeyScratch& scratch)
{
    if (!isThere(copy.file))
        return tl::unexpected(copy.file.string() + " isn't there");
    const auto there = copyAt(dir, copy.file);
    if (!there)
        return tl::unexpected(there.error());
    if (!isThat(copy, **there))
        return tl::unexpected(std::string("what stands there is another copy"));
    return writeCopy(dir, copy.file, *there, scratch);
}

/// Of the hall's own keys, after `erasures` that were carried out.
Done logCut(const fs::path& dir, std::size_t erasures)
{
    const auto customers = db::CustomerStore::open(dir);
    const auto isCut = customers ? (*customers)->cutKeyLog() : tl::unexpected(customers.error());
    if (!isCut)
        return tl::unexpected(isCut.error().detail);
    if (!*isCut)
        return tl::unexpected("another program is reading " + (dir / "keys" / kPersons).string() +
                              ": end it, or let it end");
    return copiesOf(dir).and_then([&](Copies copies) {
        for (db::KeyCopy& copy : copies)
            copy.erasures = db::isOwn(copy) ? erasures : copy.erasures;
        return note(dir, copies);
    });
}

tl::expected<db::KeyScratch, std::string> scratchOf(const fs::path& dir)
{
    return db::KeyScratch::take(dir).map_error(&db::StorageError::detail);
}

} // namespace

tl::expected<void, std::string> backUpKeys(const fs::path& dir, const fs::path& file)
{
    const auto scratch = scratchOf(dir);
    const auto there = scratch ? copyAt(dir, file) : tl::unexpected(scratch.error());
    if (!there)
        return tl::unexpected(there.error());
    return writeCopy(dir, file, *there, *scratch);
}

tl::expected<void, std::string> restoreKeys(const fs::path& file, const fs::path& dir)
{
    const auto keys = readKeyFile(file);
    if (!keys)
        return tl::unexpected(keys.error());
    return files::posix()
        .makeDirectory(dir / "keys")
        .map_error(&files::FileError::detail)
        .and_then([&] { return written(dir / "keys" / kPersons, keys->persons); })
        .and_then([&] { return written(dir / "keys" / kLookup, keys->lookup); });
}

tl::expected<void, std::string> keepKeyCopies(const fs::path& base, const fs::path& keys, const fs::path& dir)
{
    auto copies = copiesOf(base);
    if (!copies)
        return tl::unexpected(copies.error());
    std::erase_if(*copies, &db::isOwn);
    if (!keys.empty()) {
        const auto given = readKeyFile(keys);
        if (!given)
            return tl::unexpected(given.error());
        const fs::path place = placeOf(keys);
        std::erase_if(*copies, [&](const db::KeyCopy& copy) {
            return copy.id == given->id || (isThat(copy, *given) && copy.file == place);
        });
        copies->push_back({place, 0, given->hasId ? given->id : std::string{}});
    }
    return copies->empty() ? Done{} : note(dir, *copies);
}

bool isOnOneDisk(const fs::path& dir, const fs::path& file)
{
    struct stat one
    {};
    struct stat other
    {};
    return ::stat(dir.c_str(), &one) == 0 && ::stat(file.c_str(), &other) == 0 && one.st_dev == other.st_dev;
}

tl::expected<void, std::string> beginErasure(const fs::path& dir)
{
    const auto scratch = scratchOf(dir);
    auto copies = scratch ? copiesOf(dir) : tl::unexpected(scratch.error());
    const auto erased = db::erasedIn(dir);
    if (!copies || !erased)
        return tl::unexpected(!copies ? copies.error() : erased.error().detail);
    if (std::ranges::any_of(*copies, &db::isOwn))
        return {};
    copies->insert(copies->begin(), db::ownKeys(placeOf(dir), erased->size()));
    return note(dir, *copies);
}

tl::expected<std::vector<PendingCopy>, std::string> finishErasures(const fs::path& dir)
{
    const auto scratch = scratchOf(dir);
    const auto erasures = scratch ? erasuresCarriedOut(dir) : tl::unexpected(scratch.error());
    const auto copies = erasures ? copiesOf(dir) : tl::unexpected(erasures.error());
    if (!copies)
        return tl::unexpected(copies.error());
    std::vector<PendingCopy> pending;
    for (const db::KeyCopy& copy : db::copiesBehind(*copies, *erasures))
        if (const Done done = db::isOwn(copy) ? logCut(dir, *erasures) : renewed(dir, copy, *scratch); !done)
            pending.push_back({copy, *erasures - copy.erasures, done.error()});
    return pending;
}

tl::expected<bool, std::string> strikeKeyCopy(const fs::path& dir, const std::string& fileOrId)
{
    const auto scratch = scratchOf(dir);
    auto copies = scratch ? copiesOf(dir) : tl::unexpected(scratch.error());
    if (!copies)
        return tl::unexpected(copies.error());
    const auto isMeant = [&, place = placeOf(fileOrId)](const db::KeyCopy& copy) {
        return !db::isOwn(copy) && (copy.id == fileOrId || copy.file == place);
    };
    if (std::ranges::count_if(*copies, isMeant) > 1)
        return tl::unexpected("several copies were made at " + fileOrId +
                              ": say which by its id, as `starqueue doctor` shows it");
    if (std::erase_if(*copies, isMeant) == 0)
        return false;
    return note(dir, *copies).map([] { return true; });
}

std::string pendingText(const fs::path& dir, const db::KeyCopy& copy, std::size_t erasures)
{
    const std::string finish = "`starqueue customer finish-erasure --data " + dir.string();
    const std::string who = std::to_string(erasures) + " erased: ";
    if (db::isOwn(copy))
        return "pending: the hall's own keys. Their files still hold those of " + who +
               "end the program that reads them and run " + finish + "`";
    return "pending: backup medium. This copy of the keys still holds those of " + who +
           "attach its medium and run " + finish + "`, or destroy it and say so with " + finish +
           " --destroyed " + (copy.id.empty() ? "FILE" : copy.id) + "`";
}

std::string keyBackupFault(const fs::path& file)
{
    const auto keys = readKeyFile(file);
    return keys ? std::string{} : keys.error();
}

} // namespace starqueue::cli
