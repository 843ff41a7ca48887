#include <support/one_thread/agenda_executor.h>

#include <sync/thread_executor.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <future>
#include <vector>

namespace starqueue::sync {

namespace {

using namespace std::chrono_literals;

/// What every executor keeps to. An await() turns the agenda where there is one.
class ExecutorContract : public testing::TestWithParam<bool>
{
protected:
    test::OrderedAgenda m_agenda;
    test::AgendaExecutor m_onAgenda{m_agenda};
    Executor& m_executor = GetParam() ? threads() : static_cast<Executor&>(m_onAgenda);
    const std::unique_ptr<Strand> m_strand = m_executor.strand();
};

INSTANTIATE_TEST_SUITE_P(Threads, ExecutorContract, testing::Values(true));
INSTANTIATE_TEST_SUITE_P(Agenda, ExecutorContract, testing::Values(false));

} // namespace

TEST_P(ExecutorContract, AStrandWorksInTheOrderOfItsPosts)
{
    std::vector<int> done;
    m_executor.await([&](const Executor::Done& ended) {
        for (int i = 0; i < 100; ++i)
            m_strand->post([&done, i] { done.push_back(i); });
        m_strand->post(ended);
    });
    ASSERT_EQ(done.size(), 100U);
    EXPECT_TRUE(std::is_sorted(done.begin(), done.end()));
}

TEST_P(ExecutorContract, WorkThatIsPostedByWorkRunsAfterIt)
{
    std::vector<int> done;
    m_executor.await([&](const Executor::Done& ended) {
        m_strand->post([&, ended] {
            m_strand->post([&, ended] {
                done.push_back(2);
                ended();
            });
            done.push_back(1);
        });
    });
    EXPECT_EQ(done, (std::vector{1, 2}));
}

TEST_P(ExecutorContract, NothingRunsBeforeItsDelayHasPassed)
{
    const auto begun = m_executor.now();
    m_executor.await([&](const Executor::Done& ended) { m_strand->after(20ms, ended); });
    EXPECT_GE(m_executor.now() - begun, 20ms);
}

TEST_P(ExecutorContract, WhatIsDoneEverySoOftenIsDoneUntilTheStrandCloses)
{
    int times = 0;
    m_executor.await([&](const Executor::Done& ended) {
        m_strand->every(1ms, [&times, ended] {
            if (++times == 3)
                ended();
        });
    });
    m_strand->close();
    const int atTheEnd = times;
    EXPECT_GE(atTheEnd, 3);
    const auto other = m_executor.strand();
    m_executor.await([&](const Executor::Done& ended) { other->after(5ms, ended); });
    EXPECT_EQ(times, atTheEnd);
}

TEST_P(ExecutorContract, AClosedStrandDropsWhatWaitsAndWhatComes)
{
    const auto held = std::make_shared<int>(0);
    m_strand->after(1h, [held] { ADD_FAILURE(); });
    m_strand->close();
    m_strand->post([held] { ADD_FAILURE(); });
    m_strand->after(0ms, [held] { ADD_FAILURE(); });
    m_agenda.pass(2h);
    EXPECT_EQ(held.use_count(), 1);
}

TEST(ThreadExecutor, ClosingAStrandWaitsForWhatRuns)
{
    std::promise<void> begun;
    std::promise<void> goOn;
    std::atomic<bool> ended = false;
    const auto strand = threads().strand();
    strand->post([&] {
        begun.set_value();
        goOn.get_future().wait();
        ended = true;
    });
    begun.get_future().wait();
    goOn.set_value();
    strand->close();
    EXPECT_TRUE(ended);
}

TEST(ThreadExecutor, AStrandThatWaitsDoesNotHoldUpAnother)
{
    std::promise<void> goOn;
    const auto waits = threads().strand();
    const auto works = threads().strand(Urgency::Background);
    waits->post([&] { goOn.get_future().wait(); });
    works->post([&] { goOn.set_value(); });
    waits->close();
}

} // namespace starqueue::sync
