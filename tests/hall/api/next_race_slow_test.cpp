#include <hall/api/support/next_race.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

TEST(NextRaceSlow, TenThousandTicketsAreCalledOnceEach)
{
    for (const int clients : {2, 4, 8})
        expectEachCalledOnce(clients, 10'000);
}

} // namespace starqueue::hall::test
