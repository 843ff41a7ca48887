#include <queue/order/why_sentence.h>
#include <queue/support/hall_fixture.h>

namespace starqueue::queue::test {
namespace {

std::string said(const Hall& hall, TicketId ticket, Language language)
{
    return sentence(*hall.ticket(ticket).why, hall.state, language);
}

TEST(WhySentence, SaysTheHeadStartAndWhoWasPassed)
{
    Hall hall;
    hall.open(kFirst);
    hall.issue(kAccount);
    hall.pass(Minutes{3});
    const TicketId five = hall.issue(kAccount, 5);
    hall.next(kFirst);
    EXPECT_EQ(said(hall, five, Language::En),
              "Counts as taken 15 min earlier, and so comes first. Passed over 1: A001 by 3 min.");
    EXPECT_EQ(said(hall, five, Language::Zh),
              "取号时间提前15分钟计算，因此排在最前。先于1位更早取号的客户：A001（早到3分钟）。");
}

TEST(WhySentence, SaysTheGuard)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId id = hall.issue(kAccount);
    hall.pass(Minutes{26});
    hall.next(kFirst);
    EXPECT_EQ(said(hall, id, Language::En),
              "Has waited 26 min: whoever has waited 25 min goes before everybody else.");
}

TEST(WhySentence, SaysWhoCalledOutOfTurnAndWithWhichReason)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId id = hall.issue(kAccount);
    hall.must(CallNumber{kFirst, id, "form is complete"});
    EXPECT_EQ(hall.ticket(id).why->clerk, "17");
    EXPECT_EQ(said(hall, id, Language::En), "Called out of turn by clerk 17: form is complete.");
    EXPECT_EQ(said(hall, id, Language::Zh), "由营业员17指定叫号：form is complete。");
}

TEST(WhySentence, SaysHowManyCouldNotBeServedHere)
{
    Hall hall;
    hall.open(kFirst);
    hall.issue(kRepair);
    hall.pass(Minutes{1});
    const TicketId id = hall.issue(kAccount);
    hall.next(kFirst);
    EXPECT_EQ(said(hall, id, Language::En), "Has waited longest: first come, first served. "
                                            "1 who came earlier can't be served at this counter.");
}

TEST(WhySentence, SaysSomethingInBothLanguagesForEveryRuleAndDiscipline)
{
    Hall hall;
    for (const WhyRule rule : {WhyRule::Guard, WhyRule::Passed, WhyRule::Dedication, WhyRule::Preference,
                               WhyRule::Rank, WhyRule::OutOfTurn, WhyRule::Parked}) {
        for (int discipline = 0; discipline < 5; ++discipline) {
            Why why;
            why.rule = rule;
            why.discipline = static_cast<Discipline>(discipline);
            why.help = true;
            EXPECT_TRUE(sentence(why, hall.state, Language::En).ends_with("."));
            EXPECT_TRUE(sentence(why, hall.state, Language::Zh).ends_with("。"));
        }
    }
}

TEST(WhySentence, CountsWhomTheDayNoLongerHas)
{
    Hall hall;
    Why why;
    why.passedCount = 2;
    why.passed = {{TicketId{77}, Minutes{9}, Minutes{4}}};
    EXPECT_NE(sentence(why, hall.state, Language::En).find("Passed over 2."), std::string::npos);
}

} // namespace
} // namespace starqueue::queue::test
