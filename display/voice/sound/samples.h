#pragma once

#include <QByteArray>

#include <chrono>
#include <vector>

namespace starqueue::display {

/// What every clip and every sink agrees on: 16 bit, one channel, this many samples a second.
inline constexpr int kSamplesPerSecond = 22050;
inline constexpr int kBytesPerSample = 2;

/// Samples of -1 to 1.
using Wave = std::vector<double>;

[[nodiscard]] Wave waveOf(const QByteArray& samples);
/// Louder ones than there can be are clipped.
[[nodiscard]] QByteArray samplesOf(const Wave& wave);
[[nodiscard]] QByteArray silence(std::chrono::milliseconds length);
/// How long these are heard.
[[nodiscard]] std::chrono::milliseconds lengthOf(const QByteArray& samples);

} // namespace starqueue::display
