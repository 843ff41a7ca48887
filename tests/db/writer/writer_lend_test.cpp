#include <db/support/random_hall.h>
#include <db/support/service_under_test.h>
#include <db/support/temp_dir.h>
#include <sync/mutex.h>

#include <gtest/gtest.h>

#include <list>
#include <thread>

using namespace starqueue;
using namespace starqueue::db;
using namespace starqueue::db::test;

namespace {

/// Threads that somebody else lends, and how often.
class Lender
{
public:
    Lend lend()
    {
        return [this](std::function<void()> work) {
            const sync::Lock lock{m_mutex};
            if (!m_willing)
                return false;
            ++m_times;
            m_threads.emplace_back(std::move(work));
            return true;
        };
    }

    void refuse()
    {
        const sync::Lock lock{m_mutex};
        m_willing = false;
    }
    int times()
    {
        const sync::Lock lock{m_mutex};
        return m_times;
    }

private:
    sync::Mutex m_mutex;
    bool m_willing GUARDED_BY(m_mutex) = true;
    int m_times GUARDED_BY(m_mutex) = 0;
    std::list<std::jthread> m_threads GUARDED_BY(m_mutex);
};

class WriterLendTest : public ::testing::Test
{
protected:
    TempDir m_dir;
    Lender m_lender;
    ServiceUnderTest m_service{m_dir.path(), {}, m_lender.lend()};

    void SetUp() override { m_service.openHall(); }
};

} // namespace

TEST_F(WriterLendTest, EachBatchIsCarriedOutOnALentThread)
{
    const int before = m_lender.times();
    for (int i = 0; i < 5; ++i)
        EXPECT_TRUE(m_service.send(issue()).accepted());
    EXPECT_EQ(m_lender.times(), before + 5);
}

TEST_F(WriterLendTest, WhatCameDuringABatchIsOneMoreBatch)
{
    const int before = m_lender.times();
    const auto goOn = m_service.hold();
    std::vector<std::future<Told>> told;
    for (int i = 0; i < 10; ++i)
        told.push_back(m_service.submit(std::nullopt, issue()));
    goOn();
    for (auto& one : told)
        EXPECT_TRUE(one.get().accepted());
    EXPECT_EQ(m_lender.times(), before + 2);
}

TEST_F(WriterLendTest, WithNobodyToLendItsOwnThreadGoesOn)
{
    EXPECT_TRUE(m_service.send(issue()).accepted());
    const auto goOn = m_service.hold();
    auto waiting = m_service.submit(std::nullopt, issue());
    m_lender.refuse();
    goOn();
    EXPECT_TRUE(waiting.get().accepted());
    EXPECT_TRUE(m_service.send(issue()).accepted());
    EXPECT_EQ(m_service.state().tickets.size(), 3U);
}

TEST(WriterLend, TheEndWaitsForWhatALentThreadHas)
{
    TempDir dir;
    Lender lender;
    std::future<Told> last;
    {
        ServiceUnderTest service{dir.path(), {}, lender.lend()};
        service.openHall();
        for (int i = 0; i < 20; ++i)
            last = service.submit(std::nullopt, issue());
    }
    ASSERT_EQ(last.wait_for(std::chrono::seconds(0)), std::future_status::ready);
    EXPECT_TRUE(last.get().accepted());
}
