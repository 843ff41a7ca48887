#include <db/people/key_scratch.h>

#include <db/sqlite/file_error.h>

#include <chrono>
#include <thread>

namespace starqueue::db {

namespace {

constexpr const char* kScratch = "scratch";          // in the hall's directory
constexpr const char* kScratchLock = "scratch.lock"; // likewise
constexpr std::chrono::milliseconds kBetweenTries{50};
constexpr int kTries = 200;

StorageError cantTake(const files::FileError& error)
{
    if (error.cause != files::Cause::Locked)
        return storageError(error, "keys are copied there");
    return {StorageFault::Locked, "another program copies the keys: " + error.detail + "; let it end first"};
}

} // namespace

tl::expected<KeyScratch, StorageError> KeyScratch::take(const std::filesystem::path& dir, files::Files& files)
{
    auto lock = files.lock(dir / kScratchLock);
    for (int tries = 1; !lock && lock.error().cause == files::Cause::Locked && tries < kTries; ++tries) {
        std::this_thread::sleep_for(kBetweenTries);
        lock = files.lock(dir / kScratchLock);
    }
    if (!lock)
        return tl::unexpected(cantTake(lock.error()));
    const auto path = dir / kScratch;
    std::error_code error;
    std::filesystem::remove_all(path, error);
    if (const auto made = files.makeDirectory(path); !made)
        return tl::unexpected(cantTake(made.error()));
    return KeyScratch{std::move(*lock), path};
}

KeyScratch::~KeyScratch()
{
    std::error_code error;
    if (m_lock)
        std::filesystem::remove_all(m_path, error);
}

void clearKeyScratch(const std::filesystem::path& dir, files::Files& files)
{
    std::error_code error;
    if (!std::filesystem::exists(dir / kScratch, error))
        return;
    if (const auto lock = files.lock(dir / kScratchLock))
        std::filesystem::remove_all(dir / kScratch, error);
}

} // namespace starqueue::db
