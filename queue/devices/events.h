#pragma once

#include <queue/model/device.h>
#include <queue/schema/event_fields.h>
#include <queue/schema/format.h>

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

/// How the test ended.
struct DeviceTested
{
    static constexpr std::string_view kName = "device_tested";
    static constexpr int kSince = kSinceDeviceTests;
    static constexpr Audiences kSeenBy = kDeviceAudiences;

    std::string device;
    TestOutcome outcome = TestOutcome::None;
    std::string fault;
};

void describe(auto& a, Of<DeviceTested> auto& e)
{
    a.field(toAll("device"), e.device);
    a.field(toAll("result"), e.outcome);
    a.word(toAll("fault"), e.fault);
}

/// Somebody asked something of a device's bridge.
struct DeviceAsked
{
    static constexpr std::string_view kName = "device_asked";
    static constexpr int kSince = kSinceDeviceTests;
    static constexpr Audiences kSeenBy = kDeviceAudiences;

    std::string device;
    DeviceRequest request = DeviceRequest::Journal;
    Seconds duration{};
};

void describe(auto& a, Of<DeviceAsked> auto& e)
{
    a.field(toAll("device"), e.device);
    a.field(toAll("request"), e.request);
    a.field(toAll("seconds"), e.duration);
}

} // namespace starqueue::queue
