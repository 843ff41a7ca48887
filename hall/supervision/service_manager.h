#pragma once

#include <hall/service/service.h>

#include <chrono>
#include <map>
#include <optional>
#include <string>

#include <tl/expected.hpp>

/// What systemd hands to a service and wants to be told: sd_listen_fds(3), sd_notify(3),
/// sd_watchdog_enabled(3). Without systemd there is nothing to take, and what is told goes nowhere.
namespace starqueue::hall::supervision {

/// The sockets that the service manager listens at for this program, by what their unit calls them
/// (FileDescriptorName=): "phone" and "operations" as under [listen] of hall.toml; one by any other name is
/// the main one. Once, before there are threads; the caller owns them. The error says in a sentence what is
/// wrong.
[[nodiscard]] tl::expected<std::map<settings::Listener, HandedSocket>, std::string> takeSockets();

/// The service answers; @p status is for people.
void tellReady(const std::string& status);
void tellStopping();

/// How often to call tellAlive(), which is twice as often as the service manager demands; empty: never.
[[nodiscard]] std::optional<std::chrono::microseconds> watchdogPeriod();
/// Any thread.
void tellAlive();

} // namespace starqueue::hall::supervision
