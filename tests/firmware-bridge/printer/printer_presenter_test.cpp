// Printers that hold a ticket until it is taken.
#include <firmware-bridge/printer/fake_printer.h>
#include <firmware-bridge/profiles/profile_reader.h>

using namespace starqueue::bridge;
using namespace starqueue::bridge::test;
using PaperEvent = TicketPrinter::PaperEvent;

namespace {

PrinterProfile presenterProfile(const QString& name)
{
    return loadProfile(name, u"/"_s).value();
}

/// Custom's full status: paper, user, recoverable, unrecoverable.
QByteArray fullStatus(char paper = 0, char user = 0, char recoverable = 0, char unrecoverable = 0)
{
    return QByteArray("\x10\x0F", 2) + paper + user + recoverable + unrecoverable;
}

struct CustomPrinter : FakePrinterTest
{
    CustomPrinter()
    {
        fake.answersIds = fake.answersSensor = false;
        fake.status = {{20, fullStatus()}};
        fake.onCut = [this] { fake.status[20] = fullStatus(0x20); };
        fake.onCommand = [this](const QByteArray& command) {
            if (command.startsWith("\x1D"
                                   "e\x02"))
                fake.status[20] = fullStatus();
        };
        connect(presenterProfile(u"custom-presenter"_s));
    }
};

struct CitizenPrinter : FakePrinterTest
{
    CitizenPrinter()
    {
        for (int question = 1; question <= 6; ++question)
            fake.status[question] = "\x12";
        connect(presenterProfile(u"citizen-ppu"_s));
    }
};

} // namespace

TEST_F(CustomPrinter, TriedAHealthyFullStatusIsReady)
{
    EXPECT_EQ(host.state().kind, Kind::Ready);
}

TEST_F(CustomPrinter, ATicketAtTheExitWithTheMotorOffIsTheProof)
{
    fake.onCut = [this] { fake.status[20] = fullStatus(0x20, 0x08); };
    print(1);
    pass(5s);
    EXPECT_TRUE(ends[1].empty()) << "the motor still runs";
    fake.status[20] = fullStatus(0x20);
    pass(2s);
    EXPECT_EQ(ends[1], std::vector{Outcome::Printed});
    EXPECT_EQ(paper[1], std::vector{PaperEvent::Presented});
    EXPECT_TRUE(fake.received.contains("\x1D"
                                       "e\x03"));
}

TEST_F(CustomPrinter, TriedAWaitingTicketIsNoPaperEndAndTheNextOneWaitsUntilItIsTaken)
{
    print(1);
    pass(5s);
    EXPECT_EQ(host.state().kind, Kind::TicketWaiting);
    EXPECT_EQ(host.state().fault(), u"ticketWaiting"_s);
    print(2);
    pass(10s);
    EXPECT_TRUE(ends[2].empty());
    fake.status[20] = fullStatus();
    pass(10s);
    EXPECT_EQ(ends[2], std::vector{Outcome::Printed});
    EXPECT_EQ(paper[1], (std::vector{PaperEvent::Presented, PaperEvent::Taken}));
}

TEST_F(CustomPrinter, ATicketThatNobodyTakesIsRetractedAndToldSo)
{
    print(1);
    pass(40s);
    EXPECT_EQ(paper[1], (std::vector{PaperEvent::Presented, PaperEvent::Retracted}));
    EXPECT_EQ(host.state().kind, Kind::Ready);
}

TEST_F(CustomPrinter, ATicketThatNobodyWatchedWhileTheLineWasLostIsNotSaidToBeTaken)
{
    print(1);
    pass(5s);
    ASSERT_EQ(paper[1], std::vector{PaperEvent::Presented});
    host.lineLost(now);
    fake.status[20] = fullStatus();
    pass(1s);
    host.lineOpened(now);
    print(2);
    pass(15s);
    EXPECT_EQ(ends[2], std::vector{Outcome::Printed});
    EXPECT_EQ(paper[1], std::vector{PaperEvent::Presented});
    EXPECT_EQ(paper[2], std::vector{PaperEvent::Presented});
}

TEST_F(CustomPrinter, APowerCutInMidTicketIsNoProof)
{
    fake.stopAfter(2);
    print(1);
    pass(1s);
    cutPower(5s);
    pass(20s);
    EXPECT_EQ(ends[1], std::vector{Outcome::Unknown});
}

TEST_F(CustomPrinter, EachOfItsFaultsIsNamed)
{
    const std::vector<std::pair<QByteArray, Kind>> faults{
        {fullStatus(0x01), Kind::PaperOut},
        {fullStatus(0x04), Kind::NearEnd},
        {fullStatus(0, 0x02), Kind::CoverOpen},
        {fullStatus(0, 0, 0x40), Kind::Jam},
        {fullStatus(0, 0, 0x01), Kind::Cooling},
        {fullStatus(0, 0, 0, 0x01), Kind::CutterFault},
        {fullStatus(0, 0, 0, 0x04), Kind::Broken},
        {fullStatus(0, 0, 0, '\x80'), Kind::Presenter},
        {fullStatus(), Kind::Ready},
    };
    for (const auto& [status, kind] : faults) {
        fake.status[20] = status;
        pass(5s);
        EXPECT_EQ(host.state().kind, kind) << status.toHex().constData();
    }
}

TEST_F(CitizenPrinter, TriedATicketThatIsntTakenForTwentyFiveSecondsIsNoPaperEndAndNoTimeOut)
{
    fake.status[4] = "\x52";
    pass(3s);
    EXPECT_EQ(host.state().kind, Kind::TicketWaiting);
    print(1);
    pass(25s);
    EXPECT_TRUE(ends[1].empty());
    fake.status[4] = "\x12";
    pass(5s);
    EXPECT_EQ(ends[1], std::vector{Outcome::Printed});
    EXPECT_EQ(fake.papers().size(), 1U);
}

TEST_F(CitizenPrinter, TheWaitBehindAnothersTicketIsNoPartOfATicketsOwnLife)
{
    fake.status[4] = "\x52";
    pass(3s);
    print(1);
    pass(150s);
    EXPECT_TRUE(ends[1].empty());
    fake.status[4] = "\x12";
    pass(5s);
    EXPECT_EQ(ends[1], std::vector{Outcome::Printed});
}

TEST_F(FakePrinterTest, TheWaitBehindATicketThatIsOutOfPaperIsNoPartOfATicketsOwnLife)
{
    connect();
    fake.stopAfter(2);
    endPaperAtStop();
    print(1);
    print(2);
    pass(150s);
    EXPECT_TRUE(ends[2].empty());
    refill();
    pass(8s);
    EXPECT_EQ(ends[1], std::vector{Outcome::Printed});
    EXPECT_EQ(ends[2], std::vector{Outcome::Printed});
}

TEST_F(CitizenPrinter, TriedASecondTicketThatThePrinterHoldsBackIsConfirmedWhenTheFirstIsTaken)
{
    fake.stopAfter(1); // its presenter is full before the sensor says so
    fake.onStop = [this] { fake.status[4] = "\x52"; };
    print(1);
    pass(200s); // longer than a ticket may take otherwise
    EXPECT_TRUE(ends[1].empty());
    fake.status[4] = "\x12";
    fake.stopped = false;
    pass(5s);
    EXPECT_EQ(ends[1], std::vector{Outcome::Printed});
}

TEST_F(CitizenPrinter, TriedAutomaticStatusOfATicketThatWasTakenIsNoPaperEnd)
{
    host.received(QByteArray("\x10\x00\x08\x00\x10\x00\x08\x00", 8), now); // twice: no damaged byte
    EXPECT_EQ(host.state().kind, Kind::Ready);
    print(1);
    pass(3s);
    EXPECT_EQ(ends[1], std::vector{Outcome::Printed});
}

TEST_F(CitizenPrinter, APresenterErrorIsNamedAndEndedByRecovery)
{
    fake.status[1] = "\x1A";
    fake.status[6] = "\x32";
    fake.onEnquiry = [this](int) { fake.status[1] = fake.status[6] = "\x12"; };
    until([this] { return host.state().kind == Kind::Presenter; }, 5s);
    EXPECT_EQ(host.state().kind, Kind::Presenter);
    EXPECT_LE(until([this] { return host.state().ready(); }, 10s), 4s);
}

TEST_F(CustomPrinter, TriedATicketThatNobodyTakesAndThatIsEjectedIsNotSaidToBeTaken)
{
    PrinterProfile ejecting = presenterProfile(u"custom-presenter"_s);
    ejecting.presenter.untaken = PresenterProfile::Untaken::Eject;
    fake.onCommand = [this](const QByteArray& command) {
        if (command.startsWith("\x1D"
                               "e\x05"))
            fake.status[20] = fullStatus();
    };
    connect(ejecting);
    print(1);
    pass(40s);
    EXPECT_EQ(paper[1], (std::vector{PaperEvent::Presented, PaperEvent::Retracted}));
}

TEST_F(CustomPrinter, TriedATicketFromBeforeTheBridgeIsTakenBackSoThatTheNextOneComes)
{
    fake.status[20] = fullStatus(0x20);
    connect(presenterProfile(u"custom-presenter"_s));
    until([this] { return host.state().kind == Kind::TicketWaiting; }, 5s);
    ASSERT_EQ(host.state().kind, Kind::TicketWaiting);
    print(1);
    EXPECT_LE(until([this] { return host.state().ready(); }, 60s), 32s);
    pass(10s);
    EXPECT_EQ(ends[1], std::vector{Outcome::Printed});
}
