#include <display/voice/announcer.h>
#include <display/voice/espeak.h>
#include <display/voice/sound/loudness.h>
#include <display/voice/wav_file_sink.h>
#include <display/voice_fakes.h>

#include <support/scripted_hall.h>

#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <random>

#ifdef STARQUEUE_EBUR128
#include <ebur128.h>
#endif

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using namespace starqueue::display;
using namespace starqueue::display::test;
using starqueue::test::eventually;

namespace {

constexpr double kLowestPeak = -1.0; ///< that nothing may reach, in dBFS

Wave noise(double size)
{
    std::mt19937 dice(7);
    std::uniform_real_distribution<double> sample(-size, size);
    Wave wave(kSamplesPerSecond * 3);
    for (double& one : wave)
        one = sample(dice);
    return wave;
}

TEST(Levels, WhateverIsSpokenBecomesEquallyLoudAndNeverClips)
{
    for (const double size : {0.01, 0.1, 0.5, 1.0}) {
        for (const QByteArray& samples : {tone(1s, size), tone(300ms, size), samplesOf(noise(size))}) {
            const Wave wave = waveOf(levelled(samples));
            EXPECT_NEAR(loudnessOf(wave), kLevel, 1.0) << size;
            EXPECT_LT(peakOf(wave), kLowestPeak) << size;
        }
    }
}

TEST(Levels, ALonePeakIsRoundedOff)
{
    Wave wave = waveOf(tone(3s, 0.02));
    wave[30'000] = 1.0;
    EXPECT_LT(peakOf(waveOf(levelled(samplesOf(wave)))), kLowestPeak);
}

TEST(Levels, BeginAndEndFadeInFiveMilliseconds)
{
    const Wave wave = waveOf(levelled(samplesOf(Wave(kSamplesPerSecond, 0.4))));
    constexpr std::size_t kFaded = kSamplesPerSecond * 5 / 1000;
    ASSERT_GT(wave.size(), 2 * kFaded);
    EXPECT_EQ(wave.front(), 0);
    EXPECT_EQ(wave.back(), 0);
    for (std::size_t i = 1; i < kFaded; ++i) {
        EXPECT_GE(wave[i], wave[i - 1]);
        EXPECT_GE(wave[wave.size() - 1 - i], wave[wave.size() - i]);
    }
    EXPECT_GT(wave[kFaded], 0.9 * wave[kFaded * 10]);
}

TEST(Levels, SilenceStaysSilent)
{
    EXPECT_EQ(levelled(silence(1s)), silence(1s));
    EXPECT_EQ(levelled({}), QByteArray());
}

TEST(Chime, IsHeardAsLoudAsTheVoiceForAboutSixTenthsOfASecond)
{
    EXPECT_NEAR(loudnessOf(waveOf(chime())), kLevel, 1.0);
    EXPECT_LT(peakOf(waveOf(chime())), kLowestPeak);
    EXPECT_GT(lengthOf(chime()), 500ms);
    EXPECT_LT(lengthOf(chime()), 800ms);
    EXPECT_LT(lengthOf(chime(true)), lengthOf(chime()));
}

#ifdef STARQUEUE_EBUR128
/// As the public library for EBU R128 measures it, which knows nothing of our code.
double measured(const QByteArray& samples)
{
    ebur128_state* meter = ebur128_init(1, kSamplesPerSecond, EBUR128_MODE_I);
    ebur128_set_channel(meter, 0, EBUR128_LEFT);
    const Wave wave = waveOf(samples);
    ebur128_add_frames_double(meter, wave.data(), wave.size());
    double loudness = 0;
    EXPECT_EQ(ebur128_loudness_global(meter, &loudness), EBUR128_SUCCESS);
    ebur128_destroy(&meter);
    return loudness;
}

TEST(Loudness, IsWhatThePublicLibraryMeasures)
{
    for (const double size : {0.02, 0.2, 0.9}) {
        EXPECT_NEAR(loudnessOf(waveOf(tone(2s, size))), measured(tone(2s, size)), 0.1);
        const QByteArray samples = samplesOf(noise(size)) + silence(2s);
        EXPECT_NEAR(loudnessOf(waveOf(samples)), measured(samples), 0.1);
    }
}

/// What is written to WAV files in the languages, by the voice that the hall hears.
TEST(WavFiles, OfChineseAndEnglishCallsAreEquallyLoudAndNeverClip)
{
    if (QStandardPaths::findExecutable("espeak-ng").isEmpty())
        GTEST_SKIP() << "espeak-ng isn't installed";
    QTemporaryDir folder;
    CallsOfAHall hall;
    WavFileSink files(folder.path());
    Espeak espeak;
    Announcer announcer(hall.schedule, hall.hands.clock(), files, espeak, {});
    const QStringList numbers{"A012", "B559", "W333", "V888", "C047"};
    for (const QString& number : numbers) {
        const int before = static_cast<int>(QDir(folder.path()).count());
        hall.call(number, QString::number(number.toUInt(nullptr, 36) % 40 + 1));
        hall.take();
        announcer.look();
        ASSERT_TRUE(eventually([&] {
            return static_cast<int>(QDir(folder.path()).count()) == before + 2 &&
                   !hall.schedule.expected(hall.hands.steady).first().spoken;
        })) << number.toStdString();
    }
    const auto all = QDir(folder.path()).entryList({"*.wav"});
    ASSERT_EQ(all.size(), 2 * numbers.size());
    for (const QString& name : all) {
        const auto samples = readWav(fileBytes(folder.filePath(name)));
        ASSERT_TRUE(samples);
        EXPECT_NEAR(measured(*samples), kLevel, 1.0) << name.toStdString();
        EXPECT_LT(peakOf(waveOf(*samples)), kLowestPeak) << name.toStdString();
        EXPECT_GT(lengthOf(*samples), 1500ms) << name.toStdString();
        EXPECT_LT(lengthOf(*samples), 6s) << name.toStdString();
    }
}
#else
TEST(WavFiles, OfChineseAndEnglishCallsAreEquallyLoudAndNeverClip)
{
    GTEST_SKIP() << "built without libebur128";
}
#endif

} // namespace
