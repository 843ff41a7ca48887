#include <hall/api/support/face.h>
#include <hall/nginx/nginx_process.h>
#include <hall/nginx/tls_client.h>
#include <hall/service/hall_process.h>
#include <hall/service/webhook/poster.h>
#include <hall/settings/edited_hall.h>

#include <gmock/gmock.h>

#include <memory>

// hall/nginx/site.conf as it stands, in the real nginx, before the real program.

namespace starqueue::hall::test {

namespace {

using testing::HasSubstr;

constexpr auto kPassword = "correct horse";

/// Nothing but events may push an event through, so the stream has no heartbeat.
std::string settingsBehindTls(std::uint16_t phone)
{
    std::string text = settings::test::edited(
        "address = \"127.0.0.1:8470\"",
        "address = \"127.0.0.1:8470\"\nphone = \"127.0.0.1:" + std::to_string(phone) + "\"");
    const auto change = [&text](std::string_view from, std::string_view to) {
        ASSERT_NE(text.find(from), std::string::npos) << from;
        text.replace(text.find(from), from.size(), to);
    };
    change("# behind_tls = false", "behind_tls = true");
    change("# public_url = \"https://q.example.com\"", "public_url = \"https://tickets.example.org\"");
    change("# [limits] ", "[limits]\nheartbeat_seconds = 300 # ");
    return text;
}

class BehindNginx : public testing::Test
{
protected:
    void SetUp() override
    {
        if (const std::string why = whyNoNginx(); !why.empty())
            GTEST_SKIP() << why;
        m_folder.addUser("anna", db::Role::Manager, kPassword, false);
        m_hall = std::make_unique<HallProcess>(m_folder, DiskOfHall{}, settingsBehindTls(m_phone));
        m_nginx = std::make_unique<NginxProcess>(Behind{m_hall->port(), m_phone});
    }
    [[nodiscard]] TlsClient client(const std::string& host = "hall.example.org") const
    {
        return {host, m_nginx->tlsPort(), m_nginx->certificate()};
    }
    [[nodiscard]] TlsClient clientInClear(const std::string& host) const
    {
        TlsClient client{host, m_nginx->plainPort(), m_nginx->certificate()};
        client.askInClear();
        return client;
    }
    [[nodiscard]] TlsClient::Headers as(const std::string& token) const
    {
        return {"Authorization: Bearer " + m_folder.secret(token), "Content-Type: application/json"};
    }
    [[nodiscard]] static TlsAnswer logIn(const TlsClient& client, const std::string& user,
                                         const std::string& origin)
    {
        return client.post(
            "/api/v1/sessions",
            json{{"requestId", newRequestId()}, {"user", user}, {"password", kPassword}}.dump(),
            {"Content-Type: application/json", "Origin: " + origin});
    }
    /// The secret of a new ticket.
    [[nodiscard]] std::string takeTicket() const
    {
        const TlsAnswer said =
            client().post("/api/v1/tickets",
                          json{{"requestId", newRequestId()}, {"service", "sim"}, {"language", "zh"}}.dump(),
                          as("kiosk-1"));
        EXPECT_EQ(said.status, 201) << said.body;
        const auto url = json::parse(said.body).at("statusUrl").get<std::string>();
        EXPECT_TRUE(url.starts_with("https://tickets.example.org/t/")) << url;
        return url.substr(url.rfind('/') + 1);
    }

    HallFolder m_folder;
    std::uint16_t m_phone = freePort();
    std::unique_ptr<HallProcess> m_hall;
    std::unique_ptr<NginxProcess> m_nginx;
};

} // namespace

TEST_F(BehindNginx, ThePagesAreServedOverTlsAndNothingElseIs)
{
    const TlsClient browser = client();
    EXPECT_EQ(browser.get("/").header("location"), "/manage/");
    const TlsAnswer page = browser.get("/manage/");
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, HasSubstr("<html"));
    EXPECT_THAT(page.header("content-security-policy"), HasSubstr("default-src 'none'"));
    EXPECT_EQ(browser.get("/healthz").status, 200);
    for (const char* path : {"/metrics", "/readyz", "/t/00", "/api/v2/hall", "/.git/config"})
        EXPECT_EQ(browser.get(path).status, 404) << path;
}

TEST_F(BehindNginx, EachAnswerSaysThatTheNextMustBeOverTlsToo)
{
    const TlsClient browser = client();
    for (const char* path : {"/manage/", "/api/v1/hall", "/nowhere", "/healthz"}) {
        const TlsAnswer said = browser.get(path);
        EXPECT_EQ(said.header("strict-transport-security"), "max-age=31536000; includeSubDomains") << path;
        EXPECT_EQ(said.header("x-content-type-options"), "nosniff") << path;
        EXPECT_THAT(said.header("server"), testing::Not(HasSubstr("/"))) << "it tells its version";
    }
}

TEST_F(BehindNginx, PagesInClearAreSentOnAndTheApiIsRefused)
{
    const TlsAnswer page = clientInClear("hall.example.org").get("/manage/");
    EXPECT_EQ(page.status, 301);
    EXPECT_EQ(page.header("location"), "https://hall.example.org/manage/");
    EXPECT_EQ(clientInClear("hall.example.org").get("/api/v1/hall", as("kiosk-1")).status, 403);
    EXPECT_EQ(clientInClear("tickets.example.org").get("/t/abc").header("location"),
              "https://tickets.example.org/t/abc");
}

TEST_F(BehindNginx, OldVersionsOfTlsAreRefused)
{
    const auto offered = [this](long least, long greatest) {
        TlsClient browser = client();
        browser.offerOnly(least, greatest);
        return browser.get("/healthz").code;
    };
    EXPECT_EQ(offered(CURL_SSLVERSION_TLSv1_0, CURL_SSLVERSION_MAX_TLSv1_1), CURLE_SSL_CONNECT_ERROR);
    EXPECT_EQ(offered(CURL_SSLVERSION_TLSv1_2, CURL_SSLVERSION_MAX_TLSv1_2), CURLE_OK);
    EXPECT_EQ(offered(CURL_SSLVERSION_TLSv1_3, CURL_SSLVERSION_MAX_TLSv1_3), CURLE_OK);
    TlsClient stranger = client();
    stranger.trustNobody();
    EXPECT_NE(stranger.get("/healthz").code, CURLE_OK);
}

TEST_F(BehindNginx, WeakCiphersAreRefused)
{
    const auto offered = [this](const char* ciphers) {
        TlsClient browser = client();
        browser.offerOnly(CURL_SSLVERSION_TLSv1_2, CURL_SSLVERSION_MAX_TLSv1_2);
        browser.offerCiphers(ciphers);
        return browser.get("/healthz").code;
    };
    EXPECT_EQ(offered("ECDHE-ECDSA-AES128-SHA:@SECLEVEL=0"), CURLE_SSL_CONNECT_ERROR) << "CBC and SHA-1";
    EXPECT_EQ(offered("AES256-GCM-SHA384:ECDHE-ECDSA-AES256-SHA384:@SECLEVEL=0"), CURLE_SSL_CONNECT_ERROR);
    EXPECT_EQ(offered("ECDHE-ECDSA-AES128-GCM-SHA256"), CURLE_OK);
}

TEST_F(BehindNginx, StaplingIsTakenAsItStandsReady)
{
    const NginxProcess stapling{Behind{m_hall->port(), m_phone, true}};
    EXPECT_THAT(stapling.saidAtStart(), testing::Not(HasSubstr("ssl_stapling"))) << "it is ignored";
    EXPECT_EQ(
        (TlsClient{"hall.example.org", stapling.tlsPort(), stapling.certificate()}.get("/healthz").status),
        200);
}

TEST_F(BehindNginx, AWebhookIsToldToNobodyWhoseCertificateIsUnknown)
{
    const auto poster = makeCurlPoster();
    const auto atAddress =
        poster->post({"https://127.0.0.1:" + std::to_string(m_nginx->tlsPort()) + "/healthz", "{}", {}});
    ASSERT_FALSE(atAddress.has_value());
    EXPECT_THAT(atAddress.error(), HasSubstr("certificate"));
}

TEST_F(BehindNginx, ASessionHasACookieForThisHostOverTlsAlone)
{
    const TlsClient browser = client();
    const TlsAnswer said = logIn(browser, "anna", browser.origin());
    ASSERT_EQ(said.status, 201) << said.body;
    const std::string cookie = said.header("set-cookie");
    EXPECT_TRUE(cookie.starts_with("__Host-starqueue_session=")) << cookie;
    for (const char* rule : {"Path=/", "HttpOnly", "SameSite=Strict", "Secure"})
        EXPECT_THAT(cookie, HasSubstr(rule));
    const std::string sent = "Cookie: " + cookie.substr(0, cookie.find(';'));
    EXPECT_EQ(json::parse(browser.get("/api/v1/sessions/current", {sent}).body).at("user"), "anna");
    EXPECT_EQ(browser.get("/api/v1/sessions/current").status, 401);
    EXPECT_EQ(logIn(browser, "anna", "https://elsewhere.example.org").status, 403)
        << "the page of another host logs in";
}

TEST_F(BehindNginx, AnEventArrivesAtOnce)
{
    const auto seq = json::parse(client().get("/api/v1/board", as("display")).body).at("seq").get<int>();
    (void)takeTicket();
    TlsStream stream(client(), "/api/v1/events?after=" + std::to_string(seq), as("display"));
    ASSERT_TRUE(stream.hears("D001"));
    (void)takeTicket();
    EXPECT_TRUE(stream.hears("D002")) << "nginx keeps what it should pass on";
}

TEST_F(BehindNginx, APhoneIsToldAtOnce)
{
    const std::string ahead = takeTicket();
    const TlsClient phone = client("tickets.example.org");
    TlsStream stream(phone, "/t/" + takeTicket() + "/events", {});
    ASSERT_TRUE(stream.hears(R"("ahead":1)"));
    ASSERT_EQ(phone
                  .post("/t/" + ahead + "/cancel", R"({"requestId":"00000000-0000-4000-8000-000000000001"})",
                        {"Content-Type: application/json"})
                  .status,
              200);
    EXPECT_TRUE(stream.hears(R"("ahead":0)")) << "nginx keeps what it should pass on";
}

TEST_F(BehindNginx, OneAddressHasSixtyFourConnectionsWhateverItSaysOfItself)
{
    const auto seq = json::parse(client().get("/api/v1/board", as("display")).body).at("seq").get<int>();
    (void)takeTicket();
    std::vector<std::unique_ptr<TlsStream>> open;
    for (int i = 0; i < 64; ++i) {
        open.push_back(std::make_unique<TlsStream>(client(), "/api/v1/events?after=" + std::to_string(seq),
                                                   as("display")));
        ASSERT_TRUE(open.back()->hears("D001")) << i;
    }
    auto headers = as("display");
    headers.push_back("X-Forwarded-For: 192.0.2.7");
    EXPECT_EQ(client().get("/api/v1/board", headers).status, 429);
    open.clear();
    long status = 429;
    while (status == 429) // until nginx has noticed
        status = client().get("/api/v1/board", headers).status;
    EXPECT_EQ(status, 200);
}

TEST_F(BehindNginx, WhoGuessesPasswordsIsStoppedByAddress)
{
    const TlsClient browser = client();
    long status = 400;
    int attempts = 0;
    for (; status == 400 && attempts < 200; ++attempts) // the hall has no limit for what names nobody
        status = browser.post("/api/v1/sessions", "{}", {"Content-Type: application/json"}).status;
    EXPECT_EQ(status, 429) << attempts;
    EXPECT_GT(attempts, 10) << "somebody who mistypes is stopped";
    EXPECT_EQ(browser.get("/api/v1/sessions/current").status, 401) << "reading guesses nothing";
}

TEST_F(BehindNginx, APhoneHasTheTicketsPageAndItsSecretIsInNoLog)
{
    const std::string secret = takeTicket();
    const TlsClient phone = client("tickets.example.org");
    EXPECT_EQ(phone.get("/t/" + secret).status, 200);
    EXPECT_EQ(phone.get("/api/v1/hall", as("kiosk-1")).status, 404);
    EXPECT_EQ(phone.get("/manage/").status, 404);
    EXPECT_EQ(client().get("/t/" + secret).status, 404) << "the hall's own name isn't for customers";
    EXPECT_EQ(clientInClear("tickets.example.org").get("/t/" + secret).status, 301);
    m_hall.reset();
    EXPECT_EQ(phone.get("/t/" + secret).status, 502);
    EXPECT_THAT(m_nginx->logs(), HasSubstr("/api/v1/tickets")) << "there is a log";
    EXPECT_THAT(m_nginx->logs(), testing::Not(HasSubstr(secret)));
}

} // namespace starqueue::hall::test
