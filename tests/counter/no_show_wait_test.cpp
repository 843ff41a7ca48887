#include <counter/counter_desk.h>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

using namespace starqueue;
using namespace std::chrono_literals;
using counter::test::CounterDesk;

namespace {

TEST(NoShowWait, TheKeySaysItsSecondsAndWaitsForThem)
{
    CounterDesk desk{u"en"_s};
    counter::CounterModel& model = desk.model;
    const QString from = desk.wall.addMSecs(12'300).toString(Qt::ISODateWithMs);
    desk.stand("calling",
               {{"ticket", CounterDesk::ticket("A012", "called", {{"noShowAt", from}, {"recallsLeft", 0}})}});
    ASSERT_TRUE(desk.look());
    EXPECT_FALSE(model.canNoShow());
    EXPECT_FALSE(model.canRecall()) << "one more is a no-show";
    EXPECT_TRUE(model.noShowText().contains("13")) << model.noShowText().toStdString();
    model.noShow();
    EXPECT_TRUE(desk.sent("no-show").isEmpty());
    desk.pass(12'299ms);
    EXPECT_FALSE(model.canNoShow());
    EXPECT_TRUE(model.noShowText().contains(" 1 s"));
    desk.pass(1ms);
    EXPECT_TRUE(model.canNoShow());
    EXPECT_TRUE(model.canRecall());
    EXPECT_FALSE(model.noShowText().contains(" s"));
}

} // namespace
