#include <firmware-bridge/field_devices/field_reports.h>

namespace starqueue::bridge {

using namespace Qt::StringLiterals;

QString uidText(quint32 uid)
{
    return u"%1"_s.arg(uid, 8, 16, QLatin1Char('0')).toUpper();
}

} // namespace starqueue::bridge
