#include <db/recorded/recorded_days.h>

#include <gtest/gtest.h>

using namespace starqueue;
using namespace starqueue::db;

namespace {

const std::string kHeading = "issued,service,stars,key_contact,called,started,finished,left,counter\n";

RecordedCsv read(const std::string& text, const std::vector<std::string>& services = {})
{
    return readRecordedCsv(text, services);
}

Instant at(int hours, int minutes, int seconds)
{
    return std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} + std::chrono::hours{hours} +
           Minutes{minutes} + Seconds{seconds};
}

std::string problemOf(const std::string& line)
{
    const RecordedCsv csv = read(kHeading + line + '\n');
    EXPECT_EQ(csv.skipped.size(), 1U) << line;
    EXPECT_TRUE(csv.days.empty()) << line;
    return csv.skipped.empty() ? "" : csv.skipped[0].detail;
}

} // namespace

TEST(RecordedCsv, HoldsWhoCameForWhatAndHowLongItTook)
{
    const RecordedCsv csv = read(kHeading + "2026-11-22 10:24:05,account,5,1,2026-11-22 10:30:00,"
                                            "2026-11-22T10:30:20,2026-11-22 10:35,,3\r\n"
                                            "2026-11-22 10:20:00,plans,,,,,,2026-11-22 10:25:00,\n");
    EXPECT_TRUE(csv.skipped.empty());
    EXPECT_EQ(csv.customers, 2U);
    ASSERT_EQ(csv.days.size(), 1U);
    const queue::RecordedDay& day = csv.days[0];
    EXPECT_EQ(day.date, (Date{std::chrono::year{2026} / 11 / 22}));
    const queue::RecordedCustomer& gaveUp = day.customers[0];
    EXPECT_FALSE(gaveUp.called);
    EXPECT_EQ(gaveUp.left, at(10, 25, 0));
    const queue::RecordedCustomer& served = day.customers[1];
    EXPECT_EQ(served.arrives, at(10, 24, 5));
    EXPECT_EQ(served.stars, 5);
    EXPECT_TRUE(served.keyContact);
    EXPECT_EQ(served.called, at(10, 30, 0));
    EXPECT_EQ(served.approach, Seconds{20});
    EXPECT_EQ(served.serves, Seconds{280});
    EXPECT_EQ(day.counters[served.counter.value].id, "3");
}

TEST(RecordedCsv, NeedsNoMoreThanIssueAndService)
{
    const RecordedCsv csv = read("service,note,issued\naccount,first of the day,2026-11-22 09:00\n");
    ASSERT_EQ(csv.days.size(), 1U);
    EXPECT_EQ(csv.days[0].customers[0].arrives, at(9, 0, 0));
}

TEST(RecordedCsv, TakesACallWithoutAServiceForANoShow)
{
    const RecordedCsv csv = read(kHeading + "2026-11-22 10:00,account,,,2026-11-22 10:05,,,,1\n");
    EXPECT_FALSE(csv.days[0].customers[0].comes);
}

TEST(RecordedCsv, MakesADayOfEachDateOfIssueOldestFirst)
{
    const RecordedCsv csv =
        read("issued,service\n2026-11-23 09:00,a\n2026-11-22 09:00,a\n2026-11-23 08:00,a\n");
    ASSERT_EQ(csv.days.size(), 2U);
    EXPECT_EQ(csv.days[0].customers.size(), 1U);
    EXPECT_EQ(csv.days[1].customers.size(), 2U);
}

TEST(RecordedCsv, LeavesOtherServicesOut)
{
    const RecordedCsv csv = read("issued,service\n2026-11-22 09:00,a\n2026-11-22 09:01,b\n", {"b"});
    EXPECT_EQ(csv.customers, 2U);
    EXPECT_EQ(csv.days[0].services, std::vector<std::string>{"b"});
}

TEST(RecordedCsv, SaysWhatIsWrongWithALineAndGoesOn)
{
    const std::string time = "issued must be a time such as 2026-11-22 10:24:05";
    for (const char* line : {"yesterday,account", "2026-02-30 09:00,account", ",account"})
        EXPECT_EQ(problemOf(line), time);
    EXPECT_EQ(problemOf("2026-11-22 09:00,"), "service must be the name of one");
    EXPECT_EQ(problemOf("2026-11-22 09:00,a\tb"), "service holds a tab");
    EXPECT_EQ(problemOf("2026-11-22 09:00,account,8"), "stars must be 0 to 7");
    EXPECT_EQ(problemOf("2026-11-22 09:00,account,1,maybe"), "key_contact must be 0 or 1");
    EXPECT_EQ(problemOf("2026-11-22 09:00,account,1,0,2026-11-22 08:59"),
              "called must be no earlier than the time before it");
    EXPECT_EQ(problemOf("2026-11-22 09:00,account,1,0,,2026-11-22 09:05"),
              "called must be a time, as a service is given");
    EXPECT_EQ(problemOf("2026-11-22 09:00,account,1,0,2026-11-22 09:05,,,2026-11-22 09:06"),
              "left must be empty, as a call is given");
    EXPECT_EQ(problemOf("2026-11-22 09:00,\"account"), "a quotation mark is not closed");
    const RecordedCsv csv = read("issued,service\nspoiled,a\n2026-11-22 09:00,a\n");
    EXPECT_EQ(csv.skipped[0].line, 2U);
    EXPECT_EQ(csv.customers, 1U);
}

TEST(RecordedCsv, WithoutItsHeadingHoldsNothing)
{
    for (const std::string text : {"", "2026-11-22 09:00,account\n", "issued\n2026-11-22 09:00\n"}) {
        const RecordedCsv csv = read(text);
        EXPECT_TRUE(csv.days.empty());
        ASSERT_EQ(csv.skipped.size(), text.starts_with("issued\n") ? 2U : 1U);
        EXPECT_NE(csv.skipped[0].detail.find("issued and service"), std::string::npos);
    }
}

TEST(RecordedCsv, CutAtAnyByteLosesNoMoreThanItsLastLine)
{
    const std::string first = kHeading + "2026-11-22 10:20:00,plans,,,,,,2026-11-22 10:25:00,\n";
    const std::string second = "2026-11-22 10:24:05,account,5,1,2026-11-22 10:30:00,2026-11-22 10:30:20,"
                               "2026-11-22 10:35:00,,3\n";
    for (std::size_t end = 0; end <= second.size(); ++end) {
        const RecordedCsv csv = read(first + second.substr(0, end));
        EXPECT_GE(csv.customers, 1U) << "cut at byte " << end;
        EXPECT_EQ(csv.customers + csv.skipped.size(), end == 0 ? 1U : 2U) << "cut at byte " << end;
    }
}
