#include <cli/command_line.h>

#include <db/security/security_log.h>
#include <db/users/one_time_code.h>
#include <db/users/users.h>

using namespace starqueue;
using namespace starqueue::cli;

namespace {

class UserCommand : public test::CommandLine
{
protected:
    void SetUp() override
    {
        CommandLine::SetUp();
        makeHall();
    }
    ExitStatus add(const std::string& name, const std::string& role = "manager")
    {
        return run({"user", "add", name, "--role", role, "--data", m_hall});
    }
    [[nodiscard]] std::optional<db::User> check(const std::string& name, const std::string& secret) const
    {
        const auto users = db::UserStore::open(m_hall, files::posix(), db::kLeastCost);
        return users ? (*users)->check(name, secret).value_or(std::nullopt) : std::nullopt;
    }
};

} // namespace

TEST_F(UserCommand, AddsSomebodyWhoMustChangeThePassword)
{
    ASSERT_EQ(
        run({"user", "add", "anna", "--role", "duty-manager", "--authority-yuan", "300", "--data", m_hall}),
        ExitStatus::Well)
        << m_err;
    const auto anna = check("anna", m_secret);
    ASSERT_TRUE(anna);
    EXPECT_EQ(anna->role, db::Role::DutyManager);
    EXPECT_EQ(anna->authorityYuan, 300);
    EXPECT_TRUE(anna->mustChange);
    EXPECT_EQ(m_out.find(m_secret), std::string::npos);
}

TEST_F(UserCommand, TakesNoPasswordThatIsShortOrTheName)
{
    m_secret = "elevenchars";
    EXPECT_EQ(add("anna"), ExitStatus::Failed);
    EXPECT_NE(m_err.find("12 characters"), std::string::npos) << m_err;
    m_secret = "anna.of.hall1";
    EXPECT_EQ(add("anna.of.hall1"), ExitStatus::Failed);
    EXPECT_FALSE(check("anna.of.hall1", m_secret));
}

TEST_F(UserCommand, TakesNoPasswordThatEverybodyKnows)
{
    m_secret = "password1234";
    EXPECT_EQ(add("anna"), ExitStatus::Failed);
    EXPECT_NE(m_err.find("Choose"), std::string::npos) << m_err;
    EXPECT_EQ(m_err.find(m_secret), std::string::npos);
    m_secret = "correct horse";
    ASSERT_EQ(add("anna"), ExitStatus::Well) << m_err;
    m_secret = "administrator";
    EXPECT_EQ(run({"user", "passwd", "anna", "--data", m_hall}), ExitStatus::Failed);
    EXPECT_TRUE(check("anna", "correct horse"));
}

TEST_F(UserCommand, TakesNoPasswordAsAnArgument)
{
    EXPECT_EQ(run({"user", "add", "anna", "correct horse", "--role", "manager", "--data", m_hall}),
              ExitStatus::WrongUse);
    EXPECT_EQ(
        run({"user", "add", "anna", "--password", "correct horse", "--role", "manager", "--data", m_hall}),
        ExitStatus::WrongUse);
}

TEST_F(UserCommand, GivesAClerkAPin)
{
    m_secret = "4711";
    ASSERT_EQ(add("17", "clerk"), ExitStatus::Well) << m_err;
    const auto clerk = check("17", "4711");
    ASSERT_TRUE(clerk);
    EXPECT_FALSE(clerk->mustChange) << "nothing is there to change it with";
    m_secret = "correct horse";
    EXPECT_EQ(add("18", "clerk"), ExitStatus::Failed);
}

TEST_F(UserCommand, GivesTheRolesOfPeopleAlone)
{
    for (const char* role : {"kiosk", "display", "bridge", "boss"})
        EXPECT_EQ(add("anna", role), ExitStatus::WrongUse) << role;
    EXPECT_EQ(add("anna\nb"), ExitStatus::Failed);
}

TEST_F(UserCommand, AddsANameOnce)
{
    ASSERT_EQ(add("anna"), ExitStatus::Well) << m_err;
    EXPECT_EQ(add("Anna", "admin"), ExitStatus::Failed);
    EXPECT_NE(m_err.find("already"), std::string::npos) << m_err;
}

TEST_F(UserCommand, DisablesAndGivesANewPassword)
{
    ASSERT_EQ(add("anna"), ExitStatus::Well);
    ASSERT_EQ(run({"user", "disable", "anna", "--data", m_hall}), ExitStatus::Well) << m_err;
    EXPECT_FALSE(check("anna", m_secret));
    ASSERT_EQ(run({"user", "list", "--data", m_hall}), ExitStatus::Well);
    EXPECT_NE(m_out.find("disabled"), std::string::npos) << m_out;
    m_secret = "battery staple";
    ASSERT_EQ(run({"user", "passwd", "anna", "--data", m_hall}), ExitStatus::Well) << m_err;
    EXPECT_TRUE(check("anna", "battery staple"));
    EXPECT_FALSE(check("anna", "correct horse"));
}

TEST_F(UserCommand, LeavesWhatItDidInTheSecurityLog)
{
    ASSERT_EQ(add("anna"), ExitStatus::Well);
    ASSERT_EQ(run({"user", "disable", "anna", "--data", m_hall}), ExitStatus::Well);
    ASSERT_EQ(run({"token", "add", "--role", "usher", "--label", "gate", "--data", m_hall}),
              ExitStatus::Well);
    const auto log = db::SecurityLog::open(m_hall);
    const auto entries = (*log)->latest(0, 9).value();
    ASSERT_EQ(entries.size(), 3U);
    EXPECT_EQ(entries[0].what, db::SecurityEvent::TokenAdded);
    EXPECT_NE(entries[0].detail.find("gate"), std::string::npos);
    EXPECT_EQ(entries[1].detail, "anna disabled");
    EXPECT_EQ(entries[2].what, db::SecurityEvent::UserAdded);
    EXPECT_EQ(entries[2].who, "command line");
}

TEST_F(UserCommand, NamesWhoIsntThere)
{
    for (const char* action : {"passwd", "disable"}) {
        EXPECT_EQ(run({"user", action, "nobody", "--data", m_hall}), ExitStatus::Failed);
        EXPECT_NE(m_err.find("nobody"), std::string::npos) << m_err;
    }
}

TEST_F(UserCommand, ReadsThePasswordFromStandardInput)
{
    const std::string line = "printf 'correct horse\\n' | " STARQUEUE_PROGRAM
                             " user add anna --role manager --data " +
                             m_hall.string() + " >/dev/null";
    ASSERT_EQ(std::system(line.c_str()), 0);
    EXPECT_TRUE(check("anna", "correct horse"));
}

namespace {

/// The bytes of the secret that `user factor` has shown.
std::string secretIn(const std::string& out)
{
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    const auto from = out.find("secret=") + 7;
    std::string bytes;
    std::uint32_t bits = 0;
    int held = 0;
    for (const char c : out.substr(from, out.find('&', from) - from)) {
        bits = bits << 5U | static_cast<std::uint32_t>(kLetters.find(c));
        for (held += 5; held >= 8; held -= 8)
            bytes += static_cast<char>(bits >> static_cast<unsigned>(held - 8));
    }
    return bytes;
}

constexpr std::int64_t kStepOfTests = 1'795'000'000 / 30;

} // namespace

TEST_F(UserCommand, GivesASecondFactorToWhoTypesTheCodeOfItsSecret)
{
    ASSERT_EQ(add("anna", "admin"), ExitStatus::Well) << m_err;
    std::ostringstream shown;
    std::string secret;
    Context context{shown, shown, [] { return Instant{Seconds{1'795'000'000}}; }};
    context.ask = [&](const std::string&) {
        secret = secretIn(shown.str());
        return std::optional{db::oneTimeCode(secret, kStepOfTests + 8)};
    };
    ASSERT_EQ(cli::run({"user", "factor", "anna", "--data", m_hall}, context), ExitStatus::Well)
        << shown.str();
    EXPECT_NE(shown.str().find("otpauth://totp/StarQueue:anna?"), std::string::npos);
    EXPECT_NE(shown.str().find("\u2588"), std::string::npos) << "the QR code";
    const auto anna = check("anna", m_secret);
    ASSERT_TRUE(anna && anna->hasFactor);
    const auto users = db::UserStore::open(m_hall, files::posix(), db::kLeastCost);
    const time::WallTime later{Instant{Seconds{1'795'000'000 + 60}}};
    EXPECT_EQ((*users)->takeCode(anna->id, db::oneTimeCode(secret, kStepOfTests + 2 + 8), later),
              db::CodeVerdict::Right)
        << "the telephone is four minutes ahead, as it was then";
    must({"user", "list", "--data", m_hall});
    EXPECT_NE(m_out.find("second factor"), std::string::npos) << m_out;
    must({"user", "factor", "anna", "--reset", "--data", m_hall});
    EXPECT_FALSE(check("anna", m_secret)->hasFactor);
    const auto log = db::SecurityLog::open(m_hall);
    const auto lines = (*log)->latest(0, 2);
    EXPECT_EQ(lines->at(0).what, db::SecurityEvent::FactorRemoved);
    EXPECT_EQ(lines->at(1).what, db::SecurityEvent::FactorSet);
    EXPECT_EQ(lines->at(1).detail, "anna");
}

TEST_F(UserCommand, GivesNoSecondFactorWithoutTheCode)
{
    ASSERT_EQ(add("anna", "admin"), ExitStatus::Well) << m_err;
    EXPECT_EQ(run({"user", "factor", "anna", "--data", m_hall}), ExitStatus::Failed);
    EXPECT_NE(m_err.find("Nothing was changed"), std::string::npos) << m_err;
    int asked = 0;
    m_answer = [&asked](const std::string&) {
        ++asked;
        return std::optional<std::string>{"12345"};
    };
    EXPECT_EQ(run({"user", "factor", "anna", "--data", m_hall}), ExitStatus::Failed);
    EXPECT_EQ(asked, 3);
    EXPECT_FALSE(check("anna", m_secret)->hasFactor);
    m_secret = "4711";
    ASSERT_EQ(add("17", "clerk"), ExitStatus::Well);
    EXPECT_EQ(run({"user", "factor", "17", "--data", m_hall}), ExitStatus::Failed);
}

TEST_F(UserCommand, GivesAPasswordThatMustBeUsedWithinFourteenDays)
{
    ASSERT_EQ(add("anna"), ExitStatus::Well) << m_err;
    const time::WallTime now{Instant{Seconds{1'795'000'000}}};
    EXPECT_EQ(check("anna", m_secret)->givenAt, now);
    const auto users = db::UserStore::open(m_hall, files::posix(), db::kLeastCost);
    EXPECT_EQ((*users)->named("admin").value()->givenAt, now) << "init's, too";
    ASSERT_TRUE(
        (*users)->setPassword(check("anna", m_secret)->id, m_secret, true, now - std::chrono::days{15}));
    must({"user", "list", "--data", m_hall});
    EXPECT_NE(m_out.find("first password is over"), std::string::npos) << m_out;
    must({"user", "passwd", "anna", "--data", m_hall});
    EXPECT_EQ(check("anna", m_secret)->givenAt, now);
}

TEST_F(UserCommand, ShutsNobodyOutWithAClockThatIsBehind)
{
    const auto log = db::SecurityLog::open(m_hall);
    const time::WallTime later{Instant{Seconds{1'796'000'000}}};
    ASSERT_TRUE((*log)->append({0, later, db::SecurityEvent::LoggedIn, "admin", ""}));
    ASSERT_EQ(add("anna"), ExitStatus::Well) << m_err;
    EXPECT_TRUE(check("anna", m_secret)->mustChange);
    EXPECT_EQ(check("anna", m_secret)->givenAt, std::nullopt) << "it would be over before it was used";
}

TEST_F(UserCommand, MakesAPepperOnceAndTheDoctorMissesIt)
{
    ASSERT_EQ(add("anna"), ExitStatus::Well) << m_err;
    must({"user", "pepper", "--data", m_hall});
    EXPECT_EQ(modeOf(m_hall / "keys/pepper.key"), 0600U);
    EXPECT_EQ(run({"user", "pepper", "--data", m_hall}), ExitStatus::Failed);
    EXPECT_TRUE(check("anna", m_secret));
    run({"doctor", "--data", m_hall});
    EXPECT_EQ(m_out.find("pepper"), std::string::npos) << m_out;
    std::filesystem::remove(m_hall / "keys/pepper.key");
    EXPECT_EQ(run({"doctor", "--data", m_hall}), ExitStatus::Failed);
    EXPECT_NE(m_out.find("the pepper is lost"), std::string::npos) << m_out;
    must({"user", "passwd", "anna", "--data", m_hall});
    EXPECT_TRUE(check("anna", m_secret)) << "what the doctor says to do";
}
