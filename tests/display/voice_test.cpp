#include <display/voice/announcer.h>
#include <display/voice/phrase.h>
#include <display/voice/player_sink.h>
#include <display/voice/wav_file_sink.h>

#include <support/scripted_hall.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

using namespace starqueue::display;
using starqueue::client::api::Call;
using starqueue::test::eventually;

namespace {

Call call(const QString& number, const QString& counter)
{
    return {.ticket = "id-" + number,
            .number = number,
            .counter = counter,
            .counterName = {counter + u"号窗口"_s, "Counter " + counter},
            .at = {},
            .recalls = 0,
            .state = starqueue::client::api::TicketState::Called};
}

/// Ends a piece when the test says so, and fails it when two play at once.
class HeldSink : public AudioSink
{
public:
    QList<QByteArray> pieces;
    bool playing = false;

    void end()
    {
        playing = false;
        emit finished();
    }

private:
    void doPlay(const QByteArray& samples) override
    {
        EXPECT_FALSE(playing) << "two calls are spoken at once";
        playing = true;
        pieces << samples;
    }
};

QByteArray fileBytes(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

TEST(Phrase, IsAChineseSentence)
{
    EXPECT_EQ(phraseOf(call("A012", "3"), "zh").join(' '),
              "zh/please zh/A zh/0 zh/1 zh/2 zh/number zh/goto zh/3 zh/number zh/counter");
}

TEST(Phrase, IsAnEnglishSentence)
{
    EXPECT_EQ(phraseOf(call("A012", "3"), "en").join(' '),
              "en/number en/A en/0 en/1 en/2 en/goto en/counter en/3");
}

TEST(Phrase, SpeaksCountersAsNumbers)
{
    const auto counterOf = [](const QString& figure, const QString& language) {
        const QStringList names = phraseOf(call("A1", figure), language);
        return names.mid(names.indexOf(language + "/goto") + 1).join(' ').remove(language + '/');
    };
    EXPECT_EQ(counterOf("10", "zh"), "ten number counter");
    EXPECT_EQ(counterOf("12", "zh"), "ten 2 number counter");
    EXPECT_EQ(counterOf("25", "zh"), "2 ten 5 number counter");
    EXPECT_EQ(counterOf("12", "en"), "counter 12");
    EXPECT_EQ(counterOf("25", "en"), "counter 20 5");
    EXPECT_EQ(counterOf("30", "en"), "counter 30");
    EXPECT_EQ(counterOf("101", "en"), "counter 1 0 1");
}

TEST(Phrase, LeavesOutACounterWithoutAFigure)
{
    Call lounge = call("A012", "3");
    lounge.counterName = {u"贵宾室"_s, "Lounge"};
    EXPECT_EQ(phraseOf(lounge, "zh").last(), "zh/number");
}

TEST(ClipStore, HasEveryClipThatAPhraseCanName)
{
    if (!QFile::exists(":/voice/zh/0.wav"))
        GTEST_SKIP() << "built without espeak-ng or sox";
    ClipStore clips;
    for (const char* language : {"zh", "en"}) {
        for (int counter = 0; counter < 100; ++counter) {
            const auto joined = clips.join(phraseOf(call("A0123456789", QString::number(counter)), language));
            ASSERT_TRUE(joined) << joined.error().toStdString();
        }
        for (char letter = 'A'; letter <= 'Z'; ++letter)
            ASSERT_TRUE(clips.join(phraseOf(call(QString(QLatin1Char(letter)), "1"), language))) << letter;
    }
}

TEST(ClipStore, JoinsClipsWithAPauseBetween)
{
    QTemporaryDir folder;
    ASSERT_TRUE(QDir(folder.path()).mkdir("zh"));
    writeFile(folder.filePath("zh/a.wav"), writeWav("aabb"));
    writeFile(folder.filePath("zh/b.wav"), writeWav("cc"));
    const auto joined = ClipStore(folder.path()).join({"zh/a", "zh/b"});
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
    ClipStore clips(folder.path());
    EXPECT_TRUE(clips.join({"zh/a"}).error().contains("zh/a.wav"));
    EXPECT_TRUE(clips.join({"zh/none"}).error().contains("zh/none"));
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

struct AnnouncerTest : testing::Test
{
    QTemporaryDir folder;
    HeldSink sink;

    void SetUp() override
    {
        ASSERT_TRUE(QDir(folder.path()).mkdir("zh"));
        for (const char* name : {"please", "number", "goto", "counter", "A", "B", "C", "1", "2", "3"})
            writeFile(folder.filePath(u"zh/%1.wav"_s.arg(name)), writeWav(QByteArray(name).left(1) + ' '));
    }
};

TEST_F(AnnouncerTest, CallsQueueUpAndNeverOverlap)
{
    Announcer announcer(sink, ClipStore(folder.path()), "zh");
    announcer.announce(call("A1", "1"));
    announcer.announce(call("B2", "2"));
    announcer.announce(call("C3", "3"));
    ASSERT_EQ(sink.pieces.size(), 1);
    sink.end();
    ASSERT_EQ(sink.pieces.size(), 2);
    EXPECT_TRUE(sink.pieces[1].contains('B'));
    sink.end();
    sink.end();
    EXPECT_EQ(sink.pieces.size(), 3);
    EXPECT_FALSE(sink.playing);
}

TEST_F(AnnouncerTest, ARepetitionThatOvertakesItsCallIsSpokenOnce)
{
    Announcer announcer(sink, ClipStore(folder.path()), "zh");
    announcer.announce(call("A1", "1"));
    announcer.announce(call("B2", "2"));
    announcer.announce(call("B2", "2"));
    sink.end();
    sink.end();
    EXPECT_EQ(sink.pieces.size(), 2);
}

TEST_F(AnnouncerTest, ACallThatCannotBeSpokenHoldsNobodyUp)
{
    Announcer announcer(sink, ClipStore(folder.path()), "zh");
    announcer.announce(call("X9", "1"));
    announcer.announce(call("A1", "1"));
    ASSERT_EQ(sink.pieces.size(), 1);
    EXPECT_TRUE(sink.pieces[0].contains('A'));
    sink.end();
}

TEST_F(AnnouncerTest, SaysACallTwiceWhenToldTo)
{
    Announcer announcer(sink, ClipStore(folder.path()), "zh", 2);
    announcer.announce(call("A1", "1"));
    EXPECT_EQ(sink.pieces[0].count('A'), 2);
    sink.end();
}

TEST_F(AnnouncerTest, WithAFileSinkEveryCallBecomesAFile)
{
    WavFileSink files(folder.path());
    Announcer announcer(files, ClipStore(folder.path()), "zh");
    announcer.announce(call("A1", "1"));
    announcer.announce(call("B2", "2"));
    const QString second = folder.filePath("call-0002.wav");
    ASSERT_TRUE(eventually([&] { return QFile::exists(second); }));
    EXPECT_TRUE(readWav(fileBytes(second)).value().contains('B'));
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
