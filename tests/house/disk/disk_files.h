#pragma once

#include <files/files.h>
#include <house/disk/disk.h>

#include <map>
#include <memory>
#include <set>
#include <string>

namespace starqueue::house {

/// The files beside the databases, on the house's disk: each step of a call is an operation of its own,
/// before which the power may go.
class DiskFiles final : public files::Files
{
public:
    explicit DiskFiles(Disk& disk) : m_disk(disk) {}

    files::Result<std::string> read(const std::filesystem::path& file) override;
    files::Result<void> replace(const std::filesystem::path& file, std::string_view content,
                                files::Readers readers) override;
    files::Result<void> overwrite(const std::filesystem::path& file, std::string_view content) override;
    files::Result<void> remove(const std::filesystem::path& file) override;
    files::Result<void> create(const std::filesystem::path& file) override;
    files::Result<void> makeDirectory(const std::filesystem::path& directory) override;
    files::Result<std::unique_ptr<files::FileLock>> lock(const std::filesystem::path& file) override;
    files::Result<void> reserve(const std::filesystem::path& file, std::uint64_t bytes) override;
    files::Result<std::uint64_t> room(const std::filesystem::path& directory) override;
    files::Result<std::shared_ptr<std::uint64_t>> share(const std::filesystem::path& file) override;

private:
    class Lock;

    /// Makes the file if it is missing. Null: the disk is dead.
    Directory::File opened(const std::filesystem::path& file);
    /// Writes `content` in place of all that `file` holds.
    DiskResult write(StoredFile& file, std::string_view content);

    Disk& m_disk;
    std::set<std::string> m_locked;
    std::map<std::string, std::weak_ptr<std::uint64_t>> m_shared;
};

} // namespace starqueue::house
