#pragma once

#include <queue/model/device.h>
#include <queue/schema/event_fields.h>

#include <string>

namespace starqueue::queue {

/// A device changed its state, or was seen for the first time.
struct DeviceChanged
{
    static constexpr std::string_view kName = "device_changed";
    static constexpr Audiences kSeenBy = kEverybody;

    Device device;
};

void describe(auto& a, Of<DeviceChanged> auto& e)
{
    describe(a, e.device);
}

/// Somebody asked that a device show that it works.
struct DeviceTestRequested
{
    static constexpr std::string_view kName = "device_test_requested";
    static constexpr Audiences kSeenBy = kDeviceAudiences;

    std::string device;
};

void describe(auto& a, Of<DeviceTestRequested> auto& e)
{
    a.field(toAll("device"), e.device);
}

} // namespace starqueue::queue
