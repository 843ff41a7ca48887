#include <db/support/random_hall.h>
#include <db/support/service_under_test.h>
#include <db/support/temp_dir.h>

#include <gtest/gtest.h>

#include <optional>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace starqueue;
using namespace starqueue::db;
using namespace starqueue::db::test;

namespace {

class WriterTest : public ::testing::Test
{
protected:
    TempDir m_dir;
    ServiceUnderTest m_service{m_dir.path()};

    void SetUp() override { m_service.openHall(); }
};

} // namespace

TEST_F(WriterTest, TwoNextInOneBatchGetTwoTickets)
{
    m_service.send(issue());
    m_service.send(issue());
    const auto goOn = m_service.hold();
    auto first = m_service.submit(key(1), queue::CallNext{{0}});
    auto second = m_service.submit(key(2), queue::CallNext{{1}});
    goOn();
    const auto one = first.get();
    const auto two = second.get();
    EXPECT_TRUE(one.accepted());
    EXPECT_TRUE(two.accepted());
    EXPECT_NE(one.ticket(), two.ticket());
}

TEST_F(WriterTest, WhatCouldNotBeReadAgainIsRefusedAndNotWritten)
{
    using namespace std::chrono;
    m_service.send(queue::CloseDay{});
    const auto before = m_service.send(queue::PostMessage{"m", {"before", ""}}, key(1)).seq;
    const auto hoursFrom = [](sys_days day) {
        queue::DayHours hours;
        hours.begins = Instant{day} - std::chrono::hours{8};
        return std::make_shared<const queue::DayHours>(hours);
    };
    for (const Date date : {Date{year{0} / 1 / 1}, Date{year{10000} / 1 / 1}, Date{year{-1} / 1 / 1}}) {
        const auto told =
            m_service.send(queue::OpenDay{date, nullptr, hoursFrom(date), false, date, true}, key(2));
        EXPECT_EQ(told.fate, Fate::Committed) << int(date.year());
        EXPECT_EQ(told.what, Told::What::Refused) << int(date.year());
        EXPECT_EQ(told.refusal, queue::RefusalCode::BadValue) << int(date.year());
    }
    EXPECT_EQ(m_service.send(queue::PostMessage{"m", {"after", ""}}, key(3)).seq, before + 1);
    EXPECT_TRUE(m_service.journal().replay().has_value());
}

TEST_F(WriterTest, TheSameRequestTwiceInOneBatchIsCarriedOutOnce)
{
    const auto goOn = m_service.hold();
    auto first = m_service.submit(key(1), issue());
    auto again = m_service.submit(key(1), issue());
    goOn();
    const auto one = first.get();
    const auto two = again.get();
    EXPECT_FALSE(one.repeated);
    EXPECT_TRUE(two.repeated);
    EXPECT_EQ(one.ticket(), two.ticket());
    EXPECT_EQ(m_service.state().tickets.size(), 1U);
}

TEST_F(WriterTest, ManyThreadsSendingOneRequestGetOneTicket)
{
    std::vector<std::thread> threads;
    std::atomic<int> fresh = 0;
    std::atomic<std::uint64_t> sum = 0;
    for (int i = 0; i < 16; ++i)
        threads.emplace_back([&] {
            const auto told = m_service.send(issue(), key(7));
            fresh += told.repeated ? 0 : 1;
            sum += told.ticket();
        });
    for (auto& thread : threads)
        thread.join();
    EXPECT_EQ(fresh, 1);
    EXPECT_EQ(sum, 16 * m_service.state().tickets.front().id.value);
}

TEST_F(WriterTest, ARepeatedRequestIsAnsweredFromTheJournalWithTheSameEvents)
{
    const auto first = m_service.send(issue(1, 5), key(1));
    m_service.send(queue::CallNext{{0}});
    const auto again = m_service.send(issue(1, 5), key(1));
    ASSERT_TRUE(again.accepted());
    EXPECT_TRUE(again.repeated);
    ASSERT_EQ(again.events.size(), first.events.size());
    EXPECT_EQ(std::get<queue::TicketIssued>(again.events.front()).ticket,
              std::get<queue::TicketIssued>(first.events.front()).ticket);
}

TEST_F(WriterTest, AnotherBodyUnderTheSameRequestIdIsReused)
{
    const auto goOn = m_service.hold();
    m_service.submit(key(1, 1), issue());
    auto sameBatch = m_service.submit(key(1, 2), issue());
    goOn();
    EXPECT_EQ(sameBatch.get().what, Told::What::Reused);
    EXPECT_EQ(m_service.send(issue(), key(1, 2)).what, Told::What::Reused);
    EXPECT_EQ(m_service.state().tickets.size(), 1U);
}

TEST_F(WriterTest, AnotherTokensRequestWithTheSameIdIsARequestOfItsOwn)
{
    m_service.send(issue(), key(1, 1, "kiosk-1"));
    EXPECT_FALSE(m_service.send(issue(), key(1, 1, "kiosk-2")).repeated);
    EXPECT_EQ(m_service.state().tickets.size(), 2U);
}

TEST_F(WriterTest, ARefusalIsDecidedAnew)
{
    EXPECT_EQ(m_service.send(queue::CallNext{{0}}, key(1)).refusal, queue::RefusalCode::NobodyWaits);
    m_service.send(issue());
    EXPECT_TRUE(m_service.send(queue::CallNext{{0}}, key(1)).accepted());
}

TEST_F(WriterTest, AQuestionSeesWhatStandsBeforeItInItsBatchAndNothingElse)
{
    const auto goOn = m_service.hold();
    auto before = m_service.countTickets();
    auto issued = m_service.submit(key(1), issue());
    auto between = m_service.countTickets();
    auto another = m_service.submit(key(2), issue());
    auto after = m_service.countTickets();
    goOn();
    EXPECT_EQ(before.get(), 0U);
    EXPECT_EQ(between.get(), 1U);
    EXPECT_EQ(after.get(), 2U);
}

TEST_F(WriterTest, EveryCommittedEventIsPublishedOnceAndInOrderBeforeItsAnswer)
{
    for (std::uint32_t i = 0; i < 20; ++i) {
        const auto told = m_service.send(issue(), key(i));
        EXPECT_EQ(m_service.published().back().seq, told.seq);
    }
    const auto published = m_service.published();
    for (std::size_t i = 0; i < published.size(); ++i)
        EXPECT_EQ(published[i].seq, i + 1);
    const auto read = m_service.journal().read(0, 1000);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->size(), published.size());
}

TEST_F(WriterTest, AnAcceptedAnswerSeesItsOwnEventsInTheState)
{
    const auto told = m_service.send(issue());
    EXPECT_EQ(told.seq, m_service.journal().lastSeq());
}

TEST_F(WriterTest, AClockThatStepsIsJournalledOnceForEachStep)
{
    const auto steps = [this] {
        const auto lines = m_service.journal().read(0, 1000);
        return std::ranges::count(*lines, "clock_stepped", &Recorded::name);
    };
    m_service.setWall(kMorning + std::chrono::minutes{1});
    m_service.send(issue());
    m_service.send(issue());
    EXPECT_EQ(steps(), 1);
    m_service.setWall(kMorning - std::chrono::minutes{1});
    m_service.send(issue());
    EXPECT_EQ(steps(), 2);
    m_service.setWall(kMorning + std::chrono::hours{1});
    m_service.send(issue());
    EXPECT_EQ(steps(), 2) << "so large a step isn't believed";
    EXPECT_EQ(m_service.state().clock.ahead, -std::chrono::minutes{1});
    const auto lines = m_service.journal().read(0, 1000);
    EXPECT_TRUE(std::ranges::is_sorted(*lines, {}, &Recorded::at));
}

TEST(Writer, FinishesWhatWasSubmittedBeforeItEnds)
{
    TempDir dir;
    std::vector<std::future<Told>> answers;
    {
        ServiceUnderTest service{dir.path()};
        service.openHall();
        for (std::uint32_t i = 0; i < 100; ++i)
            answers.push_back(service.submit(key(i), issue()));
    }
    for (auto& answer : answers)
        EXPECT_TRUE(answer.get().accepted());
}

TEST(Writer, AnswersARequestFromBeforeARestartOutOfTheJournal)
{
    TempDir dir;
    std::uint64_t ticket = 0;
    {
        ServiceUnderTest service{dir.path()};
        service.openHall();
        ticket = service.send(issue(), key(1)).ticket();
    }
    ServiceUnderTest service{dir.path()};
    const auto again = service.send(issue(), key(1));
    EXPECT_TRUE(again.repeated);
    EXPECT_EQ(again.ticket(), ticket);
    EXPECT_EQ(service.send(issue(), key(1, 9)).what, Told::What::Reused);
}

TEST(Writer, RequestsAreRememberedUntilTheEndOfTheNextBusinessDayRestartedOrNot)
{
    for (const bool restarts : {false, true}) {
        SCOPED_TRACE(restarts);
        TempDir dir;
        std::optional<ServiceUnderTest> service(std::in_place, dir.path());
        service->openHall();
        const Date first = *service->state().date;
        const auto nextDay = [&](int days) {
            service->pass(std::chrono::hours{24});
            service->send(queue::CloseDay{});
            const Date date{std::chrono::sys_days{first} + std::chrono::days{days}};
            service->send(queue::OpenDay{date, nullptr});
            if (!restarts)
                return;
            service.reset();
            service.emplace(dir.path());
        };
        service->send(issue(), key(1));
        nextDay(3);
        EXPECT_TRUE(service->send(issue(), key(1)).repeated)
            << "the next business day, after a long week-end";
        nextDay(4);
        EXPECT_FALSE(service->send(issue(), key(1)).repeated) << "the one after";
    }
}

TEST(Writer, RulesThatChangedKeepWhatWasAnsweredBeforeThem)
{
    TempDir dir;
    std::uint64_t ticket = 0;
    {
        ServiceUnderTest service{dir.path()};
        service.openHall();
        ticket = service.send(issue(2, 5), key(1)).ticket();
    }
    ServiceUnderTest service{dir.path()};
    auto changed = std::make_shared<queue::Rules>(*service.state().rules);
    changed->services[0].prefix = "Q";
    changed->tiers[0].headStart = Minutes{1};
    ASSERT_TRUE(service.send(queue::SetRules{changed}).accepted());
    const auto again = service.send(issue(2, 5), key(1));
    ASSERT_TRUE(again.repeated);
    const auto& issued = std::get<queue::TicketIssued>(again.events.front()).ticket;
    EXPECT_EQ(issued.id.value, ticket);
    EXPECT_EQ(service.state().rules->services[issued.service.value].id, "repair");
}
