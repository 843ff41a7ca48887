#include <kiosk/visit/identity_entry.h>

#include <gtest/gtest.h>

using starqueue::client::api::Identity;
using starqueue::client::api::IdentityKind;
using starqueue::kiosk::IdentityEntry;

namespace {

const QDateTime kBeginning(QDate(2026, 11, 22), QTime(10, 24), Qt::UTC);

void type(IdentityEntry& entry, const QString& digits)
{
    for (const QChar digit : digits)
        entry.addDigit(digit.digitValue());
}

bool scan(IdentityEntry& entry, const QString& code, qint64 pauseMs = 10)
{
    QDateTime at = kBeginning;
    for (const QChar letter : code) {
        EXPECT_FALSE(entry.takeKey(letter, false, at));
        at = at.addMSecs(pauseMs);
    }
    return entry.takeKey("\r", true, at);
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

TEST(IdentityEntry, ACodeReaderTypesACodeAndEnter)
{
    IdentityEntry entry;
    EXPECT_TRUE(scan(entry, "VIP-0042/x"));
    EXPECT_TRUE(entry.scanned());
    EXPECT_EQ(entry.identity(), (Identity{IdentityKind::Scan, "VIP-0042/x"}));
    EXPECT_EQ(entry.masked(), "") << "a code is not shown";
}

TEST(IdentityEntry, KeysOfAPersonAreNoCode)
{
    IdentityEntry entry;
    EXPECT_FALSE(scan(entry, "VIP-0042", 300));
    EXPECT_FALSE(entry.confirmed());
}

TEST(IdentityEntry, AShortCodeOrALoneEnterIsNone)
{
    IdentityEntry entry;
    EXPECT_FALSE(scan(entry, "abc"));
    EXPECT_FALSE(scan(entry, ""));
    EXPECT_FALSE(entry.confirmed());
}

TEST(IdentityEntry, ACodeReplacesATypedNumber)
{
    IdentityEntry entry;
    type(entry, "138");
    EXPECT_TRUE(scan(entry, "VIP-0042"));
    EXPECT_TRUE(entry.empty());
    EXPECT_EQ(entry.identity().value().kind, IdentityKind::Scan);
}

} // namespace
