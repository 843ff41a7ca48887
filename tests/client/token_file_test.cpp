#include <client/token_file.h>

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using starqueue::client::readTokenFile;

namespace {

struct TokenFile : testing::Test
{
    QTemporaryDir dir;
    QString path = dir.filePath("kiosk-1");

    void write(const QByteArray& text)
    {
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    QString errorOf(const QString& file)
    {
        const auto token = readTokenFile(file);
        return token ? QString() : token.error();
    }
};

TEST_F(TokenFile, ATokenIsReadWithoutItsLineEnd)
{
    write("sq_abc123\r\n");
    EXPECT_EQ(readTokenFile(path).value(), "sq_abc123");
}

TEST_F(TokenFile, AMissingFileIsNamedWithWhatToDo)
{
    const QString error = errorOf(path);
    EXPECT_TRUE(error.contains(path)) << error.toStdString();
    EXPECT_TRUE(error.contains("starqueue init")) << error.toStdString();
}

TEST_F(TokenFile, NoFileAtAllIsExplained)
{
    EXPECT_TRUE(errorOf({}).contains("--token-file"));
}

TEST_F(TokenFile, AnEmptyFileIsRefused)
{
    write(" \n");
    EXPECT_TRUE(errorOf(path).contains("is empty"));
}

TEST_F(TokenFile, AFileThatIsNoTokenIsRefusedWithoutBeingQuoted)
{
    write("my secret words\nand more");
    const QString error = errorOf(path);
    EXPECT_TRUE(error.contains("doesn't look like a token")) << error.toStdString();
    EXPECT_FALSE(error.contains("secret"));
}

TEST_F(TokenFile, AnEndlessFileIsRefused)
{
    write(QByteArray(4096, 'a'));
    EXPECT_FALSE(readTokenFile(path).has_value());
}

TEST_F(TokenFile, ADirectoryIsRefused)
{
    EXPECT_FALSE(readTokenFile(dir.path()).has_value());
}

} // namespace
