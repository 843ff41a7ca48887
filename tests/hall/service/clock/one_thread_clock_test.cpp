#include <hall/service/conversation.h>
#include <hall/service/one_thread_hall.h>

#include <hall/service/log/log_copy.h>

#include <hall/settings/default_hall.h>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;
using nlohmann::json;
using testing::HasSubstr;

/// Monday, 23 November, ten in the morning in Shanghai.
constexpr Instant kTen = Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}} + 2h;
constexpr auto k1970 = -std::chrono::floor<std::chrono::milliseconds>(kTen.time_since_epoch());

/// Open from nine to half past five, Monday to Friday.
std::string withHours()
{
    std::string text{settings::defaultHall()};
    const std::string before = "discipline = ";
    return text.insert(text.find(before), "opens = { mon-fri = [\"09:00-17:30\"] }\n");
}

class OneThreadClock : public ::testing::Test
{
protected:
    std::string doubt() { return said.board().at("clock").value("why", ""); }

    OneThreadHall hall{kTen};
    Conversation said{hall};
};

} // namespace

TEST_F(OneThreadClock, OneStartThreeDaysAheadEndsNobodysTicketAndIsForgottenOnceTheClockIsRight)
{
    const json ticket = said.issue();
    hall.reboot(1min, 72h);
    hall.pass(2min);
    EXPECT_EQ(doubt(), "many_days");
    EXPECT_EQ(said.date(), "2026-11-23");
    EXPECT_EQ(said.stateOf(ticket), "waiting");
    const json second = said.issue();
    EXPECT_EQ(second.at("number"), "A002") << "a hall in doubt serves";
    hall.setAhead(0ms);
    hall.pass(1min);
    said.expectRight("2026-11-23");
    EXPECT_EQ(said.stateOf(ticket), "waiting");
    EXPECT_EQ(said.stateOf(second), "waiting");
}

TEST_F(OneThreadClock, ADoubtIsLoggedOnceAndItsEndToo)
{
    LogCopy log;
    hall.setAhead(5h);
    hall.pass(2min);
    const std::string doubted = log.take();
    EXPECT_THAT(doubted, HasSubstr("clock in doubt: "));
    EXPECT_EQ(doubted.find("clock in doubt"), doubted.rfind("clock in doubt")) << doubted;
    EXPECT_THAT(hall.health("usher"), HasSubstr(R"("believed":false)"));
    hall.setAhead(0ms);
    hall.pass(2min);
    EXPECT_THAT(log.take(), HasSubstr("the clock of this computer is believed again"));
}

TEST_F(OneThreadClock, OneStartInTheYear2036EndsNobodysTicketAndIsForgottenOnceTheClockIsRight)
{
    const json ticket = said.issue();
    hall.reboot(1min, std::chrono::days{3650});
    hall.pass(2min);
    EXPECT_EQ(doubt(), "too_far_ahead");
    EXPECT_EQ(said.date(), "2026-11-23");
    hall.stop();
    hall.start();
    EXPECT_EQ(doubt(), "too_far_ahead") << "another start of the program tells no time";
    hall.setAhead(0ms);
    hall.pass(1min);
    said.expectRight("2026-11-23");
    EXPECT_EQ(said.stateOf(ticket), "waiting");
    hall.reboot(20h, 0ms);
    said.expectRight("2026-11-24");
}

TEST_F(OneThreadClock, OneStartIn1970ThatTheNetworkMendsAfterTwoSecondsOpensTheRightDay)
{
    const json yesterday = said.issue();
    hall.reboot(22h, k1970);
    EXPECT_EQ(doubt(), "before_build");
    EXPECT_EQ(said.date(), "2026-11-23");
    hall.pass(2s);
    hall.setAhead(0ms);
    hall.pass(1min);
    said.expectRight("2026-11-24");
    EXPECT_EQ(said.issue().at("number"), "A001");
    EXPECT_EQ(said.stateOf(yesterday), "not_found");
}

TEST_F(OneThreadClock, WhoCameWhileTheDateWasWrongKeepsPlaceAndNumberWhenItIsMended)
{
    const json yesterday = said.issue();
    hall.reboot(22h, k1970);
    const json first = said.issue();
    hall.pass(20min);
    const json second = said.issue();
    hall.setAhead(0ms);
    hall.pass(1min);
    said.expectRight("2026-11-24");
    EXPECT_EQ(said.stateOf(yesterday), "unserved");
    EXPECT_EQ(said.stateOf(first), "waiting");
    EXPECT_EQ(said.stateOf(second), "waiting");
    said.post("counter-1", "/counters/1/open", {{"clerk", "7"}});
    EXPECT_EQ(said.post("counter-1", "/counters/1/next").at("number"), first.at("number"));
    const json waits = said.get("manager", "/reports/waits?by=day,halfhour&from=2026-11-24&to=2026-11-25");
    ASSERT_EQ(waits.size(), 1U) << waits;
    EXPECT_EQ(waits.at(0).at("halfhour"), "08:00") << "two hours before ten, when the machine came on";
    EXPECT_NEAR(waits.at(0).at("meanSeconds").get<double>(), 21 * 60, 2);
}

TEST(OneThreadClockWithHours, AHallThatStartsIn1970TakesCustomersAllTheSame)
{
    OneThreadHall hall(kTen, withHours());
    Conversation said(hall);
    hall.reboot(8h, 0ms); // to six in the evening
    EXPECT_EQ(said.board().at("opening").at("open"), false);
    hall.reboot(16h, k1970);
    EXPECT_EQ(said.board().at("opening").at("open"), true);
    EXPECT_EQ(said.post("kiosk-1", "/tickets", {{"service", "account"}}).value("number", ""), "A001");
    hall.setAhead(0ms);
    hall.pass(1min);
    said.expectRight("2026-11-24");
    EXPECT_TRUE(said.board().at("opening").at("closesAt").is_string()) << "hours hold again";
}

TEST(OneThreadClockWithHours, AWeekendIsNoChangeOfDay)
{
    OneThreadHall hall(kTen - 72h, withHours());
    Conversation said(hall);
    hall.reboot(72h, 0ms);
    said.expectRight("2026-11-23");
}

TEST_F(OneThreadClock, HoursBackWhileRunningMoveNothingUntilTheClockIsRight)
{
    const json ticket = said.issue();
    hall.setAhead(-5h);
    hall.pass(1min);
    EXPECT_EQ(doubt(), "stepped");
    EXPECT_EQ(said.date(), "2026-11-23");
    EXPECT_EQ(said.board().at("at"), "2026-11-23T02:01:00.000Z");
    hall.stop();
    hall.start();
    EXPECT_EQ(doubt(), "stepped");
    hall.setAhead(0ms);
    hall.pass(1min);
    said.expectRight("2026-11-23");
    EXPECT_EQ(said.stateOf(ticket), "waiting");
}

TEST_F(OneThreadClock, ADayOpenedByAClockThatWasADayAheadBecomesTheRightOneOnceItIsSynchronised)
{
    hall.reboot(1min, 24h);
    hall.pass(11min);
    EXPECT_EQ(said.date(), "2026-11-24") << "a night off looks the same";
    const json ticket = said.issue();
    hall.setAhead(0ms);
    hall.pass(1min);
    EXPECT_EQ(doubt(), "stepped");
    hall.synchronise();
    hall.pass(1min);
    said.expectRight("2026-11-23");
    EXPECT_EQ(said.stateOf(ticket), "waiting");
    hall.reboot(20h, 0ms);
    said.expectRight("2026-11-24");
}

TEST_F(OneThreadClock, AConfirmationMendsTheDateAtOnceAndIsJournalled)
{
    const json ticket = said.issue();
    hall.reboot(1min, k1970);
    hall.pass(1min);
    const std::string wall = time::timestamp({hall.rightTime() + 24h});
    EXPECT_EQ(said.post("usher", "/hall/clock/confirm", {{"wall", wall}}).at("code"), "forbidden");
    EXPECT_EQ(said.post("admin", "/hall/clock/confirm", {{"wall", "1999-01-01T00:00:00.000Z"}}).at("code"),
              "bad_field");
    const json second = said.issue();
    const json told = said.post("duty-manager", "/hall/clock/confirm", {{"wall", wall}, {"confirm", true}});
    EXPECT_EQ(told.at("at"), wall);
    EXPECT_EQ(said.date(), "2026-11-24");
    EXPECT_EQ(said.stateOf(second), "waiting");
    EXPECT_EQ(said.stateOf(ticket), "unserved") << "issued before the machine was off";
    const auto events = hall.connect();
    const std::string stream = hall.ask(events, "manager", "GET", "/events?after=0");
    EXPECT_THAT(stream, HasSubstr(R"("confirmed":true)"));
    EXPECT_THAT(stream, HasSubstr("day_corrected"));
    EXPECT_THAT(stream, HasSubstr(R"("why":"before_build")"));
}

TEST(OneThreadClockByNtp, AClockThatIsNotSynchronisedIsInDoubtUntilItIs)
{
    std::string text{settings::defaultHall()};
    const std::string byBattery = "source = \"rtc\"";
    OneThreadHall hall(kTen, text.replace(text.find(byBattery), byBattery.size(), "source = \"ntp\""));
    Conversation said(hall);
    EXPECT_EQ(said.board().at("clock").at("why"), "not_synchronised");
    EXPECT_EQ(said.issue().at("number"), "A001");
    hall.reboot(20h, 0ms);
    EXPECT_EQ(said.date(), "2026-11-23");
    hall.synchronise();
    hall.pass(1min);
    said.expectRight("2026-11-24");
}

} // namespace starqueue::hall::test
