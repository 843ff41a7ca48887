#include <db/sqlite/directory_lock.h>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

namespace starqueue::db {

namespace {

std::string holder(int file)
{
    std::array<char, 32> text{};
    const ssize_t length = ::pread(file, text.data(), text.size() - 1, 0);
    return length > 0 ? "process " + std::string{text.data(), static_cast<std::size_t>(length)} : "a process";
}

void nameHolder(int file)
{
    const std::string pid = std::to_string(::getpid());
    // The pid is for messages only: a full disk may leave it empty.
    if (::ftruncate(file, 0) == 0) [[maybe_unused]]
        const ssize_t written = ::pwrite(file, pid.data(), pid.size(), 0);
}

} // namespace

tl::expected<DirectoryLock, StorageError> DirectoryLock::acquire(const std::filesystem::path& dir)
{
    const auto path = dir / "hall.lock";
    const int file = ::open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    if (file < 0)
        return tl::unexpected{StorageError{StorageFault::Unreadable,
                                           path.string() + " can't be opened: " + std::strerror(errno) +
                                               "; check that the directory exists "
                                               "and belongs to this user"}};
    DirectoryLock lock{file};
    if (::flock(file, LOCK_EX | LOCK_NB) != 0)
        return tl::unexpected{StorageError{StorageFault::Locked, "another hall service (" + holder(file) +
                                                                     ") runs on " + dir.string() +
                                                                     ": stop it, or give another --data"}};
    nameHolder(file);
    return lock;
}

DirectoryLock::~DirectoryLock()
{
    if (m_file >= 0)
        ::close(m_file);
}

DirectoryLock::DirectoryLock(DirectoryLock&& other) noexcept : m_file(std::exchange(other.m_file, -1)) {}

DirectoryLock& DirectoryLock::operator=(DirectoryLock&& other) noexcept
{
    std::swap(m_file, other.m_file);
    return *this;
}

} // namespace starqueue::db
