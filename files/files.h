#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace starqueue::files {

/// Why a file can't be used.
enum class Cause {
    Missing,     ///< there is no such file
    IsDirectory, ///< instead of a file
    Full,        ///< its disk has no room, or takes nothing as it is mounted read-only
    Locked,      ///< another process holds its lock
    Other
};

struct FileError
{
    Cause cause;
    std::string reason; ///< in the system's words: "Permission denied"
    std::string detail; ///< what failed on which file, with the reason
};

template <class T> using Result = tl::expected<T, FileError>;

enum class Readers { Everybody, OwnerAlone };

/// An exclusive lock: the destructor releases it, and so does the death of the process.
class FileLock
{
public:
    FileLock() = default;
    virtual ~FileLock() = default;
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
};

/// The files that a program keeps beside its databases: small ones, each read and written whole.
///
/// "Durable" means that it outlives a power cut from the moment on in which the call returns. After an error
/// it is unknown whether the change is durable; the file is whole, old or new. Any thread; a file has one
/// writer at a time. The machine's own disk is posix(); a simulation passes another.
class Files
{
public:
    virtual ~Files() = default;

    [[nodiscard]] virtual Result<std::string> read(const std::filesystem::path& file) = 0;
    /// Writes `file` durably: whoever reads it, at any time, finds the old content or all of the new one. It
    /// is written beside, as "FILE.new", and renamed.
    [[nodiscard]] virtual Result<void> replace(const std::filesystem::path& file, std::string_view content,
                                               Readers readers) = 0;
    /// Writes `file` (readable by everybody) in place and syncs nothing, for what is written often and needed
    /// until the power goes. A reader must notice damage: a power cut may leave any part of it.
    [[nodiscard]] virtual Result<void> overwrite(const std::filesystem::path& file,
                                                 std::string_view content) = 0;
    /// Removes `file` durably. One that is missing is removed already.
    [[nodiscard]] virtual Result<void> remove(const std::filesystem::path& file) = 0;
    /// Makes an empty file of its owner alone, if there is none. Not durable.
    [[nodiscard]] virtual Result<void> create(const std::filesystem::path& file) = 0;
    /// Makes a directory of its owner alone durable, and makes it, with its parents, if there is none.
    [[nodiscard]] virtual Result<void> makeDirectory(const std::filesystem::path& directory) = 0;
    /// Cause::Locked: the detail names the process that holds the lock of `file`, which is made if missing.
    /// On a disk that is mounted read-only a missing one is an error, and the holder isn't named.
    [[nodiscard]] virtual Result<std::unique_ptr<FileLock>> lock(const std::filesystem::path& file) = 0;
    /// Has `file` (its owner's alone) take that much of its disk, for nobody's use; 0 bytes: removes it.
    /// After an error it is as long as it was. Not durable.
    [[nodiscard]] virtual Result<void> reserve(const std::filesystem::path& file, std::uint64_t bytes) = 0;
    /// How many bytes this program may still write to the disk of `directory`; none to one that is mounted
    /// read-only.
    [[nodiscard]] virtual Result<std::uint64_t> room(const std::filesystem::path& directory) = 0;
    /// Eight bytes in `file` (its owner's alone, made if missing) that all processes of this machine share,
    /// for std::atomic_ref. After a power cut they have any value. On a disk that is mounted read-only they
    /// are this program's alone.
    [[nodiscard]] virtual Result<std::shared_ptr<std::uint64_t>> share(const std::filesystem::path& file) = 0;
};

} // namespace starqueue::files
