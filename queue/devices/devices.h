#pragma once

#include <queue/devices/commands.h>
#include <queue/devices/events.h>
#include <queue/model/decision.h>
#include <queue/state/state.h>

#include <string_view>

namespace starqueue::queue {

// Device states. queue/decide.h documents the contract of decide() and apply().

/// The word by which a printer says that a ticket lies in its presenter and the next can't begin.
inline constexpr std::string_view kTicketWaiting = "ticketWaiting";
/// Whether the printer of `kiosk` says so.
[[nodiscard]] bool isTicketWaiting(const State& state, std::string_view kiosk);

/// Whether reporting it would change what a technician sees, so that it is journalled.
[[nodiscard]] bool isNews(const State& state, const Device& device);

[[nodiscard]] Decision decide(const State& state, const ReportDevice& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const TestDevice& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const EndDeviceTest& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const AskDevice& command, Instant now, Events& events);

void apply(State& state, const DeviceChanged& event, Instant at);
void apply(State& state, const DeviceTestRequested& event, Instant at);
void apply(State& state, const DeviceTested& event, Instant at);
void apply(State& state, const DeviceAsked& event, Instant at);

} // namespace starqueue::queue
