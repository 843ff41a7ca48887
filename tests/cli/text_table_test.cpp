#include <cli/console/text_table.h>

#include <gtest/gtest.h>

using starqueue::cli::setInColumns;

TEST(TextTable, SetsTheFirstColumnToTheLeftAndFiguresToTheRight)
{
    EXPECT_EQ(setInColumns({{"tier", "count"}, {"5", "12"}}), "tier  count\n"
                                                              "5        12\n");
}

TEST(TextTable, CountsChineseCharactersTwoWide)
{
    EXPECT_EQ(setInColumns({{"账户", "1"}, {"abcde", "2"}}), "账户   1\n"
                                                             "abcde  2\n");
}

TEST(TextTable, OfNothingIsNothing)
{
    EXPECT_EQ(setInColumns({}), "");
}
