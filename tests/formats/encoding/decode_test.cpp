#include <formats/encoding/conversion.h>
#include <formats/encoding/decode.h>
#include <formats/encoding/lines.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

namespace starqueue::formats {

namespace {

using namespace std::string_literals;

const std::filesystem::path kFiles = STARQUEUE_CUSTOMER_FILES;

std::string bytesOf(const std::string& name)
{
    std::ifstream in(kFiles / name, std::ios::binary);
    return {std::istreambuf_iterator<char>{in}, {}};
}

std::string withLf(std::string text)
{
    std::erase(text, '\r');
    return text;
}

std::string inGb18030(std::string_view utf8)
{
    std::string bytes;
    EXPECT_TRUE(Conversion("GB18030", "UTF-8").run(utf8, bytes));
    return bytes;
}

struct Written
{
    const char* file;
    Encoding encoding;
};

class WrittenFile : public testing::TestWithParam<Written>
{};

} // namespace

// Made with Python's codecs, not with the C library that is tested.
TEST_P(WrittenFile, IsFoundAndReadsAsTheSameText)
{
    for (const auto decided : {std::optional<Encoding>{}, std::optional{GetParam().encoding}}) {
        const auto read = readText(kFiles / GetParam().file, decided);
        ASSERT_TRUE(read) << read.error();
        EXPECT_EQ(read->encoding, GetParam().encoding);
        EXPECT_EQ(withLf(read->text), bytesOf("utf-8.csv"));
    }
}

INSTANTIATE_TEST_SUITE_P(Encoding, WrittenFile,
                         testing::Values(Written{"utf-8.csv", Encoding::Utf8},
                                         Written{"utf-8-mark.csv", Encoding::Utf8},
                                         Written{"utf-16le-mark.csv", Encoding::Utf16Le},
                                         Written{"utf-16be-mark.csv", Encoding::Utf16Be},
                                         Written{"utf-16le.csv", Encoding::Utf16Le},
                                         Written{"utf-16be.csv", Encoding::Utf16Be},
                                         Written{"gb18030.csv", Encoding::Gb18030}));

TEST(Encoding, OfExcelInChinaIsFoundThoughItHasNoMark)
{
    const auto read = readText(kFiles / "gbk.csv");
    ASSERT_TRUE(read) << read.error();
    EXPECT_EQ(read->encoding, Encoding::Gb18030);
    for (const char* name : {"王小明", "欧阳娜娜", "联通", "张䶮", "买买提·阿不都拉"})
        EXPECT_NE(read->text.find(name), std::string::npos) << name;
}

TEST(Encoding, OfAsciiAndOfNothingIsUtf8)
{
    for (const std::string text : {"", "a", "ab,\r\nc\n"}) {
        const auto read = decoded(text);
        ASSERT_TRUE(read) << read.error();
        EXPECT_EQ(read->encoding, Encoding::Utf8);
        EXPECT_EQ(read->text, text);
    }
}

TEST(Encoding, ThatCouldBeEitherIsAskedForAndNotGuessed)
{
    const std::string text = inGb18030("kind,name\nphone,陆\n"); // C2 BD: "½" in UTF-8
    const auto found = decoded(text);
    ASSERT_FALSE(found);
    EXPECT_NE(found.error().find("--encoding"), std::string::npos) << found.error();
    EXPECT_EQ(decoded(text, Encoding::Gb18030)->text, "kind,name\nphone,陆\n");
    EXPECT_EQ(decoded(text, Encoding::Utf8)->text, "kind,name\nphone,½\n");
}

namespace {

std::string inBig5(std::string_view utf8)
{
    std::string bytes;
    EXPECT_TRUE(Conversion("BIG5", "UTF-8").run(utf8, bytes));
    return bytes;
}

/// Of two and of four characters, a line each: as UTF-8 they are valid GB18030, too.
std::string manyNames(int repeats)
{
    std::string text;
    for (int i = 0; i < repeats; ++i)
        text += "王丽\n王军\n王芳\n欧阳娜娜\n";
    return text;
}

/// What is said instead of guessing.
std::string refusalOf(std::string_view bytes)
{
    const auto read = decoded(bytes);
    EXPECT_FALSE(read) << "taken for " << word(read->encoding);
    return read ? std::string() : read.error();
}

} // namespace

TEST(Encoding, ThatIsUtf8ButForOneCutNameIsNotTakenForGb18030)
{
    for (const std::string& whole : {"name\n" + manyNames(100), "name\n王丽\n"s, "name\n王芳\n欧阳娜娜\n"s}) {
        std::string cut = whole;
        cut.erase(cut.size() - 3, 2); // as a field of fixed length does
        ASSERT_TRUE(decoded(cut, Encoding::Gb18030)) << whole.size();
        const std::string why = refusalOf(cut);
        EXPECT_NE(why.find("line " + std::to_string(countLines(whole)) + " isn't valid utf-8"),
                  std::string::npos)
            << why;
        EXPECT_NE(why.find("--encoding"), std::string::npos) << why;
    }
}

TEST(Encoding, OfAFileThatIsHalfUtf8AndHalfGbkIsNotGuessed)
{
    for (const auto& mixed :
         {manyNames(3) + inGb18030(manyNames(100)), inGb18030(manyNames(100)) + "王丽\n"}) {
        ASSERT_TRUE(decoded(mixed, Encoding::Gb18030));
        const std::string why = refusalOf(mixed);
        EXPECT_NE(why.find("is utf-8, but line"), std::string::npos) << why;
        EXPECT_NE(why.find("--encoding"), std::string::npos) << why;
    }
}

TEST(Encoding, OfBig5IsNotTakenForGb18030)
{
    for (const char* names : {"王小明\n", "陳建國\n林志明\n"}) {
        const std::string big5 = inBig5(names);
        ASSERT_TRUE(decoded(big5, Encoding::Gb18030)) << names;
        const std::string why = refusalOf(big5);
        EXPECT_NE(why.find("Big5"), std::string::npos) << why;
        EXPECT_NE(why.find("--encoding"), std::string::npos) << why;
    }
}

TEST(Encoding, OfASingleNameInGbkIsFound)
{
    for (const std::string name : {"王小明", "欧阳娜娜", "佟丽娅", "张䶮", "陈薇", "龙"}) {
        const auto read = decoded(inGb18030("kind,name\nphone," + name + "\n"));
        ASSERT_TRUE(read) << name << ": " << read.error();
        EXPECT_EQ(read->encoding, Encoding::Gb18030) << name;
    }
    EXPECT_TRUE(decoded(inGb18030(manyNames(1000))));
}

TEST(Encoding, AFileCutAtAnyByteIsReadWholeOrRefused)
{
    for (const char* name : {"utf-8.csv", "utf-16le-mark.csv", "utf-16be.csv", "gb18030.csv"}) {
        const std::string bytes = bytesOf(name);
        const std::string whole = decoded(bytes)->text;
        const Encoding encoding = decoded(bytes)->encoding;
        for (std::size_t length = 4; length < bytes.size(); ++length) {
            const auto read = decoded(bytes.substr(0, length), encoding);
            if (read)
                EXPECT_TRUE(whole.starts_with(read->text)) << name << " cut at " << length;
            else
                EXPECT_NE(read.error().find("cut off"), std::string::npos) << name << ": " << read.error();
        }
    }
}

TEST(Encoding, WithABadByteNamesItsLineAndQuotesNothing)
{
    const std::string text = inGb18030("kind,name\nphone,王小明\nphone,\x01\n");
    std::string damaged = text;
    damaged[text.find('\x01')] = '\xFF';
    const auto read = decoded(damaged, Encoding::Gb18030);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error(), "line 3 isn't valid gb18030");
    const auto utf8 = decoded("kind\nabc \xC0\xAF def\n", Encoding::Utf8);
    ASSERT_FALSE(utf8);
    EXPECT_EQ(utf8.error(), "line 2 isn't valid utf-8");
}

TEST(Encoding, RefusesWhatNoCharacterMayBe)
{
    EXPECT_FALSE(decoded("\xED\xA0\x80", Encoding::Utf8)) << "half a surrogate pair";
    EXPECT_FALSE(decoded("\xF5\x80\x80\x80", Encoding::Utf8)) << "above U+10FFFF";
    EXPECT_FALSE(decoded("a\0\x00\xD8z\0"s, Encoding::Utf16Le)) << "half a surrogate pair";
}

TEST(Encoding, OfAFileThatIsNotThereIsAnError)
{
    EXPECT_NE(readText("/nowhere/customers.csv").error().find("No such file"), std::string::npos);
    EXPECT_EQ(readText("/").error(), "is a folder");
}

TEST(Lines, EndInLfCrLfOrCr)
{
    EXPECT_EQ(linesOf("a\nb\r\nc\rd"), (std::vector<std::string_view>{"a", "b", "c", "d"}));
    EXPECT_EQ(linesOf("\n\r\n\r"), (std::vector<std::string_view>{"", "", ""}));
    EXPECT_TRUE(linesOf("").empty());
}

} // namespace starqueue::formats
