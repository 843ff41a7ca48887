#include <files/posix_files.h>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace starqueue::files {

namespace {

namespace fs = std::filesystem;

constexpr mode_t kOwnerAlone = 0600;
constexpr mode_t kOwnersDirectory = 0700;
constexpr mode_t kEverybody = 0644;

Cause causeOf(int error)
{
    switch (error) {
    case ENOENT:
        return Cause::Missing;
    case EISDIR:
        return Cause::IsDirectory;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
    case EROFS:
        return Cause::Full;
    case EWOULDBLOCK:
        return Cause::Locked;
    default:
        return Cause::Other;
    }
}

tl::unexpected<FileError> failed(std::string_view what, const fs::path& file, int error = errno)
{
    const std::string reason = std::strerror(error);
    return tl::unexpected{FileError{causeOf(error), reason,
                                    "can't " + std::string{what} + ' ' + file.string() + ": " + reason}};
}

/// An open file, closed by the destructor, which leaves errno alone.
class Descriptor
{
public:
    Descriptor(const fs::path& file, int flags, mode_t mode = 0)
        : m_number(::open(file.c_str(), flags | O_CLOEXEC, mode))
    {}
    ~Descriptor()
    {
        const int error = errno;
        if (isOpen())
            ::close(m_number);
        errno = error;
    }
    Descriptor(Descriptor&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }

    [[nodiscard]] bool isOpen() const { return m_number >= 0; }
    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

/// After a failed unlink(), whose errno it keeps: on a disk that is mounted read-only that says of a missing
/// file, too, that it can't be removed.
bool isMissing(const fs::path& file)
{
    const int error = errno;
    struct stat found = {};
    const bool isThere = ::lstat(file.c_str(), &found) == 0;
    errno = error;
    return !isThere && (error == ENOENT || error == EROFS);
}

bool writeAll(const Descriptor& file, std::string_view content)
{
    for (off_t at = 0; !content.empty();) {
        const ssize_t written = ::pwrite(file.number(), content.data(), content.size(), at);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        at += written;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

Result<void> syncDirectoryOf(const fs::path& file)
{
    const fs::path parent = file.parent_path();
    const Descriptor directory{parent.empty() ? "." : parent, O_RDONLY | O_DIRECTORY};
    if (!directory.isOpen() || ::fsync(directory.number()) != 0)
        return failed("sync the directory of", file);
    return {};
}

Result<void> writeBeside(const fs::path& beside, std::string_view content, mode_t mode)
{
    const Descriptor out{beside, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, mode};
    if (!out.isOpen())
        return failed("create", beside);
    if (::fchmod(out.number(), mode) != 0 || !writeAll(out, content) || ::fsync(out.number()) != 0)
        return failed("write", beside);
    return {};
}

std::string holderOf(const Descriptor& file)
{
    std::array<char, 32> text{};
    const ssize_t length = ::pread(file.number(), text.data(), text.size() - 1, 0);
    return length > 0 ? "process " + std::string{text.data(), static_cast<std::size_t>(length)} : "a process";
}

tl::unexpected<FileError> isHeld(const std::string& holder, const fs::path& file)
{
    const std::string reason = holder + " holds it";
    return tl::unexpected{FileError{Cause::Locked, reason, "can't lock " + file.string() + ": " + reason}};
}

// The number is for messages only: a full disk may leave it empty.
void nameHolder(const Descriptor& file)
{
    if (::ftruncate(file.number(), 0) == 0)
        (void)writeAll(file, std::to_string(::getpid()));
}

/// The kernel's lock goes with the open file.
class PosixLock final : public FileLock
{
public:
    explicit PosixLock(Descriptor file) : m_file(std::move(file)) {}

private:
    Descriptor m_file;
};

class PosixFiles final : public Files
{
public:
    Result<std::string> read(const fs::path& file) override
    {
        const Descriptor in{file, O_RDONLY};
        std::string content;
        std::array<char, 16'384> part{};
        ssize_t length = in.isOpen() ? 1 : -1;
        while (length > 0) {
            length = ::read(in.number(), part.data(), part.size());
            if (length < 0 && errno == EINTR)
                length = 1;
            else if (length > 0)
                content.append(part.data(), static_cast<std::size_t>(length));
        }
        if (length < 0)
            return failed("read", file);
        return content;
    }

    Result<void> replace(const fs::path& file, std::string_view content, Readers readers) override
    {
        const fs::path beside = file.string() + ".new";
        auto written =
            writeBeside(beside, content, readers == Readers::OwnerAlone ? kOwnerAlone : kEverybody);
        if (!written) {
            ::unlink(beside.c_str());
            return written;
        }
        if (::rename(beside.c_str(), file.c_str()) != 0)
            return failed("replace", file);
        return syncDirectoryOf(file);
    }

    Result<void> overwrite(const fs::path& file, std::string_view content) override
    {
        const Descriptor out{file, O_WRONLY | O_CREAT, kEverybody};
        if (!out.isOpen() || !writeAll(out, content) ||
            ::ftruncate(out.number(), static_cast<off_t>(content.size())) != 0)
            return failed("write", file);
        return {};
    }

    Result<void> remove(const fs::path& file) override
    {
        if (::unlink(file.c_str()) != 0)
            return isMissing(file) ? Result<void>{} : failed("remove", file);
        return syncDirectoryOf(file);
    }

    // An existing file isn't opened: closing it would drop all POSIX locks that this process holds on it, and
    // SQLite's are of that kind.
    Result<void> create(const fs::path& file) override
    {
        const Descriptor made{file, O_CREAT | O_EXCL | O_RDWR, kOwnerAlone};
        if (!made.isOpen() && errno != EEXIST)
            return failed("create", file);
        return {};
    }

    // One that is there may be so since a moment ago: it is synced all the same.
    Result<void> makeDirectory(const fs::path& directory) override
    {
        std::error_code error;
        const fs::path parent = directory.parent_path();
        if (!parent.empty() && !fs::exists(parent, error))
            if (auto made = makeDirectory(parent); !made)
                return made;
        if (::mkdir(directory.c_str(), kOwnersDirectory) != 0 &&
            !(errno == EEXIST && fs::is_directory(directory, error)))
            return failed("make the directory", directory);
        if (::chmod(directory.c_str(), kOwnersDirectory) != 0 && errno != EROFS)
            return failed("protect the directory", directory);
        return syncDirectoryOf(directory);
    }

    Result<std::unique_ptr<FileLock>> lock(const fs::path& file) override
    {
        Descriptor opened{file, O_CREAT | O_RDWR, kOwnerAlone};
        if (!opened.isOpen() && errno == EROFS)
            opened = Descriptor{file, O_RDONLY};
        if (!opened.isOpen())
            return failed("open", file);
        if (::flock(opened.number(), LOCK_EX | LOCK_NB) != 0)
            return errno == EWOULDBLOCK ? isHeld(holderOf(opened), file) : failed("lock", file);
        nameHolder(opened);
        return std::make_unique<PosixLock>(std::move(opened));
    }

    Result<void> reserve(const fs::path& file, std::uint64_t bytes) override
    {
        if (bytes == 0)
            return ::unlink(file.c_str()) == 0 || errno == ENOENT ? Result<void>{} : failed("remove", file);
        const Descriptor opened{file, O_CREAT | O_RDWR | O_NOFOLLOW, kOwnerAlone};
        struct stat before = {};
        if (!opened.isOpen() || ::fstat(opened.number(), &before) != 0)
            return failed("open", file);
        const int error = ::posix_fallocate(opened.number(), 0, static_cast<off_t>(bytes));
        if (error == 0)
            return {};
        if (::ftruncate(opened.number(), before.st_size) != 0)
            return failed("shorten", file);
        return failed("allocate", file, error);
    }

    Result<std::uint64_t> room(const fs::path& directory) override
    {
        struct statvfs disk = {};
        if (::statvfs(directory.c_str(), &disk) != 0)
            return failed("look at the disk of", directory);
        if ((disk.f_flag & ST_RDONLY) != 0)
            return std::uint64_t{0};
        return std::uint64_t{disk.f_bavail} * disk.f_frsize;
    }

    // The file's block is allocated first: on a full disk, writing to the mapping would raise SIGBUS.
    Result<std::shared_ptr<std::uint64_t>> share(const fs::path& file) override
    {
        const Descriptor opened{file, O_CREAT | O_RDWR, kOwnerAlone};
        if (!opened.isOpen() && errno == EROFS)
            return std::make_shared<std::uint64_t>(0);
        if (!opened.isOpen())
            return failed("open", file);
        if (const int error = ::posix_fallocate(opened.number(), 0, sizeof(std::uint64_t)); error != 0)
            return failed("allocate", file, error);
        void* const mapped =
            ::mmap(nullptr, sizeof(std::uint64_t), PROT_READ | PROT_WRITE, MAP_SHARED, opened.number(), 0);
        if (mapped == MAP_FAILED)
            return failed("map", file);
        return std::shared_ptr<std::uint64_t>{static_cast<std::uint64_t*>(mapped), [](std::uint64_t* memory) {
                                                  ::munmap(memory, sizeof *memory);
                                              }};
    }
};

} // namespace

Files& posix()
{
    static PosixFiles files;
    return files;
}

} // namespace starqueue::files
