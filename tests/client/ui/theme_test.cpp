#include <client/ui/contrast.h>
#include <client/ui/theme.h>

#include <QFile>
#include <QMetaProperty>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace starqueue::ui;

namespace {

struct ThemeFile : testing::Test
{
    QTemporaryDir dir;
    QString path = dir.filePath("theme.toml");

    void write(const QByteArray& text)
    {
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    QString error()
    {
        const auto theme = readThemeFile(path);
        return theme ? QString() : theme.error();
    }
    testing::AssertionResult complainsAbout(const QStringList& parts)
    {
        const QString said = error();
        for (const QString& part : parts) {
            if (!said.contains(part))
                return testing::AssertionFailure()
                       << "'" << part.toStdString() << "' is missing in: " << said.toStdString();
        }
        return testing::AssertionSuccess();
    }
};

TEST(Contrast, IsThatOfTheStandard)
{
    EXPECT_DOUBLE_EQ(contrastRatio(Qt::black, Qt::white), 21.0);
    EXPECT_DOUBLE_EQ(contrastRatio(Qt::white, Qt::white), 1.0);
    EXPECT_NEAR(contrastRatio(QColor("#767676"), Qt::white), 4.54, 0.005);
}

TEST(ThemeColours, EveryTextOfOursHasSevenToOneOnItsGround)
{
    EXPECT_EQ(weakPairs({}).join("\n").toStdString(), "");
}

TEST(ThemeColours, EveryPairNamesColoursThatExist)
{
    for (const TextPair& pair : textPairs()) {
        EXPECT_TRUE(colourNamed({}, pair.text).isValid()) << pair.text;
        EXPECT_TRUE(colourNamed({}, pair.ground).isValid()) << pair.ground;
    }
}

TEST_F(ThemeFile, BringsItsOwnAndLeavesTheRest)
{
    write("font = \"Noto Sans\"\n[colours]\nprimary = \"#5a0f2d\"\n");
    const auto theme = readThemeFile(path);
    ASSERT_TRUE(theme.has_value()) << theme.error().toStdString();
    EXPECT_EQ(theme->fontFamily, "Noto Sans");
    EXPECT_EQ(theme->colours.primary, QColor("#5a0f2d"));
    EXPECT_EQ(theme->colours.ink, ThemeColours().ink);
}

TEST_F(ThemeFile, AWeakPairIsRefusedWithItsRatio)
{
    write("[colours]\nmuted = \"#8090a0\"\n");
    EXPECT_TRUE(complainsAbout({path, "'muted' on 'ground'", "3.", "7:1"}));
}

TEST_F(ThemeFile, AWrongColourIsNamedWithFileAndLine)
{
    write("\n[colours]\nink = \"blackish\"\n");
    EXPECT_TRUE(complainsAbout({path + ":3", "colours.ink", "blackish", "#0f1b2d"}));
}

TEST_F(ThemeFile, AnUnknownColourIsNamed)
{
    write("[colours]\ninc = \"#000000\"\n");
    EXPECT_TRUE(complainsAbout({path + ":2", "colours.inc"}));
}

TEST_F(ThemeFile, AnUnknownSettingIsNamed)
{
    write("colors = 3\n");
    EXPECT_TRUE(complainsAbout({path + ":1", "colors", "the nearest is \"colours\""}));
}

TEST_F(ThemeFile, AMissingLogoIsNamed)
{
    write("logo = \"nowhere.png\"\n");
    EXPECT_TRUE(complainsAbout({path + ":1", "nowhere.png"}));
}

TEST_F(ThemeFile, BrokenTomlIsNamedWithItsLine)
{
    write("[colours]\nink = \n");
    EXPECT_TRUE(complainsAbout({path + ":2"}));
}

TEST_F(ThemeFile, AMissingFileIsNamed)
{
    EXPECT_TRUE(complainsAbout({path}));
}

TEST(Theme, LargeTextIsOneAndAHalfTimesAsLarge)
{
    Theme& theme = Theme::instance();
    theme.use(Theme::Kind::Kiosk);
    EXPECT_EQ(theme.body(), 34);
    theme.setLargeText(true);
    EXPECT_EQ(theme.body(), 51);
    EXPECT_EQ(theme.number(), 340);
    theme.setLargeText(false);
}

TEST(Theme, LargeTextMakesNoTextOfTheKioskSmaller)
{
    const KioskText normal = kioskSizes(false).text;
    const KioskText large = kioskSizes(true).text;
    const QMetaObject& texts = KioskText::staticMetaObject;
    ASSERT_GT(texts.propertyCount(), 0);
    for (int i = 0; i < texts.propertyCount(); ++i) {
        const QMetaProperty text = texts.property(i);
        EXPECT_GE(text.readOnGadget(&large).toInt(), text.readOnGadget(&normal).toInt()) << text.name();
        EXPECT_GE(text.readOnGadget(&normal).toInt(), normal.least) << text.name();
    }
}

TEST(Theme, NothingMovesWithReducedMotion)
{
    Theme& theme = Theme::instance();
    theme.setReducedMotion(true);
    EXPECT_EQ(theme.motion(), 0);
    theme.setReducedMotion(false);
    EXPECT_GT(theme.motion(), 0);
    EXPECT_LE(theme.motion(), 250);
}

} // namespace
