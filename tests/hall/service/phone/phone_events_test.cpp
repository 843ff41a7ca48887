#include <hall/service/conversation.h>
#include <hall/service/one_thread_hall.h>

#include <gtest/gtest.h>

#include <vector>

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;
using nlohmann::json;

/// Monday, 23 November, ten in the morning in Shanghai.
constexpr Instant kPhonesMorning = Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}} + 2h;

/// A customer's page that follows its ticket.
class Phone
{
public:
    Phone(OneThreadHall& hall, const std::string& page) : m_line(hall.connect())
    {
        m_line->send("GET " + page + "/events HTTP/1.1\r\nHost: hall\r\n\r\n");
        hall.pass(1ms);
    }

    /// What it was told since the last call.
    std::vector<json> told()
    {
        std::vector<json> all;
        const std::string text = m_line->take();
        for (std::size_t at = 0; (at = text.find("data: ", at)) != std::string::npos;) {
            const std::size_t begin = at + std::string_view("data: ").size();
            at = text.find("\n\n", begin);
            all.push_back(json::parse(text.substr(begin, at - begin)));
        }
        return all;
    }
    std::string head() { return m_line->take(); }
    [[nodiscard]] bool isClosed() const { return m_line->isClosed(); }

private:
    OneThreadHall::Line m_line;
};

class PhoneEvents : public ::testing::Test
{
protected:
    PhoneEvents() { people.post("counter-1", "/counters/1/open", {{"clerk", "17"}}); }

    /// The page of a new ticket's phone.
    std::string ticketPage()
    {
        const json ticket = people.post("kiosk-1", "/tickets", {{"service", "account"}, {"kiosk", "1"}});
        const std::string url = ticket.at("statusUrl");
        return url.substr(url.find("/t/"));
    }
    /// What a page is told at once when it asks.
    json stateAt(const std::string& page)
    {
        const std::string said = hall.askAsPhone(hall.connect(), "GET", page + "/state");
        return json::parse(said.substr(said.find("\r\n\r\n") + 4));
    }

    OneThreadHall hall{kPhonesMorning};
    Conversation people{hall};
};

} // namespace

TEST_F(PhoneEvents, BeginWithWhatTheStateSays)
{
    const std::string page = ticketPage();
    Phone phone(hall, page);
    EXPECT_EQ(phone.told(), std::vector{stateAt(page)});
}

TEST_F(PhoneEvents, SayACallAndAPauseWithinHalfASecond)
{
    (void)ticketPage();
    const std::string page = ticketPage();
    Phone phone(hall, page);
    phone.told();
    people.post("duty-manager", "/counters/1/pause", {{"reason", "lunch"}});
    hall.pass(500ms);
    auto told = phone.told();
    ASSERT_FALSE(told.empty());
    EXPECT_EQ(told.back().at("waitSeconds").at("method"), "unknown") << "nobody serves it";
    people.post("duty-manager", "/counters/1/resume");
    people.post("counter-1", "/counters/1/next");
    hall.pass(500ms);
    told = phone.told();
    ASSERT_FALSE(told.empty());
    EXPECT_EQ(told.back().at("ahead"), 0);
    people.post("counter-1", "/counters/1/start");
    people.post("counter-1", "/counters/1/finish");
    people.post("counter-1", "/counters/1/next");
    hall.pass(500ms);
    told = phone.told();
    ASSERT_FALSE(told.empty());
    EXPECT_EQ(told.back().at("state"), "called");
    EXPECT_EQ(told.back(), stateAt(page));
}

TEST_F(PhoneEvents, SayNothingOfWhatIsntOnThePageButSayAllAgainWithinTenSeconds)
{
    const std::string page = ticketPage();
    people.post("counter-1", "/counters/1/next");
    Phone phone(hall, page);
    ASSERT_EQ(phone.told().size(), 1U);
    for (int second = 0; second < 9; ++second) {
        people.post("manager", "/messages", {{"id", "m"}, {"zh", std::to_string(second)}, {"en", "x"}});
        hall.pass(1s);
    }
    EXPECT_TRUE(phone.told().empty()) << "a message of the hall's is nothing of the phone's";
    hall.pass(3s);
    EXPECT_EQ(phone.told().size(), 1U);
    hall.pass(60s);
    EXPECT_GE(phone.told().size(), 5U) << "else the page can't know that it is told the truth";
}

TEST_F(PhoneEvents, OfAnUnknownTicketAreNotFound)
{
    Phone phone(hall, "/t/00000000000000000000000000000001");
    EXPECT_TRUE(phone.head().starts_with("HTTP/1.1 404"));
}

TEST_F(PhoneEvents, EndWhenTheTicketIsOfAnotherDay)
{
    Phone phone(hall, ticketPage());
    hall.pass(500ms);
    EXPECT_FALSE(phone.isClosed());
    people.post("manager", "/day/close");
    people.post("manager", "/day/open", {{"date", "2026-11-24"}});
    hall.pass(2s);
    EXPECT_TRUE(phone.isClosed());
}

TEST_F(PhoneEvents, OfOneTicketAreNotMoreThanFour)
{
    const std::string page = ticketPage();
    const std::string others = ticketPage();
    Phone other(hall, others);
    std::vector<Phone> phones;
    for (int i = 0; i < 5; ++i)
        phones.emplace_back(hall, page);
    hall.pass(1s);
    EXPECT_TRUE(phones.front().isClosed());
    for (std::size_t i = 1; i < phones.size(); ++i)
        EXPECT_FALSE(phones[i].isClosed()) << i;
    EXPECT_FALSE(other.isClosed());
}

TEST_F(PhoneEvents, GoOnAfterTheEndWhichMayBeTakenBack)
{
    const std::string page = ticketPage();
    Phone phone(hall, page);
    people.post("counter-1", "/counters/1/next");
    people.post("counter-1", "/counters/1/start");
    people.post("counter-1", "/counters/1/finish");
    hall.pass(500ms);
    EXPECT_EQ(phone.told().back().at("state"), "finished");
    people.post("counter-1", "/counters/1/undo");
    hall.pass(500ms);
    EXPECT_EQ(phone.told().back().at("state"), "serving");
}

TEST_F(PhoneEvents, OfMorePhonesThanTheHallCanTellAreRefusedAndTheStateIsToldStill)
{
    std::vector<Phone> phones;
    std::string page;
    for (int i = 0; i < 500; ++i) {
        if (i % 4 == 0)
            page = ticketPage();
        phones.emplace_back(hall, page);
    }
    const std::string late = ticketPage();
    EXPECT_TRUE(Phone(hall, late).head().starts_with("HTTP/1.1 503"));
    EXPECT_EQ(stateAt(late).at("state"), "waiting");
    people.post("counter-1", "/counters/1/next");
    hall.pass(500ms);
    EXPECT_EQ(phones.front().told().back().at("state"), "called") << "the first of many is told, too";
    EXPECT_EQ(phones.back().told().back().at("ahead"), 123);
    people.post("counter-1", "/counters/1/start");
    people.post("counter-1", "/counters/1/finish");
    hall.pass(15s); // in which the finish might be taken back
    EXPECT_TRUE(Phone(hall, late).head().starts_with("HTTP/1.1 200"))
        << "in place of one whose visit is over";
    EXPECT_TRUE(phones.front().isClosed());
}

} // namespace starqueue::hall::test
