#include <client/ui/language.h>
#include <kiosk/closed_words.h>
#include <kiosk/shanghai.h>

#include <gtest/gtest.h>

using namespace starqueue::kiosk;
using starqueue::client::api::ClosedReason;
using starqueue::test::kShanghai;

namespace {

const QDateTime kNow(QDate(2026, 11, 23), QTime(4, 0), Qt::UTC); // noon in the hall

QDateTime instant(const QString& text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs);
}

const QLocale kEnglish(QLocale::English, QLocale::UnitedKingdom);

TEST(OpeningText, IsATimeOnTheSameDayOfTheHallAndADateOtherwise)
{
    EXPECT_EQ(openingText(instant("2026-11-23T05:00:00.000Z"), kNow, kShanghai, kEnglish), "13:00");
    EXPECT_EQ(openingText(instant("2026-11-23T15:59:00.000Z"), kNow, kShanghai, kEnglish), "23:59");
    EXPECT_EQ(openingText(instant("2026-11-24T01:00:00.000Z"), kNow, kShanghai, kEnglish),
              "Tue 24 Nov 09:00");
    EXPECT_EQ(openingText(QDateTime(), kNow, kShanghai, kEnglish), "");
}

TEST(ClosedWords, SayMoreOnlyWhereMoreIsKnown)
{
    const auto words = [](ClosedReason reason, const QDateTime& opens = {}) {
        return closedWords({.closedReason = reason, .opensAt = opens}, kNow, kShanghai);
    };
    EXPECT_FALSE(words(ClosedReason::SoldOut).isEmpty());
    EXPECT_TRUE(words(ClosedReason::OutsideHours, instant("2026-11-23T05:00:00.000Z")).contains("13:00"));
    EXPECT_EQ(words(ClosedReason::ServiceClosed), "");
    EXPECT_EQ(words(ClosedReason::DayClosed), "");
}

} // namespace
