#include <client/api/request_ids.h>

#include <gtest/gtest.h>

#include <QSet>

using starqueue::client::api::RequestIds;

TEST(RequestIds, OfAFaceAreUuidsThatDifferInTheirEndAlone)
{
    RequestIds ids;
    const QUuid first = ids.next();
    QSet<QUuid> seen{first};
    for (int i = 1; i < 70'000; ++i) {
        const QUuid id = ids.next();
        ASSERT_FALSE(seen.contains(id));
        ASSERT_EQ(id.toRfc4122().first(12), first.toRfc4122().first(12));
        seen.insert(id);
    }
    EXPECT_EQ(first.variant(), QUuid::DCE);
    EXPECT_EQ(first.toRfc4122().at(6) & 0xF0, 0x80);
}

TEST(RequestIds, OfTwoStartsAreUnlike)
{
    RequestIds one;
    RequestIds other;
    EXPECT_NE(one.next().toRfc4122().first(12), other.next().toRfc4122().first(12));
}
