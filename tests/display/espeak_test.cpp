#include <display/voice/clip_store.h>
#include <display/voice/espeak.h>

#include <support/scripted_hall.h>

#include <QStandardPaths>

#include <gtest/gtest.h>

using namespace starqueue::display;
using starqueue::test::eventually;

namespace {

TEST(Espeak, SaysPinyinAndEnglishTheSameEachTime)
{
    if (QStandardPaths::findExecutable("espeak-ng").isEmpty())
        GTEST_SKIP() << "espeak-ng isn't installed";
    Espeak espeak;
    QList<QByteArray> heard;
    QObject::connect(&espeak, &Synthesiser::said, &espeak,
                     [&](const QByteArray& samples) { heard << samples; });
    const Pieces pieces{{Piece::Kind::Pinyin, "gui4 bin1 shi4"},
                        {Piece::Kind::English, "the VIP room"},
                        {Piece::Kind::Pinyin, "gui4 bin1 shi4"}};
    for (const Piece& words : pieces) {
        const auto before = heard.size();
        espeak.say(words);
        EXPECT_EQ(heard.size(), before) << "said() before say() has returned";
        ASSERT_TRUE(eventually([&] { return heard.size() > before; }));
    }
    constexpr qsizetype kHalfASecond = kSamplesPerSecond * kBytesPerSample / 2;
    EXPECT_GT(heard[0].size(), kHalfASecond);
    EXPECT_GT(heard[1].size(), kHalfASecond);
    EXPECT_EQ(heard[0], heard[2]);
    EXPECT_NE(heard[0], heard[1]);
}

TEST(Espeak, AnswersAlsoWhenItsProgramIsMissingOrFails)
{
    for (const char* program : {"/nowhere/espeak", "false", "true"}) {
        Espeak espeak(program);
        int answers = 0;
        QObject::connect(&espeak, &Synthesiser::said, &espeak, [&](const QByteArray& samples) {
            EXPECT_TRUE(samples.isEmpty());
            ++answers;
        });
        espeak.say({Piece::Kind::English, "the VIP room"});
        ASSERT_TRUE(eventually([&] { return answers > 0; })) << program;
        EXPECT_EQ(answers, 1);
    }
}

TEST(Espeak, SilenceGoesAtBothEndsAlone)
{
    const QByteArray quiet("\x10\0\xf0\xff", 4);
    const QByteArray loud("\0\x10\0\xf0", 4);
    EXPECT_EQ(withoutSilence(quiet + loud + quiet + loud + quiet + 'x'), loud + quiet + loud);
    EXPECT_EQ(withoutSilence(quiet), QByteArray());
}

} // namespace
