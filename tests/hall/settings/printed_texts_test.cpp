#include <hall/settings/edited_hall.h>
#include <hall/settings/printed_texts.h>

using namespace starqueue;
using namespace starqueue::settings;
using namespace starqueue::settings::test;
using formats::Repertoire;

TEST(PrintedTexts, OfTheDefaultHallHaveGlyphsInEveryChinesePrinter)
{
    EXPECT_TRUE(unprintableTexts(accepted(edited("", "")), Repertoire::Chinese).empty());
}

TEST(PrintedTexts, AreNamedWithTheirKeyAndEachCharacterThatIsMissing)
{
    const auto missing = [](const char* from, const char* to) {
        return unprintableTexts(accepted(edited(from, to)), Repertoire::Chinese);
    };
    EXPECT_EQ(missing("name = \"城西营业厅\"", "name = \"䶮㛃𬍛㛃\""),
              std::vector<std::string>{"hall.name: 㛃 (U+36C3), 𬍛 (U+2C35B)"});
    EXPECT_EQ(missing("en = \"Plans\"", "en = \"Plans 😀\""),
              std::vector<std::string>{"service \"plans\".name.en: 😀 (U+1F600)"});
    EXPECT_TRUE(missing("zh = \"1号窗口\"", "zh = \"㛃\"").empty()) << "a counter's name stands on no ticket";
}

TEST(PrintedTexts, WithoutAChineseFontAreTheEnglishOnes)
{
    const auto lines = unprintableTexts(accepted(edited("", "")), Repertoire::Ascii);
    EXPECT_EQ(lines.size(), 6U) << "the hall and five services";
    for (const std::string& line : lines)
        EXPECT_EQ(line.find(".en"), std::string::npos) << line;
}

TEST(HallSettings, RefuseNamesThatNobodySeesOrThatNoPaperHolds)
{
    std::string many;
    for (int i = 0; i < 81; ++i)
        many += "厅";
    for (const std::string& name :
         {std::string("   "), std::string("\xE2\x80\x8B"), many, std::string(10'000, 'x')}) {
        const auto hall = refused(edited("name = \"城西营业厅\"", "name = \"" + name + '"'));
        ASSERT_EQ(hall.size(), 1U) << name.substr(0, 80);
        EXPECT_EQ(hall[0].key, "hall.name");
        const auto service = refused(edited("zh = \"账户业务\"", "zh = \"" + name + '"'));
        ASSERT_EQ(service.size(), 1U) << name.substr(0, 80);
        EXPECT_EQ(service[0].key, "service \"account\".name.zh");
    }
    EXPECT_EQ(accepted(edited("name = \"城西营业厅\"", "name = \"" + many.substr(3) + "\"")).name,
              many.substr(3));
}

TEST(HallSettings, RefuseNamesThatAreNotOneLine)
{
    for (const char* name : {"\"a\\nb\"", "\"a\\u0007\"", "\"\"\"\na\nb\"\"\""}) {
        const auto hall = refused(edited("name = \"城西营业厅\"", std::string{"name = "} + name));
        ASSERT_EQ(hall.size(), 1U) << name;
        EXPECT_EQ(hall[0].key, "hall.name");
        const auto counter = refused(edited("zh = \"1号窗口\"", std::string{"zh = "} + name));
        ASSERT_EQ(counter.size(), 1U) << name;
        EXPECT_EQ(counter[0].key, "counter \"1\".name.zh") << name;
    }
}
