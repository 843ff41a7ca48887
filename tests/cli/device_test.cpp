#include <cli/command_line.h>

#include <cli/checks/device_words.h>

#include <hall/http/server.h>

#include <map>

using namespace starqueue;
using namespace starqueue::cli;
using nlohmann::json;

namespace {

/// A service that gives the answers of the test.
class Device : public cli::test::CommandLine
{
protected:
    void SetUp() override
    {
        CommandLine::SetUp();
        makeHall();
        const auto at = m_server.start("127.0.0.1", 0);
        ASSERT_TRUE(at);
        listenAt(at->port);
        m_answers["/healthz"] = R"({"status":"ok","dayOpen":true})";
        m_answers["/api/v1/devices"] = json::array({m_printer}).dump();
    }
    void TearDown() override
    {
        m_server.stop();
        CommandLine::TearDown();
    }
    void setPrinter(const json& changes)
    {
        m_printer.merge_patch(changes);
        m_answers["/api/v1/devices"] = json::array({m_printer}).dump();
    }
    [[nodiscard]] bool says(const std::string& text) const { return m_out.find(text) != std::string::npos; }

    json m_printer{{"id", "printer-1"},
                   {"kind", "printer"},
                   {"kiosk", "1"},
                   {"state", "ok"},
                   {"connected", true},
                   {"says", {{"zh", "就绪"}, {"en", "ready"}}},
                   {"since", "2026-11-29T01:00:00.000Z"},
                   {"paper", "full"},
                   {"lastPrintedAt", "2026-11-29T02:00:00.000Z"},
                   {"today", {{"printed", 12}, {"sent", 0}, {"reprints", 1}}},
                   {"details", {{"port", "/dev/ttyUSB0"}}}};
    std::map<std::string, std::string> m_answers; ///< by path
    hall::http::Server m_server{
        {}, [this](const hall::http::Request& request, const hall::http::Reply& reply) {
            const auto found = m_answers.find(request.path);
            const bool isThere = found != m_answers.end();
            reply.send(isThere ? 200 : 404, "application/json", isThere ? found->second : "{}");
        }};
};

} // namespace

TEST_F(Device, IsToldWithAllThatATechnicianAsks)
{
    EXPECT_EQ(run({"device", "list", "--data", m_hall}), ExitStatus::Well) << m_err;
    EXPECT_TRUE(says("printer-1 of kiosk 1: ready; at /dev/ttyUSB0; since 2026-11-29T01:00:00.000Z; "
                     "paper full; last ticket proved 2026-11-29T02:00:00.000Z; today 12 printed, 1 reprints"))
        << m_out;
}

TEST_F(Device, WithAFaultIsBadToTheDoctorAndToldWithItsRemedyInBothLanguages)
{
    setPrinter({{"state", "fault"},
                {"fault", "portInUse"},
                {"details", {{"detail", "picocom (4711)"}}},
                {"says", {{"zh", "端口被占用"}, {"en", "the port is in use"}}},
                {"remedy", {{"zh", "关闭它"}, {"en", "end the program"}}}});
    EXPECT_EQ(run({"doctor", "--data", m_hall}), ExitStatus::Failed);
    EXPECT_TRUE(
        says("BAD   printer-1 of kiosk 1: the port is in use · 端口被占用 -> end the program · 关闭它; "
             "picocom (4711)"))
        << m_out;
}

TEST_F(Device, ThatARunningBridgeHasOpenIsLeftAlone)
{
    EXPECT_EQ(run({"doctor", "--data", m_hall}), ExitStatus::Well) << m_out;
    EXPECT_TRUE(says("is open in the running bridge")) << m_out;
    setPrinter({{"connected", false}});
    EXPECT_EQ(run({"doctor", "--data", m_hall}), ExitStatus::Failed) << m_out;
    EXPECT_FALSE(says("is open in the running bridge")) << "nobody knows";
}

TEST_F(Device, IsTestedAndTheOutcomeToldToWhoAsked)
{
    m_answers["/api/v1/devices/printer-1/test"] = "{}";
    setPrinter({{"test",
                 {{"endedAt", "2026-11-29T02:00:00.000Z"},
                  {"outcome", "failed"},
                  {"fault", "paperOut"},
                  {"says", {{"zh", "测试失败"}, {"en", "the test failed"}}},
                  {"remedy", {{"zh", "装纸"}, {"en", "put a roll in"}}}}}});
    EXPECT_EQ(run({"device", "test", "printer-1", "--data", m_hall}), ExitStatus::Failed);
    EXPECT_TRUE(says("the test failed · 测试失败 -> put a roll in · 装纸; paperOut")) << m_out;
    setPrinter({{"test", {{"endedAt", nullptr}}}});
    EXPECT_EQ(run({"device", "test", "printer-1", "--seconds", "1", "--data", m_hall}), ExitStatus::Failed);
    EXPECT_NE(m_err.find("is its bridge connected?"), std::string::npos) << m_err;
}

TEST_F(Device, OnTheNetworkIsntOpenedAsAFile)
{
    m_answers.erase("/api/v1/devices");
    std::ofstream(m_hall / "bridge.toml") << "[[printer]]\nid = \"p\"\nport = \"tcp:192.0.2.7:9100\"\n";
    EXPECT_EQ(run({"doctor", "--data", m_hall}), ExitStatus::Well) << m_out;
    EXPECT_TRUE(says("note  p at tcp:192.0.2.7:9100: is on the network")) << m_out;
}

TEST_F(Device, OfAnotherProgramAtTheHallsAddressIsToldInWords)
{
    for (const char* answer : {"<html>", "7", "[7]", "\"\"", "{}", "[{}]", "[{\"id\":7,\"test\":1}]"}) {
        for (const char* path :
             {"/api/v1/devices", "/api/v1/devices/printer-1/journal", "/api/v1/devices/printer-1/test",
              "/api/v1/hall/clock/confirm", "/api/v1/report"})
            m_answers[path] = answer;
        for (const std::vector<std::string>& words : {std::vector<std::string>{"device", "list"},
                                                      {"device", "test", "printer-1", "--seconds", "1"},
                                                      {"device", "journal", "printer-1", "--seconds", "1"},
                                                      {"clock", "confirm"}}) {
            std::vector<std::string> line = words;
            line.insert(line.end(), {"--data", m_hall.string()});
            run(line);
            EXPECT_EQ(m_err.find("json"), std::string::npos)
                << words[0] << ' ' << words[1] << ' ' << answer << m_err;
            const bool isListOrObject = *answer == '{' || *answer == '[';
            EXPECT_TRUE(isListOrObject || m_err.find("another program answers at") != std::string::npos)
                << words[1] << answer << m_err;
        }
    }
}
