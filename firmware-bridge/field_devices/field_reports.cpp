#include <firmware-bridge/field_devices/field_reports.h>

namespace starqueue::bridge {

QString stateName(DeviceHealth::State state)
{
    switch (state) {
    case DeviceHealth::State::Ok:
        return QStringLiteral("ok");
    case DeviceHealth::State::Warning:
        return QStringLiteral("warning");
    case DeviceHealth::State::Fault:
        return QStringLiteral("fault");
    case DeviceHealth::State::Offline:
        return QStringLiteral("offline");
    }
    return {};
}

QString uidText(quint32 uid)
{
    return QStringLiteral("%1").arg(uid, 8, 16, QLatin1Char('0')).toUpper();
}

} // namespace starqueue::bridge
