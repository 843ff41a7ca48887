// The restore drill: a real hall is followed, killed with its disk, restored and served. Ten kills of
// `restore` here; STARQUEUE_FULL=1 (./test.sh --full) kills it at a thousand random points.
#include <hall/drill/killed_program.h>
#include <hall/service/hall_process.h>

#include <hall/api/support/face.h>

#include <gtest/gtest.h>

#include <cstdlib>
#include <random>
#include <set>

namespace starqueue::hall::test {

namespace {

namespace fs = std::filesystem;

constexpr int kFewKills = 10;
constexpr int kAllKills = 1'000;

class RestoreDrill : public testing::Test
{
protected:
    ProgramEnd starqueue(std::vector<std::string> arguments, long killAt = 0)
    {
        arguments.insert(arguments.begin(), STARQUEUE_PROGRAM);
        return runProgram(arguments, killAt);
    }
    void must(const std::vector<std::string>& arguments)
    {
        const ProgramEnd end = starqueue(arguments);
        ASSERT_EQ(end.status, 0) << end.said;
        m_said = end.said;
    }
    std::vector<std::string> restoreLine() const
    {
        return {"restore", m_target, "--from", m_set, "--keys", m_keys};
    }
    json issue(Face& face, const char* service)
    {
        const Said said = face.post("/tickets", {{"service", service}, {"kiosk", "1"}});
        EXPECT_EQ(said.status, 201) << said.raw.body;
        const std::string number = said.body.at("number");
        EXPECT_TRUE(m_numbers.insert(number).second) << number << " was given twice";
        EXPECT_TRUE(m_ids.insert(said.body.at("id")).second) << said.body;
        return said.body;
    }
    /// A hall of some customers, followed; then customers whom no copy knows, and the end of its disk.
    void liveAndDie()
    {
        HallProcess hall(m_folder);
        Face kiosk(hall.port(), m_folder.secret("kiosk-1"));
        Face counter(hall.port(), m_folder.secret("counter-1"));
        ASSERT_EQ(counter.post("/counters/1/open", {{"clerk", "17"}}).status, 200);
        for (int i = 0; i < 12; ++i)
            issue(kiosk, i % 3 == 0 ? "plans" : "account");
        counter.post("/counters/1/next");
        must({"backup", m_folder.path(), "--follow", m_set, "--once", "--keys", m_keys});
        issue(kiosk, "account");
        must({"backup", m_folder.path(), "--follow", m_set, "--once"});
        m_life = kiosk.get("/hall").body.at("life");
        for (int i = 0; i < 9; ++i)
            m_lostUrl = issue(kiosk, "account").at("statusUrl");
        m_lastSeq = kiosk.get("/board").body.at("seq");
        hall.kill();
    }

    HallFolder m_folder;
    const fs::path m_scratch = m_folder.path() / "elsewhere";
    const std::string m_set = m_scratch / "set";
    const std::string m_keys = m_scratch / "keys";
    const std::string m_target = m_scratch / "restored";
    std::set<std::string> m_numbers;
    std::set<std::string> m_ids;
    std::string m_life;
    std::string m_lostUrl;
    std::uint64_t m_lastSeq = 0;
    std::string m_said;
};

} // namespace

TEST_F(RestoreDrill, AHallGoesOnFromItsCopyAndGivesNoNumberTwice)
{
    fs::create_directories(m_scratch);
    liveAndDie();
    must({"verify", "--data", m_set, "--keys", m_keys});
    must(restoreLine());
    EXPECT_NE(m_said.find("A009"), std::string::npos)
        << m_said << "the usher asks the last one that it knows";
    EXPECT_EQ(m_said.find("A010"), std::string::npos) << m_said;
    must({"verify", "--data", m_target});
    HallProcess hall(m_target);
    Face kiosk(hall.port(), m_folder.secret("kiosk-1"));
    for (int i = 0; i < 30; ++i)
        issue(kiosk, i % 3 == 0 ? "plans" : "account");
    const std::string after = m_life + "-" + std::to_string(m_lastSeq);
    EXPECT_EQ(kiosk.get("/events?after=" + after).code(), "other_life");
    EXPECT_NE(kiosk.get("/hall").body.at("life"), m_life);
    const std::string path = m_lostUrl.substr(m_lostUrl.find("/t/"));
    EXPECT_EQ(call(hall.port(), "GET", path + "/state").code(), "hall_restored");
    Face counter(hall.port(), m_folder.secret("counter-1"));
    EXPECT_EQ(counter.post("/counters/1/recall").status, 200) << "who was called stands at the counter";
}

TEST_F(RestoreDrill, ABackupThatIsKilledAnywhereHasItsNameOnlyWhenItIsWhole)
{
    fs::create_directories(m_scratch);
    liveAndDie();
    const std::vector<std::string> line{"backup", m_folder.path(), m_target};
    const long calls = starqueue(line).calls;
    ASSERT_GT(calls, 100);
    std::mt19937 random{20261130};
    const int kills = std::getenv("STARQUEUE_FULL") != nullptr ? kAllKills : kFewKills;
    for (int i = 0; i < kills; ++i) {
        fs::remove_all(m_target);
        const long at = 1 + static_cast<long>(random() % static_cast<unsigned long>(calls));
        const ProgramEnd end = starqueue(line, at);
        SCOPED_TRACE("killed at call " + std::to_string(at) + " of " + std::to_string(calls) + "; " +
                     end.said);
        if (fs::exists(m_target))
            must({"verify", "--data", m_target});
        const fs::path unfinished = m_target + ".unfinished";
        if (fs::exists(unfinished)) {
            EXPECT_NE(starqueue({"verify", "--data", unfinished}).status, 0)
                << "half a backup is no whole one";
        }
        if (i % 10 == 0) {
            fs::remove_all(m_target);
            must(line); // what was left is in nobody's way
        }
    }
}

TEST_F(RestoreDrill, KilledAnywhereItLeavesNothingOrAWholeHall)
{
    fs::create_directories(m_scratch);
    liveAndDie();
    const long calls = starqueue(restoreLine()).calls;
    ASSERT_GT(calls, 100);
    std::mt19937 random{20261128};
    const int kills = std::getenv("STARQUEUE_FULL") != nullptr ? kAllKills : kFewKills;
    for (int i = 0; i < kills; ++i) {
        fs::remove_all(m_target);
        const long at = 1 + static_cast<long>(random() % static_cast<unsigned long>(calls));
        const ProgramEnd end = starqueue(restoreLine(), at);
        SCOPED_TRACE("killed at call " + std::to_string(at) + " of " + std::to_string(calls) + "; " +
                     end.said);
        if (fs::exists(m_target) && !fs::is_empty(m_target))
            must({"verify", "--data", m_target});
        else if (i % 10 == 0)
            must(restoreLine()); // what was left is in nobody's way
    }
}

} // namespace starqueue::hall::test
