#include <display/voice/sound/samples.h>

#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <limits>

namespace starqueue::display {

namespace {

constexpr double kLoudest = std::numeric_limits<qint16>::max();

} // namespace

Wave waveOf(const QByteArray& samples)
{
    Wave wave(static_cast<std::size_t>(samples.size() / kBytesPerSample));
    for (std::size_t i = 0; i < wave.size(); ++i)
        wave[i] = qFromLittleEndian<qint16>(samples.constData() + i * kBytesPerSample) / kLoudest;
    return wave;
}

QByteArray samplesOf(const Wave& wave)
{
    QByteArray samples(static_cast<qsizetype>(wave.size()) * kBytesPerSample, '\0');
    for (std::size_t i = 0; i < wave.size(); ++i) {
        const auto sample = static_cast<qint16>(std::lround(std::clamp(wave[i], -1.0, 1.0) * kLoudest));
        qToLittleEndian(sample, samples.data() + i * kBytesPerSample);
    }
    return samples;
}

QByteArray silence(std::chrono::milliseconds length)
{
    return QByteArray(kSamplesPerSecond * length.count() / 1000 * kBytesPerSample, '\0');
}

std::chrono::milliseconds lengthOf(const QByteArray& samples)
{
    return std::chrono::milliseconds{samples.size() * 1000 / kBytesPerSample / kSamplesPerSecond};
}

} // namespace starqueue::display
