#include <house/face_checks/counter_checkers.h>
#include <house/face_checks/face_checkers.h>
#include <house/face_checks/kiosk_checkers.h>
#include <house/face_checks/screen_checkers.h>

#include <gtest/gtest.h>

#include <string>
#include <vector>

using namespace std::chrono_literals;
using namespace starqueue::house;

namespace {

/// A hall with nobody in it but those that a test puts there; facts are told to one checker.
class AFaceChecker : public testing::Test
{
protected:
    static Options quiet()
    {
        Options options;
        options.mix = {"none"};
        return options;
    }

    void listen(Checker& checker)
    {
        checker.onFound = [this](const Checker&, const std::string& what) { m_found.push_back(what); };
    }

    void sends(Checker& checker, const std::string& who, const std::string& path, char request)
    {
        const std::string id = std::string(8, request) + "-0000-4000-8000-000000000000";
        checker.onFact({who, "sends", {{"request", id}, {"path", path}}});
    }

    House m_house{quiet()};
    HallProgram& m_hall = m_house.add<HallProgram>(m_house);
    Record m_record{m_hall.database()};
    std::vector<std::string> m_found;
};

} // namespace

TEST_F(AFaceChecker, FindsASecondRequestOfOneTouch)
{
    const auto& kiosk = m_house.add<KioskFace>(m_house, m_hall, "1", 45s);
    OneIntentOneTicket checker{m_record, kiosk};
    listen(checker);
    checker.onFact({"kiosk-1", "touches"});
    sends(checker, "kiosk-1", "/tickets", 'a');
    sends(checker, "kiosk-1", "/tickets", 'a');
    EXPECT_TRUE(m_found.empty());
    sends(checker, "kiosk-1", "/tickets", 'b');
    EXPECT_EQ(m_found.size(), 1U);
}

TEST_F(AFaceChecker, FindsANumberThatIsNotInTheJournal)
{
    const auto& kiosk = m_house.add<KioskFace>(m_house, m_hall, "1", 45s);
    KioskTellsTheTruth checker{m_record, kiosk};
    listen(checker);
    checker.onFact({"kiosk-1", "shows", {{"number", "A001"}, {"print", "printed"}}});
    checker.onCalmEnds();
    EXPECT_EQ(m_found.size(), 2U) << "number and paper";
}

TEST_F(AFaceChecker, FindsACustomerWhoIsTakenForTheOneBefore)
{
    const auto& kiosk = m_house.add<KioskFace>(m_house, m_hall, "1", 45s);
    NobodyIsTakenForAnother checker{kiosk};
    listen(checker);
    const auto ask = [&checker](const char* request, const char* who) {
        checker.onFact({"kiosk-1", "sends", {{"request", request}, {"path", "/tickets"}, {"who", who}}});
    };
    checker.onFact({"kiosk-1", "is told", {{"who", "139"}}});
    ask("a", "139");
    ask("a", "139");
    EXPECT_TRUE(m_found.empty());
    ask("b", "139");
    EXPECT_EQ(m_found.size(), 1U) << "the next one";
    checker.onFact({"kiosk-1", "is told", {{"who", "139"}}});
    checker.onFact({"kiosk-1", "stood alone"});
    ask("c", "139");
    EXPECT_EQ(m_found.size(), 2U) << "who came after a while";
}

TEST_F(AFaceChecker, FindsACounterThatADeadWindowHolds)
{
    const auto& counter = m_house.add<CounterFace>(m_house, m_hall, "1");
    DeadWindowLetsGo checker{m_house, counter};
    listen(checker);
    const Fact refused{"counter-1", "answered", {{"path", "/heartbeat"}, {"code", "counter_in_use"}}};
    checker.onFact({"counter-1", "dies"});
    m_house.agenda().runUntil(m_house.agenda().now() + 10s);
    checker.onFact(refused);
    EXPECT_TRUE(m_found.empty()) << "what the dead one sent is still on its way";
    m_house.agenda().runUntil(m_house.agenda().now() + 30s);
    checker.onFact(refused);
    EXPECT_EQ(m_found.size(), 1U);
}

TEST_F(AFaceChecker, FindsACommandThatNobodyPressedForAndADoublePress)
{
    const auto& counter = m_house.add<CounterFace>(m_house, m_hall, "1");
    OnePressOneCommand checker{m_house, counter};
    listen(checker);
    checker.onFact({"counter-1", "presses"});
    sends(checker, "counter-1", "/counters/1/next", 'a');
    sends(checker, "counter-1", "/heartbeat", 'h');
    EXPECT_TRUE(m_found.empty());
    m_house.agenda().runUntil(m_house.agenda().now() + 1s);
    sends(checker, "counter-1", "/counters/1/start", 'b');
    EXPECT_EQ(m_found.size(), 1U) << "nobody has pressed";
    checker.onFact({"counter-1", "presses"});
    sends(checker, "counter-1", "/counters/1/finish", 'c');
    EXPECT_EQ(m_found.size(), 2U) << "too soon";
}

TEST_F(AFaceChecker, FindsACallThatIsCalledOutTwiceAndTwoVoices)
{
    const auto& screen = m_house.add<DisplayFace>(m_house, m_hall);
    CalledOutOnce checker{screen};
    listen(checker);
    const Fact call{
        "screen", "calls out", {{"ticket", "7"}, {"number", "A001"}, {"counter", "1"}, {"recalls", 0}}};
    checker.onFact(call);
    checker.onFact({"screen", "speaks"});
    EXPECT_TRUE(m_found.empty());
    checker.onFact(call);
    checker.onFact({"screen", "speaks"});
    checker.onCalmEnds();
    EXPECT_EQ(m_found.size(), 2U);
}

TEST_F(AFaceChecker, ForgivesACallOutOfEachCallThatWasUndoneAndMadeAgain)
{
    const auto& screen = m_house.add<DisplayFace>(m_house, m_hall);
    CalledOutOnce checker{screen};
    listen(checker);
    const Fact call{
        "screen", "calls out", {{"ticket", "7"}, {"number", "A001"}, {"counter", "1"}, {"recalls", 0}}};
    const auto hear = [&checker](const char* who, const char* seq) {
        const std::string data =
            R"({"seq":)" + std::string(seq) + R"(,"ticket":"7","counter":"1","recall":0})";
        checker.onFact({who, "heard", {{"event", "ticket_called"}, {"data", data}}});
    };
    hear("duty-manager", "5");
    checker.onFact(call);
    checker.onFact(call);
    hear("display", "9"); // the other hears late, as when the hall goes down
    checker.onCalmEnds();
    EXPECT_TRUE(m_found.empty());
}

TEST_F(AFaceChecker, FindsACallThatTheScreenHasMissed)
{
    auto& screen = m_house.add<DisplayFace>(m_house, m_hall);
    CallsAreShown checker{m_house, screen};
    listen(checker);
    checker.onFact({"weather", "calm begins"});
    m_house.agenda().runUntil(m_house.agenda().now() + 60s);
    checker.onFact({"duty-manager",
                    "heard",
                    {{"event", "ticket_called"}, {"data", R"({"ticket":"7","number":"A001"})"}}});
    m_house.agenda().runUntil(m_house.agenda().now() + 6s);
    EXPECT_EQ(m_found.size(), 2U) << "neither shown nor called out";
}

TEST_F(AFaceChecker, FindsAFaceThatDoesNotNoticeThatItLostTheHall)
{
    auto& screen = m_house.add<DisplayFace>(m_house, m_hall);
    LostFaceSaysSo checker{m_house, screen};
    listen(checker);
    m_hall.start();
    screen.start();
    const auto after20s = [this] { m_house.agenda().runUntil(m_house.agenda().now() + 20s); };
    after20s();
    ASSERT_TRUE(screen.hasHall());
    m_hall.network().pullCable(screen.networkAddress());
    checker.onFact({"screen", "is cut off"});
    after20s();
    EXPECT_TRUE(m_found.empty());
    m_hall.network().plugCable(screen.networkAddress());
    after20s();
    checker.onFact({"screen", "is cut off"}); // and it isn't
    after20s();
    EXPECT_EQ(m_found.size(), 1U);
}
