#include <db/codec/event_codec.h>
#include <db/journal/journal.h>
#include <db/support/random_hall.h>
#include <db/support/service_under_test.h>
#include <db/support/temp_dir.h>

#include <gtest/gtest.h>

#include <fstream>

using namespace starqueue;
using namespace starqueue::db;
using namespace starqueue::db::test;

namespace {

/// Walks `steps` random steps and commits their events, a few commands a batch.
queue::State walkInto(Journal& journal, std::uint32_t seed, int steps)
{
    RandomHall hall{seed};
    Batch batch;
    std::uint64_t seq = journal.lastSeq();
    for (int i = 0; i < steps; ++i) {
        hall.step([&](const auto& event, auto at, const auto&, const auto& after) {
            batch.events.push_back({++seq, at, std::string{eventName(event)}, encodeEvent(event, after)});
        });
        if (i % 3 == 0 || i + 1 == steps) {
            EXPECT_TRUE(journal.commit(batch));
            batch.events.clear();
        }
    }
    return hall.state();
}

void write(const std::filesystem::path& file, std::string_view text)
{
    std::ofstream{file} << text;
}

} // namespace

TEST(Journal, ReplayLeadsToTheStateThatWasLeft)
{
    for (std::uint32_t seed = 1; seed <= 8; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        TempDir dir;
        auto journal = Journal::open(dir.path());
        ASSERT_TRUE(journal) << journal.error().detail;
        const queue::State left = walkInto(**journal, seed, 900);
        journal->reset();
        auto reopened = Journal::open(dir.path());
        ASSERT_TRUE(reopened) << reopened.error().detail;
        const auto replayed = (*reopened)->replay();
        ASSERT_TRUE(replayed) << replayed.error().detail;
        EXPECT_TRUE(replayed->state == left);
        EXPECT_EQ(replayed->lastSeq, (*reopened)->lastSeq());
    }
}

TEST(Journal, AFreshOneHasNothingToReplay)
{
    TempDir dir;
    const auto journal = Journal::open(dir.path());
    ASSERT_TRUE(journal) << journal.error().detail;
    const auto replayed = (*journal)->replay();
    ASSERT_TRUE(replayed);
    EXPECT_EQ(replayed->lastSeq, 0U);
    EXPECT_TRUE(replayed->state == queue::State{});
}

TEST(Journal, ASecondServiceOnTheSameDirectoryIsToldWhoHasIt)
{
    TempDir dir;
    const auto journal = Journal::open(dir.path());
    ASSERT_TRUE(journal);
    const auto second = Journal::open(dir.path());
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().fault, StorageFault::Locked);
    EXPECT_NE(second.error().detail.find("process " + std::to_string(::getpid())), std::string::npos);
}

TEST(Journal, TheDirectoryIsFreeAgainAfterTheServiceHasEnded)
{
    TempDir dir;
    Journal::open(dir.path());
    EXPECT_TRUE(Journal::open(dir.path()));
}

TEST(Journal, AFileThatIsNoDatabaseIsNamed)
{
    TempDir dir;
    write(dir.path() / "hall.db", std::string(5000, 'x'));
    const auto journal = Journal::open(dir.path());
    ASSERT_FALSE(journal);
    EXPECT_EQ(journal.error().fault, StorageFault::Unreadable);
    EXPECT_NE(journal.error().detail.find("hall.db"), std::string::npos) << journal.error().detail;
}

TEST(Journal, ADirectoryThatIsNotThereIsNamed)
{
    const auto journal = Journal::open("/nowhere/at/all");
    ASSERT_FALSE(journal);
    EXPECT_EQ(journal.error().fault, StorageFault::Unreadable);
    EXPECT_NE(journal.error().detail.find("/nowhere/at/all"), std::string::npos) << journal.error().detail;
}

TEST(Journal, TheDatabaseIsReadableByItsOwnerOnly)
{
    TempDir dir;
    const auto journal = Journal::open(dir.path());
    ASSERT_TRUE(journal);
    for (const char* name : {"hall.db", "hall.db-wal", "hall.lock"})
        EXPECT_EQ(std::filesystem::status(dir.path() / name).permissions(),
                  std::filesystem::perms::owner_read | std::filesystem::perms::owner_write)
            << name;
}

TEST(Journal, ReadsLinesAfterASeqInOrderAndNoMoreThanAsked)
{
    TempDir dir;
    const auto journal = Journal::open(dir.path());
    walkInto(**journal, 1, 60);
    const std::uint64_t last = (*journal)->lastSeq();
    const auto some = (*journal)->read(3, 4);
    ASSERT_TRUE(some);
    ASSERT_EQ(some->size(), 4U);
    for (std::size_t i = 0; i < 4; ++i)
        EXPECT_EQ((*some)[i].seq, 4 + i);
    EXPECT_EQ((*journal)->read(last - 1, 100)->size(), 1U);
    EXPECT_TRUE((*journal)->read(last, 100)->empty());
}

TEST(Journal, ALineThatIsMissingIsNamed)
{
    TempDir dir;
    auto journal = Journal::open(dir.path());
    Batch batch;
    const std::string nothing = R"({"offsetSeconds":2})";
    batch.events = {{1, kMorning, "clock_stepped", nothing}, {3, kMorning, "clock_stepped", nothing}};
    ASSERT_TRUE((*journal)->commit(batch));
    const auto replayed = (*journal)->replay();
    ASSERT_FALSE(replayed);
    EXPECT_EQ(replayed.error().fault, StorageFault::Unreadable);
    EXPECT_NE(replayed.error().detail.find("between seq 1 and 3"), std::string::npos)
        << replayed.error().detail;
}

TEST(Journal, AnEventOfANewerProgramIsNamedWithItsLine)
{
    TempDir dir;
    auto journal = Journal::open(dir.path());
    Batch batch;
    batch.events = {{1, kMorning, "moon_risen", "{}"}};
    ASSERT_TRUE((*journal)->commit(batch));
    const auto replayed = (*journal)->replay();
    ASSERT_FALSE(replayed);
    EXPECT_NE(replayed.error().detail.find("line 1"), std::string::npos);
    EXPECT_NE(replayed.error().detail.find("moon_risen"), std::string::npos);
    EXPECT_NE(replayed.error().detail.find("written by a newer version"), std::string::npos);
    EXPECT_EQ(replayed.error().detail.find("backup"), std::string::npos) << "it isn't damaged";
}

TEST(Journal, ADateThatIsOpenedAndTakenBackMakesNoRequestForgotten)
{
    TempDir dir;
    auto journal = Journal::open(dir.path());
    std::uint64_t seq = 0;
    for (std::uint32_t opening = 1; opening <= 4; ++opening) {
        Batch batch;
        const Instant at = kMorning + std::chrono::minutes{1} * opening;
        batch.events.push_back({++seq, at, "day_opened", "{}"});
        batch.events.push_back({++seq, at, "clock_stepped", R"({"offsetSeconds":2})"});
        batch.requests.push_back({key(opening), seq, seq});
        ASSERT_TRUE((*journal)->commit(batch));
    }
    journal->reset();
    journal = Journal::open(dir.path());
    for (std::uint32_t opening = 1; opening <= 4; ++opening)
        EXPECT_TRUE((*(*journal)->remembered(key(opening))).has_value()) << opening;
}

TEST(Journal, RequestsAreRememberedForTodayAndTheDayBeforeAndNoLonger)
{
    TempDir dir;
    auto journal = Journal::open(dir.path());
    ASSERT_TRUE(journal) << journal.error().detail;
    std::uint64_t seq = 0;
    for (std::uint32_t day = 1; day <= 4; ++day) {
        Batch batch;
        const Instant at = kMorning + std::chrono::hours{24} * day;
        batch.events.push_back({++seq, at, "day_opened", "{}"});
        batch.events.push_back({++seq, at, "clock_stepped", R"({"offsetSeconds":2})"});
        batch.requests.push_back({key(day), seq, seq});
        ASSERT_TRUE((*journal)->commit(batch));
        for (std::uint32_t past = 1; past <= day; ++past)
            EXPECT_EQ((*(*journal)->remembered(key(past))).has_value(), past + 1 >= day)
                << "request of day " << past << " on day " << day;
    }
}
