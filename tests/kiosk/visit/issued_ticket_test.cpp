#include <kiosk/visit/issued_ticket.h>
#include <support/wait_cases.h>

#include <gtest/gtest.h>

using starqueue::client::api::PrinterWord;
using starqueue::client::api::PrintOutcome;
using starqueue::kiosk::IssuedTicket;
using starqueue::test::WaitCase;
using starqueue::test::waitCases;
using Print = IssuedTicket::Print;
using namespace std::chrono_literals;
namespace api = starqueue::client::api;

namespace {

api::Ticket ticket(const QString& id = "17")
{
    return {.id = id,
            .number = "A012",
            .serviceName = {"账户业务", "Accounts"},
            .ahead = 6,
            .waitSeconds = api::WaitRange{480s, 840s},
            .print = api::TicketPrint{"9"},
            .statusUrl = "http://127.0.0.1:8470/t/x"};
}

api::Event ended(PrintOutcome outcome, const QString& id = "17")
{
    return {.name = api::EventName::PrintJobEnded, .ticket = id, .kiosk = "1", .outcome = outcome};
}

TEST(IssuedTicket, ShowsWhatTheHallAnswered)
{
    IssuedTicket issued;
    issued.show(ticket(), PrinterWord::Ok);
    EXPECT_EQ(issued.number(), "A012");
    EXPECT_EQ(issued.service(), "账户业务");
    EXPECT_EQ(issued.ahead(), 6);
    EXPECT_EQ(issued.minutes(), "8–14");
    EXPECT_EQ(issued.statusUrl(), "http://127.0.0.1:8470/t/x");
    EXPECT_EQ(issued.print(), Print::Printing);
}

TEST(IssuedTicket, SaysTheWaitAsEverywhere)
{
    for (const WaitCase& wait : waitCases()) {
        IssuedTicket issued;
        api::Ticket promised = ticket();
        promised.waitSeconds =
            api::WaitRange{wait.p10, wait.p90, api::fromWord<api::WaitMethod>(wait.method)};
        issued.show(promised, PrinterWord::Ok);
        EXPECT_EQ(issued.minutes(), wait.minutes());
        EXPECT_EQ(issued.waitWords(), wait.wordsAlone(false)); // no translation is loaded
    }
}

TEST(IssuedTicket, FollowsItsPrintJobToEveryEnd)
{
    const QList<std::pair<PrintOutcome, Print>> ends{
        {PrintOutcome::Printed, Print::Printed},     {PrintOutcome::Sent, Print::Sent},
        {PrintOutcome::PaperOut, Print::OutOfPaper}, {PrintOutcome::CoverOpen, Print::Unavailable},
        {PrintOutcome::Offline, Print::Unavailable}, {PrintOutcome::Unknown, Print::Unavailable},
        {PrintOutcome::Dropped, Print::Unavailable}};
    for (const auto& [outcome, print] : ends) {
        IssuedTicket issued;
        issued.show(ticket(), PrinterWord::Ok);
        issued.follow(ended(outcome));
        EXPECT_EQ(issued.print(), print) << toWord(outcome).toStdString();
    }
}

api::Event paper(api::PaperEvent what)
{
    return {.name = api::EventName::PrintJobPaper, .ticket = "17", .kiosk = "1", .paper = what};
}

TEST(IssuedTicket, SaysToTakeWhatLiesInTheSlotAndThatItWasTakenBack)
{
    IssuedTicket issued;
    issued.show(ticket(), PrinterWord::Ok);
    issued.follow(ended(PrintOutcome::Sent));
    issued.follow(paper(api::PaperEvent::Presented));
    EXPECT_EQ(issued.print(), Print::InSlot) << "its sensor sees it";
    issued.follow(paper(api::PaperEvent::Retracted));
    EXPECT_EQ(issued.print(), Print::TakenBack);
}

TEST(IssuedTicket, WaitsForTheTicketInTheSlotToBeTaken)
{
    IssuedTicket issued;
    issued.show(ticket(), PrinterWord::TicketWaiting);
    EXPECT_EQ(issued.print(), Print::OthersFirst);
    issued.giveUpOnPrinter();
    EXPECT_EQ(issued.print(), Print::OthersFirst) << "it isn't slow";
    issued.follow(ended(PrintOutcome::Printed));
    EXPECT_EQ(issued.print(), Print::Printed);
}

TEST(IssuedTicket, NewsThatOvertakesTheAnswerIsNotLost)
{
    IssuedTicket issued;
    issued.follow(ended(PrintOutcome::Printed));
    issued.show(ticket(), PrinterWord::Ok);
    EXPECT_EQ(issued.print(), Print::Printed);
}

TEST(IssuedTicket, AnotherTicketsPaperIsNotItsOwn)
{
    IssuedTicket issued;
    issued.show(ticket(), PrinterWord::Ok);
    issued.follow(ended(PrintOutcome::Printed, "18"));
    api::Event called = ended(PrintOutcome::Printed);
    called.name = api::EventName::TicketCalled;
    issued.follow(called);
    EXPECT_EQ(issued.print(), Print::Printing);
}

TEST(IssuedTicket, APrinterThatCantIsSaidAtOnce)
{
    IssuedTicket issued;
    issued.show(ticket(), PrinterWord::PaperOut);
    EXPECT_EQ(issued.print(), Print::OutOfPaper);
    issued.show(ticket("18"), PrinterWord::Unknown);
    EXPECT_EQ(issued.print(), Print::Unavailable);
    for (const PrinterWord prints :
         {PrinterWord::NearEnd, PrinterWord::DoesntConfirm, PrinterWord::Cooling}) {
        issued.show(ticket("19"), prints);
        EXPECT_EQ(issued.print(), Print::Printing);
    }
}

TEST(IssuedTicket, WithoutAPrintJobNoPaperIsPromised)
{
    IssuedTicket issued;
    api::Ticket bare = ticket();
    bare.print.reset();
    issued.show(bare, PrinterWord::Ok);
    EXPECT_EQ(issued.print(), Print::Unavailable);
}

TEST(IssuedTicket, ASlowPrinterIsSaidAndMayStillDeliver)
{
    IssuedTicket issued;
    issued.show(ticket(), PrinterWord::Ok);
    issued.giveUpOnPrinter();
    EXPECT_EQ(issued.print(), Print::Slow);
    issued.follow(ended(PrintOutcome::Printed));
    EXPECT_EQ(issued.print(), Print::Printed);
    issued.giveUpOnPrinter();
    EXPECT_EQ(issued.print(), Print::Printed);
}

TEST(IssuedTicket, AReprintAfterPaperWasLoadedIsSaid)
{
    IssuedTicket issued;
    issued.show(ticket(), PrinterWord::Ok);
    issued.follow(ended(PrintOutcome::PaperOut));
    issued.follow(ended(PrintOutcome::Printed));
    EXPECT_EQ(issued.print(), Print::Printed);
}

TEST(IssuedTicket, ClearForgetsIt)
{
    IssuedTicket issued;
    issued.show(ticket(), PrinterWord::Ok);
    issued.clear();
    EXPECT_FALSE(issued.shown());
    EXPECT_EQ(issued.number(), "");
    EXPECT_EQ(issued.statusUrl(), "");
}

} // namespace
