#pragma once

#include <queue/model/device.h>

#include <string>

namespace starqueue::queue {

struct DeviceChanged
{
    Device device;
};
struct DeviceTestRequested
{
    std::string device;
};

} // namespace starqueue::queue
