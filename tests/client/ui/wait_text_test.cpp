#include <client/ui/face_program.h>
#include <client/ui/language.h>
#include <client/ui/wait_text.h>

#include <gtest/gtest.h>

using namespace starqueue::ui;

namespace {

QJsonObject wait(double p10, double p90)
{
    return {{"p10", p10}, {"p50", (p10 + p90) / 2}, {"p90", p90}, {"method", "rank"}};
}

struct WaitTextTest : testing::Test
{
    WaitTextTest() { prepareUi(Theme::Kind::Kiosk, {}, {}); }
    ~WaitTextTest() override { Language::instance().setCode("zh"); }
};

TEST_F(WaitTextTest, ARangeIsRoundedOutwardsToWholeMinutes)
{
    EXPECT_EQ(WaitText::minutes(wait(480, 840)), "8–14");
    EXPECT_EQ(WaitText::minutes(wait(539, 781)), "8–14");
    EXPECT_EQ(WaitText::minutes(wait(0, 0)), "0–1");
    EXPECT_EQ(WaitText::minutes(wait(300, 300)), "5–6");
}

TEST_F(WaitTextTest, WithoutAnEstimateNothingIsPromised)
{
    EXPECT_EQ(WaitText::minutes({}), "");
    EXPECT_EQ(WaitText::minutes(wait(300, 200)), "");
    EXPECT_EQ(WaitText::text(0, {}), "—");
}

TEST_F(WaitTextTest, SpeaksBothLanguages)
{
    EXPECT_EQ(WaitText::text(6, wait(480, 840)), "8–14 分钟");
    EXPECT_EQ(WaitText::text(0, wait(0, 120)), "马上办理");
    Language::instance().setCode("en");
    EXPECT_EQ(WaitText::text(6, wait(480, 840)), "8–14 min");
    EXPECT_EQ(WaitText::text(0, wait(0, 120)), "Right away");
}

} // namespace
