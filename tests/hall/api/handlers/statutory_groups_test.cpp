#include <hall/api/support/running_hall.h>

#include <hall/settings/default_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {
namespace {

using nlohmann::json;

/// The default hall with these groups in place of its own.
std::string hallWith(const std::string& groups)
{
    std::string text{settings::defaultHall()};
    const std::size_t begin = text.find("[[statutory_group]]");
    return text.replace(begin, text.find("[rating]") - begin, groups + "\n");
}

std::string group(const std::string& id, int minutes, const std::string& granted)
{
    return "[[statutory_group]]\nid = \"" + id + "\"\nname = { zh = \"" + id + "\", en = \"" + id +
           "\" }\nhead_start_minutes = " + std::to_string(minutes) + "\ngranted = [" + granted + "]\n";
}

std::string localGroups()
{
    return group("veteran", 12, R"("kiosk", "usher")") + group("taxpayer", 3, R"("usher")") +
           group("donor", 5, R"("kiosk")");
}

json account(const std::string& group)
{
    return {{"service", "account"}, {"statutory", group}};
}

TEST(StatutoryGroups, AreGrantedWhereTheHallSays)
{
    RunningHall hall(hallWith(localGroups()));
    EXPECT_EQ(hall.as("kiosk-1").post("/tickets", account("veteran")).status, 201);
    EXPECT_EQ(hall.as("kiosk-1").post("/tickets", account("donor")).status, 201);
    EXPECT_EQ(hall.as("kiosk-1").post("/tickets", account("taxpayer")).code(), "forbidden");
    EXPECT_EQ(hall.as("usher").post("/tickets", account("taxpayer")).status, 201);
    EXPECT_EQ(hall.as("usher").post("/tickets", account("donor")).code(), "forbidden");
    EXPECT_EQ(hall.as("usher").post("/tickets", account("elderly")).code(), "bad_field");
    EXPECT_EQ(hall.as("usher").post("/tickets", account("none")).body.at("statutory"), nullptr);
}

TEST(StatutoryGroups, StandOnTheBoardAndOnTheTicketsOfStaff)
{
    RunningHall hall(hallWith(localGroups()));
    const json groups = hall.as("kiosk-1").get("/board").body.at("groups");
    ASSERT_EQ(groups.size(), 3U);
    EXPECT_EQ(groups[0].at("id"), "veteran");
    EXPECT_EQ(groups[0].at("atKiosk"), true);
    EXPECT_EQ(groups[1].at("atKiosk"), false);
    EXPECT_EQ(groups[2].at("byUsher"), false);
    const auto ticket = hall.as("usher").post("/tickets", account("taxpayer"));
    EXPECT_EQ(ticket.body.at("statutory"), "taxpayer");
    EXPECT_EQ(ticket.body.at("statutoryName"), (json{{"zh", "taxpayer"}, {"en", "taxpayer"}}));
}

TEST(StatutoryGroups, AnEmptyOneIsNotTakenForNone)
{
    RunningHall hall(hallWith(localGroups()));
    const auto empty = hall.as("usher").post("/tickets", account(""));
    EXPECT_EQ(empty.status, 400);
    EXPECT_EQ(empty.code(), "bad_field");
    EXPECT_NE(empty.body.at("detail").get<std::string>().find("\"statutory\""), std::string::npos);
    json missing = account("none");
    missing["statutory"] = nullptr;
    EXPECT_EQ(hall.as("usher").post("/tickets", missing).status, 201);
}

TEST(StatutoryGroups, AnotherOrderOfTheFileAloneIsTheBoardsOnReload)
{
    const std::string a = group("a", 20, R"("kiosk")");
    const std::string b = group("b", 20, R"("kiosk")");
    RunningHall hall(hallWith(a + b));
    const auto first = [&hall] { return hall.as("kiosk-1").get("/board").body.at("groups").at(0).at("id"); };
    EXPECT_EQ(first(), "a");
    hall.reload(hallWith(b + a));
    EXPECT_EQ(first(), "b");
    hall.stop();
    hall.start();
    EXPECT_EQ(first(), "b");
}

TEST(StatutoryGroups, EachHasItsOwnHeadStart)
{
    RunningHall hall(hallWith(localGroups()));
    const auto ahead = [&](const std::string& group) {
        return hall.as("usher").post("/tickets", account(group)).body.at("ahead").get<int>();
    };
    EXPECT_EQ(ahead("none"), 0);
    EXPECT_EQ(ahead("taxpayer"), 0) << "before the ordinary one";
    EXPECT_EQ(ahead("veteran"), 0) << "before the shorter head start";
    EXPECT_EQ(ahead("taxpayer"), 2) << "behind both of the groups";
}

TEST(StatutoryGroups, OneThatIsRemovedStaysOnItsTicketsAndIsGivenToNobodyElse)
{
    RunningHall hall(hallWith(localGroups()));
    const std::string id = hall.as("usher").post("/tickets", account("taxpayer")).body.at("id");
    hall.reload(hallWith(group("veteran", 12, R"("kiosk", "usher")")));
    EXPECT_EQ(hall.as("usher").get("/tickets/" + id).body.at("statutory"), "taxpayer");
    EXPECT_EQ(hall.as("usher").post("/tickets", account("taxpayer")).code(), "bad_field");
    EXPECT_EQ(hall.as("kiosk-1").get("/board").body.at("groups").size(), 1U);
    hall.stop();
    hall.start();
    EXPECT_EQ(hall.as("usher").get("/tickets/" + id).body.at("statutory"), "taxpayer");
    EXPECT_EQ(hall.as("usher").post("/tickets/" + id + "/statutory", {{"statutory", "none"}}).status, 200);
}

TEST(StatutoryGroups, OneThatIsAddedWhileSomebodyWaitsIsCalledWithItsBound)
{
    RunningHall hall(hallWith(group("a", 20, R"("usher")")));
    hall.open(1);
    hall.as("usher").post("/tickets", account("none"));
    hall.reload(hallWith(group("a", 20, R"("usher")") + group("b", 5, R"("usher")")));
    ASSERT_EQ(hall.as("usher").post("/tickets", account("b")).status, 201);
    EXPECT_EQ(hall.as("counter-1").get("/counters/1").body.at("next").at("why").at("boundSeconds"), 300);
    EXPECT_EQ(hall.as("counter-1").post("/counters/1/next").body.at("statutory"), "b");
}

TEST(StatutoryGroups, OneThatTakesTheRoomOfAnotherIsNotTakenForIt)
{
    RunningHall hall(hallWith(group("a", 20, R"("usher")")));
    hall.open(1);
    hall.as("usher").post("/tickets", account("none"));
    hall.reload(hallWith(group("b", 5, R"("usher")")));
    ASSERT_EQ(hall.as("usher").post("/tickets", account("b")).status, 201);
    EXPECT_EQ(hall.as("counter-1").get("/counters/1").body.at("next").at("why").at("boundSeconds"), 300);
}

TEST(StatutoryGroups, CountInTheBoundsAsLongAsSomebodyInTheRoomHasThem)
{
    RunningHall hall(hallWith(group("a", 20, R"("usher")")));
    const auto others = [&hall] {
        const json pairs = hall.as("manager").get("/reports/fairness/bounds").body.at("pairs");
        for (const json& pair : pairs)
            if (pair.at("passedTier") == 0 && pair.at("calledTier") == 0)
                return pair.at("boundSeconds").get<int>();
        return -1;
    };
    hall.open(1);
    hall.as("usher").post("/tickets", account("a"));
    hall.reload(hallWith(group("b", 5, R"("usher")")));
    const int withHim = others();
    hall.as("counter-1").post("/counters/1/next");
    hall.as("counter-1").post("/counters/1/start");
    hall.as("counter-1").post("/counters/1/finish");
    EXPECT_EQ(withHim, 1200);
    EXPECT_EQ(others(), 300);
}

} // namespace
} // namespace starqueue::hall::test
