#include <db/codec/event_codec.h>
#include <db/recorded/recorded_days.h>
#include <db/support/random_hall.h>
#include <db/support/temp_dir.h>

#include <queue/recording/day_recorder.h>

#include <gtest/gtest.h>

#include <map>

using namespace starqueue;
using namespace starqueue::db;
using namespace starqueue::db::test;

namespace {

/// Random days in a journal, each recorded while it happened.
class RecordedJournal : public testing::Test
{
protected:
    void walk(std::uint32_t seed, int steps)
    {
        RandomHall hall(seed);
        Batch batch;
        std::map<Date, queue::DayRecorder> recorders;
        queue::DayRecorder* today = nullptr;
        std::uint64_t seq = 0;
        Instant last{};
        for (int i = 0; i < steps; ++i)
            hall.step([&](const auto& event, auto at, const auto&, const auto& after) {
                batch.events.push_back({++seq, at, std::string{eventName(event)}, encodeEvent(event, after)});
                if (const auto* opened = std::get_if<queue::DayOpened>(&event)) {
                    queue::DayRecorder* const opens = &recorders[opened->date];
                    if (today && today != opens)
                        today->rest(at);
                    today = opens;
                }
                if (today)
                    today->see(event, at, after);
                last = at;
            });
        for (auto& [date, recorder] : recorders)
            m_days[date] = std::move(recorder).finish(last);
        ASSERT_TRUE(m_journal->commit(batch));
    }

    TempDir m_dir;
    std::unique_ptr<Journal> m_journal = std::move(*Journal::open(m_dir.path()));
    std::map<Date, queue::RecordedDay> m_days;
};

} // namespace

class RecordedJournalOf : public RecordedJournal, public testing::WithParamInterface<std::uint32_t>
{};

TEST_P(RecordedJournalOf, GivesEachDayAsItHappened)
{
    walk(GetParam(), 8000);
    ASSERT_GT(m_days.size(), 3U);
    std::size_t customers = 0;
    for (const auto& [date, happened] : m_days) {
        const auto read = recordedDay(*m_journal, date);
        ASSERT_TRUE(read) << read.error().detail;
        ASSERT_TRUE(*read);
        EXPECT_EQ((*read)->services, happened.services);
        EXPECT_EQ((*read)->customers.size(), happened.customers.size());
        EXPECT_EQ((*read)->presences.size(), happened.presences.size());
        EXPECT_EQ(**read, happened);
        customers += happened.customers.size();
    }
    EXPECT_GT(customers, 100U);
}

INSTANTIATE_TEST_SUITE_P(Seeds, RecordedJournalOf, testing::Values(1U, 2U, 3U));

TEST_F(RecordedJournal, HasNoDayThatWasNotOpened)
{
    walk(4, 500);
    const auto read = recordedDay(*m_journal, std::chrono::year{2001} / 1 / 1);
    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_FALSE(*read);
}

TEST_F(RecordedJournal, SaysWhichLineCannotBeRead)
{
    Batch batch;
    batch.events.push_back({1, kMorning, "day_opened", "{}"});
    ASSERT_TRUE(m_journal->commit(batch));
    const auto read = recordedDay(*m_journal, std::chrono::year{2026} / 11 / 22);
    ASSERT_FALSE(read);
    EXPECT_NE(read.error().detail.find("journal line 1"), std::string::npos) << read.error().detail;
}
