// Whoever lost an answer asks again: over every command that the API has.

#include <hall/api/request/body_fields.h>
#include <hall/api/router.h>
#include <hall/api/support/browser.h>
#include <hall/api/support/full_day.h>

#include <gtest/gtest.h>

#include <set>
#include <sstream>

namespace starqueue::hall::test {

namespace {

constexpr auto kPassword = "correct horse";

// Each proves who somebody is, and so is judged anew.
const std::set<std::string> kJudgedAnew{"POST /sessions",           "POST /sessions/current/password",
                                        "POST /users/me/password",  "POST /users/me/password/judge",
                                        "DELETE /sessions/current", "DELETE /sessions/others"};
// Outside of a walk, each with a test of its own there.
const std::set<std::string> kElsewhere{"POST /hall/clock/confirm", "POST /users", "PATCH /users/{id}"};

std::vector<std::string> parts(const std::string& path)
{
    std::vector<std::string> all;
    std::istringstream rest(path.substr(0, path.find('?')));
    for (std::string part; std::getline(rest, part, '/');)
        all.push_back(part);
    return all;
}

/// The route's line of a call: "POST /tickets/{id}/cancel".
const Route* routeOf(const std::string& method, const std::string& path)
{
    const auto given = parts(path);
    for (const Route& route : routes()) {
        const auto pattern = parts(std::string(route.pattern));
        const auto fits = [](const std::string& wanted, const std::string& part) {
            return wanted == part || wanted.starts_with('{');
        };
        if (route.method == method && std::ranges::equal(pattern, given, fits))
            return &route;
    }
    return nullptr;
}

std::string nameOf(const Route& route)
{
    return std::string(route.method) + ' ' + std::string(route.pattern);
}

/// The same intent with another body: null in a field that it left out; empty: it left out none. Secrets are
/// no part of what is compared.
std::optional<json> otherBody(const Route& route, json body)
{
    std::istringstream fields{std::string(route.fields)};
    for (std::string field; fields >> field;) {
        const bool isOfTheBody = field.front() != kParameterMark && field.find('.') == std::string::npos;
        if (!isOfTheBody || field == "pin" || body.contains(field))
            continue;
        body[field] = nullptr;
        return body;
    }
    return std::nullopt;
}

/// What an answer says of the thing that a command has made or changed.
json thingIn(const json& body)
{
    json thing;
    for (const char* field : {"id", "number", "jobId", "session", "undo", "statusUrl", "state"})
        if (body.is_object() && body.contains(field))
            thing[field] = body[field];
    return thing;
}

/// Sends again what a face sent, at once.
class AskingAgain
{
public:
    explicit AskingAgain(RunningHall& hall) : m_hall(hall) {}

    void watch(const std::string& name)
    {
        m_hall.as(name).watch([this, name](const std::string& method, const std::string& path,
                                           const std::string& body, const Said& said) {
            const Route* const route = routeOf(method, path);
            if (route && method != "GET" && said.status < 300 &&
                path.find("preview=true") == std::string::npos)
                askAgain(name, *route, {method, path, body}, said);
        });
    }
    [[nodiscard]] const std::set<std::string>& asked() const { return m_asked; }

private:
    struct Sent
    {
        std::string method;
        std::string path;
        std::string body;
    };
    void askAgain(const std::string& name, const Route& route, const Sent& sent, const Said& said)
    {
        m_asked.insert(nameOf(route));
        Face again = m_hall.newFace(name);
        const std::uint64_t before = m_hall.seq();
        const Said repeated = again.send(sent.method, sent.path, sent.body);
        const bool isPress = nameOf(route) == "POST /tickets/{id}/rating"; // 201 is the first press alone
        EXPECT_EQ(repeated.status, isPress ? 200 : said.status) << nameOf(route) << ": " << repeated.raw.body;
        EXPECT_EQ(thingIn(repeated.body), thingIn(said.body)) << nameOf(route);
        EXPECT_EQ(m_hall.seq(), before) << nameOf(route) << " did it twice";
        const auto other = otherBody(route, json::parse(sent.body));
        if (!other || said.status == 204)
            return;
        const Said refused = again.send(sent.method, sent.path, other->dump());
        EXPECT_EQ(refused.status, 422) << nameOf(route) << ": " << refused.raw.body;
        EXPECT_EQ(refused.code(), "request_id_reused") << nameOf(route);
        EXPECT_EQ(m_hall.seq(), before) << nameOf(route);
    }

    RunningHall& m_hall;
    std::set<std::string> m_asked;
};

class AskedAgain : public testing::Test
{
protected:
    void SetUp() override
    {
        m_hall.folder().addUser("admin", db::Role::Admin, kPassword, false);
        ASSERT_EQ(m_admin.logIn("admin", kPassword).status, 201);
    }
    static json anna()
    {
        return {
            {"requestId", newRequestId()}, {"name", "anna"}, {"role", "manager"}, {"password", kPassword}};
    }
    std::size_t users() { return m_admin.get("/users").body.size(); }

    TestClock m_clock{kMonday};
    RunningHall m_hall{{}, m_clock.journalClock()};
    Browser m_admin{m_hall.port()};
};

} // namespace

TEST(AskedAgainAnywhere, ACommandIsAnsweredAsBeforeAndDoneOnce)
{
    RunningHall hall(hallOfFullDay());
    AskingAgain again(hall);
    for (const char* name : {"kiosk-1", "bridge", "counter-1", "counter-2", "usher", "duty-manager",
                             "manager", "admin", "technician"})
        again.watch(name);
    runFullDay(hall);
    std::set<std::string> missing;
    for (const Route& route : routes())
        if (route.method != "GET" && !kJudgedAnew.contains(nameOf(route)) &&
            !kElsewhere.contains(nameOf(route)) && !again.asked().contains(nameOf(route)))
            missing.insert(nameOf(route));
    EXPECT_EQ(missing, std::set<std::string>{}) << "the walk never sends them";
}

TEST_F(AskedAgain, AConfirmedClockIsConfirmedOnce)
{
    m_clock.stepWall(std::chrono::hours{5});
    const std::string wall = m_hall.as("display").get("/board").body.at("at");
    const json body{{"requestId", newRequestId()}, {"wall", wall}};
    const Said first = m_hall.as("admin").post("/hall/clock/confirm", body);
    ASSERT_EQ(first.status, 200) << first.raw.body;
    const std::uint64_t seq = m_hall.seq();
    EXPECT_EQ(m_hall.as("admin").post("/hall/clock/confirm", body).status, 200);
    EXPECT_EQ(m_hall.seq(), seq);
}

TEST_F(AskedAgain, AUserIsMadeOnce)
{
    const json body = anna();
    const Said first = m_admin.post("/users", body);
    ASSERT_EQ(first.status, 201) << first.raw.body;
    const Said again = m_admin.post("/users", body);
    EXPECT_EQ(again.status, 201) << again.raw.body;
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(users(), 2U);
    EXPECT_EQ(m_admin.post("/users", anna()).code(), "user_exists") << "somebody else's wish";
}

TEST_F(AskedAgain, AUserWithAnotherBodyIsRefused)
{
    json body = anna();
    ASSERT_EQ(m_admin.post("/users", body).status, 201);
    body["name"] = "berta";
    const Said other = m_admin.post("/users", body);
    EXPECT_EQ(other.status, 422) << other.raw.body;
    EXPECT_EQ(other.code(), "request_id_reused");
    EXPECT_EQ(users(), 2U);
}

TEST_F(AskedAgain, AUserIsAnsweredAfterARestart)
{
    const json body = anna();
    const Said first = m_admin.post("/users", body);
    ASSERT_EQ(first.status, 201) << first.raw.body;
    m_hall.stop();
    m_hall.start();
    Browser later{m_hall.port()};
    ASSERT_EQ(later.logIn("admin", kPassword).status, 201);
    EXPECT_EQ(later.post("/users", body).body, first.body);
}

TEST_F(AskedAgain, AChangeOfAUserIsMadeOnce)
{
    const std::string id = m_admin.post("/users", anna()).body.at("id");
    const json body{{"requestId", newRequestId()}, {"disabled", true}};
    ASSERT_EQ(m_admin.patch("/users/" + id, body).body.at("disabled"), true);
    ASSERT_EQ(m_admin.patch("/users/" + id, {{"disabled", false}}).body.at("disabled"), false);
    EXPECT_EQ(m_admin.patch("/users/" + id, body).status, 200);
    for (const json& user : m_admin.get("/users").body)
        EXPECT_EQ(user.at("disabled"), false) << "what was let in again since was shut out anew";
    EXPECT_EQ(
        m_admin.patch("/users/" + id, {{"requestId", body.at("requestId")}, {"mustChange", false}}).status,
        422);
}

TEST_F(AskedAgain, ALoginHasOneSession)
{
    const json body{{"requestId", newRequestId()}, {"user", "admin"}, {"password", kPassword}};
    Browser lost{m_hall.port()};
    ASSERT_EQ(lost.post("/sessions", body).status, 201);
    Browser again{m_hall.port()};
    ASSERT_EQ(again.post("/sessions", body).status, 201);
    EXPECT_EQ(again.get("/sessions").body.size(), 2U) << "with that of m_admin";
    EXPECT_EQ(lost.get("/board").status, 401);
    EXPECT_EQ(m_admin.get("/board").status, 200);
}

} // namespace starqueue::hall::test
