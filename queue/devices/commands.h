#pragma once

#include <queue/model/device.h>

#include <string>

namespace starqueue::queue {

struct ReportDevice
{
    Device device;
};
struct TestDevice
{
    std::string device;
};

} // namespace starqueue::queue
