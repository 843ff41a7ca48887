#include <kiosk/hall_clock.h>

#include <client/face/hall_time.h>

namespace starqueue::kiosk {

QString hallTimeText(const QDateTime& instant, const QTimeZone& zone, const QLocale& locale)
{
    const QDateTime local = client::inHallZone(instant, zone);
    const bool chinese = locale.language() == QLocale::Chinese;
    return locale.toString(local,
                           chinese ? QStringLiteral("M月d日 ddd HH:mm") : QStringLiteral("ddd d MMM HH:mm"));
}

} // namespace starqueue::kiosk
