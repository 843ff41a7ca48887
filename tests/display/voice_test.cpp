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
            .sign = counter,
            .at = {},
            .recalls = 0,
            .state = starqueue::client::api::TicketState::Called};
}

Call callTo(const QString& sign)
{
    Call lounge = call("A1", "1");
    lounge.sign = sign;
    return lounge;
}

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

/// Answers when the test says so.
class HeldSynthesiser : public Synthesiser
{
public:
    QList<Piece> asked;

private:
    void doSay(const Piece& words) override { asked << words; }
};

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

struct AnnouncerTest : testing::Test
{
    QTemporaryDir folder;
    HeldSink sink;
    HeldSynthesiser synthesiser;

    void SetUp() override
    {
        ASSERT_TRUE(QDir(folder.path()).mkdir("zh"));
        for (const char* name : {"please", "number", "goto", "counter", "A", "B", "C", "1", "2", "3"})
            writeFile(folder.filePath(u"zh/%1.wav"_s.arg(name)), writeWav(QByteArray(name).left(1) + ' '));
    }
};

TEST_F(AnnouncerTest, CallsQueueUpAndNeverOverlap)
{
    Announcer announcer(sink, synthesiser, ClipStore(folder.path()), "zh");
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
    Announcer announcer(sink, synthesiser, ClipStore(folder.path()), "zh");
    announcer.announce(call("A1", "1"));
    announcer.announce(call("B2", "2"));
    announcer.announce(call("B2", "2"));
    sink.end();
    sink.end();
    EXPECT_EQ(sink.pieces.size(), 2);
}

TEST_F(AnnouncerTest, ACallThatCannotBeSpokenHoldsNobodyUp)
{
    Announcer announcer(sink, synthesiser, ClipStore(folder.path()), "zh");
    announcer.announce(call("X9", "1"));
    announcer.announce(call("A1", "1"));
    ASSERT_EQ(sink.pieces.size(), 1);
    EXPECT_TRUE(sink.pieces[0].contains('A'));
    sink.end();
}

TEST_F(AnnouncerTest, ASignOfWordsIsSynthesisedOnceAndHoldsTheNextCallsBack)
{
    Announcer announcer(sink, synthesiser, ClipStore(folder.path()), "zh");
    announcer.announce(callTo(u"贵宾室"_s));
    announcer.announce(call("B2", "2"));
    ASSERT_EQ(synthesiser.asked, (Pieces{{Piece::Kind::Pinyin, "gui4 bin1 shi4"}}));
    EXPECT_TRUE(sink.pieces.isEmpty());
    emit synthesiser.said("##");
    ASSERT_EQ(sink.pieces.size(), 1);
    EXPECT_TRUE(sink.pieces[0].contains('A') && sink.pieces[0].endsWith("##"));
    sink.end();
    sink.end();
    announcer.announce(callTo(u"贵宾室"_s));
    EXPECT_EQ(synthesiser.asked.size(), 1);
    EXPECT_TRUE(sink.pieces.last().endsWith("##"));
    sink.end();
}

TEST_F(AnnouncerTest, WithoutASynthesiserACallIsSpokenWithoutItsPlaceAndTheNextTriesAgain)
{
    Announcer announcer(sink, synthesiser, ClipStore(folder.path()), "zh");
    announcer.announce(callTo(u"贵宾室"_s));
    announcer.announce(call("B2", "2"));
    emit synthesiser.said({});
    ASSERT_EQ(sink.pieces.size(), 1);
    EXPECT_TRUE(sink.pieces[0].contains('A'));
    EXPECT_FALSE(sink.pieces[0].contains('g')) << "no \"please go to\" without a place";
    sink.end();
    EXPECT_TRUE(sink.pieces[1].contains('B'));
    sink.end();
    announcer.announce(callTo(u"贵宾室"_s));
    EXPECT_EQ(synthesiser.asked.size(), 2);
}

TEST_F(AnnouncerTest, SaysACallTwiceWhenToldTo)
{
    Announcer announcer(sink, synthesiser, ClipStore(folder.path()), "zh", 2);
    announcer.announce(call("A1", "1"));
    EXPECT_EQ(sink.pieces[0].count('A'), 2);
    sink.end();
}

TEST_F(AnnouncerTest, WithAFileSinkEveryCallBecomesAFile)
{
    WavFileSink files(folder.path());
    Announcer announcer(files, synthesiser, ClipStore(folder.path()), "zh");
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
