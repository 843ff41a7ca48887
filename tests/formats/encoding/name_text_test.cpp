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

TEST(IdText, TwoOfThemNeverLookAlike)
{
    for (const char* good : {"11", "clerk-1", "李娜", "Li Na", "ü"})
        EXPECT_EQ(idProblem(good), std::nullopt) << good;
    EXPECT_EQ(idProblem("11 "), "begins or ends with a blank");
    EXPECT_EQ(idProblem(" 11"), "begins or ends with a blank");
    EXPECT_EQ(idProblem("Li  Na"), "holds two blanks in a row");
    EXPECT_EQ(idProblem("１１"), "holds the full-width U+FF11: type the usual one");
    EXPECT_EQ(idProblem("1\xE2\x80\x8B"
                        "1"),
              "holds U+200B, which isn't seen");
    EXPECT_EQ(idProblem("11\xC2\xA0"), "holds U+00A0, which isn't seen");
    EXPECT_EQ(idProblem("a\nb"), "holds a line break");
}

TEST(BlankText, IsOfAnyKindOfBlanks)
{
    for (const char* blank : {"", " ", "  ", "\xE3\x80\x80", "\xE2\x80\x8B", " \xC2\xA0", "\xE2\xA0\x80",
                              "\xE1\x85\x9F", "\xEF\xBE\xA0", "\xE2\x80\xAE", "\xCD\x8F"})
        EXPECT_TRUE(isBlank(blank)) << blank;
    EXPECT_FALSE(isBlank(" a"));
}

TEST(LineOfText, IsAnyWritingAndNoControl)
{
    EXPECT_EQ(lineProblem("\xE2\x80\x8F"
                          "שלום"),
              std::nullopt)
        << "a mark that writing from the right needs";
    EXPECT_EQ(lineProblem("a\xE2\x80\xA8z"), "holds a line break");
    EXPECT_EQ(lineProblem("a\xC2\x85"), "holds the control character U+0085");
    EXPECT_EQ(lineProblem("\x1B[2K"), "holds the control character U+001B");
    EXPECT_EQ(lineProblem("\xCD\xF5"), "isn't UTF-8");
}

TEST(OneLine, ShowsWhatCouldBeTakenForAnother)
{
    EXPECT_EQ(shownInOneLine("城西 hall 7"), "城西 hall 7");
    EXPECT_EQ(shownInOneLine("a\nb\r\xE2\x80\xA8"), "a\\u{a}b\\u{d}\\u{2028}");
    EXPECT_EQ(shownInOneLine("\x1B[2K\xE2\x80\xAE"), "\\u{1b}[2K\\u{202e}");
    EXPECT_EQ(shownInOneLine("half \xE5"), "half \\x{e5}");
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
