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

} // namespace starqueue::queue
