#include <queue/devices/devices.h>

#include <queue/steps/changes.h>

namespace starqueue::queue {

namespace {

void noteHeldUp(State& state, std::string_view kiosk, Instant at)
{
    for (const PrintJobId id : state.openJobs)
        if (PrintJob& job = jobIn(state, id); job.state == PrintJobState::Pending && job.kiosk == kiosk)
            job.heldUp = at;
}

} // namespace

void apply(State& state, const DeviceChanged& event, Instant at)
{
    Device& known = state.devices[event.device.id];
    if (known.fault == kTicketWaiting)
        noteHeldUp(state, known.kiosk, at);
    Device next = event.device;
    next.lastPrinted = known.lastPrinted;
    next.test = known.test;
    known = std::move(next);
}

void apply(State& state, const DeviceTestRequested& event, Instant at)
{
    if (const auto device = state.devices.find(event.device); device != state.devices.end())
        device->second.test = {.asked = at};
}

void apply(State& state, const DeviceTested& event, Instant at)
{
    const auto device = state.devices.find(event.device);
    if (device == state.devices.end())
        return;
    DeviceTest& test = device->second.test;
    test.ended = at;
    test.outcome = event.outcome;
    test.fault = event.fault;
}

void apply(State&, const DeviceAsked&, Instant) {}

} // namespace starqueue::queue
