#include <db/journal/request_key.h>

#include <queue/schema/format.h>

#include <gtest/gtest.h>

namespace starqueue::db::test {

namespace {

BodyHash sent(std::uint8_t said, std::uint8_t whole)
{
    BodyHash hash;
    hash.said.fill(said);
    hash.whole.emplace().fill(whole);
    return hash;
}

} // namespace

TEST(BodyHash, OfADayOfAnEarlierFormIsThatOfTheWholeBody)
{
    const BodyHash noted = sent(1, 2).inForm(queue::kSinceShortBodies - 1);
    EXPECT_EQ(noted.bytes(), std::string(16, '\x02'));
    EXPECT_TRUE(sent(1, 2).isOf(noted));
    EXPECT_FALSE(sent(1, 3).isOf(noted));
    EXPECT_EQ(BodyHash::ofBytes(noted.bytes()).bytes(), noted.bytes());
}

TEST(BodyHash, OfALaterDayIsShort)
{
    const BodyHash noted = sent(1, 2).inForm(queue::kSinceShortBodies);
    EXPECT_EQ(noted.bytes(), std::string(8, '\x01'));
    EXPECT_TRUE(sent(1, 3).isOf(noted));
    EXPECT_FALSE(sent(4, 2).isOf(noted));
    EXPECT_EQ(BodyHash::ofBytes(noted.bytes()).bytes(), noted.bytes());
}

} // namespace starqueue::db::test
