#include "one_thread_hall.h"

#include <gmock/gmock.h>

#include <filesystem>

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// 23 November, 04:50 in Shanghai: ten minutes before the change of day.
constexpr Instant kBeforeFive =
    Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22}} + 20h + 50min;

std::size_t threadsNow()
{
    const std::filesystem::directory_iterator tasks("/proc/self/task");
    return static_cast<std::size_t>(std::distance(begin(tasks), end(tasks)));
}

std::string requestNumber(int number)
{
    return "\"requestId\":\"00000000-0000-4000-8000-00000000000" + std::to_string(number) + "\"";
}

/// All that two clients of a hall get to read, over a change of day and to its end.
std::string everythingSaid()
{
    OneThreadHall hall(kBeforeFive);
    const auto face = hall.connect();
    std::string said =
        hall.ask(face, "usher", "POST", "/tickets", R"({"service":"account",)" + requestNumber(1) + "}");
    const auto events = hall.connect();
    said += hall.ask(events, "manager", "GET", "/events?after=0");
    said +=
        hall.ask(face, "counter-1", "POST", "/counters/1/open", R"({"clerk":"7",)" + requestNumber(2) + "}");
    said += hall.ask(face, "counter-1", "POST", "/counters/1/next", "{" + requestNumber(3) + "}");
    hall.pass(3s);
    said += hall.ask(face, "usher", "POST", "/tickets", R"({"service":"account",)" + requestNumber(4) + "}");
    hall.pass(11min);
    hall.stop();
    return said + face->take() + events->take();
}

} // namespace

TEST(OneThread, AHallIsServedWithoutStartingAThread)
{
    const std::size_t before = threadsNow();
    OneThreadHall hall(kBeforeFive);
    const auto line = hall.connect();
    EXPECT_THAT(hall.ask(line, "display", "GET", "/board"), StartsWith("HTTP/1.1 200 "));
    hall.pass(3s);
    EXPECT_EQ(threadsNow(), before);
}

TEST(OneThread, TheDayChangesByTheVirtualClockAndFollowersHearOfIt)
{
    OneThreadHall hall(kBeforeFive);
    const auto events = hall.connect();
    hall.ask(events, "manager", "GET", "/events");
    hall.pass(9min);
    EXPECT_THAT(events->take(), Not(HasSubstr("day_opened")));
    hall.pass(2min);
    EXPECT_THAT(events->take(), HasSubstr(R"("date":"2026-11-23")"));
}

TEST(OneThread, AStopAnswersAndEndsStreams)
{
    OneThreadHall hall(kBeforeFive);
    const auto face = hall.connect();
    const auto events = hall.connect();
    hall.ask(events, "manager", "GET", "/events");
    hall.stop();
    EXPECT_TRUE(face->isClosed());
    EXPECT_TRUE(events->isClosed());
}

TEST(OneThread, TwoRunsSayTheSameBytes)
{
    const std::string first = everythingSaid();
    EXPECT_THAT(first, HasSubstr("\"number\":\"A001\""));
    EXPECT_THAT(first, HasSubstr("\"method\":\"simulation\"")) << "forecasts are made too";
    EXPECT_THAT(first, HasSubstr("day_opened"));
    EXPECT_EQ(everythingSaid(), first);
}

} // namespace starqueue::hall::test
