#include <db/reasons/visit_reasons.h>
#include <db/support/temp_dir.h>

#include <files/posix_files.h>
#include <queue/decide.h>

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sys/stat.h>

using namespace starqueue;
using namespace starqueue::db;
using namespace starqueue::db::test;

namespace {

constexpr const char* kLife = "0123456789abcdef";
constexpr queue::TicketId kTicket{7};
constexpr queue::TicketId kOther{8};

class VisitReasonsTest : public ::testing::Test
{
protected:
    void SetUp() override { reopen(100); }
    void reopen(std::uint64_t lastSeq, const std::string& life = kLife)
    {
        auto opened = VisitReasons::open(m_dir.path(), files::posix(), life, lastSeq);
        ASSERT_TRUE(opened) << opened.error().detail;
        m_reasons = std::move(*opened);
    }
    void keep()
    {
        const auto kept = m_reasons->keep();
        ASSERT_TRUE(kept) << kept.error().detail;
    }
    [[nodiscard]] std::filesystem::path file() const { return m_dir.path() / "keys" / "visit-reasons"; }
    [[nodiscard]] std::string content() const { return files::posix().read(file()).value_or(""); }
    /// What is known of a ticket; empty: nothing.
    [[nodiscard]] std::string of(queue::TicketId ticket) const { return m_reasons->of(ticket).value_or(""); }
    [[nodiscard]] std::string at(std::uint64_t seq) const { return m_reasons->at(seq).value_or(""); }

    TempDir m_dir;
    std::unique_ptr<VisitReasons> m_reasons;
};

} // namespace

TEST_F(VisitReasonsTest, AreKnownAtOnceAndAfterARestart)
{
    m_reasons->note(12, kTicket, "elderly");
    m_reasons->note(15, kTicket, "disabled");
    m_reasons->note(16, kOther, "military");
    keep();
    for (int start = 0; start < 2; ++start) {
        EXPECT_EQ(of(kTicket), "disabled") << "the latest one";
        EXPECT_EQ(of(kOther), "military");
        EXPECT_EQ(of(queue::TicketId{9}), "");
        EXPECT_EQ(at(12), "elderly");
        EXPECT_EQ(at(15), "disabled");
        EXPECT_EQ(at(13), "");
        reopen(100);
    }
}

TEST_F(VisitReasonsTest, AreTheirOwnersAlone)
{
    m_reasons->note(12, kTicket, "elderly");
    keep();
    struct stat found
    {};
    ASSERT_EQ(::stat(file().c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 0777U, 0600U);
}

TEST_F(VisitReasonsTest, OfLinesThatWereNeverWrittenAreLeftOut)
{
    m_reasons->note(12, kTicket, "elderly");
    m_reasons->note(13, kTicket, "disabled");
    keep();
    reopen(12);
    EXPECT_EQ(of(kTicket), "elderly") << "the power went between the reason and its line";
    keep();
    EXPECT_EQ(content().find("disabled"), std::string::npos);
}

TEST_F(VisitReasonsTest, ThatAreTakenBackLeaveThoseBefore)
{
    m_reasons->note(12, kTicket, "elderly");
    m_reasons->note(13, kTicket, "disabled");
    m_reasons->takeBack(12);
    EXPECT_EQ(of(kTicket), "elderly");
    EXPECT_EQ(at(13), "");
}

TEST_F(VisitReasonsTest, OfALineThatIsWrittenAfterAllAreTheNewOnes)
{
    m_reasons->note(12, kTicket, "elderly");
    m_reasons->note(12, kOther, "military");
    EXPECT_EQ(of(kTicket), "");
    EXPECT_EQ(at(12), "military");
}

TEST_F(VisitReasonsTest, OfAnotherLifeAreLeftOutAndErased)
{
    m_reasons->note(12, kTicket, "elderly");
    keep();
    reopen(100, "another life");
    EXPECT_EQ(of(kTicket), "");
    keep();
    EXPECT_FALSE(std::filesystem::exists(file()));
}

TEST_F(VisitReasonsTest, OfAHallFromBeforeLivesAreKept)
{
    reopen(100, "");
    m_reasons->note(12, kTicket, "elderly");
    keep();
    reopen(100, "");
    EXPECT_EQ(of(kTicket), "elderly");
}

TEST_F(VisitReasonsTest, AreDroppedWithTheirVisitButNotBeforeItsEndIsOnTheDisk)
{
    m_reasons->note(12, kTicket, "elderly");
    keep();
    const queue::State without; // no such ticket: of an earlier day
    m_reasons->dropThoseOver(without, Instant{});
    EXPECT_EQ(of(kTicket), "elderly") << "the batch that ends it may fail yet";
    m_reasons->dropThoseOver(without, Instant{});
    EXPECT_EQ(of(kTicket), "");
    keep();
    EXPECT_FALSE(std::filesystem::exists(file()));
}

TEST_F(VisitReasonsTest, OfAVisitWhoseEndWasntWrittenAreKept)
{
    m_reasons->note(12, kTicket, "elderly");
    queue::State waiting;
    waiting.tickets.emplace_back();
    waiting.tickets.front().id = kTicket;
    waiting.tickets.front().statutory = queue::GroupIx{0};
    queue::State cancelled = waiting;
    cancelled.tickets.front().state = queue::TicketState::Cancelled;
    const Instant later = Instant{} + std::chrono::hours{1};
    for (int i = 0; i < 3; ++i) {
        m_reasons->dropThoseOver(cancelled, later);
        m_reasons->dropThoseOver(waiting, later);
    }
    EXPECT_EQ(of(kTicket), "elderly");
    waiting.tickets.front().statutory = queue::kNoGroup;
    m_reasons->dropThoseOver(waiting, later);
    m_reasons->dropThoseOver(waiting, later);
    EXPECT_EQ(of(kTicket), "") << "a priority that was taken back needs no reason";
}

TEST_F(VisitReasonsTest, HalfWrittenByAProgramThatWasKilledAreRemovedAtTheStart)
{
    std::filesystem::create_directories(file().parent_path());
    const std::string beside = file().string() + ".new";
    std::ofstream{beside} << "12 7 elderly";
    reopen(100);
    EXPECT_FALSE(std::filesystem::exists(beside));
}

TEST_F(VisitReasonsTest, InADamagedFileCountAsNoneAndItSaysSo)
{
    m_reasons->note(12, kTicket, "elderly");
    keep();
    const std::string whole = content();
    for (std::size_t i = 0; i <= whole.size(); ++i) {
        std::string damaged = whole.substr(0, i);
        if (i < whole.size())
            damaged += static_cast<char>(whole[i] ^ 1) + whole.substr(i + 1);
        std::ofstream{file(), std::ios::binary | std::ios::trunc} << damaged;
        reopen(100);
        EXPECT_EQ(m_reasons->damage().empty(), i == whole.size()) << i;
        EXPECT_EQ(of(kTicket).empty(), i != whole.size()) << i;
        if (i == whole.size())
            break;
        std::ofstream{file(), std::ios::binary | std::ios::trunc} << whole.substr(0, i);
        reopen(100);
        EXPECT_FALSE(m_reasons->damage().empty()) << "cut at " << i;
    }
}
