#include <queue/devices/devices.h>

#include <queue/steps/checks.h>

#include <tuple>

namespace starqueue::queue {

namespace {

/// Compares what a technician sees of a device; not its counters or since when.
bool sameState(const Device& a, const Device& b)
{
    const auto facts = [](const Device& d) {
        return std::tie(d.kind, d.bridge, d.kiosk, d.counter, d.state, d.fault);
    };
    return facts(a) == facts(b);
}

} // namespace

bool isNews(const State& state, const Device& device)
{
    const auto known = state.devices.find(device.id);
    return known == state.devices.end() || !sameState(known->second, device);
}

Decision decide(const State& state, const ReportDevice& command, Instant now, Events& events)
{
    if (command.device.id.empty())
        return refuse(RefusalCode::BadValue, "", "A device without an id can't be told apart: give it one.");
    if (!isNews(state, command.device))
        return {};
    Device device = command.device;
    device.since = now;
    add(events, DeviceChanged{std::move(device)});
    return {};
}

Decision decide(const State& state, const TestDevice& command, Instant, Events& events)
{
    if (!state.devices.contains(command.device))
        return refuse(RefusalCode::UnknownDevice, "",
                      "No bridge has reported a device \"" + command.device + "\": see the list of devices.");
    add(events, DeviceTestRequested{command.device});
    return {};
}

} // namespace starqueue::queue
