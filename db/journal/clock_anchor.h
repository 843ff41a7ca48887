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
    Instant since{};          ///< all from here on was counted by this boot's steady clock
    bool isPlaced = true;     ///< the wall clock was believed since the boot
    bool isConfirmed = false; ///< somebody said in this boot what the time is

    friend bool operator==(const ClockAnchor&, const ClockAnchor&) = default;
};

/// The newest anchor in `dir`/clock, so that a restart knows how long the hall was down whatever the wall
/// clock did. Needed within one boot only: the first one is synced, so that its place outlives a power cut
/// and the later ones need none on a full disk; one that is damaged counts as none. One thread at a time.
class ClockAnchorFile
{
public:
    ClockAnchorFile(const std::filesystem::path& dir, files::Files& files);

    [[nodiscard]] std::optional<ClockAnchor> read() const;
    /// Errors are ignored: without an anchor a start goes by the wall clock.
    void write(const ClockAnchor& anchor);

private:
    files::Files& m_files;
    std::filesystem::path m_file;
    bool m_hasPlace = false;
};

} // namespace starqueue::db
