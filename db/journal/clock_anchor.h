#pragma once

#include <files/files.h>
#include <time/instant.h>

#include <filesystem>
#include <optional>
#include <string>

namespace starqueue::db {

/// The hall's elapsed time at a reading of the machine's steady clock.
struct ClockAnchor
{
    std::string boot; ///< of which boot the steady clock is
    Millis steady{};
    Instant elapsed{};

    friend bool operator==(const ClockAnchor&, const ClockAnchor&) = default;
};

/// The newest anchor in `dir`/clock, so that a restart knows how long the hall was down whatever the wall
/// clock did. Needed within one boot only: it is never synced, and one that is damaged counts as none. One
/// thread at a time.
class ClockAnchorFile
{
public:
    ClockAnchorFile(const std::filesystem::path& dir, files::Files& files);

    [[nodiscard]] std::optional<ClockAnchor> read() const;
    /// Errors are ignored: without an anchor a start goes by the wall clock.
    void write(const ClockAnchor& anchor) const;

private:
    files::Files& m_files;
    std::filesystem::path m_file;
};

} // namespace starqueue::db
