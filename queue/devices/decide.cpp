#include <queue/steps/checks.h>

#include <cmath>

#include <tuple>

namespace starqueue::queue {

namespace {

/// What a technician would call the same state; when it began and its counters don't matter.
bool sameState(const Device& a, const Device& b)
{
    const auto facts = [](const Device& d) {
        return std::tie(d.kind, d.bridge, d.kiosk, d.counter, d.state, d.fault);
    };
    return facts(a) == facts(b);
}

} // namespace

Decision decide(const State& state, const ReportDevice& command, Instant now, Events& events)
{
    if (command.device.id.empty())
        return refuse(RefusalCode::BadValue, "", "A device without an id can't be told apart: give it one.");
    const auto known = state.devices.find(command.device.id);
    if (known != state.devices.end() && sameState(known->second, command.device))
        return {};
    Device device = command.device;
    device.since = now;
    events.emplace_back(DeviceChanged{std::move(device)});
    return {};
}

Decision decide(const State& state, const TestDevice& command, Instant, Events& events)
{
    if (!state.devices.contains(command.device))
        return refuse(RefusalCode::UnknownDevice, "",
                      "No bridge has reported a device \"" + command.device + "\": see the list of devices.");
    events.emplace_back(DeviceTestRequested{command.device});
    return {};
}

Decision decide(const State& state, const PostMessage& command, Instant, Events& events)
{
    if (command.id.empty())
        return refuse(RefusalCode::BadValue, "", "A message without an id can't be taken down: give it one.");
    const auto known = state.messages.find(command.id);
    const Name shown = known == state.messages.end() ? Name{} : known->second;
    if (shown != command.text)
        events.emplace_back(MessageChanged{command.id, command.text});
    return {};
}

Decision decide(const State&, const ReportClockStep& command, Instant, Events& events)
{
    events.emplace_back(ClockStepped{command.offset});
    return {};
}

Decision decide(const State&, const CalibratePromises& command, Instant, Events& events)
{
    const Calibration& by = command.calibration;
    const auto isFactor = [](double factor) { return factor > 0 && std::isfinite(factor); };
    if (!isFactor(by.scale) || !isFactor(by.lower) || !isFactor(by.upper))
        return refuse(RefusalCode::BadValue, "", "Promises are corrected by factors above 0: give such.");
    events.emplace_back(PromisesCalibrated{by, command.outcomes});
    return {};
}

Decision decide(const State& state, const Tick&, Instant now, Events& events)
{
    for (const RatingSessionId id : state.openSessions) {
        const RatingSession* session = state.find(id);
        if (session && now >= session->ends)
            events.emplace_back(RatingExpired{id, session->counter});
    }
    for (const PrintJobId id : state.openJobs) {
        const PrintJob* job = state.find(id);
        if (job && now >= job->expires)
            events.emplace_back(PrintJobEnded{id, PrintOutcome::Dropped});
    }
    return {};
}

} // namespace starqueue::queue
