#include <formats/toml/parse.h>
#include <formats/toml/table_reader.h>

#include <gtest/gtest.h>

#include <tuple>

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

TEST(TableReader, TakesTextsOfOneLineOnly)
{
    const auto problemsOf = [](const std::string& text) {
        Diagnostics diagnostics{"hall.toml", {}, {}};
        const auto root = parseToml(text, diagnostics.file);
        EXPECT_TRUE(root) << errorMessage(root.error());
        TableReader table(*root, "", diagnostics);
        std::ignore = table.text("name", "");
        std::ignore = table.texts("path", {});
        table.eachEntry("labels",
                        [](const std::string& name, TableReader& entry) { std::ignore = entry.text(name); });
        SettingProblems& found = diagnostics.problems;
        for (SettingProblem& problem : found)
            problem.value.clear();
        return errorMessage(found);
    };
    const std::string advice = ": must be one line of plain text; it ";
    EXPECT_EQ(problemsOf("name = \"a\\nb\""), "hall.toml:1: name" + advice + "holds a line break");
    EXPECT_EQ(problemsOf("\nname = \"\"\"a\nb\"\"\""), "hall.toml:2: name" + advice + "holds a line break");
    EXPECT_EQ(problemsOf("path = [\"总部\", \"a\\u001B\"]"),
              "hall.toml:1: path" + advice + "holds the control character U+001B");
    EXPECT_EQ(problemsOf("[labels]\n\"a\\tb\" = \"c\""), "hall.toml:2: labels.a\tb" + advice + "holds a tab");
    EXPECT_EQ(problemsOf("name = \"城西营业厅 㛃\"\npath = [\"总部\"]"), "");
    EXPECT_EQ(problemsOf("name = \"  \""), "hall.toml:1: name: must not be blank: nothing of it is seen");
    EXPECT_EQ(problemsOf("path = [\"总部\", \"\xE2\x80\x8B\"]"),
              "hall.toml:1: path: must not be blank: nothing of it is seen");
    EXPECT_EQ(problemsOf("name = \"" + std::string(1000, 'n') + '"'), "");
    EXPECT_EQ(problemsOf("name = \"" + std::string(10'000, 'n') + '"'),
              "hall.toml:1: name: has 10000 characters; at most 1000 fit");
}

TEST(ParseToml, NamesTheEncodingThatAFileIsWrittenInInstead)
{
    EXPECT_EQ(errorMessage(parseToml("name = \"\xB3\xC7\xCE\xF7\xD3\xAA\"\n", "hall.toml").error()),
              "hall.toml: is written in gb18030; save it as utf-8");
    EXPECT_EQ(errorMessage(parseToml(std::string_view("n\0=\0001\0\n\0", 8), "hall.toml").error()),
              "hall.toml: is written in utf-16le; save it as utf-8");
    EXPECT_EQ(errorMessage(parseToml("a = 1\nname = \"\xFF\"", "hall.toml").error()),
              "hall.toml: must be utf-8, and line 2 isn't valid utf-8");
    EXPECT_TRUE(parseToml("\xEF\xBB\xBFname = \"José\"", "hall.toml"));
}

TEST(ParseToml, NamesTheLineOfTheFirstMistake)
{
    EXPECT_TRUE(baudIn("baud = 9600\nx = [\n").second.starts_with("bridge.toml:")) << baudIn("x = [").second;
    EXPECT_NE(baudIn("baud = 9600\nx = [\n").second.find("this is not TOML"), std::string::npos);
}

} // namespace starqueue::formats
