#include <cli/checks/examination.h>

#include <db/sqlite/hall_directory.h>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace starqueue::cli {

namespace {

namespace fs = std::filesystem;
using Grade = Finding::Grade;

constexpr std::uint64_t kMegabyte = 1 << 20;
constexpr std::uint64_t kTried = 4 * kMegabyte;    ///< what a start and an end of the service need
constexpr std::uint64_t kLittle = 256 * kMegabyte; ///< less is worth saying

/// What the service writes begins so; settings are its reader's.
constexpr std::array kWritten{"hall.db",      "customers.db",    "report.db",
                              "chain.anchor", "security.anchor", "holdings"};

/// Makes a file of that size and removes it again.
Finding tryRoom(const fs::path& dir, files::Files& disk)
{
    const fs::path probe = dir / "doctor.probe";
    const auto taken = disk.reserve(probe, kTried);
    (void)disk.reserve(probe, 0);
    if (!taken && taken.error().cause == files::Cause::Full)
        return {
            Grade::Bad, dir.string(),
            "takes nothing more: " + taken.error().detail +
                ". `df -h` and `df -i` show room and files that are left; make room, mount the disk for "
                "writing, or raise the quota or limit. Nothing is lost; what the databases hold is looked at "
                "once there is room"};
    if (!taken)
        return {Grade::Bad, dir.string(), "can't be written: " + taken.error().detail};
    const std::uint64_t room = disk.room(dir).value_or(kLittle);
    if (room < kTried)
        return {Grade::Bad, dir.string(),
                "its disk is full: the service could write " + std::to_string(room / 1024) +
                    " kB more. Make room"};
    if (room < kLittle)
        return {Grade::Note, dir.string(),
                "its disk has " + std::to_string(room / kMegabyte) + " MB left. Make room soon"};
    return {Grade::Well, dir.string(), std::to_string(room / kMegabyte) + " MB are left on its disk"};
}

bool isWrittenByTheService(const std::string& name)
{
    return std::ranges::any_of(kWritten, [&name](const char* begin) { return name.starts_with(begin); });
}

/// Why the service could not write that file in a folder of `owner`; empty: it can.
std::string whyNotWritten(const fs::path& file, uid_t owner)
{
    struct stat status = {};
    if (::stat(file.c_str(), &status) != 0)
        return {}; // a -wal may go at any time
    if (::access(file.c_str(), W_OK) != 0 && errno != ENOENT && errno != EROFS)
        return std::string("can't be written: ") + std::strerror(errno);
    if (status.st_uid != owner)
        return "belongs to user " + std::to_string(status.st_uid) + ", the folder to " +
               std::to_string(owner) +
               ": the service may not write it. `chown --reference=" + file.parent_path().string() + ' ' +
               file.string() + "` gives it back";
    return {};
}

} // namespace

bool isDiskFull(const fs::path& dir, files::Files& disk)
{
    const fs::path probe = dir / "doctor.probe";
    const auto taken = disk.reserve(probe, kTried);
    (void)disk.reserve(probe, 0);
    return !taken && taken.error().cause == files::Cause::Full;
}

std::vector<Finding> examineDisk(const fs::path& dir, files::Files& disk)
{
    if (!db::whyNoHall(dir).empty()) // said with the databases
        return {};
    std::vector<Finding> findings{tryRoom(dir, disk)};
    struct stat folder = {};
    std::error_code error;
    if (::stat(dir.c_str(), &folder) != 0)
        return findings;
    for (const auto& entry : fs::directory_iterator(dir, error)) {
        if (!isWrittenByTheService(entry.path().filename().string()))
            continue;
        if (const std::string why = whyNotWritten(entry.path(), folder.st_uid); !why.empty())
            findings.push_back({Grade::Bad, entry.path().string(), why});
    }
    return findings;
}

} // namespace starqueue::cli
