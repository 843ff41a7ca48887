#pragma once

#include <display/voice/sound/samples.h>

namespace starqueue::display {

inline constexpr double kLevel = -20.0;              ///< of all that is spoken, in LUFS
inline constexpr double kHighestPeak = -1.5;         ///< in dBFS
inline constexpr std::chrono::milliseconds kFade{5}; ///< at both ends, so that nothing clicks

/// Brought to kLevel, with its peaks rounded off below kHighestPeak, faded in and out. What is silent stays
/// so.
[[nodiscard]] QByteArray levelled(const QByteArray& samples);

/// Two notes, the higher first, that make people look up: about 0.6 s, levelled. `brief`: the first one
/// alone.
[[nodiscard]] QByteArray chime(bool brief = false);

} // namespace starqueue::display
