#include <kiosk/hall_clock.h>

#include <client/face/hall_time.h>

namespace starqueue::kiosk {

using namespace Qt::StringLiterals;

QString hallTimeText(const QDateTime& instant, const QTimeZone& zone, const QLocale& locale)
{
    const QDateTime local = client::inHallZone(instant, zone);
    const bool chinese = locale.language() == QLocale::Chinese;
    return locale.toString(local, chinese ? u"M月d日 ddd HH:mm"_s : u"ddd d MMM HH:mm"_s);
}

} // namespace starqueue::kiosk
