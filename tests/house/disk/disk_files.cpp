#include <house/disk/disk_files.h>

#include <utility>

namespace starqueue::house {

namespace {

namespace fs = std::filesystem;
using files::Cause;
using files::Result;

tl::unexpected<files::FileError> failed(std::string_view what, const fs::path& file,
                                        Cause cause = Cause::Other)
{
    const std::string reason = cause == Cause::Missing ? "no such file" : "the disk failed";
    return tl::unexpected{
        files::FileError{cause, reason, "can't " + std::string{what} + ' ' + file.string() + ": " + reason}};
}

Result<void> resultOf(DiskResult result, std::string_view what, const fs::path& file)
{
    if (result == DiskResult::Done)
        return {};
    return failed(what, file, result == DiskResult::Full ? Cause::Full : Cause::Other);
}

} // namespace

class DiskFiles::Lock final : public files::FileLock
{
public:
    Lock(std::set<std::string>& locked, std::string name) : m_locked(locked), m_name(std::move(name))
    {
        m_locked.insert(m_name);
    }
    ~Lock() override { m_locked.erase(m_name); }

private:
    std::set<std::string>& m_locked;
    std::string m_name;
};

Directory::File DiskFiles::opened(const fs::path& file)
{
    if (m_disk.isDead())
        return nullptr;
    auto found = m_disk.names().find(file);
    return found != nullptr ? found : m_disk.create(file);
}

DiskResult DiskFiles::write(StoredFile& file, std::string_view content)
{
    const DiskResult written = m_disk.write(file, 0, content);
    return written == DiskResult::Done && file.size() > content.size() ? m_disk.truncate(file, content.size())
                                                                       : written;
}

Result<std::string> DiskFiles::read(const fs::path& file)
{
    if (m_disk.isDead())
        return failed("read", file);
    const auto found = m_disk.names().find(file);
    if (found == nullptr)
        return failed("read", file, Cause::Missing);
    return std::string{found->read(0, found->size())};
}

Result<void> DiskFiles::replace(const fs::path& file, std::string_view content, files::Readers)
{
    const fs::path beside = file.string() + ".new";
    const auto out = opened(beside);
    DiskResult done = out == nullptr ? DiskResult::Dead : m_disk.truncate(*out, 0);
    if (done == DiskResult::Done)
        done = write(*out, content);
    if (done == DiskResult::Done)
        done = m_disk.sync(*out);
    if (done != DiskResult::Done) {
        (void)m_disk.remove(beside);
        return resultOf(done, "write", beside);
    }
    done = m_disk.rename(beside, file);
    if (done == DiskResult::Done)
        done = m_disk.syncNames(Directory::folderOf(file));
    return resultOf(done, "replace", file);
}

Result<void> DiskFiles::overwrite(const fs::path& file, std::string_view content)
{
    const auto out = opened(file);
    return resultOf(out == nullptr ? DiskResult::Dead : write(*out, content), "write", file);
}

Result<void> DiskFiles::remove(const fs::path& file)
{
    if (m_disk.isDead())
        return failed("remove", file);
    if (m_disk.names().find(file) == nullptr)
        return {};
    DiskResult done = m_disk.remove(file);
    if (done == DiskResult::Done)
        done = m_disk.syncNames(Directory::folderOf(file));
    return resultOf(done, "remove", file);
}

Result<void> DiskFiles::create(const fs::path& file)
{
    return resultOf(opened(file) == nullptr ? DiskResult::Dead : DiskResult::Done, "create", file);
}

Result<void> DiskFiles::reserve(const fs::path& file, std::uint64_t bytes)
{
    return resultOf(m_disk.reserve(bytes), "allocate", file);
}

Result<std::uint64_t> DiskFiles::room(const fs::path&)
{
    return m_disk.toldRoom();
}

Result<void> DiskFiles::makeDirectory(const fs::path& directory)
{
    DiskResult done = m_disk.isDead() ? DiskResult::Dead : DiskResult::Done;
    if (done == DiskResult::Done && m_disk.names().find(directory) == nullptr)
        done = m_disk.makeFolder(directory);
    if (done == DiskResult::Done)
        done = m_disk.syncNames(Directory::folderOf(directory));
    return resultOf(done, "make the directory", directory);
}

Result<std::unique_ptr<files::FileLock>> DiskFiles::lock(const fs::path& file)
{
    if (opened(file) == nullptr)
        return failed("open", file);
    if (m_locked.contains(file))
        return failed("lock", file, Cause::Locked);
    return std::make_unique<Lock>(m_locked, file);
}

// When the kernel writes such memory to the disk is its own affair: who maps it first finds any value.
Result<std::shared_ptr<std::uint64_t>> DiskFiles::share(const fs::path& file)
{
    if (auto shared = m_shared[file].lock())
        return shared;
    const auto stored = opened(file);
    const DiskResult done = stored == nullptr ? DiskResult::Dead
                            : stored->size() < sizeof(std::uint64_t)
                                ? write(*stored, std::string(sizeof(std::uint64_t), '\0'))
                                : DiskResult::Done;
    if (done != DiskResult::Done)
        return failed("map", file, done == DiskResult::Full ? Cause::Full : Cause::Other);
    auto shared = std::make_shared<std::uint64_t>(m_disk.random()());
    m_shared[file] = shared;
    return shared;
}

} // namespace starqueue::house
