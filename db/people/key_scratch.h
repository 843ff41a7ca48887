#pragma once

#include <db/sqlite/storage_error.h>

#include <files/posix_files.h>

#include <tl/expected.hpp>

#include <filesystem>
#include <memory>
#include <utility>

namespace starqueue::db {

/// Where keys lie while they are copied: the folder "scratch" of the hall's directory, its owner's alone and
/// nowhere else, so that whatever a killed program left there is found and removed by the next that takes it,
/// or by the hall's start. Whoever has it is the only one who copies keys and changes the list of their
/// copies (keyCopiesOf()). Removed by the destructor.
class KeyScratch
{
public:
    /// Waits up to 10 s for another program; StorageFault::Locked then names it.
    [[nodiscard]] static tl::expected<KeyScratch, StorageError> take(const std::filesystem::path& dir,
                                                                     files::Files& files = files::posix());
    ~KeyScratch();
    KeyScratch(KeyScratch&& other) noexcept = default;
    KeyScratch& operator=(KeyScratch&& other) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    KeyScratch(std::unique_ptr<files::FileLock> lock, std::filesystem::path path)
        : m_lock(std::move(lock)), m_path(std::move(path))
    {}

    std::unique_ptr<files::FileLock> m_lock; ///< null: moved from
    std::filesystem::path m_path;
};

/// Removes what a killed program left, unless another is at it now.
void clearKeyScratch(const std::filesystem::path& dir, files::Files& files);

} // namespace starqueue::db
