#include <queue/devices/devices.h>

#include <queue/steps/checks.h>

#include <algorithm>
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

Decision needDevice(const State& state, const std::string& id)
{
    if (state.devices.contains(id))
        return {};
    return refuse(RefusalCode::UnknownDevice, "",
                  "No bridge has reported a device \"" + id + "\": see the list of devices.");
}

constexpr Seconds kLongestRelease{600};

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

bool isTicketWaiting(const State& state, std::string_view kiosk)
{
    return std::ranges::any_of(state.devices, [&](const auto& entry) {
        const Device& device = entry.second;
        return device.kind == DeviceKind::Printer && device.kiosk == kiosk && device.fault == kTicketWaiting;
    });
}

Decision decide(const State& state, const TestDevice& command, Instant, Events& events)
{
    if (const auto known = needDevice(state, command.device); !known)
        return known;
    add(events, DeviceTestRequested{command.device});
    return {};
}

Decision decide(const State& state, const EndDeviceTest& command, Instant, Events& events)
{
    if (const auto known = needDevice(state, command.device); !known)
        return known;
    if (command.outcome == TestOutcome::None)
        return refuse(RefusalCode::BadValue, "", "A test can't end with no outcome: say how it ended.");
    if (state.devices.at(command.device).test.isOpen()) // else nobody waits for it, or it is told again
        add(events, DeviceTested{command.device, command.outcome, command.fault});
    return {};
}

Decision decide(const State& state, const AskDevice& command, Instant, Events& events)
{
    if (const auto known = needDevice(state, command.device); !known)
        return known;
    if (command.duration < Seconds{0} || command.duration > kLongestRelease)
        return refuse(RefusalCode::BadValue, "",
                      "A port is released for at most ten minutes: ask again then.");
    add(events, DeviceAsked{command.device, command.request, command.duration});
    return {};
}

} // namespace starqueue::queue
