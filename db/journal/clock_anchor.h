#pragma once

#include <files/files.h>
#include <time/instant.h>
#include <time/wall_time.h>

#include <filesystem>
#include <optional>
#include <string>

namespace starqueue::db {

/// A boot of the machine whose clock was believed.
struct BootMark
{
    time::WallTime shownLast;  ///< by the hall before it
    time::WallTime shownFirst; ///< by the machine after it
    Instant began{};           ///< the hall's elapsed time then

    /// The same, as if it had begun at `now`.
    [[nodiscard]] BootMark at(Instant now) const
    {
        return {shownLast + (now - began), shownFirst + (now - began), now};
    }

    friend bool operator==(const BootMark&, const BootMark&) = default;
};

/// The hall's elapsed time at a reading of the machine's steady clock.
struct ClockAnchor
{
    std::string boot; ///< of which boot the steady clock is
    Millis steady{};
    Instant elapsed{};
    Instant since{};                ///< all from here on was counted by this boot's steady clock
    bool isPlaced = true;           ///< the wall clock was believed since the boot
    bool isConfirmed = false;       ///< somebody said in this boot what the time is
    std::optional<BootMark> mark{}; ///< empty: the boot isn't known, or its time is proven

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
