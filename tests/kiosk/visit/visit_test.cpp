#include <kiosk/visit/visit_fixture.h>

namespace starqueue::kiosk::test {

namespace {

using namespace std::chrono_literals;
using api::PrintOutcome;
using client::unreachableAnswer;

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

TEST_F(VisitTest, WhoHasNotedTheNumberNeedsNoPaperAndWhoJustLeavesMayGetIt)
{
    visit.noteNumber();
    visit.chooseService("account");
    visit.noteNumber();
    EXPECT_EQ(noted, QStringList()) << "no number is shown yet";
    sent.last().answer(parseAnswer(201, kTicketBody));
    EXPECT_FALSE(visit.ticket()->paperless()) << "it is being printed";
    visit.ticket()->follow(ended(PrintOutcome::PaperOut));
    EXPECT_TRUE(visit.ticket()->paperless());
    visit.noteNumber();
    EXPECT_EQ(noted, QStringList{"17"});
    EXPECT_EQ(visit.page(), Page::Services);
    visit.chooseService("account");
    sent.last().answer(parseAnswer(201, kTicketBody));
    visit.ticket()->follow(ended(PrintOutcome::PaperOut));
    visit.countdown()->advance(45s);
    EXPECT_EQ(visit.page(), Page::Services);
    EXPECT_EQ(noted.size(), 1);
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

} // namespace

} // namespace starqueue::kiosk::test
