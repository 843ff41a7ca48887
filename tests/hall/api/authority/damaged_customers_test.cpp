// Customers' records or keys that can't be read while the hall serves: nobody at a kiosk learns of it.
#include <hall/api/customers/customer_lookup.h>
#include <hall/api/support/running_hall.h>
#include <hall/service/log/log_copy.h>

#include <db/people/customers.h>

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <regex>

namespace starqueue::hall::test {

namespace {

constexpr std::size_t kDamagedPageBytes = 4096;
constexpr auto kUnknownNumber = "13700000000";

std::string knownNumber(int customer)
{
    return std::to_string(13'800'000'000 + customer);
}

/// Without what differs from ticket to ticket.
std::string ofAnyTicket(const std::string& text)
{
    static const std::regex kSecret("/t/[0-9a-f]{32}");
    static const std::regex kIds(
        R"re("(id|jobId|number|ahead|issuedAt|legBeganAt|wait|waitSeconds|waitedSeconds)":)re"
        R"re(("[^"]*"|\{[^}]*\}|[0-9.]+|null))re");
    return std::regex_replace(std::regex_replace(text, kSecret, "/t/"), kIds, "");
}

class DamagedCustomers : public testing::Test
{
protected:
    static constexpr int kCustomers = 200;

    void SetUp() override
    {
        m_hall.stop();
        std::string csv = "kind,value,stars,key_contact\n";
        for (int i = 0; i < kCustomers; ++i)
            csv += "phone," + knownNumber(i) + ",5,0\n";
        ASSERT_TRUE((*db::CustomerStore::open(m_hall.folder().path()))->importCsv(csv));
        m_hall.start();
    }
    /// A bit in each page but the first.
    void damage(const char* name) const
    {
        const auto file = m_hall.folder().path() / name;
        std::ifstream in(file, std::ios::binary);
        std::string bytes{std::istreambuf_iterator<char>{in}, {}};
        ASSERT_GT(bytes.size(), 4 * kDamagedPageBytes);
        for (std::size_t at = kDamagedPageBytes; at < bytes.size(); at += kDamagedPageBytes)
            bytes[at + 100] ^= 4;
        std::fstream(file, std::ios::binary | std::ios::in | std::ios::out) << bytes;
    }
    Said issue(const std::string& number)
    {
        return m_hall.as("kiosk-1").post(
            "/tickets", {{"service", "account"}, {"identity", {{"kind", "phone"}, {"value", number}}}});
    }
    Said identify(const std::string& number)
    {
        const std::string ticket = m_hall.issueAtKiosk().at("id");
        return m_hall.as("kiosk-1").post("/tickets/" + ticket + "/identify",
                                         {{"identity", {{"kind", "phone"}, {"value", number}}}});
    }
    json health() { return call(m_hall.port(), "GET", "/healthz").body.at("customers"); }

    LogCopy m_log;
    RunningHall m_hall;
};

} // namespace

TEST_F(DamagedCustomers, GetOrdinaryTicketsAtAKioskWithTheSameAnswersAsAnybody)
{
    EXPECT_EQ(health(), json({{"readable", true}}));
    damage("customers.db");
    const Said unknown = issue(kUnknownNumber);
    const Said unknownLater = identify(kUnknownNumber);
    for (int i = 0; i < kCustomers; i += 20) {
        const Said known = issue(knownNumber(i));
        EXPECT_EQ(known.status, 201) << known.raw.body;
        EXPECT_EQ(ofAnyTicket(known.raw.body), ofAnyTicket(unknown.raw.body));
        const Said later = identify(knownNumber(i + 1));
        EXPECT_EQ(later.status, unknownLater.status) << later.raw.body;
        EXPECT_EQ(ofAnyTicket(later.raw.body), ofAnyTicket(unknownLater.raw.body));
    }
}

TEST_F(DamagedCustomers, AreToldInTheLogOnceAMinuteAndByTheHealthWithoutAFilesName)
{
    damage("customers.db");
    for (int i = 0; i < kCustomers; i += 20)
        ASSERT_EQ(issue(knownNumber(i)).status, 201);
    const json state = health();
    EXPECT_EQ(state.at("readable"), false);
    EXPECT_EQ(state.at("detail").get<std::string>().find(".db"), std::string::npos) << state;
    const std::string log = m_log.take();
    const auto line = log.find("can't be looked up");
    ASSERT_NE(line, std::string::npos) << log;
    EXPECT_NE(log.find("customers.db: page ", line), std::string::npos) << log;
    EXPECT_EQ(log.find("can't be looked up", line + 1), std::string::npos) << log;
    EXPECT_EQ(log.find("138000"), std::string::npos) << log;
}

TEST_F(DamagedCustomers, AreFoundAlsoByWhoeverReadsAllOfThemWhileTheHallServes)
{
    const auto store = db::CustomerStore::open(m_hall.folder().path());
    std::string logged;
    CustomerLookup lookup(
        **store, [] { return std::chrono::milliseconds{}; },
        [&logged](const std::string& line) { logged += line; });
    lookup.check();
    EXPECT_EQ(lookup.state(), R"({"readable":true})") << logged;
    damage("keys/persons.db");
    lookup.check();
    EXPECT_NE(logged.find("keys/persons.db: page "), std::string::npos) << logged;
    EXPECT_NE(lookup.state().find(R"("readable":false)"), std::string::npos);
}

TEST_F(DamagedCustomers, StopTheNextStart)
{
    damage("customers.db");
    m_hall.stop();
    try {
        m_hall.start();
        FAIL() << "it serves";
    } catch (const std::runtime_error& error) {
        const std::string why = error.what();
        EXPECT_NE(why.find("customers.db: page "), std::string::npos) << why;
        EXPECT_NE(why.find("restore it from a backup"), std::string::npos) << why;
        EXPECT_NE(why.find("--without-customers"), std::string::npos) << why;
    }
}

} // namespace starqueue::hall::test
