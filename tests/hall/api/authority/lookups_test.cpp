#include <hall/api/support/browser.h>
#include <hall/api/support/running_hall.h>

#include <db/crypto/hashing.h>
#include <db/people/customers.h>
#include <hall/settings/default_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

constexpr auto kLookersPassword = "correct horse";
constexpr auto kKnown = "13900000005";
constexpr auto kUnknown = "13911112222";

std::string withLookups(int lookupsAnHour)
{
    std::string text{settings::defaultHall()};
    const std::string section = "[security]\n";
    return text.replace(text.find(section), section.size(),
                        section + "lookups_an_hour = " + std::to_string(lookupsAnHour) + "\n");
}

class Lookups : public testing::Test
{
protected:
    void SetUp() override
    {
        m_hall.folder().addUser("anna", db::Role::Usher, kLookersPassword, false);
        ASSERT_EQ(m_anna.logIn("anna", kLookersPassword).status, 201);
    }
    static json identity(const std::string& number) { return {{"kind", "phone"}, {"value", number}}; }
    Said issue(const std::string& number)
    {
        return m_anna.post("/tickets", {{"service", "account"}, {"identity", identity(number)}});
    }
    /// The log's lines of that kind, oldest first, once there are so many: it is written after the answer.
    json logged(const std::string& what, std::size_t count)
    {
        json found = json::array();
        while (found.size() < count) {
            found = json::array();
            const json audit = m_hall.as("admin").get("/audit").body;
            for (auto line = audit.rbegin(); line != audit.rend(); ++line)
                if (line->at("what") == what)
                    found.push_back(*line);
        }
        return found;
    }
    [[nodiscard]] std::string referenceOf(const std::string& number) const
    {
        const auto store = db::CustomerStore::open(m_hall.folder().path());
        return db::hexOf((*store)->lookup(db::IdentityKind::Phone, number).value()->customerRef);
    }
    json health()
    {
        return call(m_hall.port(), "GET", "/healthz", {},
                    {{"Authorization", "Bearer " + m_hall.folder().secret("manager")}})
            .body.at("lookups");
    }

    RunningHall m_hall{withLookups(3)};
    Browser m_anna{m_hall.port()};
};

} // namespace

TEST_F(Lookups, OfStaffStandInTheSecurityLogWithWhoAndWhomAndNothingOfThem)
{
    const Said issued = issue(kKnown);
    ASSERT_EQ(issued.status, 201) << issued.raw.body;
    const std::string path = "/tickets/" + std::string(m_hall.issue().at("id")) + "/identify";
    ASSERT_EQ(m_hall.as("usher").post(path, {{"identity", identity(kUnknown)}}).status, 200);
    const json lines = logged("customer_looked_up", 2);
    EXPECT_EQ(lines[0].at("who"), "anna");
    EXPECT_EQ(lines[0].at("detail"), referenceOf(kKnown) + " POST /api/v1/tickets");
    EXPECT_NE(lines[1].at("who"), "anna") << "a token's id";
    EXPECT_EQ(lines[1].at("detail"), "- POST /api/v1" + path) << "nobody was found";
    EXPECT_EQ(lines.dump().find("139"), std::string::npos) << lines;
    EXPECT_EQ(lines.dump().find("Five"), std::string::npos) << lines;
}

TEST_F(Lookups, OfWhoeverNamesThemselvesAtAKioskAreNobodysOfTheStaff)
{
    m_hall.issueAtKiosk("account", {{"identity", identity(kKnown)}});
    ASSERT_EQ(issue(kUnknown).status, 201);
    EXPECT_EQ(logged("customer_looked_up", 1).size(), 1U);
}

TEST_F(Lookups, BeyondWhatTheHallHasSetAreAnAlarmOnceAnHour)
{
    for (int i = 0; i < 3; ++i)
        ASSERT_EQ(issue(kUnknown + std::to_string(i)).status, 201);
    EXPECT_EQ(health(), (json{{"unusual", false}}));
    for (int i = 3; i < 8; ++i)
        ASSERT_EQ(issue(kUnknown + std::to_string(i)).status, 201);
    const json alarm = logged("unusual_lookups", 1);
    EXPECT_EQ(logged("customer_looked_up", 8).size(), 8U);
    ASSERT_EQ(logged("unusual_lookups", 1).size(), 1U) << "not again for each";
    EXPECT_EQ(alarm[0].at("who"), "anna");
    EXPECT_EQ(alarm[0].at("detail"), "more than 3 within an hour");
    EXPECT_EQ(health().at("unusual"), true);
    EXPECT_EQ(health().dump().find("anna"), std::string::npos) << "anybody may ask for it";
}

} // namespace starqueue::hall::test
