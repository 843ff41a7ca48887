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

} // namespace starqueue::bridge
