#include <firmware-bridge/bridged_hall.h>
#include <firmware-bridge/event_loop.h>

#include <firmware-bridge/relay/print_spooler.h>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace starqueue;
using namespace starqueue::bridge;
using namespace starqueue::bridge::test;
using namespace std::chrono_literals;
using Outcome = TicketPrinter::Outcome;

namespace {

/// The spooler between a scripted hall and a printer whose outcomes the test says.
class PrintSpoolerTest : public ::testing::Test
{
protected:
    explicit PrintSpoolerTest(std::chrono::milliseconds patrol = 20ms)
        : spooler(client, {.retry = 5ms, .patrol = patrol, .take = 100ms})
    {
        QObject::connect(&spooler, &PrintSpooler::printRequested, &spooler,
                         [this](const QString&, const QString& job, const PrintedTicket& ticket) {
                             printed += job;
                             unmarked += ticket.reprint ? 0 : 1;
                         });
        QObject::connect(&spooler, &PrintSpooler::withdrawRequested, &spooler,
                         [this](const QString&, const QString& job) { withdrawn += job; });
        spooler.addPrinter(u"1"_s);
        setReady(true);
    }

    void setReady(bool ready)
    {
        using Kind = PrinterState::Kind;
        spooler.onPrinterState(u"1"_s, {ready ? Kind::Ready : Kind::PaperOut});
    }

    /// How a request whose path ends so is answered the next `times` times; 0: the connection is cut.
    void answerSo(const QString& pathEnd, int status, int times = 1)
    {
        hall.intercept = [=](const HallRequest& request) mutable -> std::optional<int> {
            if (!request.path.endsWith(pathEnd) || times == 0)
                return std::nullopt;
            --times;
            return status;
        };
    }

    bool prints(int count)
    {
        return eventually([this, count] { return printed.size() == count; });
    }
    bool ends(const QString& job, const QString& outcome)
    {
        return eventually([&] { return hall.job(job)["outcome"].toString() == outcome; });
    }
    /// The hall has answered so many more questions for the jobs that are counted as taken.
    bool looks(int more)
    {
        const int before = hall.count("GET", "state=taken");
        return eventually([&] { return hall.count("GET", "state=taken") >= before + more; });
    }

    QCoreApplication& app = application(); // before what needs its event loop
    BridgedHall hall;
    client::HallClient client{client::HallAddress{hall.url(), "token"}};
    PrintSpooler spooler;
    QStringList printed;
    QStringList withdrawn;
    int unmarked = 0;
};

/// Without a patrol: what isn't told by an event isn't heard of.
struct EventfulSpooler : PrintSpoolerTest
{
    EventfulSpooler() : PrintSpoolerTest(1h) {}

    void tell(client::api::EventName name, const QString& ticket, const QString& job = {})
    {
        spooler.onEvent({.name = name, .ticket = ticket, .job = job});
    }
    QString printOne()
    {
        const QString job = hall.addJob("A012");
        tell(client::api::EventName::PrintJobCreated, job, job);
        spooler.resync();
        EXPECT_TRUE(prints(1));
        return job;
    }
};

/// Answers to a result that decide nothing; 0: none.
struct UndecidedResult : PrintSpoolerTest, ::testing::WithParamInterface<int>
{};

INSTANTIATE_TEST_SUITE_P(PrintSpooler, UndecidedResult, ::testing::Values(0, 401, 408, 429, 500, 503, 507));

} // namespace

TEST_P(UndecidedResult, IsToldAgainUntilItIsTakenAndNothingIsPrintedTwice)
{
    const QString job = hall.addJob("A012");
    ASSERT_TRUE(prints(1));
    answerSo("/result", GetParam(), 2);
    spooler.onPrinted(job, Outcome::Printed);
    ASSERT_TRUE(looks(3));
    ASSERT_TRUE(ends(job, "printed"));
    ASSERT_TRUE(looks(2));
    EXPECT_EQ(printed.size(), 1);
}

TEST_F(PrintSpoolerTest, WhatBecameOfThePaperIsToldOnceTheOutcomeIsAndInOrder)
{
    const QString job = hall.addJob("A012");
    ASSERT_TRUE(prints(1));
    answerSo("/result", 503, 2);
    spooler.onPrinted(job, Outcome::Printed);
    spooler.onPaperMoved(job, TicketPrinter::PaperEvent::Presented);
    spooler.onPaperMoved(job, TicketPrinter::PaperEvent::Retracted);
    spooler.onPaperMoved({}, TicketPrinter::PaperEvent::Taken); // of a test ticket
    EXPECT_TRUE(eventually([&] {
        return hall.papersOf(job) == QStringList{"presented", "retracted"};
    })) << hall.papersOf(job).join(' ').toStdString();
    EXPECT_EQ(hall.count("POST", "/paper"), 2) << "none before the outcome was taken";
}

TEST_F(PrintSpoolerTest, AJobWhoseTakeFailedAndThenSucceededIsNoLongerHeldForUnprinted)
{
    answerSo("/take", 507);
    const QString job = hall.addJob("A012");
    ASSERT_TRUE(prints(1));
    EXPECT_EQ(hall.count("POST", "/take"), 2);
    answerSo("/result", 422); // the hall refuses this result for good
    spooler.onPrinted(job, Outcome::Printed);
    ASSERT_TRUE(ends(job, "unknown"));
    ASSERT_TRUE(prints(2));
    EXPECT_EQ(unmarked, 1);
}

TEST_F(PrintSpoolerTest, ATakeThatArrivesLateIsFoundByThePatrolAndNothingWasPrinted)
{
    hall.intercept = [this](const HallRequest& request) -> std::optional<int> {
        if (!request.path.endsWith("/take"))
            return std::nullopt;
        setReady(false); // so that the job isn't taken once more
        return 0;
    };
    const QString job = hall.addJob("A012");
    ASSERT_TRUE(eventually([this] { return hall.count("POST", "/take") > 0; }));
    ASSERT_TRUE(looks(3));
    hall.takeNow(job);
    ASSERT_TRUE(ends(job, "offline"));
    hall.intercept = nullptr;
    setReady(true);
    ASSERT_TRUE(prints(1));
    EXPECT_EQ(unmarked, 1);
}

TEST_F(PrintSpoolerTest, AJobThatTheHallCountsAsOursAndThatNobodyHoldsIsSettledByThePatrol)
{
    setReady(false);
    ASSERT_TRUE(looks(1));
    const QString job = hall.addJob("A012");
    hall.takeNow(job);
    EXPECT_TRUE(ends(job, "unknown"));
}

TEST_F(PrintSpoolerTest, AJobThatIsBeingPrintedIsLeftAloneByThePatrol)
{
    const QString job = hall.addJob("A012");
    ASSERT_TRUE(prints(1));
    ASSERT_TRUE(looks(3));
    EXPECT_EQ(hall.job(job)["state"].toString(), "taken");
}

TEST_F(PrintSpoolerTest, AnotherKiosksJobIsLeftAloneByThePatrol)
{
    const QString job = hall.addJob("A012", "2");
    hall.takeNow(job);
    ASSERT_TRUE(looks(3));
    EXPECT_EQ(hall.job(job)["state"].toString(), "taken");
}

TEST_F(PrintSpoolerTest, AJobThatIsTakenWhenItsPrinterIsGoneIsGivenBack)
{
    hall.intercept = [this](const HallRequest& request) -> std::optional<int> {
        if (request.path.endsWith("/take"))
            spooler.removePrinter(u"1"_s);
        return std::nullopt;
    };
    const QString job = hall.addJob("A012");
    EXPECT_TRUE(ends(job, "offline"));
    EXPECT_TRUE(printed.isEmpty());
}

TEST_F(EventfulSpooler, AJobIsWithdrawnWhenTheHallTellsThatItsTicketIsGone)
{
    using client::api::EventName;
    for (const EventName gone : {EventName::TicketCalled, EventName::TicketCancelled,
                                 EventName::TicketUnserved, EventName::TicketServedByHand}) {
        const QString job = printOne();
        hall.sendAway(job);
        tell(gone, hall.job(job)["ticket"].toString());
        ASSERT_TRUE(eventually([this] { return !withdrawn.isEmpty(); })) << static_cast<int>(gone);
        EXPECT_EQ(withdrawn, QStringList{job});
        spooler.onPrinted(job, Outcome::Dropped);
        ASSERT_TRUE(ends(job, "dropped"));
        withdrawn.clear();
        printed.clear();
    }
}

TEST_F(EventfulSpooler, AJobWhoseCustomerHasNotedTheNumberIsWithdrawn)
{
    const QString job = printOne();
    hall.forgo(job);
    tell(client::api::EventName::PrintJobEnded, hall.job(job)["ticket"].toString(), job);
    ASSERT_TRUE(eventually([&] { return withdrawn == QStringList{job}; }));
    spooler.onPrinted(job, Outcome::Dropped);
    EXPECT_TRUE(eventually([this] { return spooler.idle(); }));
}

TEST_F(PrintSpoolerTest, SoItIsByTheNextLookWhereTheEventWasMissed)
{
    const QString job = hall.addJob("A012");
    ASSERT_TRUE(prints(1));
    hall.forgo(job);
    ASSERT_TRUE(eventually([&] { return withdrawn == QStringList{job}; }));
}

TEST_F(EventfulSpooler, AnotherTicketsEventAndTheJobsOwnAskNothing)
{
    using client::api::EventName;
    const QString job = printOne();
    const auto asked = hall.requests.size();
    tell(EventName::TicketCalled, u"another"_s);
    tell(EventName::PrintJobTaken, hall.job(job)["ticket"].toString(), job);
    tell(EventName::DayClosed, {});
    spooler.onPrinted(job, Outcome::Printed);
    ASSERT_TRUE(ends(job, "printed"));
    EXPECT_EQ(hall.count("GET", "state=taken"), 1) << hall.requests.size() - asked;
}

TEST_F(PrintSpoolerTest, AJobWhoseTicketWentWhileTheHallWasAwayIsWithdrawnByTheNextLook)
{
    const QString job = hall.addJob("A012");
    ASSERT_TRUE(prints(1));
    hall.setDown(true);
    hall.sendAway(job, {});
    hall.setDown(false);
    ASSERT_TRUE(eventually([this] { return !withdrawn.isEmpty(); }));
    ASSERT_TRUE(looks(2));
    EXPECT_EQ(withdrawn, QStringList{job}) << "once while the printer stays as it is";
    setReady(false);
    EXPECT_EQ(withdrawn.size(), 2) << "it may be able to give it up now";
    spooler.onPrinted(job, Outcome::Unknown);
    ASSERT_TRUE(ends(job, "unknown"));
    setReady(true);
    ASSERT_TRUE(looks(2));
    EXPECT_EQ(printed.size(), 1) << "nobody needs another";
    EXPECT_EQ(withdrawn.size(), 2);
}

TEST_F(PrintSpoolerTest, AJobWhoseTicketGoesWhileItIsTakenIsNotPrinted)
{
    setReady(false);
    const QString job = hall.addJob("A012");
    ASSERT_TRUE(looks(1));
    hall.intercept = [&](const HallRequest& request) -> std::optional<int> {
        if (request.path.endsWith("/take")) {
            hall.takeNow(job);
            hall.sendAway(job, {});
            hall.putBack(job);
        }
        return std::nullopt;
    };
    setReady(true);
    ASSERT_TRUE(ends(job, "dropped"));
    EXPECT_TRUE(printed.isEmpty());
    EXPECT_TRUE(withdrawn.isEmpty()) << "its printer never had it";
}

TEST_F(PrintSpoolerTest, TheNextTicketIsNotWithdrawnWithTheOneBefore)
{
    const QString job = hall.addJob("A012");
    ASSERT_TRUE(prints(1));
    hall.sendAway(job);
    ASSERT_TRUE(eventually([this] { return !withdrawn.isEmpty(); }));
    spooler.onPrinted(job, Outcome::Dropped);
    const QString next = hall.addJob("A013");
    ASSERT_TRUE(prints(2));
    setReady(false);
    ASSERT_TRUE(looks(2));
    EXPECT_EQ(withdrawn, QStringList{job});
    spooler.onPrinted(next, Outcome::Printed);
    EXPECT_TRUE(ends(next, "printed"));
}
