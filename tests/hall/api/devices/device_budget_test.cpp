#include <hall/api/devices/device_budget.h>

#include <gtest/gtest.h>

#include <string>

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;

class DeviceBudgetTest : public testing::Test
{
protected:
    [[nodiscard]] static queue::Device changed(const std::string& id, std::size_t detailBytes)
    {
        return {.id = id, .bridge = "b", .fault = "unplugged", .details = std::string(detailBytes, 'x')};
    }
    void spend()
    {
        while (m_budget.allow(changed("flaps", 100), false)) {
        }
    }

    std::chrono::milliseconds m_now{0};
    DeviceBudget m_budget{[this] { return m_now; }};
};

} // namespace

TEST_F(DeviceBudgetTest, OfABridgeIsLessThanTwoMegabytesADayWhateverItSays)
{
    for (const std::size_t details : {0U, 100U, 4096U}) {
        const queue::Device change = changed("p", details);
        DeviceBudget budget{[this] { return m_now; }};
        std::size_t bytes = 0;
        for (const auto end = m_now + 24h; m_now < end; m_now += 1s)
            while (budget.allow(change, true))
                bytes += 256 + details;
        EXPECT_LT(bytes, 2'000'000U) << details;
        EXPECT_GT(bytes, 1'500'000U) << details;
    }
}

TEST_F(DeviceBudgetTest, HoldsAllDevicesOfFortyCountersAtOnceSeveralTimes)
{
    for (int time = 0; time < 4; ++time)
        for (int device = 0; device < 100; ++device)
            ASSERT_TRUE(m_budget.allow(changed("panel-" + std::to_string(device), 300), false)) << time;
}

TEST_F(DeviceBudgetTest, TakesTheNewestStateAfterHalfAMinuteAlsoWhenItIsSpent)
{
    spend();
    for (int i = 0; i < 100; ++i) {
        m_now += 30s;
        EXPECT_TRUE(m_budget.allow(changed("flaps", 100), false));
    }
}

TEST_F(DeviceBudgetTest, OfADeviceThatWasCalmIsntSpentByOneThatFlaps)
{
    spend();
    EXPECT_TRUE(m_budget.allow(changed("printer-1", 300), true));
    EXPECT_FALSE(m_budget.allow(changed("printer-1", 300), false));
}

} // namespace starqueue::hall::test
