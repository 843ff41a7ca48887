// What nobody learns, and nobody gets in by: addresses, the program's log, text that looks like code.

#include <hall/api/support/browser.h>
#include <hall/api/support/running_hall.h>
#include <hall/service/log/log_copy.h>

#include <gmock/gmock.h>

#include <filesystem>

namespace starqueue::hall::test {

namespace {

using testing::HasSubstr;
using testing::Not;

constexpr auto kLeakedPassword = "correct horse";

/// The id in "starqueue_session=ID".
std::string idIn(const std::string& cookie)
{
    return cookie.substr(cookie.find('=') + 1);
}

/// All that a day leaves in the log is asked for here: log-ins, a mistyped name, look-ups, tokens, a phone
/// page. Returns what must not stand there.
std::vector<std::string> secretsOfADay(RunningHall& hall)
{
    hall.folder().addUser("anna", db::Role::Usher, kLeakedPassword, false);
    Browser anna{hall.port()};
    anna.logIn("anna", "wrong horse battery");
    anna.logIn("typed in the wrong field", kLeakedPassword);
    anna.logIn("anna", kLeakedPassword);
    const std::string id = idIn(anna.cookie());
    const json identity{{"kind", "phone"}, {"value", "13900000005"}};
    EXPECT_EQ(anna.post("/tickets", {{"service", "account"}, {"identity", identity}}).status, 201);
    EXPECT_EQ(anna.get("/users").status, 403);
    EXPECT_EQ(Face(hall.port(), "stolen-token-of-nobody").get("/board").status, 401);
    const std::string url = hall.issueAtKiosk("account", {{"identity", identity}}).at("statusUrl");
    const std::string page = url.substr(url.find("/t/"));
    EXPECT_EQ(call(hall.port(), "GET", page + "/state").status, 200);
    anna.logOut();
    return {kLeakedPassword,     "wrong horse",  "typed in the wrong",          id,
            "13900000005",       "stolen-token", page.substr(sizeof "/t/" - 1), hall.secret("kiosk-1"),
            hall.secret("usher")};
}

} // namespace

TEST(Secrets, OfADayAreNeitherInTheProgramsLogNorInTheSecurityLog)
{
    LogCopy log;
    RunningHall hall;
    const std::vector<std::string> secrets = secretsOfADay(hall);
    std::string audit;
    while (audit.find("logged_out") == std::string::npos) // written after the answer
        audit = hall.as("admin").get("/audit").raw.body;
    hall.stop();
    const std::string said = log.take();
    ASSERT_THAT(said, HasSubstr("customer_looked_up"));
    ASSERT_THAT(said, HasSubstr("logged_out"));
    for (const std::string& secret : secrets) {
        ASSERT_GT(secret.size(), 8U);
        EXPECT_THAT(said, Not(HasSubstr(secret)));
        EXPECT_THAT(audit, Not(HasSubstr(secret)));
    }
}

TEST(Secrets, InAnAddressOpenNothing)
{
    RunningHall hall;
    hall.folder().addUser("anna", db::Role::Usher, kLeakedPassword, false);
    Browser anna{hall.port()};
    const Said said = anna.logIn("anna", kLeakedPassword);
    ASSERT_EQ(said.status, 201);
    EXPECT_THAT(said.raw.body, Not(HasSubstr(idIn(anna.cookie())))) << "no script needs it";
    for (const std::string& query :
         {anna.cookie(), "session=" + idIn(anna.cookie()), "token=" + hall.secret("usher"),
          "access_token=" + hall.secret("usher"), "authorization=Bearer%20" + hall.secret("usher")})
        for (const char* path : {"/api/v1/sessions/current", "/api/v1/board", "/api/v1/events"})
            EXPECT_EQ(call(hall.port(), "GET", std::string{path} + "?" + query).status, 401) << path;
    EXPECT_EQ(anna.get("/sessions/current").status, 200) << "the same in its cookie";
}

TEST(Redirects, GoToTheHallsOwnPagesWhateverIsAskedFor)
{
    RunningHall hall;
    for (const char* target : {"/", "/?next=https://elsewhere.example.org", "/?url=//elsewhere.example.org",
                               "/manage?next=https://elsewhere.example.org"}) {
        const Said said = call(hall.port(), "GET", target, {},
                               {{"X-Forwarded-Host", "elsewhere.example.org"},
                                {"X-Forwarded-Proto", "gopher"},
                                {"Referer", "https://elsewhere.example.org/"}});
        EXPECT_EQ(said.status, 302) << target;
        EXPECT_EQ(said.raw.header("location"), "/manage/") << target;
    }
}

TEST(TextLikeCode, IsTextLikeAnyOtherToTheDatabase)
{
    RunningHall hall;
    const std::string code = "x'); DELETE FROM journal; --";
    EXPECT_EQ(
        hall.as("usher").post("/tickets", {{"service", "account"}, {"reference", {{"case", code}}}}).code(),
        "bad_field");
    hall.as("manager").post("/messages", {{"id", code.substr(0, 9)}, {"zh", code}, {"en", code}});
    hall.stop();
    hall.start(); // replays what the database has
    EXPECT_EQ(hall.as("display").get("/board").body.at("messages").at(0).at("text").at("zh"), code);
    EXPECT_EQ(hall.as("manager").get("/reports/waits").status, 200);
    EXPECT_EQ(Browser{hall.port()}.logIn("admin' OR '1'='1", "' OR '1'='1' --").status, 401);
    for (const char* path : {"/tickets/1'%20OR%20'1'='1", "/reports/waits?by=tier'--", "/audit?before=1'--"})
        EXPECT_GE(hall.as("admin").get(path).status, 400) << path;
}

} // namespace starqueue::hall::test
