#include <hall/api/support/running_hall.h>
#include <hall/settings/edited_hall.h>

#include <gtest/gtest.h>

#include <regex>
#include <set>

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;

/// What a browser without scripts gets: pages, and what their forms and links lead to.
class PhonePage : public testing::Test
{
protected:
    PhonePage() { hall.open(1); }

    std::string newPage(json more = json::object())
    {
        m_ticket = hall.issueAtKiosk("account", std::move(more));
        const std::string url = m_ticket.at("statusUrl");
        return url.substr(url.find("/t/"));
    }
    Said open(const std::string& path) { return call(hall.port(), "GET", path); }
    std::string htmlOf(const std::string& path) { return open(path).raw.body; }
    /// Sends the page's form with that action; the answer leads to a page.
    Said submit(const std::string& page, const std::string& action, const std::string& field = {})
    {
        const std::string html = htmlOf(page);
        EXPECT_NE(html.find("action=\"" + action + "\""), std::string::npos) << html;
        std::smatch id;
        EXPECT_TRUE(std::regex_search(html, id, std::regex(R"(name="requestId" value="([^"]+)\")")));
        m_body = "requestId=" + id[1].str() + "&language=en" + field;
        return post(action);
    }
    Said post(const std::string& action)
    {
        return call(hall.port(), "POST", action, m_body,
                    {{"Content-Type", "application/x-www-form-urlencoded"}});
    }
    /// The page that the answer to a form leads to.
    std::string whereItLeads(const Said& said)
    {
        EXPECT_EQ(said.status, 303);
        return htmlOf(said.raw.header("location"));
    }
    void serve()
    {
        Face& clerk = hall.as("counter-1");
        clerk.post("/counters/1/next");
        clerk.post("/counters/1/start");
        EXPECT_EQ(clerk.post("/counters/1/finish").status, 200);
    }
    static bool has(const std::string& html, const std::string& text)
    {
        return html.find(text) != std::string::npos;
    }
    /// Whether the element with that id is there and not hidden.
    static bool shows(const std::string& html, const std::string& id)
    {
        std::smatch tag;
        return std::regex_search(
                   html, tag,
                   std::regex("<[a-z]+[^>]* id=\"" + id + "\"[^>]*>|<[a-z]+ id=\"" + id + "\"[^>]*>")) &&
               !has(tag.str(), " hidden");
    }

    TestClock clock{kMonday};
    RunningHall hall{settings::test::edited("late_days = 0", "late_days = 3"), clock.journalClock()};
    json m_ticket;
    std::string m_body;
};

} // namespace

TEST_F(PhonePage, IsWholeWithoutItsScript)
{
    const std::string html = htmlOf(newPage());
    EXPECT_TRUE(has(html, ">" + m_ticket.at("number").get<std::string>() + "<")) << html;
    EXPECT_TRUE(has(html, "<html lang=\"zh-CN\">"));
    EXPECT_TRUE(has(html, "您是下一位") || has(html, "马上办理")) << html;
    EXPECT_TRUE(has(html, "<noscript><meta http-equiv=\"refresh\""));
    EXPECT_TRUE(shows(html, "cancel"));
    EXPECT_FALSE(shows(html, "rate"));
    EXPECT_FALSE(shows(html, "reminder")) << "nothing is promised that needs the script";
    EXPECT_FALSE(has(html, "{{"));
}

TEST_F(PhonePage, IsKeptByNobodyAndNeedsNothingFromOutside)
{
    const Said page = open(newPage());
    EXPECT_EQ(page.raw.header("cache-control"), "no-store");
    EXPECT_NE(page.raw.header("content-security-policy").find("default-src 'none'"), std::string::npos);
    EXPECT_FALSE(std::regex_search(page.raw.body, std::regex(R"((src|href|action)="(https?:)?//)")));
}

TEST_F(PhonePage, SpeaksTheLanguageThatIsAskedFor)
{
    const std::string page = newPage({{"language", "en"}});
    EXPECT_TRUE(has(htmlOf(page), "Give up this number"));
    EXPECT_TRUE(has(htmlOf(page + "?language=zh"), "不等了，取消这个号"));
    EXPECT_TRUE(has(htmlOf(page + "?language=xx"), "Give up this number")) << "the ticket's";
    EXPECT_TRUE(has(open(page + "/state?language=zh").body.at("html"), "不等了"));
}

TEST_F(PhonePage, SaysWhereToGoAndThenThatItWasCalledAgain)
{
    const std::string page = newPage();
    hall.as("counter-1").post("/counters/1/next");
    EXPECT_TRUE(has(htmlOf(page + "?language=en"), "Go to Counter 1"));
    clock.pass(30s);
    EXPECT_EQ(hall.as("counter-1").post("/counters/1/recall").status, 200);
    EXPECT_TRUE(has(htmlOf(page + "?language=en"), "You were called again"));
    EXPECT_EQ(open(page + "/state").body.at("recalls"), 1);
}

TEST_F(PhonePage, TakesNoFormWithAFieldThatNoneOfItsFormsHas)
{
    const std::string page = newPage();
    const Said refused = submit(page + "?ask=cancel", page + "/cancel", "&force=true");
    EXPECT_EQ(refused.status, 400);
    EXPECT_EQ(refused.code(), "unknown_field");
    EXPECT_NE(htmlOf(page + "?ask=cancel").find("/cancel\""), std::string::npos) << "nothing was done";
}

TEST_F(PhonePage, GivesANumberUpByItsFormOnce)
{
    const std::string page = newPage();
    EXPECT_TRUE(has(htmlOf(page + "?ask=cancel"), "<dialog id=\"cancelDialog\" open>"));
    EXPECT_FALSE(has(htmlOf(page + "?ask=cancel"), "http-equiv=\"refresh\""))
        << "whoever thinks is left in peace";
    const std::string html = whereItLeads(submit(page + "?ask=cancel", page + "/cancel"));
    EXPECT_TRUE(has(html, "This number is given up")) << html;
    EXPECT_FALSE(shows(html, "cancel"));
    EXPECT_FALSE(shows(html, "note"));
    EXPECT_TRUE(has(whereItLeads(post(page + "/cancel")), "This number is given up")) << "sent twice";
}

TEST_F(PhonePage, PutsACallOffAndSaysWhenThatWasRefused)
{
    const std::string page = newPage();
    const std::string html = whereItLeads(submit(page + "?ask=postpone", page + "/postpone"));
    EXPECT_TRUE(has(html, "Your call is put off")) << html;
    const std::string again = whereItLeads(submit(page, page + "/postpone"));
    EXPECT_TRUE(shows(again, "note"));
    EXPECT_TRUE(has(again, "That didn’t work")) << again;
}

TEST_F(PhonePage, HasARequestIdOfItsOwnForEachIntent)
{
    const std::string html = htmlOf(newPage());
    const std::regex id(R"(name="requestId" value="([0-9a-f-]{36})\")");
    std::set<std::string> all;
    for (std::sregex_iterator found(html.begin(), html.end(), id), end; found != end; ++found)
        all.insert((*found)[1].str());
    EXPECT_EQ(all.size(), 2U) << html;
}

TEST_F(PhonePage, AFormWithoutARequestIdIsRefusedOnThePage)
{
    const std::string page = newPage();
    for (const char* body : {"language=en&requestId=17", "language=en&%zz=&requestId=17", ""}) {
        m_body = body;
        EXPECT_TRUE(shows(whereItLeads(post(page + "/cancel")), "note")) << body;
    }
    EXPECT_EQ(open(page + "/state").body.at("state"), "waiting");
}

TEST_F(PhonePage, LeadsToTheRatingWhichFormsAloneGive)
{
    const std::string page = newPage();
    serve();
    EXPECT_TRUE(has(htmlOf(page + "/rating?language=en"), "Please rate at the counter"));
    Follower follower = hall.follow("manager", hall.seq());
    clock.pass(2min);
    follower.until("rating_expired");
    EXPECT_TRUE(shows(htmlOf(page), "rate"));
    const std::string html = htmlOf(page + "/rating?language=en");
    EXPECT_TRUE(shows(html, "levels"));
    EXPECT_LT(html.find("value=\"5\""), html.find("value=\"1\"")) << "the best first";
    const std::string thanks = whereItLeads(submit(page + "/rating", page + "/rating", "&score=5"));
    EXPECT_TRUE(has(thanks, "Thank you for rating")) << thanks;
    EXPECT_FALSE(shows(thanks, "levels"));
    EXPECT_EQ(open(page + "/rating/state").body.at("code"), "already_rated");
    m_body = std::regex_replace(m_body, std::regex("score=5"), "score=1");
    EXPECT_TRUE(shows(whereItLeads(post(page + "/rating")), "note")) << "the same intent with another score";
}

TEST_F(PhonePage, OfADayThatIsOverIsTheRatingOrSaysThatThereIsNone)
{
    const std::string page = newPage();
    serve();
    Follower follower = hall.follow("manager", hall.seq());
    clock.pass(24h);
    follower.until("day_opened");
    const Said moved = open(page);
    EXPECT_EQ(moved.status, 302);
    EXPECT_EQ(moved.raw.header("location"), page + "/rating");
    const std::string nobody = "/t/" + std::string(32, '0');
    const Said gone = call(hall.port(), "GET", nobody, {}, {{"Accept-Language", "en-GB,en;q=0.8"}});
    EXPECT_EQ(gone.status, 404);
    EXPECT_TRUE(has(gone.raw.body, "This number was not found")) << gone.raw.body;
    EXPECT_TRUE(has(htmlOf(nobody + "/rating"), "没有找到这次办理"));
}

TEST_F(PhonePage, OfAStrangeAddressRunsNothing)
{
    const Said gone = open("/t/%22%3E%3Cscript%3Ealert(1)%3C");
    EXPECT_EQ(gone.status, 404);
    EXPECT_FALSE(has(gone.raw.body, "<script")) << gone.raw.body;
}

} // namespace starqueue::hall::test
