#include <client/ui/face_options.h>

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace starqueue::ui;

namespace {

struct FaceOptionsTest : testing::Test
{
    QTemporaryDir dir;
    QString tokenFile = dir.filePath("kiosk-1");

    FaceOptionsTest()
    {
        QFile file(tokenFile);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("tok\n");
    }
    tl::expected<FaceOptions, QString> read(const QStringList& arguments)
    {
        QCommandLineParser parser;
        parser.addOptions(faceOptions("counter-3"));
        EXPECT_TRUE(parser.parse(QStringList{"face", "--token-file", tokenFile} + arguments));
        return readFaceOptions(parser, "counter-3");
    }
    testing::AssertionResult refuses(const QStringList& arguments, const QString& part)
    {
        const auto options = read(arguments);
        if (options)
            return testing::AssertionFailure() << "it was accepted";
        return options.error().contains(part) ? testing::AssertionSuccess()
                                              : testing::AssertionFailure() << options.error().toStdString();
    }
};

TEST_F(FaceOptionsTest, ATokenIsEnough)
{
    const auto options = read({});
    ASSERT_TRUE(options.has_value());
    EXPECT_EQ(options->address.url, QUrl("http://127.0.0.1:8470"));
    EXPECT_EQ(options->address.token, "tok");
    EXPECT_EQ(options->language, "zh");
    EXPECT_FALSE(options->fullscreen);
}

TEST_F(FaceOptionsTest, ReadsWhatItIsTold)
{
    const auto options = read({"--hall", "https://hall.example:9", "--language", "en", "--size", "540x960",
                               "--fullscreen", "--log-json"});
    ASSERT_TRUE(options.has_value());
    EXPECT_EQ(options->address.url, QUrl("https://hall.example:9"));
    EXPECT_EQ(options->language, "en");
    EXPECT_EQ(options->size, QSize(540, 960));
    EXPECT_TRUE(options->fullscreen);
    EXPECT_EQ(options->log, starqueue::client::LogForm::Json);
}

TEST_F(FaceOptionsTest, EveryWrongSettingIsNamedWithItsValue)
{
    EXPECT_TRUE(refuses({"--hall", "ftp://x"}, "--hall \"ftp://x\""));
    EXPECT_TRUE(refuses({"--hall", "nonsense"}, "http://127.0.0.1:8470"));
    EXPECT_TRUE(refuses({"--size", "big"}, "--size \"big\""));
    EXPECT_TRUE(refuses({"--language", "fr"}, "zh and en"));
    EXPECT_TRUE(refuses({"--theme", dir.filePath("none.toml")}, "none.toml"));
    EXPECT_TRUE(refuses({"--token-file", dir.filePath("none")}, "none"));
}

TEST(FaceOptions, AMissingTokenIsSaidWithTheFileOfSuchAFace)
{
    QCommandLineParser parser;
    parser.addOptions(faceOptions("counter-3"));
    EXPECT_TRUE(parser.helpText().contains("DIR/tokens/counter-3"));
    ASSERT_TRUE(parser.parse({"face"}));
    const auto options = readFaceOptions(parser, "counter-3");
    ASSERT_FALSE(options.has_value());
    EXPECT_TRUE(options.error().contains("DIR/tokens/counter-3")) << options.error().toStdString();
}

} // namespace
