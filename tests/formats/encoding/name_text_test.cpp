#include <formats/encoding/name_text.h>
#include <formats/encoding/printer_repertoire.h>

#include <gtest/gtest.h>

namespace starqueue::formats {

TEST(NameText, MayBeAnyWritingOnOneLine)
{
    for (const char* name :
         {"", "城西营业厅", "张䶮", "㛃𬍛", "José Müller", "محمد", "买买提·阿不都拉", "A 1"})
        EXPECT_FALSE(nameProblem(name)) << name;
}

TEST(NameText, HoldsNoControlCharacterAndNoLineBreak)
{
    using namespace std::string_view_literals;
    EXPECT_EQ(nameProblem("a\nb"), "holds a line break");
    EXPECT_EQ(nameProblem("a\r"), "holds a line break");
    EXPECT_EQ(nameProblem("a\xE2\x80\xA8z"), "holds a line break");
    EXPECT_EQ(nameProblem("a\tb"), "holds a tab");
    EXPECT_EQ(nameProblem("a\0b"sv), "holds the control character U+0000");
    EXPECT_EQ(nameProblem("\x1B[31m"), "holds the control character U+001B");
    EXPECT_EQ(nameProblem("a\x7F"), "holds the control character U+007F");
    EXPECT_EQ(nameProblem("a\xC2\x85"), "holds the control character U+0085");
    EXPECT_EQ(nameProblem("a\xE2\x80\xAEz"), "holds a mark that turns the direction of writing, U+202E");
}

TEST(NameText, HoldsNothingThatWasLostBefore)
{
    EXPECT_TRUE(nameProblem("\xEF\xBF\xBD"));
    EXPECT_EQ(nameProblem("\xCD\xF5"), "isn't UTF-8");
}

TEST(PrinterRepertoire, LacksTheFourByteCharactersOfGb18030)
{
    EXPECT_EQ(unprintable("张䶮㛃𬍛 😀😀 A1", Repertoire::Chinese),
              (std::vector<char32_t>{U'㛃', U'𬍛', U'😀'}));
    EXPECT_TRUE(unprintable("城西营业厅 – 8–14 分钟", Repertoire::Chinese).empty());
}

TEST(PrinterRepertoire, WithoutAChineseFontIsAscii)
{
    EXPECT_EQ(unprintable("Hall 城西城", Repertoire::Ascii), (std::vector<char32_t>{U'城', U'西'}));
    EXPECT_TRUE(unprintable("Hall 7 ~", Repertoire::Ascii).empty());
    EXPECT_EQ(unprintable("a\x1B", Repertoire::Chinese), (std::vector<char32_t>{0x1B}));
}

} // namespace starqueue::formats
