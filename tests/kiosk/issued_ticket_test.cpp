#include <kiosk/visit/issued_ticket.h>

#include <gtest/gtest.h>

using starqueue::kiosk::IssuedTicket;
using Print = IssuedTicket::Print;

namespace {

QJsonObject ticket(const QString& id = "17")
{
    return {{"id", id},
            {"number", "A012"},
            {"serviceName", QJsonObject{{"zh", "账户业务"}, {"en", "Accounts"}}},
            {"ahead", 6},
            {"waitSeconds", QJsonObject{{"p10", 480}, {"p50", 660}, {"p90", 840}}},
            {"statusUrl", "http://127.0.0.1:8470/t/x"},
            {"print", QJsonObject{{"jobId", "9"}}}};
}

QJsonObject ended(const QString& outcome, const QString& id = "17")
{
    return {{"job", "9"}, {"ticket", id}, {"kiosk", "1"}, {"outcome", outcome}};
}

TEST(IssuedTicket, ShowsWhatTheHallAnswered)
{
    IssuedTicket issued;
    issued.show(ticket(), "ok");
    EXPECT_EQ(issued.number(), "A012");
    EXPECT_EQ(issued.service(), "账户业务");
    EXPECT_EQ(issued.ahead(), 6);
    EXPECT_EQ(issued.minutes(), "8–14");
    EXPECT_EQ(issued.statusUrl(), "http://127.0.0.1:8470/t/x");
    EXPECT_EQ(issued.print(), Print::Printing);
}

TEST(IssuedTicket, FollowsItsPrintJobToEveryEnd)
{
    const QList<std::pair<QString, Print>> ends{
        {"printed", Print::Printed},       {"sent", Print::Printed},        {"paperOut", Print::OutOfPaper},
        {"coverOpen", Print::Unavailable}, {"offline", Print::Unavailable}, {"unknown", Print::Unavailable},
        {"dropped", Print::Unavailable}};
    for (const auto& [outcome, print] : ends) {
        IssuedTicket issued;
        issued.show(ticket(), "ok");
        issued.follow("print_job_ended", ended(outcome));
        EXPECT_EQ(issued.print(), print) << outcome.toStdString();
    }
}

TEST(IssuedTicket, NewsThatOvertakesTheAnswerIsNotLost)
{
    IssuedTicket issued;
    issued.follow("print_job_ended", ended("printed"));
    issued.show(ticket(), "ok");
    EXPECT_EQ(issued.print(), Print::Printed);
}

TEST(IssuedTicket, AnotherTicketsPaperIsNotItsOwn)
{
    IssuedTicket issued;
    issued.show(ticket(), "ok");
    issued.follow("print_job_ended", ended("printed", "18"));
    issued.follow("ticket_called", ended("printed"));
    EXPECT_EQ(issued.print(), Print::Printing);
}

TEST(IssuedTicket, APrinterThatCantIsSaidAtOnce)
{
    IssuedTicket issued;
    issued.show(ticket(), "paperOut");
    EXPECT_EQ(issued.print(), Print::OutOfPaper);
    issued.show(ticket("18"), "offline");
    EXPECT_EQ(issued.print(), Print::Unavailable);
    issued.show(ticket("19"), "nearEnd");
    EXPECT_EQ(issued.print(), Print::Printing);
}

TEST(IssuedTicket, WithoutAPrintJobNoPaperIsPromised)
{
    IssuedTicket issued;
    QJsonObject bare = ticket();
    bare.insert("print", QJsonValue());
    issued.show(bare, "ok");
    EXPECT_EQ(issued.print(), Print::Unavailable);
}

TEST(IssuedTicket, ASlowPrinterIsSaidAndMayStillDeliver)
{
    IssuedTicket issued;
    issued.show(ticket(), "ok");
    issued.giveUpOnPrinter();
    EXPECT_EQ(issued.print(), Print::Slow);
    issued.follow("print_job_ended", ended("printed"));
    EXPECT_EQ(issued.print(), Print::Printed);
    issued.giveUpOnPrinter();
    EXPECT_EQ(issued.print(), Print::Printed);
}

TEST(IssuedTicket, AReprintAfterPaperWasLoadedIsSaid)
{
    IssuedTicket issued;
    issued.show(ticket(), "ok");
    issued.follow("print_job_ended", ended("paperOut"));
    issued.follow("print_job_ended", ended("printed"));
    EXPECT_EQ(issued.print(), Print::Printed);
}

TEST(IssuedTicket, ClearForgetsIt)
{
    IssuedTicket issued;
    issued.show(ticket(), "ok");
    issued.clear();
    EXPECT_FALSE(issued.shown());
    EXPECT_EQ(issued.number(), "");
    EXPECT_EQ(issued.statusUrl(), "");
}

} // namespace
