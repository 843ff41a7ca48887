#include <cli/backup/new_directory.h>

#include <db/sqlite/hall_directory.h>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

namespace starqueue::cli {

namespace {

namespace fs = std::filesystem;

fs::path unfinished(const fs::path& target)
{
    return target.string() + db::kUnfinished;
}

bool makeDurable(const fs::path& path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool isDurable = file >= 0 && ::fsync(file) == 0;
    if (file >= 0)
        ::close(file);
    return isDurable;
}

} // namespace

tl::expected<fs::path, std::string> beginDirectory(const fs::path& target, const std::string& what)
{
    std::error_code error;
    if (fs::exists(target, error) && !(fs::is_directory(target, error) && fs::is_empty(target, error)))
        return tl::unexpected(target.string() + " is there already; " + what + " goes into a new directory");
    const fs::path begun = unfinished(target);
    fs::remove_all(begun, error); // of one that was killed
    fs::create_directories(begun, error);
    if (!error)
        fs::permissions(begun, fs::perms::owner_all, error);
    if (error)
        return tl::unexpected("can't make the directory " + begun.string() + ": " + error.message());
    return begun;
}

tl::expected<void, std::string> finishDirectory(const fs::path& target)
{
    const fs::path begun = unfinished(target);
    std::error_code error;
    bool isDurable = true;
    for (const auto& entry : fs::recursive_directory_iterator(begun, error))
        isDurable = makeDurable(entry.path()) && isDurable;
    isDurable = makeDurable(begun) && isDurable;
    fs::remove(target, error); // an empty directory
    if (isDurable)
        fs::rename(begun, target, error);
    if (!isDurable || error)
        return tl::unexpected("can't finish " + begun.string() + ": " +
                              (isDurable ? error.message() : std::strerror(errno)));
    makeDurable(fs::absolute(target).parent_path());
    return {};
}

void abandonDirectory(const fs::path& target)
{
    std::error_code error;
    fs::remove_all(unfinished(target), error);
}

} // namespace starqueue::cli
