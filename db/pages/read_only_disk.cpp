#include <db/pages/read_only_disk.h>

#include <sys/statvfs.h>

#include <filesystem>

namespace starqueue::db {

bool isOnReadOnlyDisk(const std::string& file)
{
    struct statvfs disk = {};
    const auto folder = std::filesystem::path{file}.parent_path();
    const std::string where = folder.empty() ? "." : folder.string();
    return ::statvfs(where.c_str(), &disk) == 0 && (disk.f_flag & ST_RDONLY) != 0;
}

} // namespace starqueue::db
