#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    QStringList unfinished;
    QSet<QString> sources;
};

Words wordsOf(const QString& path)
{
    Words words;
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    QXmlStreamReader xml(&file);
    QString context;
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "source"_L1) {
            source = xml.readElementText();
            words.sources.insert(context + "|" + source);
        } else if (xml.name() == "translation"_L1) {
            const bool marked = xml.attributes().hasAttribute("type");
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            if (marked || text.isEmpty())
                words.unfinished << source;
        }
    }
    EXPECT_FALSE(xml.hasError()) << path.toStdString() << xml.errorString().toStdString();
    return words;
}

/// What qsTr() and tr() say in a folder's sources.
QSet<QString> spokenIn(const QString& folder)
{
    static const QRegularExpression kCall(u"\\b(?:qsTr|tr)\\(\"((?:[^\"\\\\]|\\\\.)*)\""_s);
    QSet<QString> spoken;
    QDirIterator sources(folder, {"*.qml", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
    while (sources.hasNext()) {
        QFile file(sources.next());
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        auto calls = kCall.globalMatch(QString::fromUtf8(file.readAll()));
        while (calls.hasNext())
            spoken.insert(calls.next().captured(1));
    }
    return spoken;
}

struct Translations : testing::TestWithParam<const char*>
{
    QString folder = QString(STARQUEUE_SOURCE_DIR "/") + GetParam();
    QStringList files() const { return QDir(folder + "/i18n").entryList({"*.ts"}, QDir::Files); }
};

TEST_P(Translations, NoneIsUnfinished)
{
    ASSERT_EQ(files().size(), 2) << "Chinese and English";
    for (const QString& file : files()) {
        const Words words = wordsOf(folder + "/i18n/" + file);
        EXPECT_FALSE(words.sources.isEmpty());
        EXPECT_EQ(words.unfinished.join(" · ").toStdString(), "") << file.toStdString();
    }
}

TEST_P(Translations, EverythingThatIsSaidIsTranslated)
{
    QSet<QString> translated;
    for (const QString& source : wordsOf(folder + "/i18n/" + files().first()).sources)
        translated.insert(source.section('|', 1));
    for (const QString& words : spokenIn(folder))
        EXPECT_TRUE(translated.contains(words)) << words.toStdString() << ": run ninja update_translations";
}

TEST_P(Translations, BothLanguagesKnowTheSameWords)
{
    EXPECT_EQ(wordsOf(folder + "/i18n/" + files().first()).sources,
              wordsOf(folder + "/i18n/" + files().last()).sources);
}

INSTANTIATE_TEST_SUITE_P(Rooms, Translations, testing::Values("kiosk", "client/ui"));

} // namespace
