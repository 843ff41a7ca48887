#include <firmware-bridge/field_devices/field_reports.h>

namespace starqueue::bridge {

QString uidText(quint32 uid)
{
    return QStringLiteral("%1").arg(uid, 8, 16, QLatin1Char('0')).toUpper();
}

} // namespace starqueue::bridge
