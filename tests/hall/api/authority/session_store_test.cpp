#include <hall/api/login/cookie.h>
#include <hall/api/login/session_store.h>

#include <gtest/gtest.h>

#include <set>

using namespace starqueue::hall;
using namespace std::chrono_literals;

namespace {

class Sessions : public testing::Test
{
protected:
    std::chrono::milliseconds m_now = 0ms;
    SessionStore m_book{30min, 12h, [this] { return m_now; }};
    const SessionOwner m_anna{"anna", 3};
};

http::Request requestWith(std::vector<http::Field> headers)
{
    http::Request request;
    request.method = "POST";
    request.headers = std::move(headers);
    return request;
}

} // namespace

TEST_F(Sessions, HaveIdsThatNobodyGuesses)
{
    std::set<std::string> ids;
    for (int i = 0; i < 100; ++i) {
        ids.insert(m_book.open({std::to_string(i), 1}));
        EXPECT_EQ(ids.rbegin()->size(), 43U) << "256 bits in base64";
    }
    EXPECT_EQ(ids.size(), 100U);
    EXPECT_FALSE(m_book.use("").has_value());
    EXPECT_FALSE(m_book.use(std::string(43, 'A')).has_value());
}

TEST_F(Sessions, EndAfterHalfAnHourWithoutUse)
{
    const std::string id = m_book.open(m_anna);
    m_now += 30min - 1ms;
    EXPECT_EQ(m_book.use(id), m_anna);
    m_now += 30min - 1ms;
    EXPECT_EQ(m_book.look(id), m_anna) << "it was used meanwhile";
    m_now += 1ms;
    EXPECT_FALSE(m_book.use(id)) << "looking isn't using";
}

TEST_F(Sessions, KnowHowLongAgoThePasswordWasGiven)
{
    const std::string id = m_book.open(m_anna);
    const std::string other = m_book.open(m_anna);
    m_now += 7min;
    ASSERT_TRUE(m_book.use(id)) << "a use isn't a proof";
    EXPECT_EQ(m_book.sinceProof(id), 7min);
    m_book.prove(id);
    m_now += 1min;
    EXPECT_EQ(m_book.sinceProof(id), 1min);
    EXPECT_EQ(m_book.sinceProof(other), 8min) << "each session for itself";
    m_book.close(id);
    m_book.prove(id);
    EXPECT_FALSE(m_book.sinceProof(id));
}

TEST_F(Sessions, EndAfterTwelveHoursHoweverTheyAreUsed)
{
    const std::string id = m_book.open(m_anna);
    for (int i = 0; i < 71; ++i) {
        m_now += 10min;
        ASSERT_TRUE(m_book.use(id)) << i;
    }
    m_now += 10min;
    EXPECT_FALSE(m_book.use(id));
    EXPECT_EQ(m_book.takeExpired(), std::vector{m_anna});
    EXPECT_TRUE(m_book.takeExpired().empty()) << "told once";
}

TEST_F(Sessions, EndAtLogOutAlone)
{
    const std::string one = m_book.open(m_anna);
    const std::string other = m_book.open(m_anna);
    m_book.close(one);
    EXPECT_FALSE(m_book.use(one));
    EXPECT_TRUE(m_book.use(other));
}

TEST_F(Sessions, OfOneUserAreSixteenAtMostAndTheLongestUnusedGoes)
{
    const std::string first = m_book.open(m_anna);
    m_now += 1ms;
    const std::string second = m_book.open(m_anna);
    m_now += 1ms;
    for (int i = 0; i < 14; ++i)
        (void)m_book.open(m_anna);
    m_now += 1ms;
    ASSERT_TRUE(m_book.use(first));
    (void)m_book.open(m_anna);
    EXPECT_TRUE(m_book.use(first));
    EXPECT_FALSE(m_book.use(second));
}

TEST_F(Sessions, AreShownToTheirUserAloneAndTheOthersCanBeEnded)
{
    const std::string elsewhere = m_book.open(m_anna);
    const std::string others = m_book.open({"other", 1});
    (void)m_book.open({m_anna.user, m_anna.version - 1});
    m_now += 2min;
    const std::string here = m_book.open(m_anna);
    m_now += 1min;
    ASSERT_TRUE(m_book.use(here));
    const auto shown = m_book.ofSameUser(here);
    ASSERT_EQ(shown.size(), 2U);
    EXPECT_TRUE(shown[0].isThis);
    EXPECT_EQ(shown[0].age, 1min);
    EXPECT_EQ(shown[0].unused, 0min);
    EXPECT_FALSE(shown[1].isThis);
    EXPECT_EQ(shown[1].unused, 3min);
    EXPECT_EQ(m_book.closeOthers(here), 2U) << "with the one that is over";
    EXPECT_TRUE(m_book.use(here));
    EXPECT_FALSE(m_book.use(elsewhere));
    EXPECT_TRUE(m_book.use(others));
    EXPECT_TRUE(m_book.ofSameUser("unknown").empty());
    EXPECT_EQ(m_book.closeOthers("unknown"), 0U);
}

TEST(SessionCookie, IsForTlsAloneWhereItIsSaidTo)
{
    EXPECT_EQ(SessionCookie{false}.set("x").value, "starqueue_session=x; Path=/; HttpOnly; SameSite=Strict");
    EXPECT_EQ(SessionCookie{true}.set("x").value,
              "__Host-starqueue_session=x; Path=/; HttpOnly; SameSite=Strict; Secure");
    EXPECT_NE(SessionCookie{true}.set("").value.find("Max-Age=0"), std::string::npos);
}

TEST(SessionCookie, IsFoundAmongOthersByItsWholeName)
{
    const SessionCookie plain{false};
    EXPECT_EQ(plain.sessionIn(requestWith({{"Cookie", "a=b; starqueue_session=x; c=d"}})), "x");
    EXPECT_EQ(plain.sessionIn(requestWith({{"Cookie", "xstarqueue_session=x; starqueue_session2=y"}})), "");
    EXPECT_EQ(plain.sessionIn(requestWith({})), "");
    const SessionCookie secure{true};
    const auto both = requestWith({{"Cookie", "starqueue_session=x; __Host-starqueue_session=y"}});
    EXPECT_EQ(secure.sessionIn(both), "y") << "the other may have come over plain HTTP";
    EXPECT_EQ(secure.sessionIn(requestWith({{"Cookie", "starqueue_session=x"}})), "");
}

TEST(Origin, IsOwnIfTheHostIsTheSame)
{
    const auto isOwn = [](std::vector<http::Field> headers) {
        headers.push_back({"Host", "hall.example:8443"});
        return isFromOwnPage(requestWith(std::move(headers)));
    };
    EXPECT_TRUE(isOwn({{"Origin", "https://hall.example:8443"}}));
    EXPECT_TRUE(isOwn({{"Origin", "https://Hall.Example:8443"}}));
    EXPECT_TRUE(isOwn({{"Sec-Fetch-Site", "same-origin"}}));
    for (const char* origin : {"https://hall.example", "https://hall.example:8443.evil", "https://evil",
                               "null", "", "hall.example:8443", "ftp://hall.example:8443", "https://"})
        EXPECT_FALSE(isOwn({{"Origin", origin}})) << origin;
    for (const char* site : {"cross-site", "same-site", "none", ""})
        EXPECT_FALSE(isOwn({{"Sec-Fetch-Site", site}, {"Origin", "https://hall.example:8443"}})) << site;
    EXPECT_FALSE(isOwn({}));
}
