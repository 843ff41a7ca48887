#include <hall/api/support/running_hall.h>

#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>

namespace starqueue::hall::test {

namespace {

/// An operation that some roles may only do to what is theirs, by the description.
struct BoundOperation
{
    std::string method;
    std::string path;
    std::string role;
};

struct Faces
{
    const char* own;
    const char* others;
};

const std::map<std::string, Faces> kFacesOfRole{{"kiosk", {"kiosk-1", "kiosk-2"}},
                                                {"clerk", {"counter-1", "counter-2"}},
                                                {"bridge", {"bridge", "bridge-3"}}};

std::vector<BoundOperation> boundOperations()
{
    std::vector<BoundOperation> operations;
    for (const auto& path : YAML::LoadFile(STARQUEUE_OPENAPI)["paths"])
        for (const auto& operation : path.second) {
            if (!operation.second.IsMap() || !operation.second["x-bound"])
                continue;
            auto method = operation.first.as<std::string>();
            std::ranges::transform(method, method.begin(), [](unsigned char c) { return std::toupper(c); });
            for (const auto& bound : operation.second["x-bound"])
                operations.push_back(
                    {method, path.first.as<std::string>().substr(7), bound.first.as<std::string>()});
        }
    return operations;
}

/// A hall in which kiosk 1, counter 1 and their bridge have one of each thing.
class Property
{
public:
    Property()
    {
        m_ticket = m_hall.issueAtKiosk().at("id");
        m_hall.open(1);
        for (const char* step : {"next", "start", "finish"})
            m_hall.as("counter-1").post(std::string("/counters/1/") + step);
        m_hall.as("bridge").put("/devices/panel-1/state",
                                {{"kind", "panel"}, {"counter", "1"}, {"state", "ok"}});
        m_noShow = m_hall.issueAtKiosk().at("id");
        m_hall.as("counter-1").post("/counters/1/next");
        m_hall.as("counter-1").post("/counters/1/no-show");
        m_waits = m_hall.issueAtKiosk().at("id");
    }

    int statusOf(const BoundOperation& operation, const std::string& face)
    {
        const std::string path = pathOf(operation.path);
        if (operation.method == "GET")
            return m_hall.as(face).get(path).status;
        const json body = bodyOf(operation.path);
        return (operation.method == "PUT" ? m_hall.as(face).put(path, body)
                                          : m_hall.as(face).post(path, body))
            .status;
    }

private:
    [[nodiscard]] std::string pathOf(std::string path) const
    {
        const std::string id = path.ends_with("/rating")         ? m_ticket
                               : path.ends_with("/requeue")      ? m_noShow
                               : path.starts_with("/tickets/")   ? m_waits
                               : path.starts_with("/devices/")   ? "panel-1"
                               : path.starts_with("/print-jobs") ? "3"
                                                                 : "1"; // the counter, the session
        if (const auto at = path.find("{id}"); at != std::string::npos)
            path.replace(at, 4, id);
        return path;
    }
    /// All that any of the operations asks for: each takes what it needs.
    [[nodiscard]] json bodyOf(const std::string& path)
    {
        if (path == "/tickets")
            return {{"service", "account"}, {"kiosk", "1"}};
        if (path.ends_with("/identify"))
            return {{"identity", {{"kind", "phone"}, {"value", "13800000001"}}}};
        if (path.ends_with("/result"))
            return {{"outcome", "printed"}};
        if (path.ends_with("/state"))
            return {{"kind", "panel"}, {"counter", "1"}, {"state", "warning"}};
        if (path.ends_with("/rating"))
            return {{"session", "1"},
                    {"score", 5},
                    {"press", {{"uid", "p"}, {"epoch", 1}, {"seq", 1}, {"pressedAt", m_hall.elapsed()}}}};
        return atCounter(path);
    }
    [[nodiscard]] json atCounter(const std::string& path) const
    {
        const std::map<std::string, json> bodies{
            {"open", {{"clerk", "c"}}},
            {"handover", {{"clerk", "d"}}},
            {"pause", {{"reason", "tea"}}},
            {"park", {{"reason", "form"}}},
            {"failed", {{"reason", "dark"}}},
            {"verify", {{"matches", true}}},
            {"paper", {{"event", "taken"}}},
            {"test-result", {{"outcome", "passed"}}},
            {"journal", {{"journal", "10 04 01"}}},
            {"unpark", {{"ticket", m_waits}}},
            {"transfer", {{"service", "plans"}}},
            {"heartbeat", {{"does", "calls"}, {"of", {"1"}}, {"window", "w"}}},
            {"walk-in", {{"service", "plans"}}},
            {"services", {{"services", {"plans"}}}},
            {"call", {{"number", "A003"}, {"reason", "asked"}}}};
        const auto found = bodies.find(path.substr(path.rfind('/') + 1));
        return found == bodies.end() ? json::object() : found->second;
    }

    RunningHall m_hall;
    std::string m_ticket;
    std::string m_noShow;
    std::string m_waits;
};

} // namespace

TEST(Bindings, OthersThingsAreForbiddenInEveryCellOfTheTable)
{
    Property hall;
    const auto operations = boundOperations();
    ASSERT_GT(operations.size(), 30U);
    for (const BoundOperation& one : operations)
        EXPECT_EQ(hall.statusOf(one, kFacesOfRole.at(one.role).others), 403)
            << one.method << ' ' << one.path << " as another " << one.role;
}

TEST(Bindings, OnesOwnThingsAreNotForbiddenInAnyCellOfTheTable)
{
    for (const BoundOperation& one : boundOperations()) {
        Property hall;
        const int status = hall.statusOf(one, kFacesOfRole.at(one.role).own);
        const bool decided = (status >= 200 && status < 300) || status == 409;
        EXPECT_TRUE(decided) << status << ' ' << one.method << ' ' << one.path << " as " << one.role;
    }
}

} // namespace starqueue::hall::test
