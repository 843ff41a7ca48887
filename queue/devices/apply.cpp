#include <queue/devices/devices.h>

namespace starqueue::queue {

void apply(State& state, const DeviceChanged& event, Instant)
{
    state.devices[event.device.id] = event.device;
}

void apply(State&, const DeviceTestRequested&, Instant) {}

} // namespace starqueue::queue
