#include <db/tokens/shared_counter.h>

#include <db/sqlite/file_error.h>

#include <atomic>
#include <utility>

namespace starqueue::db {

static_assert(std::atomic_ref<std::uint64_t>::is_always_lock_free, "a lock would not be shared");

tl::expected<SharedCounter, StorageError> SharedCounter::open(const std::filesystem::path& file,
                                                              files::Files& files)
{
    auto shared = files.share(file);
    if (!shared)
        return tl::unexpected{
            storageError(shared.error(), "this program needs room there and the right to write")};
    return SharedCounter{std::move(*shared)};
}

SharedCounter::SharedCounter(std::shared_ptr<std::uint64_t> shared) : m_shared(std::move(shared)) {}

std::uint64_t SharedCounter::value() const
{
    return std::atomic_ref{*m_shared}.load(std::memory_order_acquire);
}

void SharedCounter::advance()
{
    std::atomic_ref{*m_shared}.fetch_add(1, std::memory_order_acq_rel);
}

} // namespace starqueue::db
