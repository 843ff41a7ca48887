#pragma once

#include <queue/model/device.h>
#include <queue/schema/event_fields.h>

#include <string>

namespace starqueue::queue {

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

struct DeviceTestRequested
{
    static constexpr std::string_view kName = "device_test_requested";
    static constexpr Audiences kSeenBy = kPlugs;

    std::string device;
};

void describe(auto& a, Of<DeviceTestRequested> auto& e)
{
    a.field(toAll("device"), e.device);
}

} // namespace starqueue::queue
