#include <counter/counter_desk.h>

#include <gtest/gtest.h>

using namespace starqueue;
using counter::CounterModel;
using counter::test::CounterDesk;
using test::eventually;

namespace {

/// A counter of a hall that wants number and PIN.
struct ClerksPin : testing::Test
{
    void SetUp() override { desk.clerkLogin = "pin"; }
    void seeTicket(const QString& state)
    {
        desk.stand(state, {{"ticket", CounterDesk::ticket("A012", state)}});
        ASSERT_TRUE(desk.look());
    }

    CounterDesk desk;
    CounterModel& model = desk.model;
};

TEST_F(ClerksPin, IsAskedForWhenACounterIsHandedOver)
{
    seeTicket("serving");
    model.handover();
    EXPECT_FALSE(model.prompt()->isSecret());
    model.prompt()->enter("23");
    ASSERT_EQ(model.prompt()->kind(), counter::CommandPrompt::Kind::HandoverPin);
    EXPECT_TRUE(model.prompt()->isSecret());
    EXPECT_TRUE(desk.sent("handover").isEmpty());
    desk.answer("handover", 200, {{"clerk", "23"}, {"state", "serving"}});
    model.prompt()->enter("4711");
    ASSERT_TRUE(eventually([&] { return desk.sent("handover").size() == 1; }));
    EXPECT_EQ(desk.sent("handover").first().body["clerk"], "23");
    EXPECT_EQ(desk.sent("handover").first().body["pin"], "4711");
    ASSERT_TRUE(desk.look());
}

TEST_F(ClerksPin, OpensACounterWithTheNumberAndIsForgotten)
{
    desk.stand("closed");
    ASSERT_TRUE(desk.look());
    model.setClerk("17");
    EXPECT_TRUE(model.needsPin());
    EXPECT_FALSE(model.canDoNextStep()) << "a number alone isn't enough";
    model.setPin("4711");
    ASSERT_TRUE(model.canDoNextStep());
    desk.answer("open", 403, {{"code", "pin_refused"}, {"detail", "The PIN is wrong."}});
    model.doNextStep();
    EXPECT_EQ(model.pin(), "");
    ASSERT_TRUE(eventually([&] { return !model.notice().isEmpty(); }));
    EXPECT_EQ(desk.sent("open").first().body["pin"], "4711");
    EXPECT_FALSE(model.canDoNextStep());
    ASSERT_TRUE(desk.look());
}

} // namespace
