#include <db/codec/event_codec.h>
#include <db/journal/journal.h>
#include <db/reports/naive_report.h>
#include <db/reports/naive_visits.h>
#include <db/reports/wait_figures.h>
#include <db/reports/wait_report.h>
#include <db/support/by_hand.h>
#include <db/support/random_hall.h>
#include <db/support/reported.h>
#include <db/support/temp_dir.h>
#include <time/timestamp.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

using namespace starqueue;
using namespace starqueue::db;
using namespace starqueue::db::test;

namespace {

void expectWaits(const WaitRow& row, const Figures& figures)
{
    ASSERT_EQ(row.count, figures.waits.size());
    double sum = 0;
    for (const double wait : figures.waits)
        sum += wait;
    const auto count = static_cast<double>(figures.waits.size());
    EXPECT_NEAR(row.meanSeconds, sum / count, 1e-6);
    EXPECT_NEAR(row.p50, nearest(figures.waits, 50), 1e-6);
    EXPECT_NEAR(row.p90, nearest(figures.waits, 90), 1e-6);
    EXPECT_NEAR(row.p95, nearest(figures.waits, 95), 1e-6);
    EXPECT_NEAR(row.max, *std::ranges::max_element(figures.waits), 1e-6);
    EXPECT_NEAR(row.withinTargetShare, static_cast<double>(figures.inTarget) / count, 1e-9);
}

void expectCounts(const OutcomeRow& row, const RatingRow& rating, const Figures& figures)
{
    EXPECT_EQ(row.issued, figures.outcomes.issued);
    EXPECT_EQ(row.served, figures.outcomes.served);
    EXPECT_EQ(row.noShow, figures.outcomes.noShow);
    EXPECT_EQ(row.unserved, figures.outcomes.unserved);
    EXPECT_EQ(row.cancelled, figures.outcomes.cancelled);
    EXPECT_EQ(row.requeued, figures.outcomes.requeued);
    EXPECT_EQ(row.transferred, figures.outcomes.transferred);
    EXPECT_EQ(rating.invited, figures.ratings.invited);
    EXPECT_EQ(rating.answered, figures.ratings.answered);
    EXPECT_EQ(rating.scores, figures.ratings.scores);
}

/// A hall with some random days behind it, in a journal.
class WaitReportTest : public ::testing::Test
{
protected:
    void walk(std::uint32_t seed, int steps)
    {
        if (!m_hall)
            m_hall = std::make_unique<RandomHall>(seed);
        commit([&](const RandomHall::Saw& saw) {
            for (int i = 0; i < steps; ++i)
                m_hall->step(saw);
        });
    }
    /// A second after what was before; returns when.
    Instant tell(const queue::Command& command)
    {
        m_hall->pass(std::chrono::seconds{1});
        commit([&](const RandomHall::Saw& saw) { EXPECT_TRUE(m_hall->carryOut(command, saw)); });
        return m_hall->now();
    }
    void commit(const std::function<void(const RandomHall::Saw&)>& make)
    {
        Batch batch;
        std::uint64_t seq = m_journal->lastSeq();
        make([&](const auto& event, auto at, const auto& before, const auto& after) {
            m_naive.see(event, before, after);
            m_visits.see(event, at, after);
            batch.events.push_back({++seq, at, std::string{eventName(event)}, encodeEvent(event, after)});
        });
        ASSERT_TRUE(m_journal->commit(batch));
    }
    std::unique_ptr<WaitReport> report()
    {
        return std::make_unique<WaitReport>(m_dir.path(), *m_journal,
                                            *time::HallZone::named("Asia/Shanghai"));
    }
    static void countAll(WaitReport& report)
    {
        for (auto goesOn = report.countOn(); goesOn.value();)
            goesOn = report.countOn();
    }
    /// As many lines as it takes.
    void fillTo(std::uint64_t lines)
    {
        while (m_journal->lastSeq() < lines)
            walk(18, 4000);
    }
    [[nodiscard]] std::string archive() const
    {
        std::ifstream in(m_dir.path() / "report.db", std::ios::binary);
        return {std::istreambuf_iterator<char>{in}, {}};
    }
    void expectAgreement(WaitReport& report)
    {
        expectWaits(report.waits(kAlways, {})->at(0), m_naive.all);
        expectCounts(report.outcomes(kAlways, {})->at(0), report.ratings(kAlways, {})->at(0), m_naive.all);
        m_visits.expectAgreement(report);
        const auto waits = *report.waits(kAlways, {ReportKey::Service});
        const auto outcomes = *report.outcomes(kAlways, {ReportKey::Service});
        const auto ratings = *report.ratings(kAlways, {ReportKey::Service});
        for (const WaitRow& row : waits)
            expectWaits(row, m_naive.byService[row.key[0]]);
        for (const auto& [service, figures] : m_naive.byService) {
            SCOPED_TRACE(service);
            EXPECT_EQ(std::ranges::count(waits, RowKey{service}, &WaitRow::key),
                      figures.waits.empty() ? 0 : 1);
            const auto outcome = std::ranges::find(outcomes, RowKey{service}, &OutcomeRow::key);
            const auto rating = std::ranges::find(ratings, RowKey{service}, &RatingRow::key);
            expectCounts(outcome == outcomes.end() ? OutcomeRow{} : *outcome,
                         rating == ratings.end() ? RatingRow{} : *rating, figures);
        }
    }

    TempDir m_dir;
    std::unique_ptr<Journal> m_journal = std::move(*Journal::open(m_dir.path()));
    std::unique_ptr<RandomHall> m_hall;
    NaiveReport m_naive;
    NaiveVisits m_visits;
};

} // namespace

TEST_F(WaitReportTest, AgreesWithCountingTheSlowWay)
{
    walk(11, 6000);
    expectAgreement(*report());
    const VisitRow all = report()->visits(kAlways, {})->at(0);
    EXPECT_GT(all.postponed * all.calledAgain * all.severalCounters * all.unfinished, 0U)
        << "the walk lacks some kind of visit";
}

TEST_F(WaitReportTest, TakesInWhatWasCommittedSinceTheLastQuestion)
{
    const auto following = report();
    for (int part = 0; part < 5; ++part) {
        walk(12, 1200);
        expectAgreement(*following);
    }
}

TEST_F(WaitReportTest, SaysTheSameAfterReopeningWithAndWithoutItsArchive)
{
    walk(13, 4000);
    expectAgreement(*report());
    expectAgreement(*report());
    walk(13, 2000);
    expectAgreement(*report());
    std::filesystem::remove(m_dir.path() / "report.db");
    std::filesystem::remove(m_dir.path() / "report.db-wal");
    std::filesystem::remove(m_dir.path() / "report.db-shm");
    expectAgreement(*report());
}

TEST_F(WaitReportTest, TwoStepsTakenBackOneAfterTheOtherAreNone)
{
    walk(19, 300);
    const queue::State& state = m_hall->state();
    std::optional<queue::MoveTicket> move;
    queue::Events unused;
    for (const queue::Ticket& ticket : state.tickets)
        for (std::uint16_t i = 0; i < state.rules->services.size() && !move; ++i)
            if (const queue::MoveTicket one{ticket.id, {i}}; queue::isNobody(ticket.customerRef) &&
                                                             ticket.service != one.service &&
                                                             queue::decide(state, one, m_hall->now(), unused))
                move = one;
    ASSERT_TRUE(move);
    const Instant moved = tell(*move);
    const Instant cancelled = tell(queue::CancelTicket{move->ticket});
    tell(queue::UndoFloorStep{move->ticket, cancelled});
    tell(queue::UndoFloorStep{move->ticket, moved});
    expectAgreement(*report());
}

TEST_F(WaitReportTest, ADayThatIsTakenBackAfterItWasArchivedGoesOn)
{
    walk(19, 300);
    ASSERT_TRUE(m_hall->state().dayOpen);
    const Instant closed = tell(queue::CloseDay{});
    const Date date = *m_hall->state().date;
    const Date next{std::chrono::sys_days{date} + std::chrono::days{1}};
    const Instant opened = tell(queue::OpenDay{next, nullptr});
    countAll(*report());
    tell(queue::UndoHallAct{opened});
    tell(queue::UndoHallAct{closed});
    walk(19, 300);
    expectAgreement(*report());
}

TEST_F(WaitReportTest, ALongJournalIsCountedInPiecesAndSaysHowFar)
{
    fillTo(25'000);
    const std::uint64_t last = m_journal->lastSeq();
    const auto counting = report();
    EXPECT_EQ(counting->stillCountingAt(last), 0U);
    EXPECT_FALSE(std::filesystem::exists(m_dir.path() / "report.db")) << "nothing is opened yet";
    ASSERT_TRUE(counting->countOn().value());
    EXPECT_GT(counting->stillCountingAt(last), 0U);
    countAll(*counting);
    EXPECT_EQ(counting->stillCountingAt(last), std::nullopt);
    expectAgreement(*counting);
}

TEST_F(WaitReportTest, AJournalWithALineThatCantBeReadIsNotBeingCounted)
{
    fillTo(25'000);
    openByHand(m_dir.path() / "hall.db").exec("UPDATE journal SET payload = '{}' WHERE seq = 1");
    const auto stuck = report();
    EXPECT_FALSE(stuck->countOn());
    EXPECT_EQ(stuck->stillCountingAt(m_journal->lastSeq()), std::nullopt);
    EXPECT_THAT(stuck->waits(kAlways, {}).error().detail, testing::HasSubstr("restore the database"));
}

TEST_F(WaitReportTest, AnArchiveOfAnotherJournalIsMadeAnew)
{
    walk(14, 3000);
    TempDir other;
    {
        auto journal = Journal::open(other.path());
        ASSERT_TRUE(WaitReport(other.path(), **journal, time::HallZone{}).countOn());
    }
    countAll(*report());
    std::filesystem::copy_file(m_dir.path() / "report.db", other.path() / "report.db",
                               std::filesystem::copy_options::overwrite_existing);
    auto journal = Journal::open(other.path());
    WaitReport empty{other.path(), **journal, time::HallZone{}};
    countAll(empty);
    EXPECT_EQ(empty.size(), 0U);
}

TEST_F(WaitReportTest, AnArchiveWithAnyByteChangedCountsTheSameAndIsKeptAgain)
{
    walk(17, 4000);
    countAll(*report());
    const std::string whole = archive();
    for (std::size_t at = 0; at < whole.size(); at += 997) {
        SCOPED_TRACE("byte " + std::to_string(at));
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
        std::ofstream(m_dir.path() / "report.db", std::ios::binary) << damaged;
        expectAgreement(*report());
        SQLite::Database kept{(m_dir.path() / "report.db").string()};
        EXPECT_GT(kept.execAndGet("SELECT count(*) FROM block").getInt(), 0);
    }
}

TEST_F(WaitReportTest, RowsOfDaysAddUpAndADayOutsideIsLeftOut)
{
    walk(15, 6000);
    const auto all = report();
    const auto days = *all->waits(kAlways, {ReportKey::Day});
    ASSERT_GT(days.size(), 1U) << "the walk must cross a day's end";
    std::uint64_t sum = 0;
    for (const WaitRow& day : days) {
        const Date date = *time::parseDate(day.key[0]);
        const DayRange only{date, Date{std::chrono::sys_days{date} + std::chrono::days{1}}};
        EXPECT_EQ(all->waits(only, {})->at(0).count, day.count);
        sum += day.count;
    }
    EXPECT_EQ(sum, m_naive.all.waits.size());
    EXPECT_TRUE(std::ranges::is_sorted(days, {}, &WaitRow::key));
}

TEST_F(WaitReportTest, HalfHoursAreThoseOfTheHallsClock)
{
    walk(16, 40);
    const auto rows = *report()->outcomes(kAlways, {ReportKey::HalfHour, ReportKey::Weekday});
    ASSERT_FALSE(rows.empty());
    EXPECT_EQ(rows.front().key, (RowKey{"09:00", "sun"})) << "01:00 UTC on a Sunday";
}

TEST_F(WaitReportTest, AnEmptyJournalHasNoRows)
{
    const auto empty = report();
    EXPECT_TRUE(empty->waits(kAlways, {})->empty());
    EXPECT_TRUE(empty->outcomes(kAlways, {ReportKey::Clerk})->empty());
}
