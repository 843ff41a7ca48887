#include <client/ui/language.h>
#include <kiosk/closed_words.h>

#include <gtest/gtest.h>

using namespace starqueue::kiosk;

namespace {

const QTimeZone kShanghai("Asia/Shanghai");
const QDateTime kNow(QDate(2026, 11, 23), QTime(4, 0), Qt::UTC); // noon in the hall
const QLocale kEnglish(QLocale::English, QLocale::UnitedKingdom);

TEST(OpeningText, IsATimeOnTheSameDayOfTheHallAndADateOtherwise)
{
    EXPECT_EQ(openingText("2026-11-23T05:00:00.000Z", kNow, kShanghai, kEnglish), "13:00");
    EXPECT_EQ(openingText("2026-11-23T15:59:00.000Z", kNow, kShanghai, kEnglish), "23:59");
    EXPECT_EQ(openingText("2026-11-24T01:00:00.000Z", kNow, kShanghai, kEnglish), "Tue 24 Nov 09:00");
    EXPECT_EQ(openingText(QJsonValue(), kNow, kShanghai, kEnglish), "");
}

TEST(ClosedWords, SayMoreOnlyWhereMoreIsKnown)
{
    const auto words = [](const QJsonObject& service) { return closedWords(service, kNow, kShanghai); };
    EXPECT_FALSE(words({{"closedReason", "sold_out"}}).isEmpty());
    EXPECT_TRUE(words({{"closedReason", "outside_hours"}, {"opensAt", "2026-11-23T05:00:00.000Z"}})
                    .contains("13:00"));
    EXPECT_EQ(words({{"closedReason", "service_closed"}, {"opensAt", QJsonValue()}}), "");
    EXPECT_EQ(words({{"closedReason", "day_closed"}}), "");
}

} // namespace
