#pragma once

#include <display/voice/sound/samples.h>

namespace starqueue::display {

/// How loud people hear it, in LUFS: ITU-R BS.1770 with its two gates, so that pauses count for nothing.
/// kInaudible where there is nothing to hear.
inline constexpr double kInaudible = -70.0;
[[nodiscard]] double loudnessOf(const Wave& wave);

/// The largest sample, in dBFS.
[[nodiscard]] double peakOf(const Wave& wave);

} // namespace starqueue::display
