// `starqueue certify` as somebody types it, with a printer on the network and a hall that is asked for its
// port.
#include <cli/certify/network_printer.h>
#include <cli/command_line.h>
#include <firmware-bridge/profiles/profile_reader.h>

#include <hall/http/server.h>

#include <sync/mutex.h>

#include <nlohmann/json.hpp>

using namespace starqueue;
using namespace starqueue::cli;
using certify::test::NetworkPrinter;
using certify::test::ScriptedPrinter;

namespace {

class CertifyCommand : public cli::test::CommandLine
{
protected:
    void SetUp() override
    {
        CommandLine::SetUp();
        m_scripted.baud = 0;
        m_scripted.identity = {{1, "\x20"}, {65, "_1"}, {66, std::string("_EPSON\0", 7)}, {67, "_TM"}};
        m_file = m_scratch / "mine.toml";
    }
    void TearDown() override
    {
        m_server.stop();
        CommandLine::TearDown();
    }
    /// A running hall whose bridge drives the printer as printer-1.
    void runHall()
    {
        makeHall();
        const auto at = m_server.start("127.0.0.1", 0);
        ASSERT_TRUE(at);
        listenAt(at->port);
        std::ofstream(m_hall / "bridge.toml")
            << "[[printer]]\nid = \"printer-1\"\nport = \"" << m_printer.place() << "\"\n";
    }
    ExitStatus certify(std::vector<std::string> rest)
    {
        rest.insert(rest.begin(), "certify");
        rest.insert(rest.end(), {"--unattended", "--write", m_file.string()});
        return run(rest);
    }
    [[nodiscard]] bool says(const std::string& text) const
    {
        return (m_out + m_err).find(text) != std::string::npos;
    }
    [[nodiscard]] std::vector<std::string> released()
    {
        const sync::Lock lock(m_mutex);
        return m_released;
    }

    std::filesystem::path m_file;
    ScriptedPrinter m_scripted;
    NetworkPrinter m_printer{m_scripted};
    sync::Mutex m_mutex;
    std::vector<std::string> m_released GUARDED_BY(m_mutex); ///< paths with their seconds
    hall::http::Server m_server{{},
                                [this](const hall::http::Request& request, const hall::http::Reply& reply) {
                                    const auto body = nlohmann::json::parse(request.body, nullptr, false);
                                    const sync::Lock lock(m_mutex);
                                    m_released.push_back(request.method + ' ' + request.path + ' ' +
                                                         std::to_string(body.value("seconds", 0)));
                                    reply.send(200, "application/json", "{}");
                                }};
};

} // namespace

TEST_F(CertifyCommand, AsksTheBridgeForThePortWritesTheProfileAndGivesThePortBack)
{
    runHall();
    EXPECT_EQ(certify({"printer-1", "--data", m_hall.string()}), ExitStatus::Well) << m_err;
    EXPECT_TRUE(says("Closest family: epson-tm. Written: " + m_file.string())) << m_out;
    EXPECT_TRUE(says("port = \"" + m_printer.place() + '"')) << m_out;
    EXPECT_EQ(released(), (std::vector<std::string>{"POST /api/v1/devices/printer-1/release 600",
                                                    "POST /api/v1/devices/printer-1/release 1"}));
    const auto profile = bridge::parseProfile(QByteArray::fromStdString(read(m_file)), "mine.toml");
    ASSERT_TRUE(profile);
    EXPECT_EQ(profile->proof, bridge::PrintProof::ProcessId);
}

TEST_F(CertifyCommand, WritesNothingOfAPrinterInAFaultAndGivesThePortBack)
{
    m_scripted.status[2] = "\x32";
    runHall();
    EXPECT_EQ(certify({"printer-1", "--data", m_hall.string()}), ExitStatus::Failed);
    EXPECT_TRUE(says("it is out of paper")) << m_out << m_err;
    EXPECT_FALSE(std::filesystem::exists(m_file));
    EXPECT_EQ(released(), (std::vector<std::string>{"POST /api/v1/devices/printer-1/release 600",
                                                    "POST /api/v1/devices/printer-1/release 1"}));
}

TEST_F(CertifyCommand, WritesOverNoFileAndAsksNoPrinterForThat)
{
    std::ofstream(m_file) << "mine";
    EXPECT_EQ(certify({m_printer.place()}), ExitStatus::Failed);
    EXPECT_TRUE(says("mine.toml is there already: name another with --write, or --force")) << m_err;
    EXPECT_EQ(read(m_file), "mine");
    EXPECT_EQ(m_printer.clients(), 0);
}

TEST_F(CertifyCommand, NamesAPortThatIsntThereAndAPrinterThatTheHallHasnt)
{
    EXPECT_EQ(certify({(m_scratch / "ttyUSB7").string()}), ExitStatus::Failed);
    EXPECT_TRUE(says("ttyUSB7")) << m_err;
    runHall();
    EXPECT_EQ(certify({"printer-7", "--data", m_hall.string()}), ExitStatus::Failed);
    EXPECT_TRUE(says("has no [[printer]] with the id or port \"printer-7\"")) << m_err;
    EXPECT_TRUE(released().empty());
}
