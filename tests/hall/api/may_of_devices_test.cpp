#include <hall/api/support/running_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

using nlohmann::json;

TEST(May, OfABridgeIsWhatAKeypadCanPress)
{
    RunningHall hall;
    hall.open(3);
    EXPECT_EQ(hall.as("bridge").get("/counters/3").body.at("may"), json::array({"next", "help"}));
}

TEST(May, OfThePhoneIsToCancelForAsLongAsThatIsTaken)
{
    RunningHall hall;
    const std::string url = hall.issueAtKiosk().at("statusUrl");
    const std::string page = url.substr(url.find("/t/"));
    EXPECT_EQ(call(hall.port(), "GET", page + "/state").body.at("may"), json::array({"cancel", "postpone"}));
    hall.open(1);
    hall.as("counter-1").post("/counters/1/next");
    hall.as("counter-1").post("/counters/1/start");
    EXPECT_EQ(call(hall.port(), "GET", page + "/state").body.at("may"), json::array());
}

} // namespace starqueue::hall::test
