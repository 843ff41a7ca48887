#pragma once

#include <QDateTime>
#include <QLocale>
#include <QString>
#include <QTimeZone>

namespace starqueue::kiosk {

/// "11月22日 周日 10:24" / "Sun 22 Nov 10:24": an instant as the hall reads it. An invalid zone means
/// this machine's own.
[[nodiscard]] QString hallTimeText(const QDateTime& instant, const QTimeZone& zone, const QLocale& locale);

} // namespace starqueue::kiosk
