#pragma once

#include <queue/recording/day_builder.h>

namespace starqueue::queue::test {

inline constexpr Instant kOpening{Seconds{1'800'000'000}};

/// Seconds since the opening.
inline Instant second(int at)
{
    return kOpening + Seconds{at};
}

/// Comes, is called and is done at these seconds since the opening.
inline RecordedCustomer served(int comes, int called, int done, int stars = 0)
{
    RecordedCustomer customer;
    customer.arrives = second(comes);
    customer.called = second(called);
    customer.serves = Seconds{done - called};
    customer.stars = static_cast<std::uint8_t>(stars);
    return customer;
}

inline RecordedCustomer gaveUp(int comes, int left, int stars = 0)
{
    RecordedCustomer customer;
    customer.arrives = second(comes);
    customer.left = second(left);
    customer.stars = static_cast<std::uint8_t>(stars);
    return customer;
}

inline constexpr Date kSomeDay{std::chrono::year{2027}, std::chrono::month{1}, std::chrono::day{15}};

} // namespace starqueue::queue::test
