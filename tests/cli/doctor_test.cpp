#include <cli/command_line.h>

#include <cli/checks/examination.h>
#include <firmware-bridge/claim/port_claim.h>

#include <cstdlib>
#include <fcntl.h>
#include <sstream>

using namespace starqueue::cli;

namespace {

class Doctor : public test::CommandLine
{
protected:
    void SetUp() override
    {
        CommandLine::SetUp();
        makeHall();
        listenAt(1);
    }
    [[nodiscard]] bool says(const std::string& text) const { return m_out.find(text) != std::string::npos; }
};

} // namespace

TEST_F(Doctor, FindsANewHallWellButForWhatIsNotPluggedIn)
{
    EXPECT_EQ(run({"doctor", "--data", m_hall}), ExitStatus::Well) << m_out;
    EXPECT_TRUE(says("5 services, 6 counters")) << m_out;
    EXPECT_TRUE(says("note  printer-1 at ")) << m_out;
    EXPECT_FALSE(says("BAD"));
    EXPECT_TRUE(says("note  [hall] public_url: there is none: tickets have no QR code")) << m_out;
}

TEST_F(Doctor, SaysThatACodeToTheMachineItselfIsNotPrinted)
{
    const std::string hall = read(m_hall / "hall.toml");
    const std::string line = "# public_url = \"https://q.example.com\"";
    const auto place = hall.find(line);
    ASSERT_NE(place, std::string::npos);
    const auto findingFor = [&](const std::string& url) {
        std::string changed = hall;
        std::ofstream(m_hall / "hall.toml") << changed.replace(place, line.size(), url);
        m_out.clear();
        EXPECT_EQ(run({"doctor", "--data", m_hall}), ExitStatus::Well) << m_out;
    };
    for (const char* const host : {"127.0.0.1:8470", "localhost:8470", "[::1]:8470", "0.0.0.0"}) {
        findingFor("public_url = \"http://" + std::string(host) + "\"");
        EXPECT_TRUE(says("leads to this machine alone: tickets have no QR code")) << m_out;
    }
    findingFor("public_url = \"https://q.example.com\"");
    EXPECT_TRUE(says("QR codes lead to https://q.example.com")) << m_out;
    findingFor("");
    EXPECT_TRUE(says("there is none: tickets have no QR code")) << m_out;
}

TEST_F(Doctor, SaysWhatATypedNumberTellsToOnlookers)
{
    EXPECT_EQ(run({"doctor", "--data", m_hall}), ExitStatus::Well) << m_out;
    EXPECT_TRUE(says("tell nothing of whose number was typed")) << m_out;
    std::string hall = read(m_hall / "hall.toml");
    hall.replace(hall.find("typed_shows = \"ordinary\""), 24, "typed_shows = \"personal\"");
    std::ofstream(m_hall / "hall.toml") << hall;
    m_out.clear();
    EXPECT_EQ(run({"doctor", "--data", m_hall}), ExitStatus::Well) << m_out;
    EXPECT_TRUE(says("note  [identity] typed_shows")) << m_out;
    EXPECT_TRUE(says("whether they have stars")) << m_out;
}

TEST_F(Doctor, SaysWhatGoesOverANetworkInClear)
{
    EXPECT_EQ(run({"doctor", "--data", m_hall}), ExitStatus::Well) << m_out;
    EXPECT_TRUE(says("ok    [listen]: reached from this machine alone")) << m_out;
    const std::string hall = read(m_hall / "hall.toml");
    const auto changed = [&](std::string_view from, const std::string& to) {
        std::string text = hall;
        text.replace(text.find(from), from.size(), to);
        std::ofstream(m_hall / "hall.toml") << text;
        m_out.clear();
        return run({"doctor", "--data", m_hall});
    };
    constexpr std::string_view kPhone = "# phone = \"127.0.0.1:8472\"";
    EXPECT_EQ(changed(kPhone, "phone = \"0.0.0.0:2\""), ExitStatus::Failed);
    EXPECT_TRUE(says("BAD   [listen] phone: 0.0.0.0:2 would be in clear, so the service doesn't start"))
        << m_out;
    EXPECT_EQ(changed(kPhone, "in_clear = [\"phone\"]\nphone = \"0.0.0.0:2\""), ExitStatus::Well) << m_out;
    EXPECT_TRUE(says("note  [listen] phone: 0.0.0.0:2 is in clear")) << m_out;
    constexpr std::string_view kPages = "# public_url = \"https://q.example.com\"";
    EXPECT_EQ(changed(kPages, "public_url = \"http://tickets.example.org\""), ExitStatus::Well) << m_out;
    EXPECT_TRUE(says("note  [hall] public_url")) << m_out;
    EXPECT_EQ(changed(kPages, "public_url = \"https://tickets.example.org\""), ExitStatus::Well) << m_out;
    EXPECT_FALSE(says("note  [hall] public_url")) << m_out;
}

TEST_F(Doctor, SaysWhetherTheWebhookGoesInClear)
{
    const std::filesystem::path secret = m_hall / "webhook.secret";
    std::ofstream(secret) << "0123456789abcdef0123\n";
    std::filesystem::permissions(secret, std::filesystem::perms{0600});
    const std::string hall = read(m_hall / "hall.toml");
    for (const auto& [url, isClear] :
         {std::pair{"http://cases.example.org/queue", true},
          std::pair{"https://cases.example.org/queue", false},
          std::pair{"http://localhost:9000/queue", false}, std::pair{"http://[::1]:9000/queue", false}}) {
        std::ofstream(m_hall / "hall.toml") << hall << "\n[webhook]\nin_clear = true\nurl = \"" << url
                                            << "\"\nsecret_file = \"webhook.secret\"\n";
        m_out.clear();
        EXPECT_EQ(run({"doctor", "--data", m_hall}), ExitStatus::Well) << m_out;
        EXPECT_EQ(says("note  [webhook] url: what is told goes to cases.example.org in clear"), isClear)
            << m_out;
    }
}

TEST_F(Doctor, ShowsByHowMuchEachTierCanOvertakeEachOther)
{
    EXPECT_EQ(run({"doctor", "--data", m_hall}), ExitStatus::Well) << m_out;
    EXPECT_TRUE(says("promised: less than 25 min")) << m_out;
    const auto at = m_out.find("overtaken (min) by:");
    ASSERT_NE(at, std::string::npos) << m_out;
    std::istringstream table(m_out.substr(at));
    std::string line;
    std::vector<std::string> lines;
    while (std::getline(table, line))
        lines.push_back(line);
    ASSERT_EQ(lines.size(), 6U) << m_out;
    EXPECT_EQ(lines[0], "overtaken (min) by:  6+ stars  5+ stars  4+ stars  others");
    // Counter 6 is dedicated to five stars: those below may be passed there up to the guard.
    EXPECT_EQ(lines[4], "others                     25        25        20      20");
    EXPECT_EQ(lines[5], "Nobody can be passed in turn more than 12 times.");
}

TEST_F(Doctor, SaysHowOftenAnybodyCanBePassedWhetherTheSettingsNameALimitOrNot)
{
    const std::string hall = read(m_hall / "hall.toml");
    const auto doctorOf = [&](const std::string& line) {
        std::string text = hall;
        text.replace(text.find("most_passes = 12"), 16, line);
        std::ofstream(m_hall / "hall.toml") << text;
        m_out.clear();
        EXPECT_EQ(run({"doctor", "--data", m_hall}), ExitStatus::Well) << m_out;
    };
    doctorOf("");
    EXPECT_TRUE(says("passed in turn more than 12 times")) << m_out;
    doctorOf("most_passes = 5");
    EXPECT_TRUE(says("passed in turn more than 5 times")) << m_out;
    doctorOf("most_passes = 0");
    EXPECT_TRUE(says("passed has no limit")) << m_out;
}

TEST_F(Doctor, CallsAClockBadThatTheServiceDoubts)
{
    EXPECT_EQ(storageFinding(R"({"status":"ok","storage":{"writable":true}})").grade, Finding::Grade::Well);
    const Finding full =
        storageFinding(R"({"status":"ok","storage":{"writable":false,"detail":"Make room."}})");
    EXPECT_EQ(full.grade, Finding::Grade::Bad);
    EXPECT_NE(full.detail.find("Make room."), std::string::npos);
    EXPECT_EQ(clockFinding(R"({"status":"ok","clock":{"believed":true}})").grade, Finding::Grade::Well);
    const auto found =
        clockFinding(R"({"status":"ok","clock":{"believed":false,"detail":"It shows 1970."}})");
    EXPECT_EQ(found.grade, Finding::Grade::Bad);
    EXPECT_NE(found.detail.find("It shows 1970."), std::string::npos);
}

TEST_F(Doctor, CallsAWebhookBadThatWaits)
{
    EXPECT_EQ(webhookFinding(R"({"webhook":{"state":"off"}})").grade, Finding::Grade::Well);
    EXPECT_EQ(webhookFinding(R"({"status":"ok"})").grade, Finding::Grade::Well) << "of an older service";
    const auto delivered = webhookFinding(R"({"webhook":{"state":"delivered","lastDelivered":"ab-7"}})");
    EXPECT_EQ(delivered.grade, Finding::Grade::Well);
    EXPECT_NE(delivered.detail.find("ab-7"), std::string::npos);
    const auto waiting = webhookFinding(
        R"({"webhook":{"state":"waiting","waitingSince":"2026-11-23T02:00:00.000Z","lastError":"it is down"}})");
    EXPECT_EQ(waiting.grade, Finding::Grade::Bad);
    EXPECT_NE(waiting.detail.find("2026-11-23T02:00:00.000Z"), std::string::npos);
    EXPECT_NE(waiting.detail.find("it is down"), std::string::npos);
}

TEST_F(Doctor, CallsUnusualLookupsBad)
{
    EXPECT_EQ(lookupsFinding(R"({"lookups":{"unusual":false}})").grade, Finding::Grade::Well);
    EXPECT_EQ(lookupsFinding(R"({"status":"ok"})").grade, Finding::Grade::Note) << "nobody was told";
    const auto unusual = lookupsFinding(R"({"lookups":{"unusual":true,"detail":"the log says who"}})");
    EXPECT_EQ(unusual.grade, Finding::Grade::Bad);
    EXPECT_EQ(unusual.detail, "the log says who");
}

TEST_F(Doctor, CallsKeysBadThatOthersMayRead)
{
    namespace fs = std::filesystem;
    fs::permissions(m_hall / "keys" / "lookup.key", fs::perms::others_read, fs::perm_options::add);
    EXPECT_EQ(run({"doctor", "--data", m_hall}), ExitStatus::Failed);
    EXPECT_TRUE(says("chmod 600 " + (m_hall / "keys" / "lookup.key").string())) << m_out;
}

TEST_F(Doctor, NamesAdministratorsWhomTheHallLetsInNoLonger)
{
    EXPECT_EQ(run({"doctor", "--data", m_hall}), ExitStatus::Well) << m_out;
    EXPECT_FALSE(says("second factor")) << m_out;
    std::string hall = read(m_hall / "hall.toml");
    const std::string section = "[security]\n";
    hall.replace(hall.find(section), section.size(), section + "second_factor = \"demanded\"\n");
    std::ofstream(m_hall / "hall.toml") << hall;
    EXPECT_EQ(run({"doctor", "--data", m_hall}), ExitStatus::Well) << m_out;
    EXPECT_TRUE(says("note  admin")) << m_out;
    EXPECT_TRUE(says("`starqueue user factor admin`")) << m_out;
}

TEST_F(Doctor, CallsUnusualUseBadAndNamesIt)
{
    EXPECT_EQ(useFinding(R"({"use":{"unusual":[]}})").grade, Finding::Grade::Well);
    EXPECT_EQ(useFinding(R"({"status":"ok"})").grade, Finding::Grade::Note) << "nobody was told";
    const auto unusual =
        useFinding(R"({"use":{"unusual":["refused_logins","two_places"],"detail":"the log says who"}})");
    EXPECT_EQ(unusual.grade, Finding::Grade::Bad);
    EXPECT_EQ(unusual.detail, "refused_logins, two_places: the log says who");
}

TEST_F(Doctor, NamesTheLineOfAWrongSetting)
{
    std::ofstream(m_hall / "hall.toml", std::ios::app) << "\n[ratings]\n";
    EXPECT_EQ(run({"doctor", "--data", m_hall}), ExitStatus::Failed);
    EXPECT_TRUE(says("hall.toml:")) << m_out;
    EXPECT_TRUE(says("ratings")) << m_out;
}

TEST_F(Doctor, NamesTheLineOfASyntaxErrorInTheBridgesSettings)
{
    std::ofstream(m_hall / "bridge.toml") << "# devices\n[[printer]\n";
    EXPECT_EQ(run({"doctor", "--data", m_hall}), ExitStatus::Failed);
    EXPECT_TRUE(says("bridge.toml:2: this is not TOML")) << m_out;
}

TEST_F(Doctor, FindsATokenThatOthersMayRead)
{
    std::filesystem::permissions(m_hall / "tokens" / "admin", std::filesystem::perms{0644});
    EXPECT_EQ(run({"doctor", "--data", m_hall}), ExitStatus::Failed);
    EXPECT_TRUE(says("chmod 600")) << m_out;
}

TEST_F(Doctor, FindsATokenThatTheHallDoesNotKnow)
{
    std::ofstream(m_hall / "tokens" / "usher") << "made-up\n";
    EXPECT_EQ(run({"doctor", "--data", m_hall}), ExitStatus::Failed);
    EXPECT_FALSE(says("made-up")) << "the doctor shows a token";
}

TEST_F(Doctor, OpensThePortsThatAreThere)
{
    const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY);
    if (terminal < 0 || ::grantpt(terminal) != 0 || ::unlockpt(terminal) != 0)
        GTEST_SKIP() << "this machine gives no pseudo-terminals";
    std::filesystem::create_directory(m_hall / "ports");
    std::filesystem::create_symlink(::ptsname(terminal), m_hall / "ports" / "printer-1");
    EXPECT_EQ(run({"doctor", "--data", m_hall}), ExitStatus::Well) << m_out;
    EXPECT_TRUE(says("ok    printer-1 at ")) << m_out;
    const auto claim = starqueue::claim::PortClaim::take(m_hall / "ports" / "printer-1");
    ASSERT_TRUE(claim);
    EXPECT_EQ(run({"doctor", "--data", m_hall}), ExitStatus::Failed);
    EXPECT_TRUE(says("is in use by cli_tests (" + std::to_string(::getpid()) + ")")) << m_out;
    ::close(terminal);
}

TEST_F(Doctor, TakesNoFileForASerialPort)
{
    std::filesystem::create_directory(m_hall / "ports");
    std::ofstream(m_hall / "ports" / "bus-1") << "x";
    EXPECT_EQ(run({"doctor", "--data", m_hall}), ExitStatus::Failed);
    EXPECT_TRUE(says("is neither a serial port nor a USB printer")) << m_out;
}

TEST_F(Doctor, NamesWhatAPrinterHasNoGlyphFor)
{
    std::string hall = read(m_hall / "hall.toml");
    hall.replace(hall.find("补卡换卡"), std::string{"补卡换卡"}.size(), "㛃卡");
    std::ofstream(m_hall / "hall.toml") << hall;
    EXPECT_EQ(run({"doctor", "--data", m_hall}), ExitStatus::Well) << m_out;
    EXPECT_TRUE(says("printer-1: has no glyph for what stands in service \"sim\".name.zh: 㛃 (U+36C3)\n"))
        << m_out;
    std::string bridge = read(m_hall / "bridge.toml");
    bridge.replace(bridge.find("# chinese = true"), 16, "chinese = false");
    std::ofstream(m_hall / "bridge.toml") << bridge;
    EXPECT_EQ(run({"doctor", "--data", m_hall}), ExitStatus::Well) << m_out;
    EXPECT_TRUE(says("printer-1: has no glyph for what stands in service \"plans\".name.zh: 套 (U+5957), "))
        << m_out;
    EXPECT_FALSE(says(".name.en")) << m_out;
}

TEST_F(Doctor, SaysThatTheDatabaseIsGoneAndMakesNone)
{
    std::filesystem::remove(m_hall / "hall.db");
    EXPECT_EQ(run({"doctor", "--data", m_hall}), ExitStatus::Failed);
    EXPECT_TRUE(says("there is no hall.db")) << m_out;
    EXPECT_TRUE(says("backup")) << m_out;
    EXPECT_FALSE(std::filesystem::exists(m_hall / "hall.db"));
}
