#include <db/tokens/shared_counter.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace starqueue::db {

namespace {

static_assert(std::atomic_ref<std::uint64_t>::is_always_lock_free, "a lock would not be shared");

StorageError unusable(const std::filesystem::path& file, int why)
{
    return {why == ENOSPC ? StorageFault::Full : StorageFault::Unreadable,
            file.string() + " can't be used: " + std::strerror(why) +
                "; this program needs room there and the right to write"};
}

/// Allocates the file's block first: on a full disk, writing to the mapping would raise SIGBUS.
tl::expected<std::uint64_t*, int> map(int descriptor)
{
    if (const int refused = ::posix_fallocate(descriptor, 0, sizeof(std::uint64_t)); refused != 0)
        return tl::unexpected{refused};
    void* const mapped =
        ::mmap(nullptr, sizeof(std::uint64_t), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    if (mapped == MAP_FAILED)
        return tl::unexpected{errno};
    return static_cast<std::uint64_t*>(mapped);
}

} // namespace

tl::expected<SharedCounter, StorageError> SharedCounter::open(const std::filesystem::path& file)
{
    const int descriptor = ::open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return tl::unexpected{unusable(file, errno)};
    const auto mapped = map(descriptor);
    ::close(descriptor);
    if (!mapped)
        return tl::unexpected{unusable(file, mapped.error())};
    return SharedCounter{*mapped};
}

SharedCounter::SharedCounter(std::uint64_t* shared) : m_shared(shared) {}

SharedCounter::SharedCounter(SharedCounter&& other) noexcept
    : m_shared(std::exchange(other.m_shared, nullptr))
{}

SharedCounter::~SharedCounter()
{
    if (m_shared != nullptr)
        ::munmap(m_shared, sizeof *m_shared);
}

std::uint64_t SharedCounter::value() const
{
    return std::atomic_ref{*m_shared}.load(std::memory_order_acquire);
}

void SharedCounter::advance()
{
    std::atomic_ref{*m_shared}.fetch_add(1, std::memory_order_acq_rel);
}

} // namespace starqueue::db
