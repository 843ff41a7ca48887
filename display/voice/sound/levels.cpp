#include <display/voice/sound/levels.h>

#include <display/voice/sound/loudness.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace starqueue::display {

namespace {

double factorOf(double decibels)
{
    return std::pow(10.0, decibels / 20.0);
}

void amplify(Wave& wave, double factor)
{
    for (double& sample : wave)
        sample *= factor;
}

/// Above the knee the curve bends towards the highest peak and never reaches it; below it nothing changes.
void roundPeaks(Wave& wave)
{
    const double knee = factorOf(kHighestPeak - 4.5);
    const double room = factorOf(kHighestPeak) - knee;
    for (double& sample : wave) {
        const double size = std::abs(sample);
        if (size > knee)
            sample = std::copysign(knee + room * std::tanh((size - knee) / room), sample);
    }
}

void fade(Wave& wave)
{
    constexpr std::size_t kLength = kSamplesPerSecond * kFade.count() / 1000;
    const std::size_t length = std::min(kLength, wave.size() / 2);
    for (std::size_t i = 0; i < length; ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(length);
        wave[i] *= share;
        wave[wave.size() - 1 - i] *= share;
    }
}

/// A struck bar: the tone and a weak overtone that die away.
void addNote(Wave& wave, double hertz, double from)
{
    constexpr double kDecay = 5.0; // a second
    for (auto i = static_cast<std::size_t>(from * kSamplesPerSecond); i < wave.size(); ++i) {
        const double t = static_cast<double>(i) / kSamplesPerSecond - from;
        const double angle = 2.0 * std::numbers::pi * hertz * t;
        wave[i] += std::exp(-kDecay * t) * (std::sin(angle) + 0.2 * std::sin(3.0 * angle));
    }
}

} // namespace

QByteArray levelled(const QByteArray& samples)
{
    Wave wave = waveOf(samples);
    const double loudness = loudnessOf(wave);
    if (loudness <= kInaudible)
        return samples;
    amplify(wave, factorOf(kLevel - loudness));
    if (peakOf(wave) > kHighestPeak)
        roundPeaks(wave);
    fade(wave);
    return samplesOf(wave);
}

namespace {

QByteArray madeChime(bool brief)
{
    constexpr double kHigher = 784.0; // g"
    constexpr double kLower = 622.25; // e flat"
    constexpr double kSecondNote = 0.25;
    Wave wave(static_cast<std::size_t>(kSamplesPerSecond * (brief ? 0.3 : 0.65)));
    addNote(wave, kHigher, 0);
    if (!brief)
        addNote(wave, kLower, kSecondNote);
    amplify(wave, 0.25); // before 16 bit can clip it
    return levelled(samplesOf(wave));
}

} // namespace

QByteArray chime(bool brief)
{
    static const QByteArray kWhole = madeChime(false); // as costly as all else that is done for a call
    static const QByteArray kBrief = madeChime(true);
    return brief ? kBrief : kWhole;
}

} // namespace starqueue::display
