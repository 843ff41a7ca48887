#pragma once

#include <array>
#include <string_view>

namespace starqueue::time {

/// The days of the week as settings and reports spell them, from Monday on.
inline constexpr std::array<std::string_view, 7> kWeekdayWords{"mon", "tue", "wed", "thu",
                                                               "fri", "sat", "sun"};

} // namespace starqueue::time
