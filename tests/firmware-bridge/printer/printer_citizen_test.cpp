// Citizen's printers after their manuals: one takes tickets back by itself where a switch lets it, another
// says its presenter's bits the other way round.
#include <firmware-bridge/printer/family_printer.h>
#include <firmware-bridge/profiles/profile_reader.h>

using namespace starqueue::bridge;
using namespace starqueue::bridge::test;
using namespace std::chrono_literals;
using Kind = PrinterState::Kind;
using Outcome = TicketPrinter::Outcome;
using PaperEvent = TicketPrinter::PaperEvent;

namespace {

/// A Citizen whose memory switch 4-4 lets it take tickets back by itself, or not.
struct CitizenPpu : FamilyPrinterTest
{
    void connectTo(bool takesBack)
    {
        auto settings = starqueue::simulators::familySettings(starqueue::simulators::Family::Citizen);
        settings.retractTimerAllowed = takesBack;
        connect(settings, loadProfile(u"citizen-ppu"_s, u"/"_s).value());
    }
    /// Prints `job`, whose ticket is taken so long after it was put out; never: nobody does.
    void printAndTake(TicketPrinter::JobId job, std::optional<std::chrono::milliseconds> after)
    {
        print(job);
        until([this, job] { return !papers[job].empty(); }, 20s);
        if (after) {
            pass(*after);
            touch(starqueue::simulators::Hand::TakeTicket);
        }
        pass(after ? 3s : 20s);
    }
};

} // namespace

TEST_F(CitizenPpu, TriedATicketThatItTakesBackByItselfIsNotSaidToBeTaken)
{
    connectTo(true);
    printAndTake(1, {});
    printAndTake(2, 4s);
    printAndTake(3, {});
    EXPECT_EQ(papers[1], (std::vector{PaperEvent::Presented, PaperEvent::Retracted}));
    EXPECT_EQ(papers[2], (std::vector{PaperEvent::Presented, PaperEvent::Taken}));
    EXPECT_EQ(papers[3], (std::vector{PaperEvent::Presented, PaperEvent::Retracted}));
}

TEST_F(CitizenPpu, OneThatIsGoneWhileThePrinterCouldntBeAskedIsNotSaidToBeTaken)
{
    connectTo(true);
    print(1);
    until([this] { return !papers[1].empty(); }, 20s);
    for (const SteadyTime end = now + 15s; now < end;) { // a pulled cable
        now += 10ms;
        host->tick(now);
        (void)host->takeOutput();
        printer->tick(now);
        (void)printer->takeOutput();
    }
    pass(10s);
    EXPECT_EQ(papers[1], std::vector{PaperEvent::Presented});
}

TEST_F(CitizenPpu, ATicketThatIsTakenLateIsSaidToBeTakenWhereOneHasLainThereForLonger)
{
    connectTo(false);
    printAndTake(1, 15s);
    printAndTake(2, 9s);
    EXPECT_EQ(papers[1], (std::vector{PaperEvent::Presented, PaperEvent::Taken}));
    EXPECT_EQ(papers[2], (std::vector{PaperEvent::Presented, PaperEvent::Taken}));
}

/// Bit 6 of DLE EOT 4 says that the presenter is empty; automatic status is either way round.
struct CitizenPmu : FamilyPrinterTest, ::testing::WithParamInterface<bool>
{};

INSTANTIATE_TEST_SUITE_P(AutomaticStatus, CitizenPmu, ::testing::Bool());

TEST_P(CitizenPmu, TriedAnEmptyPresenterIsReadyAndAWaitingTicketIsSaidToWait)
{
    auto settings = starqueue::simulators::familySettings(starqueue::simulators::Family::Citizen);
    settings.presentBitInverted = true;
    settings.emptyBitInverted = GetParam();
    settings.questions = QByteArray("\x01\x02\x03\x04", 4);
    connect(settings, loadProfile(u"citizen-pmu"_s, u"/"_s).value());
    pass(20s);
    ASSERT_EQ(host->state().kind, Kind::Ready);
    for (const TicketPrinter::JobId job : {1, 2}) {
        print(job);
        pass(6s);
        EXPECT_EQ(ends[job], std::vector{Outcome::Printed});
        EXPECT_EQ(host->state().kind, Kind::TicketWaiting);
        touch(starqueue::simulators::Hand::TakeTicket);
        pass(6s);
        EXPECT_EQ(host->state().kind, Kind::Ready);
        EXPECT_EQ(papers[job], (std::vector{PaperEvent::Presented, PaperEvent::Taken}));
    }
}
