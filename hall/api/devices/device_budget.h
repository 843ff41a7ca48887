#pragma once

#include <hall/api/request/rate_limit.h>

#include <queue/model/device.h>

namespace starqueue::hall {

/// How much of the journal the changes of one bridge's devices may take: less than 2 MB a day. At once there
/// is room for some hundred changes, as when a cable is pulled; beyond, for one every half minute or so. A
/// device that was calm has room of its own, so that another one that flaps takes nothing from it. Any
/// thread.
class DeviceBudget
{
public:
    explicit DeviceBudget(const Throttle::Clock& clock);

    /// How long a device is as it is before it counts as calm; one that nobody knows yet does, too.
    static constexpr std::chrono::minutes kCalm{2};

    /// Takes the room of `change` from that of its bridge; false: there is none now.
    [[nodiscard]] bool allow(const queue::Device& change, bool wasCalm);

private:
    Throttle m_ofAll;
    Throttle m_ofCalm;
};

} // namespace starqueue::hall
