#pragma once

#include <hall/api/support/running_hall.h>

namespace starqueue::hall::test {

inline constexpr auto kClerkWord = "clerk-of-the-walk";
inline constexpr auto kReasonWord = "reason-of-the-walk";
inline constexpr auto kPhoneOfFive = "13900000005";

/// Takes customers through everything that can happen to them, with every call of the API once at least,
/// and expects each to be answered as it should. The day is open again at the end, nobody is left in it.
void runFullDay(RunningHall& hall);

} // namespace starqueue::hall::test
