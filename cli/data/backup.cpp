#include <cli/data/backup.h>

#include <cli/data/database_file.h>

namespace starqueue::cli {

namespace {

namespace fs = std::filesystem;
using Done = tl::expected<void, std::string>;

constexpr const char* kDatabases[] = {"hall.db", "customers.db"};
constexpr const char* kSettings[] = {"hall.toml", "bridge.toml"};

Done makeTarget(const fs::path& target)
{
    std::error_code error;
    if (fs::exists(target, error) && !(fs::is_directory(target, error) && fs::is_empty(target, error)))
        return tl::unexpected(target.string() + " is there already; a backup goes into a new directory");
    fs::create_directories(target, error);
    if (!error)
        fs::permissions(target, fs::perms::owner_all, error);
    if (error)
        return tl::unexpected("can't make the directory " + target.string() + ": " + error.message());
    return {};
}

Done copySettings(const fs::path& from, const fs::path& to)
{
    std::error_code error;
    fs::copy_file(from, to, error);
    if (error)
        return tl::unexpected("can't copy " + from.string() + ": " + error.message());
    return {};
}

Done copyAll(const fs::path& dir, const fs::path& target, std::vector<fs::path>& written)
{
    const auto copyEach = [&](const auto& names, auto copy) -> Done {
        for (const char* name : names) {
            if (!fs::exists(dir / name))
                continue;
            if (const Done done = copy(dir / name, target / name); !done)
                return done;
            written.push_back(target / name);
        }
        return {};
    };
    return copyEach(kDatabases, copyDatabase).and_then([&] { return copyEach(kSettings, copySettings); });
}

} // namespace

tl::expected<std::vector<fs::path>, std::string> backUp(const fs::path& dir, const fs::path& target)
{
    std::vector<fs::path> written;
    if (const Done made = makeTarget(target); !made)
        return tl::unexpected(made.error());
    if (const Done copied = copyAll(dir, target, written); !copied) {
        std::error_code error;
        fs::remove_all(target, error);
        return tl::unexpected(copied.error());
    }
    return written;
}

} // namespace starqueue::cli
