#include <display/voice/sound/loudness.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace starqueue::display {

namespace {

/// A filter of second order, normalised so that a0 is 1.
struct Biquad
{
    double b0, b1, b2, a1, a2;

    [[nodiscard]] Wave operator()(const Wave& in) const
    {
        Wave out(in.size());
        double z1 = 0;
        double z2 = 0;
        for (std::size_t i = 0; i < in.size(); ++i) {
            out[i] = b0 * in[i] + z1;
            z1 = b1 * in[i] - a1 * out[i] + z2;
            z2 = b2 * in[i] - a2 * out[i];
        }
        return out;
    }
};

/// tan of half the angle of a frequency at our rate, which the bilinear transform wants.
double warped(double hertz)
{
    return std::tan(std::numbers::pi * hertz / kSamplesPerSecond);
}

// The two filters of BS.1770, given there for 48 kHz, by the analogue ones that these come from.
Biquad headShelf()
{
    const double k = warped(1681.974450955533);
    constexpr double kQ = 0.7071752369554196;
    const double high = std::pow(10.0, 3.999843853973347 / 20.0);
    const double band = std::pow(high, 0.4996667741545416);
    const double a0 = 1.0 + k / kQ + k * k;
    return {(high + band * k / kQ + k * k) / a0, 2.0 * (k * k - high) / a0,
            (high - band * k / kQ + k * k) / a0, 2.0 * (k * k - 1.0) / a0, (1.0 - k / kQ + k * k) / a0};
}

Biquad lowCut()
{
    const double k = warped(38.13547087602444);
    constexpr double kQ = 0.5003270373238773;
    const double a0 = 1.0 + k / kQ + k * k;
    return {1.0, -2.0, 1.0, 2.0 * (k * k - 1.0) / a0, (1.0 - k / kQ + k * k) / a0};
}

double loudness(double power)
{
    return power > 0 ? -0.691 + 10.0 * std::log10(power) : kInaudible;
}

double meanPower(const Wave& wave, std::size_t from, std::size_t to)
{
    double sum = 0;
    for (std::size_t i = from; i < to; ++i)
        sum += wave[i] * wave[i];
    return to > from ? sum / static_cast<double>(to - from) : 0;
}

/// Of blocks of 400 ms, a quarter after the other; a shorter wave is one block.
Wave blockPowers(const Wave& wave)
{
    constexpr std::size_t kBlock = kSamplesPerSecond * 4 / 10;
    constexpr std::size_t kStep = kBlock / 4;
    if (wave.size() < kBlock)
        return {meanPower(wave, 0, wave.size())};
    Wave powers;
    for (std::size_t from = 0; from + kBlock <= wave.size(); from += kStep)
        powers.push_back(meanPower(wave, from, from + kBlock));
    return powers;
}

/// The loudness of what is louder than the gate.
double gated(const Wave& powers, double gate)
{
    double sum = 0;
    int count = 0;
    for (const double power : powers) {
        if (loudness(power) > gate) {
            sum += power;
            ++count;
        }
    }
    return count > 0 ? loudness(sum / count) : kInaudible;
}

} // namespace

double loudnessOf(const Wave& wave)
{
    constexpr double kBelowTheMean = 10.0;
    const Wave powers = blockPowers(lowCut()(headShelf()(wave)));
    return gated(powers, std::max(kInaudible, gated(powers, kInaudible) - kBelowTheMean));
}

double peakOf(const Wave& wave)
{
    double peak = 0;
    for (const double sample : wave)
        peak = std::max(peak, std::abs(sample));
    return peak > 0 ? 20.0 * std::log10(peak) : kInaudible;
}

} // namespace starqueue::display
