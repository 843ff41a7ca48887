#include <firmware-bridge/relay/rating_relay.h>

#include <client/hall_client.h>
#include <firmware-bridge/event_loop.h>
#include <support/scripted_hall.h>

#include <QJsonArray>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

using namespace starqueue;
using namespace starqueue::bridge;
using starqueue::test::ScriptedHall;

namespace {

class RatingRelayTest : public ::testing::Test
{
protected:
    RatingRelayTest()
    {
        hall.answerWith([](const ScriptedHall::Request& request) {
            return request.path == "/hall" ? ScriptedHall::Reply{200, QJsonObject{{"elapsed", 1'000'000}}}
                                           : ScriptedHall::Reply{200, QJsonArray()};
        });
        relay.setPanel(u"1"_s, u"panel-1"_s);
        QObject::connect(&relay, &RatingRelay::acknowledgeRequested, &relay, [this] { ++acknowledged; });
    }

    void press()
    {
        relay.onPressed(
            {.device = u"panel-1"_s, .uid = 7, .epoch = 1, .seq = 2, .value = 5, .token = 9, .ageTenths = 0});
    }

    QCoreApplication& app = bridge::test::application(); // before what needs its event loop
    ScriptedHall hall;
    client::HallClient client{client::HallAddress{hall.url(), "token"}};
    RatingRelay relay{client};
    int acknowledged = 0;
};

} // namespace

TEST_F(RatingRelayTest, APressThatIsReportedAgainAfterTheHallDecidedIsNotAskedAboutAgain)
{
    press();
    ASSERT_TRUE(starqueue::test::eventually([&] { return acknowledged == 1; }));
    const auto asked = hall.requests().size();
    press(); // the panel hasn't heard yet
    EXPECT_EQ(acknowledged, 2);
    press();
    EXPECT_EQ(acknowledged, 3);
    EXPECT_EQ(hall.requests().size(), asked);
}
