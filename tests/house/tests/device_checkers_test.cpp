#include <house/bridge/bridge_word.h>
#include <house/bridge/key_checker.h>
#include <house/bridge/panel_checkers.h>
#include <house/bridge/paper_checkers.h>

#include <gtest/gtest.h>

using namespace starqueue::house;
using namespace std::chrono_literals;

namespace {

Fact paper(const std::string& number, int numbers, int before, int marked = 0)
{
    return {"printer-1",
            "printed",
            {{"number", number}, {"numbers", numbers}, {"before", before}, {"marked", marked}}};
}

Fact beep(int seq, int token)
{
    return {"panel-1",
            "beeped",
            {{"uid", "0001A20B"}, {"epoch", 4}, {"seq", seq}, {"token", token}, {"button", 5}}};
}

Fact key(int seq)
{
    return {"keypad-3", "beeped", {{"uid", "0001A20C"}, {"epoch", 4}, {"seq", seq}}};
}

Fact command(const char* request)
{
    return {"bridge", "sends", {{"request", request}, {"path", "/api/v1/counters/3/next"}}};
}

/// A house in which nothing happens but what a test tells, and a journal without a line.
class ACheckerOfDevices : public testing::Test
{
protected:
    template <class Checked, class... Args> Checked& checked(Args&&... args)
    {
        auto& checker = m_house.add<Checked>(std::forward<Args>(args)...);
        checker.onFound = [this](const Checker&, const std::string& what) { m_found.push_back(what); };
        return checker;
    }

    House m_house{Options{}};
    Record m_record{"/no/such/folder/hall.db"};
    std::vector<std::string> m_found;
};

} // namespace

TEST_F(ACheckerOfDevices, FindsTwoTicketsOnOnePaper)
{
    checked<PapersAreTickets>(m_record);
    m_house.tell(paper("A012", 1, 0));
    m_house.tell(paper("A012", 1, 0, 1));
    m_house.tell(paper("", 0, 0));
    EXPECT_TRUE(m_found.empty());
    m_house.tell(paper("A013", 2, 0));
    m_house.tell(paper("A014", 1, 3));
    EXPECT_EQ(m_found.size(), 2U);
}

TEST_F(ACheckerOfDevices, FindsAPaperWithANumberThatWasNeverGiven)
{
    auto& checker = checked<PapersAreTickets>(m_record);
    m_house.tell(paper("A012", 1, 0, 1));
    checker.onCalmEnds();
    EXPECT_TRUE(m_found.empty()) << "a marked one is of an earlier ticket";
    m_house.tell(paper("A012", 1, 0));
    checker.onCalmEnds();
    EXPECT_EQ(m_found.size(), 1U);
}

TEST_F(ACheckerOfDevices, FindsAPressThatIsNeitherCountedNorRefused)
{
    auto& checker = checked<BeepsAreSettled>(m_house, m_record);
    m_house.tell(beep(1, 17));
    checker.onCalmEnds();
    EXPECT_TRUE(m_found.empty());
    m_house.agenda().runUntil(m_house.agenda().now() + 3min);
    checker.onCalmEnds();
    EXPECT_EQ(m_found.size(), 1U);
    m_house.tell({"panel-1", "released", {{"uid", "0001A20B"}, {"epoch", 4}, {"seq", 1}}});
    checker.onCalmEnds();
    EXPECT_EQ(m_found.size(), 1U) << "today has no session for it";
}

TEST_F(ACheckerOfDevices, FindsADecisionAboutAPressThatNobodyMade)
{
    checked<BeepsAreSettled>(m_house, m_record);
    m_house.tell(beep(1, 17));
    const auto settled = [](int seq) {
        return Fact{"bridge", "settled", {{"uid", "0001A20B"}, {"epoch", 4}, {"seq", seq}}};
    };
    m_house.tell(settled(1));
    EXPECT_TRUE(m_found.empty());
    m_house.tell(settled(2));
    EXPECT_EQ(m_found.size(), 1U);
}

TEST_F(ACheckerOfDevices, FindsABridgeThatSaysAnotherThingOfThePressThatIsUndecided)
{
    checked<BridgeKeepsItsWord>();
    const auto said = [](const char* what, int decided) {
        return Fact{"bridge", "said", {{"of", "press 1"}, {"what", what}, {"decided", decided}}};
    };
    m_house.tell(said("made at 100", 0));
    m_house.tell(said("made at 100", 1));
    m_house.tell(said("made at 400", 0));
    EXPECT_TRUE(m_found.empty()) << "it was decided before";
    m_house.tell(said("made at 100", 0));
    EXPECT_EQ(m_found.size(), 1U);
    m_house.tell({"bridge", "starts", {}});
    m_house.tell(said("made at 700", 0));
    EXPECT_EQ(m_found.size(), 1U) << "a new life knows nothing of it";
}

TEST_F(ACheckerOfDevices, FindsAKeyThatActsTwiceOrLate)
{
    checked<KeysActOnceAndAtOnce>(m_house);
    const auto pass = [this](std::chrono::seconds time) {
        m_house.agenda().runUntil(m_house.agenda().now() + time);
    };
    m_house.tell(key(1));
    m_house.tell(command("a"));
    m_house.tell(command("a"));
    EXPECT_TRUE(m_found.empty()) << "no answer came to the first";
    m_house.tell(command("b"));
    EXPECT_EQ(m_found.size(), 1U) << "twice";
    pass(10s);
    m_house.tell(command("a"));
    EXPECT_EQ(m_found.size(), 2U) << "again, too late";
    m_house.tell(key(2));
    pass(10s);
    m_house.tell(command("c"));
    EXPECT_EQ(m_found.size(), 3U) << "too late";
}

TEST_F(ACheckerOfDevices, FindsAKeyThatIsNeverSettled)
{
    auto& checker = checked<KeysActOnceAndAtOnce>(m_house);
    m_house.tell(key(1));
    m_house.agenda().runUntil(m_house.agenda().now() + 3min);
    checker.onCalmEnds();
    EXPECT_EQ(m_found.size(), 1U);
    m_house.tell({"keypad-3", "released", {{"uid", "0001A20C"}, {"epoch", 4}, {"seq", 1}}});
    checker.onCalmEnds();
    EXPECT_EQ(m_found.size(), 1U);
}
