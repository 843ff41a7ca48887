#include <hall/api/support/running_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

/// Two tickets of a kiosk, of which one is at counter 1, and the secrets of their pages.
class SecretAddress : public testing::Test
{
protected:
    void SetUp() override
    {
        for (int i = 0; i < 2; ++i) {
            const json ticket = hall.issueAtKiosk();
            m_ids.push_back(ticket.at("id"));
            const std::string url = ticket.at("statusUrl");
            m_secrets.push_back(url.substr(url.find("/t/") + 3));
        }
        hall.open(1);
        hall.as("counter-1").post("/counters/1/next");
    }
    void expectNoSecret(const Said& said, const std::string& where) const
    {
        EXPECT_LT(said.status, 300) << where << said.raw.body;
        for (const std::string& secret : m_secrets)
            EXPECT_EQ(said.raw.body.find(secret), std::string::npos) << where;
        EXPECT_EQ(said.raw.body.find("/t/"), std::string::npos) << where;
    }

    RunningHall hall;
    std::vector<std::string> m_ids;
    std::vector<std::string> m_secrets;
};

} // namespace

TEST_F(SecretAddress, IsInNoLookUp)
{
    for (const char* face : {"kiosk-1", "counter-1", "usher", "duty-manager", "manager", "admin"})
        for (const std::string& id : m_ids)
            expectNoSecret(hall.as(face).get("/tickets/" + id), face);
    for (const char* face : {"usher", "duty-manager", "manager"})
        expectNoSecret(hall.as(face).get("/tickets"), face);
    for (const char* path : {"/counters/1", "/counters", "/board", "/services"})
        expectNoSecret(hall.as("duty-manager").get(path), path);
}

TEST_F(SecretAddress, IsInNoAnswerToACommandOnATicket)
{
    expectNoSecret(hall.as("counter-1").post("/counters/1/start"), "start");
    const std::string path = "/tickets/" + m_ids.at(1);
    const json known{{"kind", "phone"}, {"value", "13900000005"}};
    expectNoSecret(hall.as("kiosk-1").post(path + "/identify", {{"identity", known}}), "identify");
    expectNoSecret(hall.as("usher").post(path + "/statutory", {{"statutory", "elderly"}}), "statutory");
    expectNoSecret(hall.as("usher").post(path + "/move", {{"service", "plans"}}), "move");
    expectNoSecret(hall.as("usher").post(path + "/reprint"), "reprint");
    expectNoSecret(hall.as("kiosk-1").post(path + "/cancel"), "cancel");
}

TEST_F(SecretAddress, IsNullForStaffWhoIssueAndOnThePaperAllTheSame)
{
    const Said said = hall.as("usher").post("/tickets", {{"service", "account"}, {"kiosk", "1"}});
    ASSERT_EQ(said.status, 201);
    EXPECT_EQ(said.body.at("statusUrl"), nullptr);
    const json jobs = hall.as("bridge").get("/print-jobs").body;
    EXPECT_NE(jobs.at(2).at("content").at("statusUrl").get<std::string>().find("/t/"), std::string::npos);
}

TEST_F(SecretAddress, IsInNoEvent)
{
    for (const char* face : {"kiosk-1", "display", "bridge", "counter-1", "usher", "admin"}) {
        Follower follower = hall.follow(face, 0);
        follower.until("ticket_called");
        for (const Seen& seen : follower.seen())
            for (const std::string& secret : m_secrets)
                EXPECT_EQ(seen.text.find(secret), std::string::npos) << face << " " << seen.name;
    }
}

} // namespace starqueue::hall::test
