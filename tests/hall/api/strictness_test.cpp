// What a careful server refuses before any handler sees it: methods, content types and fields that nobody
// described.

#include <hall/api/support/face.h>
#include <hall/api/support/running_hall.h>

#include <hall/api/pages/pages.h>
#include <hall/api/request/body_fields.h>
#include <hall/api/router.h>
#include <hall/http/server.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace starqueue::hall::test {

namespace {

constexpr std::array kMethods{"GET",    "HEAD",    "POST",  "PUT",     "PATCH",
                              "DELETE", "OPTIONS", "TRACE", "PROPFIND"};

/// "/tickets/{id}/cancel" is /tickets/424242/cancel.
std::string madeConcrete(std::string path)
{
    for (auto at = path.find("{id}"); at != std::string::npos; at = path.find("{id}"))
        path.replace(at, 4, "424242");
    return path;
}

std::vector<std::string> segments(std::string_view path)
{
    std::vector<std::string> parts;
    std::istringstream rest{std::string(path)};
    for (std::string part; std::getline(rest, part, '/');)
        parts.push_back(part);
    return parts;
}

/// Whether what `pattern` stands for is also found by `wider`: "/tickets/outage" by "/tickets/{id}".
bool isFoundBy(std::string_view pattern, std::string_view wider)
{
    const auto fits = [](const std::string& part, const std::string& other) {
        return part == other || other.starts_with('{');
    };
    return std::ranges::equal(segments(pattern), segments(wider), fits);
}

/// By pattern: the methods that the table has there, HEAD with GET.
std::map<std::string_view, std::set<std::string_view>> methodsByPattern()
{
    std::map<std::string_view, std::set<std::string_view>> methods;
    for (const Route& route : routes())
        for (const Route& other : routes())
            if (isFoundBy(route.pattern, other.pattern)) {
                methods[route.pattern].insert(other.method);
                if (other.method == "GET")
                    methods[route.pattern].insert("HEAD");
            }
    return methods;
}

/// A face that may make the call.
std::string_view faceFor(const Route& route)
{
    constexpr std::array<std::pair<Role, std::string_view>, 6> kFaceByRole{{{Role::Usher, "usher"},
                                                                            {Role::Clerk, "counter-1"},
                                                                            {Role::Bridge, "bridge"},
                                                                            {Role::Kiosk, "kiosk-1"},
                                                                            {Role::Manager, "manager"},
                                                                            {Role::Admin, "admin"}}};
    for (const auto& [role, face] : kFaceByRole)
        if (route.roles.has(role))
            return face;
    return {};
}

std::string bodyWith(const std::string& fields)
{
    return R"({"requestId":")" + newRequestId() + '"' + fields + '}';
}

std::optional<Problem> problemIn(const char* body, std::string_view allowed)
{
    return unknownField(json::parse(body), allowed);
}

} // namespace

TEST(Strictness, APathTakesItsMethodsOnlyAndSaysWhich)
{
    RunningHall hall;
    for (const auto& [pattern, methods] : methodsByPattern())
        for (const char* method : kMethods) {
            if (methods.contains(method))
                continue;
            const Said said = hall.as("usher").send(method, madeConcrete(std::string(pattern)), "");
            EXPECT_EQ(said.status, 405) << method << " " << pattern;
            const std::string allow = said.raw.header("allow");
            for (const std::string_view possible : methods)
                EXPECT_NE(allow.find(possible), std::string::npos) << pattern << ": " << allow;
            EXPECT_EQ(std::ranges::count(allow, ',') + 1, static_cast<std::ptrdiff_t>(methods.size()))
                << allow;
        }
}

TEST(Strictness, PagesHealthAndPhoneTakeTheirMethodsOnly)
{
    RunningHall hall;
    const std::string nobody = "/t/" + std::string(32, '0');
    for (const char* method : {"POST", "PUT", "DELETE", "OPTIONS", "G", "ET", "GET, HEAD"})
        for (const std::string& path : {std::string("/healthz"), std::string("/"), std::string("/manage/"),
                                        nobody, nobody + "/state"}) {
            if (std::string_view(method).find(' ') != std::string_view::npos)
                continue; // not a request line
            const Said said = call(hall.port(), method, path);
            EXPECT_EQ(said.status, 405) << method << " " << path;
            EXPECT_EQ(said.raw.header("allow"), "GET, HEAD") << method << " " << path;
        }
    EXPECT_EQ(call(hall.port(), "GET", nobody + "/cancel").raw.header("allow"), "POST");
}

TEST(Strictness, AFieldThatACallDoesntKnowIsRefusedByName)
{
    RunningHall hall;
    for (const Route& route : routes()) {
        if (route.method == "GET" || faceFor(route).empty())
            continue;
        const Said said = hall.as(std::string(faceFor(route)))
                              .send(std::string(route.method), madeConcrete(std::string(route.pattern)),
                                    bodyWith(R"(,"surprise":1)"));
        EXPECT_EQ(said.code(), "unknown_field") << route.method << " " << route.pattern;
        EXPECT_NE(said.body.value("detail", "").find("surprise"), std::string::npos) << said.raw.body;
    }
}

TEST(Strictness, AParameterThatACallDoesntKnowIsRefusedByNameAndNothingIsDone)
{
    RunningHall hall;
    const json ticket = hall.issue();
    const std::uint64_t seq = hall.seq();
    for (const Route& route : routes()) {
        if (faceFor(route).empty())
            continue;
        for (const char* query : {"?preveiw=true", "?surprise"}) {
            const std::string path = madeConcrete(std::string(route.pattern)) + query;
            const Said said =
                hall.as(std::string(faceFor(route)))
                    .send(std::string(route.method), path, route.method == "GET" ? "" : bodyWith(""));
            EXPECT_EQ(said.status, 400) << route.method << " " << path;
            EXPECT_EQ(said.code(), "unknown_field") << route.method << " " << path;
        }
    }
    const std::string cancel = "/tickets/" + std::string(ticket.at("id")) + "/cancel?preview=true";
    const Said said = hall.as("usher").post(cancel);
    EXPECT_EQ(said.code(), "unknown_field");
    EXPECT_NE(said.body.value("detail", "").find("preview"), std::string::npos) << said.raw.body;
    EXPECT_NE(
        hall.as("manager").post("/day/close?preveiw=true").body.value("detail", "").find("\"preview\"?"),
        std::string::npos);
    EXPECT_EQ(hall.seq(), seq);
}

TEST(Strictness, AParameterGivenTwiceIsRefusedByName)
{
    RunningHall hall;
    EXPECT_EQ(hall.as("manager").get("/reports/waits?by=tier").status, 200);
    const Said said = hall.as("manager").get("/reports/waits?by=tier&by=service");
    EXPECT_EQ(said.status, 400);
    EXPECT_EQ(said.code(), "bad_field");
    EXPECT_NE(said.body.at("detail").get<std::string>().find("`by`"), std::string::npos) << said.raw.body;
    EXPECT_EQ(hall.as("usher").post("/tickets?x=1&x=1", {{"service", "account"}}).code(), "bad_field");
}

TEST(Strictness, APartOfAPathThatCanBeNoIdIsRefusedEverywhere)
{
    RunningHall hall;
    for (const Route& route : routes()) {
        if (route.pattern.find("{id}") == std::string_view::npos || faceFor(route).empty())
            continue;
        // Blanks, what isn't seen, a line break of Unicode, a control character, a turn of direction.
        for (const char* id :
             {"%20", "%20%20", "%E2%80%8B", "a%E2%80%A8b", "a%C2%85", "%E2%80%AE7", "7%C2%A0"}) {
            std::string path(route.pattern);
            path.replace(path.find("{id}"), 4, id);
            const Said said =
                hall.as(std::string(faceFor(route)))
                    .send(std::string(route.method), path, route.method == "GET" ? "" : bodyWith(""));
            EXPECT_EQ(said.status, 400) << route.method << " " << path;
            EXPECT_EQ(said.code(), "bad_field") << route.method << " " << path;
            EXPECT_NE(said.body.value("detail", "").find("can't be an id"), std::string::npos)
                << said.raw.body;
        }
    }
}

TEST(Strictness, AMistypedFieldNamesTheNearestOne)
{
    const auto problem = problemIn(R"({"requestId":"x","servise":"account"})", "service language");
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->status, 400);
    EXPECT_NE(problem->detail.find("did you mean \"service\"?"), std::string::npos) << problem->detail;
}

TEST(Strictness, FieldsOfAnObjectAreCheckedUnlessItListsNone)
{
    EXPECT_FALSE(problemIn(R"({"press":{"uid":1}})", "press press.uid"));
    const auto problem = problemIn(R"({"press":{"uid":1,"ageSeconds":3}})", "press press.uid");
    ASSERT_TRUE(problem);
    EXPECT_NE(problem->detail.find("press.ageSeconds"), std::string::npos) << problem->detail;
    EXPECT_FALSE(problemIn(R"({"details":{"anything":{"at":"all"}}})", "details"))
        << "none of its fields is listed";
    EXPECT_TRUE(problemIn(R"({"uid":1})", "press press.uid")) << "a field of the object only";
}

TEST(Strictness, ABodyMustSayThatItIsJson)
{
    RunningHall hall;
    const std::string token = "Bearer " + hall.secret("usher");
    const auto statusWith = [&](const char* type) {
        return call(hall.port(), "POST", "/api/v1/tickets", bodyWith(R"(,"service":"account")"),
                    {{"Authorization", token}, {"Content-Type", type}})
            .status;
    };
    for (const char* type : {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "",
                             "application/json-seq", "application/json; charset=gbk", "text/json"})
        EXPECT_EQ(statusWith(type), 415) << type;
    for (const char* type : {"application/json", "Application/JSON", "application/json; charset=UTF-8",
                             "application/json ;charset=utf-8"})
        EXPECT_EQ(statusWith(type), 201) << type;
    EXPECT_EQ(call(hall.port(), "POST", "/api/v1/sessions", "{}", {{"Content-Type", "text/plain"}}).code(),
              "unsupported_media_type");
}

TEST(Strictness, AnEncodedSlashIsNoWayToAnotherPath)
{
    RunningHall hall;
    for (const char* path :
         {"/manage%2findex.html", "/api%2Fv1/board", "/api/v1/tickets/1%2fcancel", "/t/%5c"})
        EXPECT_EQ(call(hall.port(), "GET", path).status, 400) << path;
}

TEST(Strictness, NoBrowserMayGuessAType)
{
    RunningHall hall;
    const std::string nobody = "/t/" + std::string(32, '0');
    for (const std::string& path : {std::string("/"), std::string("/healthz"), std::string("/manage/"),
                                    nobody, std::string("/api/v1/board"), std::string("/nothing")})
        EXPECT_EQ(call(hall.port(), "GET", path).raw.header("x-content-type-options"), "nosniff") << path;
}

TEST(Strictness, NoAnswerOfTheApiIsKeptAnywhereReadByOtherSitesOrNamesAVersion)
{
    RunningHall hall;
    for (const std::string& path :
         {std::string("/api/v1/board"), std::string("/api/v1/users"), std::string("/api/v1/nothing"),
          std::string("/api/v1/sessions/current")}) {
        const auto answer =
            call(hall.port(), "GET", path, {},
                 {{"Authorization", "Bearer " + hall.secret("admin")}, {"Origin", "http://elsewhere.test"}})
                .raw;
        EXPECT_EQ(answer.header("cache-control"), "no-store") << path;
        EXPECT_EQ(answer.header("access-control-allow-origin"), "") << path;
        EXPECT_EQ(answer.header("server").find_first_of("0123456789"), std::string::npos) << path;
        EXPECT_EQ(answer.header("x-powered-by"), "") << path;
        EXPECT_EQ(answer.header("content-disposition"), "attachment; filename=\"api.json\"") << path;
    }
}

TEST(Strictness, PagesRunNothingThatIsInline)
{
    const std::filesystem::path manager =
        std::filesystem::path(STARQUEUE_OPENAPI).parent_path() / "../manager";
    const Pages pages(manager);
    http::Server server(http::Limits{}, [&](const http::Request& request, const http::Reply& reply) {
        pages.send(reply, request.path.substr(1));
    });
    const auto endpoint = server.start("127.0.0.1", 0);
    ASSERT_TRUE(endpoint.has_value());
    const std::regex inlined(R"(<style|style=|<script>|<script(?![^>]*src=)|\son[a-z]+=|javascript:)");
    for (const char* page : {"/pages/index.html", "/pages/usher.html", "/pages/login.html",
                             "/pages/fairness.html", "/phone/index.html", "/phone/rating.html"}) {
        const Said said = call(endpoint->port, "GET", page);
        ASSERT_EQ(said.status, 200) << page;
        const std::string policy = said.raw.header("content-security-policy");
        EXPECT_NE(policy.find("default-src 'none'"), std::string::npos) << policy;
        EXPECT_EQ(policy.find("unsafe"), std::string::npos) << policy;
        EXPECT_FALSE(std::regex_search(said.raw.body, inlined)) << page;
    }
}

} // namespace starqueue::hall::test
