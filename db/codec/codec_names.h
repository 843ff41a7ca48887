#pragma once

#include <queue/model/counter.h>
#include <queue/model/device.h>
#include <queue/model/print_job.h>
#include <queue/model/rating_session.h>
#include <queue/model/ticket.h>
#include <queue/rules/rules.h>

#include <array>
#include <string_view>

namespace starqueue::db {

/// How the API and the journal name the values of an enum, in their order. Empty: written as null.
template <class Enum> inline constexpr std::array<std::string_view, 0> kNames{};

template <>
inline constexpr auto kNames<queue::Discipline> =
    std::to_array<std::string_view>({"head-start", "fifo", "strict", "weighted", "accumulating"});
template <> inline constexpr auto kNames<queue::Language> = std::to_array<std::string_view>({"zh", "en"});
template <>
inline constexpr auto kNames<queue::Statutory> = std::to_array<std::string_view>({"", "disabled", "elderly",
                                                                                  "pregnant", "military"});
template <>
inline constexpr auto kNames<queue::TicketState> = std::to_array<std::string_view>(
    {"waiting", "called", "serving", "finished", "no_show", "parked", "cancelled", "unserved"});
template <>
inline constexpr auto kNames<queue::PromiseMethod> = std::to_array<std::string_view>({"rank", "simulation"});
template <>
inline constexpr auto kNames<queue::WhyRule> =
    std::to_array<std::string_view>({"guard", "dedication", "preference", "rank", "out-of-turn", "parked"});
template <>
inline constexpr auto kNames<queue::CounterState> = std::to_array<std::string_view>({"closed", "open",
                                                                                     "paused"});
template <>
inline constexpr auto kNames<queue::PrintJobState> = std::to_array<std::string_view>({"pending", "taken",
                                                                                      "ended"});
template <>
inline constexpr auto kNames<queue::PrintOutcome> = std::to_array<std::string_view>(
    {"", "printed", "sent", "paperOut", "coverOpen", "offline", "unknown", "dropped"});
template <>
inline constexpr auto kNames<queue::RatingState> =
    std::to_array<std::string_view>({"invited", "armed", "failed", "rated", "expired"});
template <>
inline constexpr auto kNames<queue::DeviceKind> = std::to_array<std::string_view>({"printer", "display",
                                                                                   "panel", "keypad"});
template <>
inline constexpr auto kNames<queue::DeviceState> = std::to_array<std::string_view>({"ok", "warning", "fault",
                                                                                    "offline"});

} // namespace starqueue::db
