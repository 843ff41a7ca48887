#pragma once

#include <time/wall_time.h>

#include <functional>
#include <optional>
#include <string_view>

namespace starqueue::time {

/// Where the machine's clock gets its time from: a battery, or a network time protocol.
enum class ClockSource { Rtc, Ntp };

/// Why a clock isn't believed.
enum class ClockDoubt {
    BeforeBuild,    ///< it shows a time before this program was built
    BeforeLast,     ///< before the journal's last instant
    TooFarAhead,    ///< more than 16 days after it
    ManyDays,       ///< more than one change of day after it
    Stepped,        ///< while running it has left the steady clock by more than two minutes
    NotSynchronised ///< the source is ntp, and the clock isn't synchronised
};

/// As in the API: "before_last".
[[nodiscard]] std::string_view word(ClockDoubt doubt);

/// Between which times a machine's clock was believed at its boot.
struct BootSpan
{
    WallTime earliest; ///< what the hall showed last before the boot, and the steady time since it came up
    WallTime latest;   ///< what the machine showed then, and likewise
};

/// What is known when a clock is judged.
struct ClockReading
{
    WallTime machine; ///< what the machine's clock shows
    WallTime hall;    ///< what the hall shows: its last instant, and the steady time since
    bool isSynchronised = false;
    bool isPlaced = false;    ///< the clock was believed since the machine's boot: it is judged as running
    bool isConfirmed = false; ///< since the boot somebody has said what the time is
    /// Empty: the boot is longer ago than ClockBelief::kBootSettles, or what the time is has been proven
    /// since.
    std::optional<BootSpan> boot{};
};

/// The rule by which a machine's clock is believed. A value; any thread.
///
/// A clock that is synchronised, or within two minutes of what somebody confirmed, is believed unless it is
/// before the build. Any other one must pass the rules of its source; with Rtc: not before the last instant,
/// at most 16 days after it, and at most one change of day; while running, within two minutes of the steady
/// clock. What a machine shows first after a boot may be ahead and be set back a moment later, by a network
/// or by hand: soon after it every time is believed that lies between the last instant and what it showed
/// first. A hall's time from before the build is surely wrong, so that nothing is measured by it.
class ClockBelief
{
public:
    /// How far apart two clocks may be and still count as the same.
    static constexpr Millis kTolerance = Minutes{2};
    /// For how long after a boot the machine's clock may still be set.
    static constexpr Millis kBootSettles = Minutes{10};

    /// The changes of day between two instants, without those to a day on which the hall is closed.
    using ChangesOfDay = std::function<int(WallTime from, WallTime to)>;

    /// Holds days apart only with `changes`.
    explicit ClockBelief(ClockSource source = ClockSource::Rtc, WallTime built = {},
                         ChangesOfDay changes = {});

    /// Empty: the clock is believed.
    [[nodiscard]] std::optional<ClockDoubt> doubt(const ClockReading& reading) const;
    [[nodiscard]] WallTime built() const { return m_built; }

private:
    [[nodiscard]] std::optional<ClockDoubt> doubtAtStart(const ClockReading& reading) const;

    ClockSource m_source;
    WallTime m_built;
    ChangesOfDay m_changes;
};

} // namespace starqueue::time
