#include <hall/api/support/running_hall.h>

#include <hall/settings/default_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

json typed(const std::string& number)
{
    return {{"identity", {{"kind", "phone"}, {"value", number}}}};
}

const json kCode{{"identity", {{"kind", "scan"}, {"value", "VIP-0005"}}}};

std::string withSetting(const std::string& from, const std::string& to)
{
    std::string text{settings::defaultHall()};
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

/// What staff see of a ticket that kiosk 1 gave to that identity.
json seenOf(RunningHall& hall, const json& identity)
{
    const json ticket = hall.issueAtKiosk("account", {{"identity", identity}});
    return hall.as("usher").get("/tickets/" + std::string(ticket.at("id"))).body;
}

} // namespace

TEST(TypedIdentity, ThatWaitsAlreadyGetsAnOrdinaryTicketOfWhichStaffAreTold)
{
    RunningHall hall;
    const json first = hall.issueAtKiosk("account", typed("13900000005"));
    const json second = hall.issueAtKiosk("account", typed("13900000005"));
    const json seen = hall.as("usher").get("/tickets/" + std::string(second.at("id"))).body;
    EXPECT_EQ(seen.at("identity"), "duplicate");
    EXPECT_EQ(seen.at("duplicateOf"), first.at("id"));
    EXPECT_EQ(seen.at("dedicated"), false);
    const json byStaff = hall.issue("plans", typed("13900000005"));
    EXPECT_EQ(byStaff.at("duplicateOf"), first.at("id"));
    EXPECT_FALSE(second.contains("duplicateOf"));
}

TEST(TypedIdentity, IsAheadOfOthersWithoutShowingIt)
{
    RunningHall hall;
    for (int i = 0; i < 4; ++i)
        hall.issueAtKiosk();
    const json ticket = hall.issueAtKiosk("account", typed("13900000007"));
    EXPECT_EQ(ticket.at("ahead"), 4);
    EXPECT_EQ(hall.as("usher").get("/tickets/" + std::string(ticket.at("id"))).body.at("ahead"), 0);
    hall.open(1);
    EXPECT_EQ(hall.as("counter-1").post("/counters/1/next").body.at("id"), ticket.at("id"));
}

TEST(TypedIdentity, ShowsItsOwnPlaceWhereTheHallSaysSo)
{
    RunningHall hall(withSetting("typed_shows = \"ordinary\"", "typed_shows = \"personal\""));
    hall.issueAtKiosk();
    EXPECT_EQ(hall.issueAtKiosk("account", typed("13900000007")).at("ahead"), 0);
}

TEST(ScannedCode, ShowsItsOwnPlaceUnlessTheHallTakesCodesForNoProof)
{
    for (const bool proof : {true, false}) {
        RunningHall hall(proof ? std::string{} : withSetting("proof = true", "proof = false"));
        hall.issueAtKiosk();
        EXPECT_EQ(hall.issueAtKiosk("account", kCode).at("ahead"), proof ? 0 : 1);
    }
}

TEST(ScannedCode, OfACardFindsWhoWasImportedWithThatCard)
{
    const std::string card = "622200000001";
    for (const json& read : {json{{"kind", "card"}, {"value", card}, {"read", true}},
                             json{{"kind", "scan"}, {"value", card}}, // from a kiosk that knows no kinds
                             json{{"kind", "scan"}, {"value", card}, {"read", true}}}) {
        RunningHall hall;
        const json seen = seenOf(hall, read);
        EXPECT_EQ(seen.at("identity"), "proven") << read;
        EXPECT_EQ(seen.at("keyContact"), true) << read;
    }
}

TEST(ScannedCode, IsOneThatAKioskSaysWasRead)
{
    RunningHall hall;
    const json card{{"kind", "card"}, {"value", "622200000001"}};
    EXPECT_EQ(seenOf(hall, card).at("identity"), "typed");
    json read = card;
    read["read"] = true;
    const Said byStaff = hall.as("usher").post("/tickets", {{"service", "account"}, {"identity", read}});
    EXPECT_EQ(byStaff.status, 403) << byStaff.raw.body;
    EXPECT_EQ(seenOf(hall, {{"kind", "phone"}, {"value", "13900000005"}, {"read", true}}).at("identity"),
              "typed");
    EXPECT_EQ(seenOf(hall, {{"kind", "card"}, {"value", "13900000005"}, {"read", true}}).at("stars"), 0)
        << "a phone number is no card";
}

TEST(ScannedCode, ThatIsAPhoneNumberProvesNothing)
{
    RunningHall hall;
    const json scanned{{"identity", {{"kind", "scan"}, {"value", "+86 139 0000 0005"}}}};
    const json ticket = hall.issueAtKiosk("account", scanned);
    EXPECT_EQ(hall.as("usher").get("/tickets/" + std::string(ticket.at("id"))).body.at("identity"), "typed");
}

TEST(Verify, MergesADuplicateWithTheTicketThatHasTheStars)
{
    RunningHall hall;
    const json first = hall.issueAtKiosk("plans", typed("13900000005"));
    const json second = hall.issueAtKiosk("account", typed("13900000005"));
    hall.open(1);
    const json call{{"number", second.at("number")}, {"reason", "asked"}};
    ASSERT_EQ(hall.as("counter-1").post("/counters/1/call", call).status, 200);
    const Said said = hall.as("counter-1").post("/counters/1/verify", {{"matches", true}, {"merge", true}});
    EXPECT_EQ(said.body.at("identity"), "proven");
    EXPECT_EQ(said.body.at("duplicateOf"), nullptr);
    EXPECT_EQ(hall.as("usher").get("/tickets/" + std::string(first.at("id"))).body.at("state"), "cancelled");
}

} // namespace starqueue::hall::test
