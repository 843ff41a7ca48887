#include <queue/replay/bank_trace.h>
#include <queue/replay/order_report.h>
#include <queue/replay/replay_day.h>

#include <gtest/gtest.h>

#include <algorithm>

// What data/README of the trace says, and what January shows beyond it: docs/replay.md.

using namespace starqueue;
using namespace starqueue::queue;
using namespace starqueue::queue::test;

namespace {

class Bank : public testing::Test
{
protected:
    void SetUp() override
    {
        m_lines = bankLines();
        STARQUEUE_NEED_BANK_TRACE(m_lines);
        for (const std::string& line : m_lines)
            m_trace.addLine(line);
    }

    /// Type PS, from `first` to `last` of January.
    [[nodiscard]] std::vector<RecordedDay> days(unsigned first, unsigned last) const
    {
        auto days = recordedDays(m_trace.calls(), {"PS"});
        std::erase_if(days, [&](const RecordedDay& day) {
            const auto number = static_cast<unsigned>(day.date.day());
            return number < first || number > last;
        });
        return days;
    }
    [[nodiscard]] OrderReport report(unsigned first, unsigned last) const
    {
        std::vector<TrialHeadStart> tried{kStrict};
        for (int seconds = 0; seconds <= 240; seconds += 15)
            tried.emplace_back(Seconds{seconds});
        return orderReport(days(first, last), tried, kTracePriorityStars);
    }
    [[nodiscard]] static const HeadStartRow& of(const OrderReport& report, int seconds)
    {
        return *std::ranges::find(report.rows, TrialHeadStart{Seconds{seconds}}, &HeadStartRow::headStart);
    }

    std::vector<std::string> m_lines;
    Trace m_trace;
};

} // namespace

TEST_F(Bank, HasACallInEveryLineOfJanuary)
{
    EXPECT_EQ(m_trace.lines(), 31'599U);
    EXPECT_EQ(m_trace.calls().size() + m_trace.malformed(), m_trace.lines());
    EXPECT_EQ(m_trace.malformed(), 0U);
}

TEST_F(Bank, LinesCutAtAnyByteAreRefusedOrLackOnlyLettersOfTheServer)
{
    for (std::size_t i = 1; i < m_lines.size(); ++i) {
        const std::string_view line =
            std::string_view{m_lines[i]}.substr(0, m_lines[i].find_last_not_of('\r') + 1);
        const std::size_t server = line.rfind('\t') + 1;
        TraceCall expected = m_trace.calls()[i - 1];
        for (std::size_t end = 0; end < line.size(); ++end) {
            const auto cut = parseTraceLine(line.substr(0, end));
            if (!cut)
                continue;
            expected.server = line.substr(server, end - server);
            ASSERT_EQ(*cut, expected) << "line " << i + 1 << " cut at byte " << end;
        }
    }
}

TEST_F(Bank, ServedFirstComeFirstServedUntilTheTwelfth)
{
    const OrderReport report = this->report(1, 12);
    const Share all = of(report, 0).explained.all;
    EXPECT_EQ(all.of, 4070U);
    EXPECT_EQ(all.part, 4069U);
    EXPECT_EQ(of(report, 0).explained.ofDifferentPriority, (Share{1734, 1734}));
    for (const HeadStartRow& row : report.rows)
        EXPECT_LE(row.explained.all.part, all.part);
}

TEST_F(Bank, ReplayedFirstComeFirstServedUntilTheTwelfthCallsInTheRecordedOrder)
{
    EXPECT_EQ(of(report(1, 12), 0).replayed.all, (Share{4069, 4070}));
}

TEST_F(Bank, ReplayedByItsOwnRuleOnAQuietDayCallsEverybodyInTheRecordedSecond)
{
    const RecordedDay day = days(2, 2).front();
    const ReplayedDay replayed = replay(day, replayRules(day, Seconds{0}, kTracePriorityStars));
    for (std::size_t i = 0; i < day.customers.size(); ++i) {
        const auto& call = replayed.calls[i];
        EXPECT_EQ(call ? std::optional(call->at) : std::nullopt, day.customers[i].called) << i;
    }
}

TEST_F(Bank, IsExplainedFromTheFifteenthOnByNinetySecondsAtLeastAsWellAsByAnyOtherHeadStart)
{
    const OrderReport report = this->report(15, 31);
    const HeadStartRow& ninety = of(report, 90);
    EXPECT_EQ(ninety.explained.ofDifferentPriority.of, 1835U);
    for (const HeadStartRow& row : report.rows) {
        EXPECT_LE(row.explained.all.part, ninety.explained.all.part);
        EXPECT_LE(row.replayed.all.part, ninety.replayed.all.part);
    }
}

TEST_F(Bank, LetsHardlyAnybodyPassFromTheFifteenthOnWhoCameMoreThanNinetySecondsLater)
{
    const OrderReport report = this->report(15, 31);
    Share within;
    Share beyond;
    for (const LagRow& row : report.lags) {
        Share& share = row.from < Seconds{90} ? within : beyond;
        share.part += row.passed.part;
        share.of += row.passed.of;
    }
    EXPECT_GT(within.percent(), 55.0) << within.part << " of " << within.of;
    EXPECT_LT(beyond.percent(), 2.0) << beyond.part << " of " << beyond.of;
}
