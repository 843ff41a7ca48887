#include <hall/service/conversation.h>
#include <hall/service/one_thread_hall.h>

#include <nlohmann/json.hpp>

// Boots with the clock ahead, mended soon after.
namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;
using nlohmann::json;

/// Monday, 23 November, ten in the morning in Shanghai.
constexpr Instant kMondayAtTen = Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}} + 2h;

class OneThreadBoot : public ::testing::Test
{
protected:
    std::string doubt() { return said.board().at("clock").value("why", ""); }

    OneThreadHall hall{kMondayAtTen};
    Conversation said{hall};
};

} // namespace

TEST_F(OneThreadBoot, OneBootADayAheadThatIsMendedAfterTwoSecondsEndsNobodysTicket)
{
    said.post("counter-1", "/counters/1/open", {{"clerk", "7"}});
    const json called = said.issue();
    said.post("counter-1", "/counters/1/next");
    const json waiting = said.issue();
    hall.reboot(1min, 20h);
    hall.pass(1s);
    EXPECT_EQ(said.date(), "2026-11-24") << "a night off looks the same";
    hall.setAhead(0ms);
    hall.pass(1min);
    said.expectRight("2026-11-23");
    EXPECT_EQ(said.stateOf(called), "called");
    EXPECT_EQ(said.stateOf(waiting), "waiting");
    EXPECT_EQ(said.issue().at("number"), "A003");
    hall.stop();
    hall.start();
    said.expectRight("2026-11-23");
    EXPECT_EQ(said.stateOf(waiting), "waiting");
    said.post("counter-1", "/counters/1/start");
    said.post("counter-1", "/counters/1/finish");
    EXPECT_EQ(said.post("counter-1", "/counters/1/next").at("number"), waiting.at("number"));
    hall.reboot(20h, 0ms);
    said.expectRight("2026-11-24");
}

TEST_F(OneThreadBoot, WhoCameOnADayThatAWrongBootHasOpenedJoinsThoseWhomItHadEnded)
{
    for (int i = 0; i < 3; ++i)
        said.issue();
    const json first = said.issue();
    hall.reboot(1min, 20h);
    hall.pass(2min);
    const json wrongDay = said.issue();
    EXPECT_EQ(wrongDay.at("number"), "A001");
    said.post("counter-1", "/counters/1/open", {{"clerk", "7"}});
    hall.setAhead(0ms);
    hall.pass(1min);
    said.expectRight("2026-11-23");
    EXPECT_EQ(said.stateOf(first), "waiting");
    EXPECT_EQ(said.stateOf(wrongDay), "waiting");
    EXPECT_EQ(said.issue().at("number"), "A005") << "beyond those of both days";
    EXPECT_EQ(said.post("counter-1", "/counters/1/next").at("number"), "A001") << "the counter stays open";
    const json waits = said.get("manager", "/reports/waits?by=day&from=2026-11-23&to=2026-11-24");
    ASSERT_EQ(waits.size(), 1U) << waits;
    EXPECT_EQ(waits.at(0).at("day"), "2026-11-23");
}

TEST_F(OneThreadBoot, AWrongDayIsTakenBackOverARestartOrAnotherBootToo)
{
    for (const bool isBoot : {false, true}) {
        OneThreadHall other(kMondayAtTen);
        Conversation there(other);
        const json waiting = there.issue();
        other.reboot(1min, 20h);
        other.pass(2s);
        EXPECT_EQ(there.date(), "2026-11-24");
        if (isBoot) {
            other.reboot(20s, 20h);
        } else {
            other.stop();
            other.start();
        }
        other.pass(2s);
        other.setAhead(0ms);
        other.pass(1min);
        there.expectRight("2026-11-23");
        EXPECT_EQ(there.stateOf(waiting), "waiting") << isBoot;
        EXPECT_EQ(there.issue().at("number"), "A002");
    }
}

TEST_F(OneThreadBoot, AWrongDayIsTakenBackByASecondBootWithTheRightClock)
{
    const json waiting = said.issue();
    hall.reboot(1min, 20h);
    hall.pass(2s);
    hall.reboot(20s, 0ms);
    hall.pass(1min);
    said.expectRight("2026-11-23");
    EXPECT_EQ(said.stateOf(waiting), "waiting");
    EXPECT_EQ(said.issue().at("number"), "A002");
}

TEST_F(OneThreadBoot, AConfirmationWithinTenMinutesTakesAWrongDayBackToo)
{
    const json waiting = said.issue();
    hall.reboot(1min, 20h);
    hall.pass(5min);
    EXPECT_EQ(said.date(), "2026-11-24");
    const std::string wall = time::timestamp({hall.rightTime()});
    EXPECT_EQ(said.post("duty-manager", "/hall/clock/confirm", {{"wall", wall}, {"confirm", true}}).at("at"),
              wall);
    EXPECT_EQ(said.date(), "2026-11-23");
    EXPECT_EQ(said.stateOf(waiting), "waiting");
    EXPECT_EQ(said.issue().at("number"), "A002");
}

TEST_F(OneThreadBoot, ABatteryClockInLocalTimeIsMendedAMomentAfterTheBoot)
{
    const json waiting = said.issue();
    hall.reboot(1min, 8h);
    hall.pass(2s);
    hall.setAhead(0ms);
    hall.pass(1min);
    said.expectRight("2026-11-23");
    hall.pass(15min);
    hall.setAhead(8h);
    hall.pass(1min);
    EXPECT_EQ(doubt(), "stepped") << "a running hall follows no such step";
    EXPECT_EQ(said.stateOf(waiting), "waiting");
}

} // namespace starqueue::hall::test
