#include <kiosk/hall_clock.h>
#include <kiosk/shanghai.h>

#include <gtest/gtest.h>

using starqueue::kiosk::hallTimeText;
using starqueue::test::kShanghai;

namespace {

const QDateTime kInstant(QDate(2026, 11, 22), QTime(2, 24), Qt::UTC);

TEST(HallTime, IsThatOfTheHallWhateverTheMachineThinks)
{
    EXPECT_EQ(hallTimeText(kInstant, kShanghai, QLocale(QLocale::Chinese, QLocale::China)),
              "11月22日 周日 10:24");
    EXPECT_EQ(hallTimeText(kInstant, kShanghai, QLocale(QLocale::English, QLocale::UnitedKingdom)),
              "Sun 22 Nov 10:24");
}

TEST(HallTime, WithoutAZoneIsTheMachines)
{
    const QString text =
        hallTimeText(kInstant, QTimeZone(), QLocale(QLocale::English, QLocale::UnitedKingdom));
    EXPECT_TRUE(text.endsWith(kInstant.toLocalTime().toString("HH:mm"))) << text.toStdString();
}

} // namespace
