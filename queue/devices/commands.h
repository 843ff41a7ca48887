#pragma once

#include <queue/model/device.h>

#include <string>

namespace starqueue::queue {

/// Records a device's present state.
struct ReportDevice
{
    Device device;
};
/// Asks the bridge to have a device show that it works.
struct TestDevice
{
    std::string device;
};

/// Reports how the test ended that was asked for.
struct EndDeviceTest
{
    std::string device;
    TestOutcome outcome = TestOutcome::None;
    std::string fault;
};
/// Asks the bridge of a device for something.
struct AskDevice
{
    std::string device;
    DeviceRequest request = DeviceRequest::Journal;
    Seconds duration{}; ///< of a release
};

} // namespace starqueue::queue
