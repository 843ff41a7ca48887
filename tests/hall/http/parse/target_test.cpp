#include <hall/http/parse/target.h>

#include <gtest/gtest.h>

#include <string>

namespace starqueue::hall::http::parse {

namespace {

std::string pathOf(std::string_view text)
{
    const auto target = parseTarget(text);
    return target ? target->path : "refused";
}

} // namespace

TEST(Target, PathsAreDecoded)
{
    EXPECT_EQ(pathOf("/"), "/");
    EXPECT_EQ(pathOf("/a/b"), "/a/b");
    EXPECT_EQ(pathOf("/a/b/"), "/a/b/");
    EXPECT_EQ(pathOf("/%61"), "/a");
    EXPECT_EQ(pathOf("/a+b"), "/a+b");
    EXPECT_EQ(pathOf("*"), "*");
    EXPECT_EQ(pathOf("http://hall:80/x"), "/x");
    EXPECT_EQ(pathOf("HTTP://hall"), "/");
    EXPECT_EQ(pathOf("?a=b"), "/");
}

TEST(Target, NoPathHoldsASegmentThatNamesNothingHoweverItIsWritten)
{
    for (const auto* text :
         {"/..", "/../a", "/a/../../b", "/%2e%2e/a", "/a/%2E%2E/%2e%2e/b", "//", "//a", "/a//b", "/a//",
          "/a/./b", "/a/../b", "/a/.", "/a/..", "/%2e/a", "http://hall//a"})
        EXPECT_EQ(pathOf(text), "refused") << text;
    EXPECT_EQ(pathOf("/.a/..b/c."), "/.a/..b/c.");
}

TEST(Target, AnEncodedSlashIsRefused)
{
    for (const auto* text : {"/a%2fb", "/a%2Fb", "/%2f", "/..%2fetc", "/a%5cb", "/a%5C", "/%2f?a=%2f"})
        EXPECT_EQ(pathOf(text), "refused") << text;
    EXPECT_TRUE(parseTarget("/a?b=%2f%5c").has_value()) << "a query isn't a path";
}

TEST(Target, PathsThatAreNotCleanTextAreRefused)
{
    for (const auto* text : {"", "a", "/%", "/%4", "/%zz", "/%00", "/%0a", "/%7f", "/%ff", "/%c0%af",
                             "/%ed%a0%80", "/%f4%90%80%80", "/%e4%bd", "/a#b", "hall:80"})
        EXPECT_EQ(pathOf(text), "refused") << text;
    EXPECT_EQ(pathOf("/%e4%bd%a0"), "/你");
}

TEST(Target, QueriesKeepTheirOrderAndDecode)
{
    const auto target = parseTarget("/?by=tier,service&&a=1+2%2B3&a=&open&=x");
    ASSERT_TRUE(target.has_value());
    const std::vector<Field> expected{
        {"by", "tier,service"}, {"a", "1 2+3"}, {"a", ""}, {"open", ""}, {"", "x"}};
    EXPECT_EQ(target->query, expected);
    EXPECT_FALSE(parseTarget("/?a=%f").has_value());
    EXPECT_FALSE(parseTarget("/?a=%ff").has_value());
}

} // namespace starqueue::hall::http::parse
