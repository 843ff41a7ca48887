#include <db/support/fault_disk.h>
#include <db/support/guarded_journal.h>
#include <db/support/service_under_test.h>
#include <db/support/temp_dir.h>

#include <gtest/gtest.h>

#include <atomic>
#include <future>

using namespace starqueue;
using namespace starqueue::db;
using namespace starqueue::db::test;

namespace {

class WriterFaults : public ::testing::Test
{
protected:
    void SetUp() override
    {
        FaultDisk::get().heal();
        m_service.openHall();
    }
    void TearDown() override { FaultDisk::get().heal(); }

    GuardedJournal& journal() { return static_cast<GuardedJournal&>(m_service.journal()); }

    FaultDisk& m_disk = FaultDisk::get();
    TempDir m_dir;
    ServiceUnderTest m_service{m_dir.path(),
                               [](auto real) { return std::make_unique<GuardedJournal>(std::move(real)); }};
};

bool isReady(const auto& future)
{
    return future.wait_for(std::chrono::seconds{0}) == std::future_status::ready;
}

} // namespace

TEST_F(WriterFaults, NothingLeavesBeforeTheCommit)
{
    m_service.send(issue());
    const auto goOn = m_service.hold();
    auto issued = m_service.submit(key(1), issue());
    auto read = m_service.countTickets();
    auto refused = m_service.submit(key(2), queue::StartService{{0}});
    const std::size_t published = m_service.published().size();
    std::atomic<bool> anythingLeft = false;
    journal().beforeCommit = [&]() -> std::optional<StorageError> {
        anythingLeft =
            isReady(issued) || isReady(read) || isReady(refused) || m_service.published().size() != published;
        return std::nullopt;
    };
    goOn();
    EXPECT_TRUE(issued.get().accepted());
    EXPECT_EQ(read.get(), 2U);
    EXPECT_EQ(refused.get().what, Told::What::Refused);
    EXPECT_FALSE(anythingLeft);
}

TEST_F(WriterFaults, ACommitOfUnknownFateTellsItsWholeBatchAndBreaksTheServiceOnce)
{
    const auto goOn = m_service.hold();
    auto issued = m_service.submit(key(1), issue());
    auto refused = m_service.submit(key(2), queue::StartService{{0}});
    journal().beforeCommit = [] { return StorageError{StorageFault::Unknown, "the disk is gone"}; };
    goOn();
    EXPECT_EQ(issued.get().fate, Fate::Unknown);
    EXPECT_EQ(refused.get().fate, Fate::Unknown);
    EXPECT_EQ(m_service.send(issue()).fate, Fate::Unknown) << "what comes later is not carried out either";
    EXPECT_EQ(m_service.brokenTimes(), 1);
}

TEST_F(WriterFaults, AFullDiskRefusesWritesWithWordsAndGoesOnReading)
{
    m_service.send(issue(), key(1));
    const queue::State before = m_service.state();
    m_disk.setFull(true);
    const auto goOn = m_service.hold();
    auto issued = m_service.submit(key(2), issue());
    auto read = m_service.countTickets();
    auto refused = m_service.submit(key(3), queue::StartService{{0}});
    auto repeated = m_service.submit(key(1), issue());
    goOn();
    EXPECT_EQ(issued.get().what, Told::What::Full);
    EXPECT_EQ(read.get(), 1U) << "the ticket that was not written must not be seen";
    EXPECT_EQ(refused.get().refusal, queue::RefusalCode::CounterIdle);
    EXPECT_TRUE(repeated.get().repeated);
    EXPECT_TRUE(m_service.state() == before);
    EXPECT_EQ(m_service.brokenTimes(), 0);
}

TEST_F(WriterFaults, WritingGoesOnByItselfWhenThereIsRoomAgain)
{
    const std::uint64_t first = m_service.send(issue()).ticket();
    m_disk.setFull(true);
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(m_service.send(issue(), key(2)).what, Told::What::Full);
    m_disk.setFull(false);
    const auto told = m_service.send(issue(), key(2));
    ASSERT_TRUE(told.accepted());
    EXPECT_FALSE(told.repeated);
    EXPECT_EQ(told.ticket(), first + 1);
    const auto replayed = journal().replay();
    ASSERT_TRUE(replayed);
    EXPECT_TRUE(replayed->state == m_service.state());
}
