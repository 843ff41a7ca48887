#pragma once

#include <hall/api/support/running_hall.h>

#include <string>

namespace starqueue::hall::test {

inline constexpr auto kClerkWord = "clerk-of-the-walk";
inline constexpr auto kReasonWord = "reason-of-the-walk";
inline constexpr auto kCaseNumber = "CASE-2026-117";
inline constexpr auto kPhoneOfFive = "13900000005";

/// The default hall with what it leaves out: a profile and outcomes.
[[nodiscard]] std::string hallOfFullDay();

/// Runs customers through every case, with each call of the API at least once, and checks every answer. At
/// the end the day is open again and the hall is empty. Of hallOfFullDay().
void runFullDay(RunningHall& hall);

} // namespace starqueue::hall::test
