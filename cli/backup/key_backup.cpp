#include <cli/backup/key_backup.h>

#include <cli/backup/database_file.h>
#include <cli/backup/scratch_directory.h>

#include <db/crypto/hashing.h>
#include <files/posix_files.h>

#include <nlohmann/json.hpp>

#include <sys/stat.h>

#include <map>

namespace starqueue::cli {

namespace {

namespace fs = std::filesystem;
using Done = tl::expected<void, std::string>;
using Contents = std::map<std::string, std::string>; ///< by file name

constexpr std::string_view kFirstLine = "StarQueue keys 1\n";
constexpr const char* kPersons = "persons.db";
constexpr const char* kLookup = "lookup.key";
constexpr const char* kPlace = "key-backup"; ///< tells the doctor where it is

std::string packed(const Contents& contents)
{
    nlohmann::json json = nlohmann::json::object();
    for (const auto& [name, bytes] : contents)
        json[name] = nlohmann::json::binary({bytes.begin(), bytes.end()});
    const auto body = nlohmann::json::to_msgpack(json);
    const std::string text(body.begin(), body.end());
    return std::string{kFirstLine} + db::hexOf(db::hashOf(text)) + '\n' + text;
}

tl::expected<Contents, std::string> unpacked(const fs::path& file)
{
    const auto bytes = files::posix().read(file);
    if (!bytes)
        return tl::unexpected(bytes.error().detail);
    const auto sealEnd = bytes->find('\n', kFirstLine.size());
    const auto damaged =
        tl::unexpected(file.string() + " isn't what `starqueue backup --keys` wrote, or is damaged");
    if (!bytes->starts_with(kFirstLine) || sealEnd == bytes->npos)
        return damaged;
    const std::string body = bytes->substr(sealEnd + 1);
    if (bytes->substr(kFirstLine.size(), sealEnd - kFirstLine.size()) != db::hexOf(db::hashOf(body)))
        return damaged;
    const auto json = nlohmann::json::from_msgpack(body, true, false);
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

} // namespace

tl::expected<void, std::string> backUpKeys(const fs::path& dir, const fs::path& file)
{
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
    return written(file, packed({{kPersons, *persons}, {kLookup, *lookup}})).and_then([&] {
        return written(dir / kPlace, fs::absolute(file).string());
    });
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

fs::path keyBackupOf(const fs::path& dir)
{
    return contentOf(dir / kPlace).value_or("");
}

std::string keyBackupFault(const fs::path& file)
{
    const auto contents = unpacked(file);
    return contents ? std::string{} : contents.error();
}

} // namespace starqueue::cli
