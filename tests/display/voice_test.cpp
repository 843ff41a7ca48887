#include <display/voice/player_sink.h>
#include <display/voice/sentence/phrase.h>
#include <display/voice_fakes.h>

#include <support/scripted_hall.h>

#include <QDir>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

using namespace starqueue::display;
using namespace starqueue::display::test;
using starqueue::test::eventually;

namespace {

Pieces whole(const Phrase& phrase)
{
    return phrase.call + phrase.place;
}

Pieces clips(const QStringList& names)
{
    Pieces pieces;
    for (const QString& name : names)
        pieces << Piece{Piece::Kind::Clip, name};
    return pieces;
}

TEST(ClipStore, HasEveryClipThatAPhraseCanName)
{
    if (!QFile::exists(":/voice/zh/0.wav"))
        GTEST_SKIP() << "built without espeak-ng or sox";
    ClipStore store;
    for (const char* language : {"zh", "en"}) {
        for (int counter = 0; counter < 100; ++counter) {
            const auto joined =
                store.join(whole(phraseOf(call("A0123456789", QString::number(counter)), language)));
            ASSERT_TRUE(joined) << joined.error().toStdString();
        }
        for (char letter = 'A'; letter <= 'Z'; ++letter)
            ASSERT_TRUE(store.join(whole(phraseOf(call(QString(QLatin1Char(letter)), "1"), language))))
                << letter;
    }
}

TEST(ClipStore, JoinsClipsWithAPauseBetween)
{
    QTemporaryDir folder;
    ASSERT_TRUE(QDir(folder.path()).mkdir("zh"));
    writeFile(folder.filePath("zh/a.wav"), writeWav("aabb"));
    writeFile(folder.filePath("zh/b.wav"), writeWav("cc"));
    const auto joined = ClipStore(folder.path()).join(clips({"zh/a", "zh/b"}));
    ASSERT_TRUE(joined);
    EXPECT_TRUE(joined->startsWith("aabb"));
    EXPECT_TRUE(joined->endsWith("cc"));
    EXPECT_EQ(joined->size(), 6 + kSamplesPerSecond * 6 / 100 * kBytesPerSample);
}

TEST(ClipStore, NamesAClipThatCannotBeUsed)
{
    QTemporaryDir folder;
    ASSERT_TRUE(QDir(folder.path()).mkdir("zh"));
    writeFile(folder.filePath("zh/a.wav"), "not sound");
    ClipStore store(folder.path());
    EXPECT_TRUE(store.join(clips({"zh/a"})).error().contains("zh/a.wav"));
    EXPECT_TRUE(store.join(clips({"zh/none"})).error().contains("zh/none"));
}

TEST(Wav, CutAnywhereIsRefusedOrShorterButNeverReadBeyond)
{
    const QByteArray whole = writeWav("abcdef");
    ASSERT_EQ(readWav(whole).value(), "abcdef");
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const auto cut = readWav(whole.left(size));
        EXPECT_TRUE(!cut || QByteArray("abcdef").startsWith(*cut)) << size;
    }
}

TEST(Wav, OfAnotherFormatIsRefused)
{
    QByteArray stereo = writeWav("abcd");
    stereo[22] = 2;
    EXPECT_FALSE(readWav(stereo));
}

TEST(PlayerSink, GivesTheSamplesToTheProgramAndFinishesOnce)
{
    QTemporaryDir folder;
    const QString heard = folder.filePath("heard");
    PlayerSink sink({"sh", "-c", "cat > \"$0\"", heard});
    int finished = 0;
    QObject::connect(&sink, &AudioSink::finished, &sink, [&] { ++finished; });
    sink.play("samples");
    EXPECT_EQ(finished, 0);
    ASSERT_TRUE(eventually([&] { return finished > 0; }));
    EXPECT_EQ(fileBytes(heard), "samples");
    EXPECT_EQ(finished, 1);
}

TEST(PlayerSink, FinishesAlsoWhenItsProgramIsMissing)
{
    PlayerSink sink({"/nowhere/player"});
    int finished = 0;
    QObject::connect(&sink, &AudioSink::finished, &sink, [&] { ++finished; });
    for (int i = 1; i <= 2; ++i) {
        sink.play("samples");
        EXPECT_EQ(finished, i - 1);
        ASSERT_TRUE(eventually([&] { return finished == i; }));
    }
}

} // namespace
