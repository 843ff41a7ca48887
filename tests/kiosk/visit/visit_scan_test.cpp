#include <kiosk/visit/visit_fixture.h>

namespace starqueue::kiosk::test {

namespace {

TEST_F(VisitTest, AScannedCodeIdentifiesFromTheStart)
{
    visit.takeCode(kCode);
    EXPECT_TRUE(visit.identity()->scanned());
    visit.chooseService("account");
    EXPECT_EQ(sent[0].request.identity, (api::Identity{api::IdentityKind::Card, "622200000001", true}));
}

TEST_F(VisitTest, AScanWhileATicketOrANoticeIsShownIsTheNextVisit)
{
    for (const bool isTicket : {true, false}) {
        visit.chooseService("account");
        sent.last().answer(isTicket ? parseAnswer(201, kTicketBody)
                                    : parseAnswer(409, R"({"code":"service_closed"})"));
        const int before = finished;
        visit.takeCode(kCode);
        EXPECT_EQ(finished, before + 1) << "the language goes back, too";
        EXPECT_EQ(visit.page(), Page::Services);
        EXPECT_EQ(visit.ticket()->number(), "");
        visit.chooseService("plans");
        EXPECT_EQ(sent.last().request.identity->value, kCode.text);
        sent.last().answer(parseAnswer(201, kTicketBody));
        visit.finish();
    }
}

TEST_F(VisitTest, AScanWhileANumberIsFetchedIsTooEarlyAndSaysSo)
{
    visit.chooseService("account");
    visit.takeCode(kCode);
    EXPECT_EQ(visit.page(), Page::Working);
    EXPECT_TRUE(visit.codeTooEarly());
    EXPECT_FALSE(visit.identity()->scanned());
    sent[0].answer(parseAnswer(201, kTicketBody));
    EXPECT_EQ(visit.page(), Page::Ticket);
    EXPECT_FALSE(visit.codeTooEarly());
    EXPECT_EQ(sent.size(), 1);
}

TEST_F(VisitTest, AScanWherePriorityIsAskedSaysWhoAsks)
{
    visit.askStatutory(true);
    visit.chooseService("account");
    visit.takeCode(kCode);
    EXPECT_EQ(visit.page(), Page::Statutory);
    visit.answerStatutory("");
    ASSERT_EQ(sent.size(), 1);
    EXPECT_EQ(sent[0].request.identity->value, kCode.text);
}

} // namespace

} // namespace starqueue::kiosk::test
