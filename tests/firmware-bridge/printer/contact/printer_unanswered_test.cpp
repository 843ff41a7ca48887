// Printers that never, or never rightly, answer one question of status and all others.
#include <firmware-bridge/printer/fake_printer.h>
#include <firmware-bridge/profiles/profile_reader.h>

#include <set>
#include <tuple>

using namespace starqueue::bridge;
using namespace starqueue::bridge::test;

namespace {

const std::vector kIsPrinted{Outcome::Printed};

/// The question that isn't answered, and the profile.
struct UnansweredStatus : FakePrinterTest, ::testing::WithParamInterface<std::tuple<int, const char*>>
{
    void connectMute(bool trustsWrites)
    {
        PrinterProfile wanted = loadProfile(QString::fromUtf8(std::get<1>(GetParam())), u"/"_s).value();
        wanted.trustWrites = trustsWrites;
        fake.status.erase(std::get<0>(GetParam()));
        connect(wanted);
        pass(25s);
    }
    [[nodiscard]] static QString question() { return u"DLE EOT %1"_s.arg(std::get<0>(GetParam())); }
};

INSTANTIATE_TEST_SUITE_P(Questions, UnansweredStatus,
                         ::testing::Combine(::testing::Range(1, 5),
                                            ::testing::Values("epson-tm", "clone-gsr")));

} // namespace

TEST_P(UnansweredStatus, TriedWhereWritesAreTrustedItPrintsWithAWarning)
{
    connectMute(true);
    EXPECT_EQ(host.state(), (PrinterState{Kind::DoesntConfirm, question()}));
    for (const TicketPrinter::JobId job : {1, 2}) {
        print(job);
        pass(10s);
        EXPECT_EQ(ends[job], kIsPrinted);
    }
    EXPECT_EQ(fake.papers().size(), 2U);
    EXPECT_EQ(fake.markedCopies(), 0);
}

TEST_P(UnansweredStatus, TriedElseItIsSaidWhichAndGetsNoTicket)
{
    connectMute(false);
    EXPECT_EQ(host.state(), (PrinterState{Kind::StatusUnanswered, question()}));
    expectRefused(Outcome::Offline, 20s);
}

TEST_F(FakePrinterTest, TriedAPrinterThatNeverAnswersStatusPrintsWhereWritesAreTrusted)
{
    fake.status.clear();
    connectTrusting();
    pass(60s);
    EXPECT_EQ(host.state().kind, Kind::DoesntConfirm);
    print(1);
    pass(10s);
    EXPECT_EQ(ends[1], std::vector{Outcome::Sent});
    EXPECT_EQ(fake.wholeCopiesOf("A001"), 1);
}

TEST_F(FakePrinterTest, TriedAPrinterOfWhichOneAnswerHasAWrongBitSaysTheSameAllTheTime)
{
    fake.status[1] = "\x02";
    connect();
    pass(25s);
    std::set<Kind> seen;
    for (int second = 0; second < 60; ++second) {
        host.received(QByteArray("\x10\x00\x00\x00", 4), now); // automatic status
        pass(1s);
        seen.insert(host.state().kind);
    }
    EXPECT_EQ(seen, std::set{Kind::StatusUnanswered});
}

TEST_F(FakePrinterTest, AQuestionThatFallsSilentIsNoticedAndNoticedToBeAnsweredAgain)
{
    connect();
    pass(5s);
    ASSERT_EQ(host.state().kind, Kind::Ready);
    const QByteArray answer = fake.status[3];
    fake.status.erase(3);
    EXPECT_LE(until([this] { return host.state().kind == Kind::StatusUnanswered; }, 60s), 10s);
    fake.status[3] = answer;
    EXPECT_LE(until([this] { return host.state().kind == Kind::Ready; }, 60s), 14s);
}

TEST_F(FakePrinterTest, WhatAQuestionSaidThatFellSilentDoesntStandForEver)
{
    connectTrusting();
    fake.status[4] = "\x72";
    pass(5s);
    ASSERT_EQ(host.state().kind, Kind::PaperOut);
    fake.status.erase(4);
    pass(20s);
    EXPECT_EQ(host.state().kind, Kind::DoesntConfirm);
}

TEST_F(FakePrinterTest, ADamagedNoticeThatOnlyAMuteQuestionCouldVerifyDoesntKeepItFromPrinting)
{
    fake.status.erase(4);
    connectTrusting();
    pass(25s);
    host.received(QByteArray("\x10\x00\x08\x00", 4), now); // automatic status: no paper, and on line
    pass(3s);
    EXPECT_EQ(host.state().kind, Kind::DoesntConfirm);
    fake.status[1] = "\x1A";
    host.received(QByteArray("\x18\x00\x0C\x00", 4), now);
    pass(3s);
    EXPECT_EQ(host.state().kind, Kind::PaperOut);
}

TEST_F(FakePrinterTest, ATicketIsProvenThoughAMuteQuestionIsTriedWhenItBegins)
{
    fake.status.erase(3);
    connectTrusting();
    pass(25s);
    for (TicketPrinter::JobId job = 1; job <= 60; ++job) {
        fake.received.clear();
        until([this] { return fake.received.endsWith(QByteArray("\x10\x04\x03", 3)); }, 15s);
        pass(std::chrono::milliseconds(20 * job));
        print(job);
        pass(4s);
        ASSERT_EQ(ends[job], kIsPrinted) << job;
    }
    EXPECT_EQ(fake.markedCopies(), 0);
}

TEST_F(FakePrinterTest, APrinterThatWasOffForMinutesIsReadyAgainAndNoQuestionIsTakenForMute)
{
    for (const auto off : {5s, 20s, 40s, 70s, 200s}) {
        fake = FakePrinter();
        connect();
        pass(5s);
        cutPower(off);
        pass(2s);
        EXPECT_LE(until([this] { return host.state().ready(); }, 60s), 8s);
        for (int second = 0; second < 30; ++second) {
            pass(1s);
            EXPECT_EQ(host.state().kind, Kind::Ready);
        }
    }
}

TEST_F(FakePrinterTest, APrinterWhoseAnswersAreLateBySecondsIsntTakenForOneThatLeavesQuestionsOut)
{
    std::deque<std::pair<SteadyTime, QByteArray>> late;
    wireToHost = [&](const QByteArray& bytes) {
        late.emplace_back(now + 2500ms, bytes);
        return QByteArray();
    };
    connect();
    const auto ready = [&] {
        for (; !late.empty() && late.front().first <= now; late.pop_front())
            host.received(late.front().second, now);
        return host.state().ready();
    };
    until(ready, 60s);
    EXPECT_TRUE(host.state().ready());
}
