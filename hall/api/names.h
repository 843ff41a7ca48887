#pragma once

#include <queue/devices.h>
#include <queue/instant.h>
#include <queue/printing.h>
#include <queue/rating.h>
#include <queue/rules.h>
#include <queue/ticket.h>
#include <queue/why.h>

#include <array>
#include <string>
#include <string_view>

namespace starqueue::hall {

// The API's words for the rules' enumerations, each in the order of its enum.

inline constexpr std::array<std::string_view, 8> kTicketStates{"waiting", "called",    "serving", "finished",
                                                               "no_show", "parked", "cancelled", "unserved"};
inline constexpr std::array<std::string_view, 2> kLanguages{"zh", "en"};
inline constexpr std::array<std::string_view, 5> kStatutory{"none", "disabled", "elderly", "pregnant", "military"};
inline constexpr std::array<std::string_view, 2> kPromiseMethods{"rank", "simulation"};
inline constexpr std::array<std::string_view, 5> kDisciplines{"head-start", "fifo", "strict", "weighted",
                                                              "accumulating"};
inline constexpr std::array<std::string_view, 6> kWhyRules{"guard", "dedication", "preference",
                                                           "rank",  "out-of-turn", "parked"};
inline constexpr std::array<std::string_view, 3> kPrintJobStates{"pending", "taken", "ended"};
inline constexpr std::array<std::string_view, 8> kPrintOutcomes{"none",    "printed", "sent",    "paperOut",
                                                                "coverOpen", "offline", "unknown", "dropped"};
inline constexpr std::array<std::string_view, 5> kRatingStates{"invited", "armed", "failed", "rated", "expired"};
inline constexpr std::array<std::string_view, 4> kDeviceKinds{"printer", "display", "panel", "keypad"};
inline constexpr std::array<std::string_view, 4> kDeviceStates{"ok", "warning", "fault", "offline"};

template <class Enum, std::size_t N>
[[nodiscard]] constexpr std::string_view nameOf(Enum value, const std::array<std::string_view, N>& names)
{
    return names.at(static_cast<std::size_t>(value));
}

/// RFC 3339 in UTC with milliseconds.
[[nodiscard]] std::string rfc3339(queue::Instant at);

} // namespace starqueue::hall
