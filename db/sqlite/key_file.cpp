#include <db/sqlite/key_file.h>

#include <db/sqlite/file_error.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace starqueue::db {

namespace {

std::filesystem::path keysOf(const std::filesystem::path& dir)
{
    return dir / "keys";
}

} // namespace

std::filesystem::path keyFile(const std::filesystem::path& dir, const std::string& name, files::Files& files)
{
    if (const char* const credentials = std::getenv("CREDENTIALS_DIRECTORY")) {
        const auto given = std::filesystem::path{credentials} / name;
        if (const auto found = files.read(given); found || found.error().cause != files::Cause::Missing)
            return given;
    }
    return keysOf(dir) / name;
}

tl::expected<std::optional<KeyBytes>, StorageError> readKey(const std::filesystem::path& dir,
                                                            const std::string& name,
                                                            const std::string& advice, files::Files& files)
{
    const auto file = keyFile(dir, name, files);
    const auto bytes = files.read(file);
    if (!bytes && bytes.error().cause == files::Cause::Missing)
        return std::nullopt;
    if (!bytes)
        return tl::unexpected{storageError(bytes.error(), advice)};
    KeyBytes key{};
    if (bytes->size() != key.size())
        return tl::unexpected{StorageError{StorageFault::Unreadable,
                                           file.string() + ": it must hold exactly 32 bytes; " + advice}};
    std::ranges::copy(*bytes, key.begin());
    return key;
}

tl::expected<void, StorageError> writeKey(const std::filesystem::path& dir, const std::string& name,
                                          const KeyBytes& key, const std::string& advice, files::Files& files)
{
    if (const auto made = files.makeDirectory(keysOf(dir)); !made)
        return tl::unexpected{storageError(made.error(), advice)};
    const std::string_view bytes{reinterpret_cast<const char*>(key.data()), key.size()};
    if (const auto written = files.replace(keysOf(dir) / name, bytes, files::Readers::OwnerAlone); !written)
        return tl::unexpected{storageError(written.error(), advice)};
    return {};
}

} // namespace starqueue::db
