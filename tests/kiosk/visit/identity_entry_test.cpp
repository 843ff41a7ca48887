#include <kiosk/visit/identity_entry.h>

#include <gtest/gtest.h>

using starqueue::client::api::Identity;
using starqueue::client::api::IdentityKind;
using starqueue::kiosk::IdentityEntry;

namespace {

void type(IdentityEntry& entry, const QString& digits)
{
    for (const QChar digit : digits)
        entry.addDigit(digit.digitValue());
}

TEST(IdentityEntry, ANumberIsNeverShownInFull)
{
    IdentityEntry entry;
    type(entry, "13800138665");
    EXPECT_EQ(entry.masked(), "138 •••• 8665");
    EXPECT_EQ(entry.tail(), "8665");
}

TEST(IdentityEntry, TheMiddleIsHiddenAlreadyWhileItIsTyped)
{
    IdentityEntry entry;
    type(entry, "138001");
    EXPECT_EQ(entry.masked(), "138 •••");
}

TEST(IdentityEntry, AMobileNumberHasElevenDigits)
{
    IdentityEntry entry;
    type(entry, "1380013866");
    EXPECT_FALSE(entry.complete());
    EXPECT_FALSE(entry.confirm());
    type(entry, "5");
    EXPECT_TRUE(entry.complete());
    type(entry, "9");
    EXPECT_TRUE(entry.confirm());
    EXPECT_EQ(entry.identity().value().value, "13800138665") << "a twelfth digit is not taken";
}

TEST(IdentityEntry, OtherNumbersHaveSixToFifteen)
{
    IdentityEntry entry;
    type(entry, "57188");
    EXPECT_FALSE(entry.complete());
    type(entry, "000");
    EXPECT_TRUE(entry.complete());
    type(entry, "0000000000");
    EXPECT_TRUE(entry.confirm());
    EXPECT_EQ(entry.identity().value().value.size(), 15);
}

TEST(IdentityEntry, GivesNobodyUntilItIsConfirmed)
{
    IdentityEntry entry;
    type(entry, "13800138665");
    EXPECT_FALSE(entry.identity());
    EXPECT_TRUE(entry.confirm());
    EXPECT_EQ(entry.identity(), (Identity{IdentityKind::Phone, "13800138665"}));
}

TEST(IdentityEntry, AChangeTakesTheConfirmationBack)
{
    IdentityEntry entry;
    type(entry, "13800138665");
    EXPECT_TRUE(entry.confirm());
    entry.removeDigit();
    EXPECT_FALSE(entry.confirmed());
    EXPECT_FALSE(entry.identity());
}

TEST(IdentityEntry, ClearLeavesNothing)
{
    IdentityEntry entry;
    type(entry, "13800138665");
    EXPECT_TRUE(entry.confirm());
    entry.clear();
    EXPECT_TRUE(entry.empty());
    EXPECT_FALSE(entry.identity());
    EXPECT_EQ(entry.tail(), "");
}

TEST(IdentityEntry, ACodeIsConfirmedAndSaidToBeRead)
{
    IdentityEntry entry;
    entry.take({IdentityKind::Card, "622200000001"});
    EXPECT_TRUE(entry.scanned());
    EXPECT_TRUE(entry.confirmed());
    EXPECT_EQ(entry.identity(), (Identity{IdentityKind::Card, "622200000001", true}));
    EXPECT_EQ(entry.masked(), "") << "a code is not shown";
    EXPECT_EQ(entry.tail(), "");
}

TEST(IdentityEntry, ACodeReplacesATypedNumber)
{
    IdentityEntry entry;
    type(entry, "138");
    entry.take({IdentityKind::Scan, "VIP-0042"});
    EXPECT_TRUE(entry.empty());
    EXPECT_EQ(entry.identity().value().kind, IdentityKind::Scan);
    entry.clear();
    EXPECT_FALSE(entry.scanned());
}

} // namespace
