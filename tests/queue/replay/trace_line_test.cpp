#include <queue/recording/trace.h>

#include <gtest/gtest.h>

using namespace starqueue;
using namespace starqueue::queue;

namespace {

const std::string kWaited =
    "AA0101\t33118\t27997683\t2\tPS\t990101\t6:55:20\t6:55:26\t6\t6:55:26\t6:55:43\t17\t"
    "AGENT\t6:55:43\t6:56:37\t54\tMICHAL";
const std::string kDirect =
    "AA0101\t33119\t0\t0\tNW\t990131\t7:41:16\t7:41:26\t10\t0:00:00\t0:00:00\t0\tAGENT\t"
    "7:41:25\t7:44:53\t208\tBASCH";
const std::string kGaveUp =
    "AA0101\t33116\t9664491\t1\tPS\t990101\t0:00:31\t0:00:36\t5\t0:00:36\t0:03:09\t153\t"
    "HANG\t0:00:00\t0:00:00\t0\tNO_SERVER";

Instant at(int day, int hours, int minutes, int seconds)
{
    return std::chrono::sys_days{std::chrono::year{1999} / 1 / day} + std::chrono::hours{hours} +
           Minutes{minutes} + Seconds{seconds};
}

std::string with(std::string line, const std::string& what, const std::string& instead)
{
    return line.replace(line.find(what), what.size(), instead);
}

} // namespace

TEST(TraceLine, HoldsPriorityTypeTimesAndServerOfACall)
{
    const auto call = parseTraceLine(kWaited + "\r\n");
    ASSERT_TRUE(call) << call.error();
    EXPECT_EQ(call->priority, 2);
    EXPECT_EQ(call->type, "PS");
    EXPECT_EQ(call->outcome, TraceOutcome::Agent);
    EXPECT_EQ(call->server, "MICHAL");
    EXPECT_EQ(call->waited, (TraceCall::Span{at(1, 6, 55, 26), at(1, 6, 55, 43)}));
    EXPECT_EQ(call->served, (TraceCall::Span{at(1, 6, 55, 43), at(1, 6, 56, 37)}));
}

TEST(TraceLine, ReadsZerosAsNoWaitAndNoService)
{
    EXPECT_FALSE(parseTraceLine(kDirect)->waited);
    EXPECT_FALSE(parseTraceLine(kGaveUp)->served);
    EXPECT_EQ(parseTraceLine(kGaveUp)->server, "");
}

TEST(TraceLine, PutsWhatEndsAfterMidnightOnTheNextDay)
{
    const std::string late = with(with(kWaited, "6:55:26\t6:55:43\t17", "23:59:50\t0:00:07\t17"),
                                  "6:55:20\t6:55:26", "23:59:44\t23:59:50");
    const auto call = parseTraceLine(with(late, "6:55:43\t6:56:37", "0:00:07\t0:01:01"));
    ASSERT_TRUE(call) << call.error();
    EXPECT_EQ(call->waited->until, at(2, 0, 0, 7));
    EXPECT_EQ(call->served->from, at(2, 0, 0, 7));
}

TEST(TraceLine, KeepsACallWhoseVoiceUnitClockWentBack)
{
    const auto call = parseTraceLine(with(kWaited, "6:55:20\t6:55:26\t6", "6:55:26\t6:54:26\t-60"));
    ASSERT_TRUE(call) << call.error();
    EXPECT_EQ(call->waited->from, at(1, 6, 55, 26));
}

TEST(TraceLine, SaysWhichFieldDoesNotFit)
{
    const auto complaint = [](const std::string& what, const std::string& instead) {
        const auto call = parseTraceLine(with(kWaited, what, instead));
        return call ? std::string{"it was read"} : call.error();
    };
    EXPECT_EQ(complaint("\t2\tPS", "\t3\tPS"), "priority must be 0, 1 or 2");
    EXPECT_EQ(complaint("990101", "990231"), "date must be a date such as 990131");
    EXPECT_EQ(complaint("AGENT", "LOST"), "outcome must be AGENT, HANG or PHANTOM");
    EXPECT_EQ(complaint("6:55:43\t17", "6:75:43\t17"), "q_exit must be a time such as 9:04:54");
    EXPECT_EQ(complaint("\t17\t", "\t18\t"), "q_time must be the seconds between the two times before it");
    EXPECT_EQ(complaint("\tMICHAL", ""), "it has 16 fields, not 17");
    EXPECT_EQ(complaint("MICHAL", ""), "server must be filled in");
}

TEST(TraceLine, CutAnywhereIsRefusedOrLacksOnlyLettersOfTheServer)
{
    for (const std::string& line : {kWaited, kDirect, kGaveUp}) {
        const TraceCall whole = *parseTraceLine(line);
        for (std::size_t end = 0; end < line.size(); ++end) {
            const auto cut = parseTraceLine(line.substr(0, end));
            if (!cut)
                continue;
            EXPECT_GT(end, line.rfind('\t')) << "cut at byte " << end;
            TraceCall expected = whole;
            expected.server = line.substr(line.rfind('\t') + 1, end - line.rfind('\t') - 1);
            EXPECT_EQ(*cut, expected) << "cut at byte " << end;
        }
    }
}

TEST(TraceLine, WithAnyBitFlippedIsReadOrRefusedButNeverSpoilsTheNext)
{
    Trace trace;
    std::uint64_t flips = 0;
    for (std::size_t i = 0; i < kWaited.size(); ++i)
        for (int bit = 0; bit < 8; ++bit, ++flips) {
            std::string line = kWaited;
            line[i] = static_cast<char>(line[i] ^ (1 << bit));
            trace.addLine(line);
            trace.addLine(kWaited);
        }
    EXPECT_EQ(trace.lines(), 2 * flips);
    EXPECT_EQ(trace.calls().size() + trace.malformed(), trace.lines());
    EXPECT_GE(trace.calls().size(), flips);
    EXPECT_GT(trace.malformed(), flips / 3);
}

TEST(Trace, CountsMalformedLinesAndGoesOn)
{
    Trace trace;
    for (const std::string& line : {std::string{"vru+line\tcall_id"}, kWaited, std::string{"no\tcall"},
                                    std::string{"\r"}, kDirect, std::string{}, kGaveUp})
        trace.addLine(line);
    EXPECT_EQ(trace.lines(), 4U);
    EXPECT_EQ(trace.malformed(), 1U);
    ASSERT_EQ(trace.faults().size(), 1U);
    EXPECT_EQ(trace.faults()[0].line, 3U);
    EXPECT_EQ(trace.faults()[0].detail, "it has 2 fields, not 17");
    EXPECT_EQ(trace.calls().size(), 3U);
}

TEST(Trace, KeepsNoMoreFaultsThanASpoiledFileNeeds)
{
    Trace trace;
    for (int i = 0; i < 1000; ++i)
        trace.addLine("spoiled");
    EXPECT_EQ(trace.malformed(), 1000U);
    EXPECT_EQ(trace.faults().size(), Trace::kFaultsKept);
}

TEST(TraceDays, HoldWhoWaitedWhoCameThroughAndWhoGaveUp)
{
    Trace trace;
    for (const std::string& line : {kWaited, kGaveUp, kDirect})
        trace.addLine(line);
    const auto days = recordedDays(trace.calls(), {});
    ASSERT_EQ(days.size(), 2U);
    ASSERT_EQ(days[0].customers.size(), 2U);
    const RecordedCustomer& gaveUp = days[0].customers[0];
    EXPECT_FALSE(gaveUp.called);
    EXPECT_EQ(gaveUp.left, at(1, 0, 3, 9));
    const RecordedCustomer& waited = days[0].customers[1];
    EXPECT_EQ(waited.stars, kTracePriorityStars);
    EXPECT_EQ(waited.called, at(1, 6, 55, 43));
    EXPECT_EQ(waited.serves, Seconds{54});
    EXPECT_EQ(days[0].counters[waited.counter.value].id, "MICHAL");
    const RecordedCustomer& direct = days[1].customers[0];
    EXPECT_EQ(direct.arrives, direct.called);
    EXPECT_EQ(direct.stars, 0);
}

TEST(TraceDays, LeaveOutPhantomsAndOtherServicesAndWhoHungUpInTheVoiceUnit)
{
    Trace trace;
    trace.addLine(with(kWaited, "AGENT", "PHANTOM"));
    trace.addLine(kDirect);
    trace.addLine(with(kGaveUp, "0:00:36\t0:03:09\t153", "0:00:00\t0:00:00\t0"));
    EXPECT_TRUE(recordedDays(trace.calls(), {"PS"}).empty());
    EXPECT_EQ(recordedDays(trace.calls(), {"PS", "NW"}).size(), 1U);
}
