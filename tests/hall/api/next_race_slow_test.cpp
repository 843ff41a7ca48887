#include <hall/api/next_race.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

TEST(NextRaceSlow, TenThousandTicketsAreCalledOnceEach)
{
    expectEachCalledOnce(10'000);
}

} // namespace starqueue::hall::test
