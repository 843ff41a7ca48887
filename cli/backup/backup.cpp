#include <cli/backup/backup.h>

#include <cli/backup/database_file.h>
#include <cli/backup/followed_set.h>
#include <cli/backup/new_directory.h>

#include <db/chain/anchor_of_copy.h>
#include <db/chain/chain_anchor.h>
#include <db/chain/holdings.h>
#include <db/crypto/hashing.h>
#include <db/journal/journal.h>
#include <db/people/key_copies.h>
#include <db/sqlite/hall_directory.h>
#include <files/posix_files.h>

#include <nlohmann/json.hpp>

#include <system_error>

namespace starqueue::cli {

namespace {

namespace fs = std::filesystem;
using Done = tl::expected<void, std::string>;

constexpr const char* kDatabases[] = {"hall.db", "customers.db"};
constexpr const char* kSettings[] = {"hall.toml", "bridge.toml", db::kKeyCopiesFile};

Done copySettings(const fs::path& from, const fs::path& to)
{
    std::error_code error;
    fs::copy_file(from, to, error);
    if (error)
        return tl::unexpected("can't copy " + from.string() + ": " + error.message());
    return {};
}

Done copyAll(const fs::path& dir, const fs::path& target, std::vector<std::string>& written)
{
    const auto copyEach = [&](const auto& names, auto copy) -> Done {
        for (const char* name : names) {
            if (!fs::exists(dir / name))
                continue;
            if (const Done done = copy(dir / name, target / name); !done)
                return done;
            written.emplace_back(name);
        }
        return {};
    };
    return copyEach(kDatabases, copyDatabase).and_then([&] { return copyEach(kSettings, copySettings); });
}

// Opening the copy checks its end.
Done anchorCopy(const fs::path& copy, std::vector<std::string>& written)
{
    if (const auto anchored = db::anchorCopy(copy); !anchored)
        return tl::unexpected(anchored.error().detail);
    if (const auto journal = db::Journal::open(copy); !journal)
        return tl::unexpected(journal.error().detail);
    std::error_code error;
    fs::remove(copy / "hall.lock", error);
    written.emplace_back(kAnchor);
    return {};
}

nlohmann::json entryOf(const fs::path& file)
{
    const auto bytes = files::posix().read(file).value_or("");
    return {{"bytes", bytes.size()}, {"blake2b", db::hexOf(db::hashOf(bytes))}};
}

// The manifest's "format".
constexpr int kUnsealed = 1;
constexpr int kSealed = 2;

/// The manifest's text with a hash over all of it: a bit that is changed in it is found, too.
std::string sealed(nlohmann::json manifest)
{
    manifest.erase("seal");
    manifest["seal"] = db::hexOf(db::hashOf(manifest.dump()));
    return manifest.dump(2) + '\n';
}

bool isWhole(const nlohmann::json& manifest, const std::string& text)
{
    if (!manifest.is_object() || !manifest.contains("files") || !manifest["files"].is_object())
        return false;
    return manifest.value("format", 0) == kUnsealed || text == sealed(manifest);
}

Done writeManifest(const fs::path& copy, std::vector<std::string>& written)
{
    const auto anchor = db::ChainAnchorFile{copy, files::posix()}.read();
    if (!anchor)
        return tl::unexpected("can't write " + (copy / kAnchor).string());
    nlohmann::json manifest{{"format", kSealed}, {"life", anchor->life}, {"seq", anchor->point.seq}};
    for (const std::string& name : written)
        manifest["files"][name] = entryOf(copy / name);
    written.emplace_back(db::kBackupManifest);
    return files::posix()
        .replace(copy / db::kBackupManifest, sealed(std::move(manifest)), files::Readers::OwnerAlone)
        .map_error(&files::FileError::detail);
}

} // namespace

tl::expected<std::vector<fs::path>, std::string> backUp(const fs::path& dir, const fs::path& target)
{
    const auto begun = beginDirectory(target, "a backup");
    if (!begun)
        return tl::unexpected(begun.error());
    std::vector<std::string> written;
    const Done done = copyAll(dir, *begun, written)
                          .and_then([&] { return anchorCopy(*begun, written); })
                          .and_then([&] { return writeManifest(*begun, written); })
                          .and_then([&] { return finishDirectory(target); });
    if (!done) {
        abandonDirectory(target);
        return tl::unexpected(done.error());
    }
    std::vector<fs::path> paths;
    for (const std::string& name : written)
        paths.push_back(target / name);
    return paths;
}

tl::expected<void, std::string> agreesWithManifest(const fs::path& dir)
{
    const auto text = files::posix().read(dir / db::kBackupManifest);
    if (!text && text.error().cause == files::Cause::Missing)
        return {};
    const auto manifest = nlohmann::json::parse(text.value_or(""), nullptr, false);
    if (!isWhole(manifest, text.value_or("")))
        return tl::unexpected((dir / db::kBackupManifest).string() + " is damaged: take another backup");
    for (const auto& [name, entry] : manifest["files"].items())
        if (entry != entryOf(dir / name))
            return tl::unexpected((dir / name).string() +
                                  " isn't what the backup's manifest says: take another backup");
    return {};
}

std::string whyNeither(const fs::path& dir)
{
    const fs::path base = baseOf(dir);
    std::error_code error;
    for (const fs::path& sign : {base / db::kBackupManifest, db::holdingsFile(base), base / "keys"})
        if (fs::exists(sign, error))
            return {};
    return base.string() + " is no backup, as it has no " + db::kBackupManifest +
           ", and no hall, as it has neither holdings nor keys: a backup that lost its manifest isn't known "
           "to be whole; "
           "take another";
}

} // namespace starqueue::cli
