#include <cli/backup/key_backup.h>

#include <cli/backup/database_file.h>
#include <cli/backup/scratch_directory.h>

#include <db/crypto/summed_text.h>
#include <db/people/customers.h>
#include <db/people/key_copies.h>
#include <files/posix_files.h>

#include <nlohmann/json.hpp>

#include <sys/stat.h>

#include <algorithm>
#include <map>

namespace starqueue::cli {

namespace {

namespace fs = std::filesystem;
using Done = tl::expected<void, std::string>;
using Contents = std::map<std::string, std::string>; ///< by file name

constexpr std::string_view kTitle = "StarQueue keys 1";
constexpr const char* kPersons = "persons.db";
constexpr const char* kLookup = "lookup.key";

std::string packed(const Contents& contents)
{
    nlohmann::json json = nlohmann::json::object();
    for (const auto& [name, bytes] : contents)
        json[name] = nlohmann::json::binary({bytes.begin(), bytes.end()});
    const auto body = nlohmann::json::to_msgpack(json);
    return db::withSum(kTitle, {reinterpret_cast<const char*>(body.data()), body.size()});
}

tl::expected<Contents, std::string> unpacked(const fs::path& file)
{
    const auto bytes = files::posix().read(file);
    if (!bytes)
        return tl::unexpected(bytes.error().detail);
    const auto body = db::bodyWithSum(kTitle, *bytes);
    const auto damaged =
        tl::unexpected(file.string() + " isn't what `starqueue backup --keys` wrote, or is damaged");
    if (!body)
        return damaged;
    const auto json = nlohmann::json::from_msgpack(*body, true, false);
    Contents contents;
    for (const char* name : {kPersons, kLookup}) {
        if (!json.is_object() || !json.contains(name) || !json[name].is_binary())
            return damaged;
        const auto& binary = json[name].get_binary();
        contents[name] = {binary.begin(), binary.end()};
    }
    return contents;
}

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

tl::expected<std::vector<db::KeyCopy>, std::string> copiesOf(const fs::path& dir)
{
    return db::keyCopiesOf(dir, files::posix()).map_error(&db::StorageError::detail);
}

fs::path placeOf(const fs::path& file)
{
    return fs::absolute(file).lexically_normal();
}

auto isCopy(const fs::path& file)
{
    return [place = placeOf(file)](const db::KeyCopy& copy) { return copy.file == place; };
}

bool isNoted(const fs::path& dir, const fs::path& file)
{
    const auto copies = copiesOf(dir);
    return copies && std::ranges::any_of(*copies, isCopy(file));
}

/// Notes the copy, as the last one, as one that knows so many erasures.
Done noted(const fs::path& dir, const fs::path& file, std::size_t erasures)
{
    auto copies = copiesOf(dir);
    if (!copies)
        return tl::unexpected(copies.error());
    std::erase_if(*copies, isCopy(file));
    copies->push_back({placeOf(file), erasures});
    return db::noteKeyCopies(dir, *copies).map_error(&db::StorageError::detail);
}

bool isThere(const fs::path& file)
{
    std::error_code error;
    return fs::exists(file, error);
}

/// How many were erased, whose keys are gone here: also of one that was killed half-way.
tl::expected<std::size_t, std::string> erasuresCarriedOut(const fs::path& dir)
{
    for (const fs::path& file : {dir / "customers.db", dir / "keys" / kPersons}) // opening would make them
        if (!isThere(file))
            return tl::unexpected(file.string() + " is missing: there are no keys to copy");
    const auto customers = db::CustomerStore::open(dir);
    const auto erasures = customers ? (*customers)->erasures() : tl::unexpected(customers.error());
    if (!erasures)
        return tl::unexpected(erasures.error().detail);
    return *erasures;
}

Done renewedIfThere(const fs::path& dir, const fs::path& file)
{
    if (!isThere(file))
        return tl::unexpected(file.string() + " isn't there");
    return backUpKeys(dir, file);
}

} // namespace

tl::expected<void, std::string> backUpKeys(const fs::path& dir, const fs::path& file)
{
    const auto erasures = erasuresCarriedOut(dir);
    if (!erasures)
        return tl::unexpected(erasures.error());
    const auto scratch = ScratchDirectory::make();
    if (!scratch)
        return tl::unexpected(scratch.error());
    const fs::path copy = scratch->path() / kPersons;
    if (const Done copied = copyDatabase(dir / "keys" / kPersons, copy); !copied)
        return copied;
    const auto persons = contentOf(copy);
    const auto lookup = contentOf(dir / "keys" / kLookup);
    if (!persons || !lookup)
        return tl::unexpected(!persons ? persons.error() : lookup.error());
    // Noted first where it is a new one: killed in between, a copy that nobody knows of would hold keys.
    const bool isNew = !isNoted(dir, file);
    const Done done = (isNew ? noted(dir, file, 0) : Done{}).and_then([&] {
        return written(file, packed({{kPersons, *persons}, {kLookup, *lookup}}));
    });
    if (!done && isNew && !isThere(file))
        (void)strikeKeyCopy(dir, file); // nothing was made
    return done.and_then([&] { return noted(dir, file, *erasures); });
}

tl::expected<void, std::string> restoreKeys(const fs::path& file, const fs::path& dir)
{
    const auto contents = unpacked(file);
    if (!contents)
        return tl::unexpected(contents.error());
    Done done = files::posix().makeDirectory(dir / "keys").map_error(&files::FileError::detail);
    for (const auto& [name, bytes] : *contents)
        done =
            done.and_then([&, &at = name, &content = bytes] { return written(dir / "keys" / at, content); });
    return done;
}

bool isOnOneDisk(const fs::path& dir, const fs::path& file)
{
    struct stat one
    {};
    struct stat other
    {};
    return ::stat(dir.c_str(), &one) == 0 && ::stat(file.c_str(), &other) == 0 && one.st_dev == other.st_dev;
}

tl::expected<std::vector<PendingCopy>, std::string> finishErasures(const fs::path& dir)
{
    const auto erasures = erasuresCarriedOut(dir);
    const auto copies = erasures ? copiesOf(dir) : tl::unexpected(erasures.error());
    if (!copies)
        return tl::unexpected(copies.error());
    std::vector<PendingCopy> pending;
    for (const db::KeyCopy& copy : db::copiesBehind(*copies, *erasures))
        if (const Done renewed = renewedIfThere(dir, copy.file); !renewed)
            pending.push_back({copy.file, *erasures - copy.erasures, renewed.error()});
    return pending;
}

tl::expected<bool, std::string> strikeKeyCopy(const fs::path& dir, const fs::path& file)
{
    auto copies = copiesOf(dir);
    if (!copies)
        return tl::unexpected(copies.error());
    const auto struck = std::erase_if(*copies, isCopy(file));
    if (struck == 0)
        return false;
    return db::noteKeyCopies(dir, *copies).map([] { return true; }).map_error(&db::StorageError::detail);
}

std::string pendingText(const fs::path& dir, std::size_t erasures)
{
    const std::string finish = "`starqueue customer finish-erasure --data " + dir.string();
    return "pending: backup medium. This copy of the keys still holds those of " + std::to_string(erasures) +
           " erased: attach its medium and run " + finish + "`, or destroy it and say so with " + finish +
           " --destroyed FILE`";
}

std::string keyBackupFault(const fs::path& file)
{
    const auto contents = unpacked(file);
    return contents ? std::string{} : contents.error();
}

} // namespace starqueue::cli
