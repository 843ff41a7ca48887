#include <formats/toml/parse.h>
#include <formats/toml/table_reader.h>

#include <gtest/gtest.h>

namespace starqueue::formats {

namespace {

/// What `baud` is read as, and what is said about it.
std::pair<int, std::string> baudIn(const std::string& text)
{
    Diagnostics diagnostics{"bridge.toml", {}, {}};
    const auto root = parseToml(text, diagnostics.file);
    if (!root)
        return {0, errorMessage(root.error())};
    TableReader table(*root, "", diagnostics);
    const int baud = table.oneOf("baud", {9600, 19200}, 19200);
    table.finish();
    return {baud, errorMessage(diagnostics.problems)};
}

} // namespace

TEST(TableReader, TakesOneOfTheAllowedNumbers)
{
    EXPECT_EQ(baudIn("baud = 9600"), std::pair(9600, std::string()));
    EXPECT_EQ(baudIn(""), std::pair(19200, std::string()));
}

TEST(TableReader, NamesAnotherNumberWithLineKeyValueAndTheAllowedOnes)
{
    const std::string advice = "must be one of 9600, 19200";
    EXPECT_EQ(baudIn("\nbaud = 1234").second, "bridge.toml:2: baud = 1234: " + advice);
    EXPECT_EQ(baudIn("baud = 9600.0").second, "bridge.toml:1: baud = 9600: " + advice);
    EXPECT_EQ(baudIn("bauds = 9600").second,
              "bridge.toml:1: bauds = 9600: there is no such setting; the nearest is \"baud\"");
}

TEST(ParseToml, NamesTheLineOfTheFirstMistake)
{
    EXPECT_TRUE(baudIn("baud = 9600\nx = [\n").second.starts_with("bridge.toml:")) << baudIn("x = [").second;
    EXPECT_NE(baudIn("baud = 9600\nx = [\n").second.find("this is not TOML"), std::string::npos);
}

} // namespace starqueue::formats
