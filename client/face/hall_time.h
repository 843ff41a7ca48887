#pragma once

#include <QDateTime>
#include <QTimeZone>

namespace starqueue::client {

/// `instant` as the clock on the hall's wall shows it. An invalid zone means this machine's own: a face
/// may stand in another zone than its hall, or on a machine that nobody has told its zone.
[[nodiscard]] inline QDateTime inHallZone(const QDateTime& instant, const QTimeZone& zone)
{
    return zone.isValid() ? instant.toTimeZone(zone) : instant.toLocalTime();
}

} // namespace starqueue::client
