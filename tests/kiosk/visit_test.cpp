#include <client/ui/language.h>
#include <kiosk/visit/visit.h>

#include <gtest/gtest.h>

using namespace std::chrono_literals;
using starqueue::client::Answer;
using starqueue::client::parseAnswer;
using starqueue::client::unreachableAnswer;
using starqueue::client::api::IssueRequest;
using starqueue::client::api::PrintOutcome;
using starqueue::kiosk::Visit;
using Page = Visit::Page;
namespace api = starqueue::client::api;

namespace {

const QByteArray kTicketBody = R"({"id":"17","number":"A012","print":{"jobId":"9"}})";

api::Event ended(PrintOutcome outcome)
{
    return {.name = api::EventName::PrintJobEnded, .ticket = "17", .outcome = outcome};
}

struct VisitTest : testing::Test
{
    struct Sent
    {
        IssueRequest request;
        std::function<void(const Answer&)> answer;
    };
    struct Postponed
    {
        QString ticket;
        std::function<void(const Answer&)> answer;
    };
    QList<Sent> sent;
    QList<Postponed> postponed;
    int finished = 0;
    Visit visit{"1",
                [this](const IssueRequest& request, std::function<void(const Answer&)> done) {
                    sent.append({request, std::move(done)});
                },
                [this](const QString& ticket, std::function<void(const Answer&)> done) {
                    postponed.append({ticket, std::move(done)});
                }};

    VisitTest()
    {
        visit.setPrinter(api::PrinterWord::Ok);
        QObject::connect(&visit, &Visit::finished, &visit, [this] { ++finished; });
    }
    void enterPhone(const QString& digits = "13800138665")
    {
        visit.openIdentify();
        for (const QChar digit : digits)
            visit.identity()->addDigit(digit.digitValue());
        visit.confirmIdentity();
    }
};

TEST_F(VisitTest, OneTouchTakesATicketForThisKioskInThisLanguage)
{
    visit.chooseService("account");
    ASSERT_EQ(sent.size(), 1);
    EXPECT_EQ(visit.page(), Page::Working);
    EXPECT_EQ(sent[0].request.service, "account");
    EXPECT_EQ(sent[0].request.kiosk, "1");
    EXPECT_EQ(sent[0].request.language, api::Language::Chinese);
    EXPECT_FALSE(sent[0].request.identity);
    EXPECT_EQ(sent[0].request.statutory, "");
    sent[0].answer(parseAnswer(201, kTicketBody));
    EXPECT_EQ(visit.page(), Page::Ticket);
    EXPECT_EQ(visit.ticket()->number(), "A012");
}

TEST_F(VisitTest, ADoubleTouchNeverMakesTwoTickets)
{
    visit.chooseService("account");
    visit.chooseService("account");
    visit.chooseService("plans");
    EXPECT_EQ(sent.size(), 1);
    sent[0].answer(parseAnswer(201, kTicketBody));
    visit.chooseService("account");
    EXPECT_EQ(sent.size(), 1) << "not while the ticket is on the screen either";
}

TEST_F(VisitTest, AnotherTryAfterSilenceIsTheSameIntent)
{
    enterPhone();
    visit.chooseService("account");
    sent[0].answer(unreachableAnswer("no answer"));
    EXPECT_EQ(visit.page(), Page::Notice);
    EXPECT_TRUE(visit.retryable());
    visit.retry();
    ASSERT_EQ(sent.size(), 2);
    EXPECT_EQ(sent[1].request, sent[0].request);
}

TEST_F(VisitTest, TheNextTouchIsANewIntent)
{
    visit.chooseService("account");
    sent[0].answer(parseAnswer(201, kTicketBody));
    visit.finish();
    visit.chooseService("account");
    ASSERT_EQ(sent.size(), 2);
    EXPECT_NE(sent[1].request.requestId, sent[0].request.requestId);
}

TEST_F(VisitTest, ARefusalIsShownByItsCodeAndCantBeRetried)
{
    visit.chooseService("account");
    sent[0].answer(parseAnswer(409, R"({"code":"service_closed","detail":"x"})"));
    EXPECT_EQ(visit.page(), Page::Notice);
    EXPECT_EQ(visit.problem(), Visit::Problem::ServiceClosed);
    EXPECT_FALSE(visit.retryable());
    visit.retry();
    EXPECT_EQ(sent.size(), 1);
}

TEST_F(VisitTest, TheIdentityGoesWithTheTicketAndIsForgottenWithTheAnswer)
{
    enterPhone();
    EXPECT_EQ(visit.page(), Page::Services);
    visit.chooseService("account");
    EXPECT_EQ(sent[0].request.identity, (api::Identity{api::IdentityKind::Phone, "13800138665"}));
    sent[0].answer(parseAnswer(201, kTicketBody));
    EXPECT_TRUE(visit.identity()->empty());
    EXPECT_FALSE(visit.identity()->confirmed());
}

TEST_F(VisitTest, ARefusalForgetsTheIdentityToo)
{
    enterPhone();
    visit.chooseService("account");
    sent[0].answer(parseAnswer(409, R"({"code":"already_waiting"})"));
    EXPECT_TRUE(visit.identity()->empty());
}

TEST_F(VisitTest, SkippingLeavesNobody)
{
    visit.openIdentify();
    visit.identity()->addDigit(1);
    visit.skipIdentity();
    EXPECT_EQ(visit.page(), Page::Services);
    EXPECT_TRUE(visit.identity()->empty());
    visit.chooseService("account");
    EXPECT_FALSE(sent[0].request.identity);
}

TEST_F(VisitTest, AnIncompleteNumberIsNotConfirmed)
{
    enterPhone("1380");
    EXPECT_EQ(visit.page(), Page::Identify);
}

TEST_F(VisitTest, StatutoryPriorityIsAskedOnlyWhereTheHallGrantsItHere)
{
    visit.askStatutory(true);
    visit.chooseService("account");
    EXPECT_EQ(visit.page(), Page::Statutory);
    EXPECT_TRUE(sent.isEmpty());
    visit.answerStatutory("elderly");
    visit.answerStatutory("elderly");
    ASSERT_EQ(sent.size(), 1);
    EXPECT_EQ(sent[0].request.statutory, "elderly");
}

TEST_F(VisitTest, NoneOfThemIsAnAnswer)
{
    visit.askStatutory(true);
    visit.chooseService("account");
    visit.answerStatutory("");
    ASSERT_EQ(sent.size(), 1);
    EXPECT_EQ(sent[0].request.statutory, "");
}

TEST_F(VisitTest, AnIdleCustomerIsForgotten)
{
    enterPhone();
    visit.countdown()->advance(29s);
    EXPECT_TRUE(visit.identity()->confirmed());
    visit.touched();
    visit.countdown()->advance(29s);
    EXPECT_TRUE(visit.identity()->confirmed()) << "a touch begins the time anew";
    visit.countdown()->advance(1s);
    EXPECT_FALSE(visit.identity()->confirmed());
    EXPECT_EQ(visit.page(), Page::Services);
    EXPECT_EQ(finished, 1);
}

TEST_F(VisitTest, WaitingForTheHallIsNotIdleness)
{
    visit.chooseService("account");
    visit.countdown()->advance(1h);
    visit.finish();
    EXPECT_EQ(visit.page(), Page::Working);
    sent[0].answer(parseAnswer(201, kTicketBody));
    EXPECT_EQ(visit.page(), Page::Ticket);
}

TEST_F(VisitTest, ANumberOnlyOnTheScreenStaysLongEnoughToPhotograph)
{
    visit.chooseService("account");
    sent[0].answer(parseAnswer(201, kTicketBody));
    EXPECT_EQ(visit.countdown()->left(), 20s);
    visit.ticket()->follow(ended(PrintOutcome::PaperOut));
    EXPECT_EQ(visit.countdown()->left(), 45s);
    visit.ticket()->follow(ended(PrintOutcome::Printed));
    EXPECT_EQ(visit.countdown()->left(), 10s);
    visit.countdown()->advance(10s);
    EXPECT_EQ(visit.page(), Page::Services);
    EXPECT_EQ(visit.ticket()->number(), "");
}

TEST_F(VisitTest, APaperThatLiesInTheSlotKeepsItsPageUntilItIsTakenOrTakenBackAndNotForEver)
{
    const auto paper = [](api::PaperEvent what) {
        return api::Event{.name = api::EventName::PrintJobPaper, .ticket = "17", .paper = what};
    };
    for (const api::PaperEvent end :
         {api::PaperEvent::Taken, api::PaperEvent::Retracted, api::PaperEvent::None}) {
        visit.chooseService("account");
        sent.last().answer(parseAnswer(201, kTicketBody));
        visit.ticket()->follow(ended(PrintOutcome::Printed));
        visit.ticket()->follow(paper(api::PaperEvent::Presented));
        visit.countdown()->advance(80s);
        ASSERT_EQ(visit.page(), Page::Ticket) << "it lies there still";
        if (end != api::PaperEvent::None)
            visit.ticket()->follow(paper(end));
        EXPECT_EQ(visit.countdown()->left(), end == api::PaperEvent::Taken       ? 10s
                                             : end == api::PaperEvent::Retracted ? 45s
                                                                                 : 10s);
        visit.countdown()->advance(45s);
        EXPECT_EQ(visit.page(), Page::Services);
    }
}

TEST_F(VisitTest, AScannedCodeIdentifiesFromTheStart)
{
    for (const QChar letter : QString("VIP-0042"))
        visit.takeKey(letter, false);
    visit.takeKey("\r", true);
    EXPECT_TRUE(visit.identity()->scanned());
    visit.chooseService("account");
    EXPECT_EQ(sent[0].request.identity, (api::Identity{api::IdentityKind::Scan, "VIP-0042"}));
}

TEST_F(VisitTest, AScanWhileATicketIsShownChangesNothing)
{
    visit.chooseService("account");
    sent[0].answer(parseAnswer(201, kTicketBody));
    for (const QChar letter : QString("VIP-0042"))
        visit.takeKey(letter, false);
    visit.takeKey("\r", true);
    EXPECT_FALSE(visit.identity()->scanned());
}

} // namespace
