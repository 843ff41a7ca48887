#include <counter/counter_desk.h>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

using namespace starqueue;
using namespace std::chrono_literals;
using counter::CommandPrompt;
using counter::test::CounterDesk;
using test::eventually;
using Kind = CommandPrompt::Kind;

namespace {

/// A customer is in service, or nobody is here, where the hall asks for references.
struct CounterReference : testing::Test
{
    CounterDesk desk{u"en"_s};
    counter::CounterModel& model = desk.model;
    CommandPrompt& prompt = *model.prompt();
    const QJsonArray outcomes{
        QJsonObject{{"id", "done"}, {"name", QJsonObject{{"zh", "办结"}, {"en", "Done"}}}},
        QJsonObject{{"id", "no"}, {"name", QJsonObject{{"zh", "不办"}, {"en", "No"}}}}};

    void serve(const QString& asked, const QJsonValue& known = {}, const QJsonArray& toChoose = {})
    {
        desk.stand("serving", {{"askReference", asked},
                               {"outcomes", toChoose},
                               {"outcomeRequired", !toChoose.isEmpty()},
                               {"ticket", CounterDesk::ticket("A012", "serving", {{"reference", known}})}});
        ASSERT_TRUE(desk.look());
        desk.pass(1s);
    }
    QJsonObject sentAt(const QByteArray& verb, int count = 1)
    {
        EXPECT_TRUE(eventually([&] { return desk.sent(verb).size() == count && !model.sending(); }));
        return desk.sent(verb).isEmpty() ? QJsonObject() : desk.sent(verb).last().body;
    }
};

TEST_F(CounterReference, NobodyIsAskedWhereTheHallDoesNotWantIt)
{
    serve("off");
    desk.answer("finish", 200, CounterDesk::ticket("A012", "finished"));
    model.doNextStep();
    EXPECT_FALSE(prompt.isOpen());
    EXPECT_FALSE(sentAt("finish").contains("reference"));
}

TEST_F(CounterReference, IsSentBesideTheOutcomeWithoutTheBlanksOfAScanner)
{
    serve("offered", {}, outcomes);
    desk.answer("finish", 200, CounterDesk::ticket("A012", "finished"));
    model.doNextStep();
    EXPECT_FALSE(prompt.beginsWithReference()) << "digits choose an outcome at once";
    prompt.setCaseNumber(" 2026 117 ");
    prompt.setItem("JY01");
    prompt.choose(0);
    const QJsonObject sent = sentAt("finish");
    EXPECT_EQ(sent["outcome"], "done");
    EXPECT_EQ(sent["reference"], QJsonValue(QJsonObject({{"case", "2026117"}, {"item", "JY01"}})));
}

TEST_F(CounterReference, OfferedCanBeLeftOutInOneKey)
{
    serve("offered");
    desk.answer("finish", 200, CounterDesk::ticket("A012", "finished"));
    model.doNextStep();
    EXPECT_TRUE(prompt.beginsWithReference());
    prompt.choose(0);
    const QJsonObject sent = sentAt("finish");
    EXPECT_FALSE(sent.contains("reference"));
    EXPECT_FALSE(sent.contains("outcome"));
}

TEST_F(CounterReference, NeededKeepsTheChoicesClosedUntilItIsThere)
{
    serve("required", {}, outcomes);
    model.doNextStep();
    EXPECT_TRUE(prompt.beginsWithReference());
    EXPECT_NE(prompt.referenceHint(), "");
    prompt.choose(0);
    EXPECT_TRUE(prompt.isOpen());
    prompt.setItem("JY01");
    EXPECT_TRUE(prompt.isComplete());
    prompt.setItem("");
    EXPECT_FALSE(prompt.isComplete());
}

TEST_F(CounterReference, ThatOfTheIssueIsShownAndIsEnough)
{
    serve("required", QJsonObject{{"case", "2026-117"}, {"item", QJsonValue::Null}});
    desk.answer("finish", 200, CounterDesk::ticket("A012", "finished"));
    QStringList facts;
    for (int row = 0; row < model.facts()->rowCount(); ++row)
        facts << static_cast<client::RowList*>(model.facts())->value(row, "label").toString();
    EXPECT_TRUE(facts.contains("Case 2026-117")) << facts.join(u'/').toStdString();
    model.doNextStep();
    EXPECT_TRUE(prompt.referenceHint().contains("2026-117")) << prompt.referenceHint().toStdString();
    prompt.choose(0);
    EXPECT_FALSE(sentAt("finish").contains("reference")) << "the hall has it";
}

TEST_F(CounterReference, OneThatTheHallRefusesIsThereToBeCorrectedForThisTicketAlone)
{
    serve("offered");
    desk.answer("finish", 400, {{"code", "bad_field"}, {"detail", "Field \"reference.case\" …"}});
    model.doNextStep();
    prompt.setCaseNumber("13900000005");
    prompt.choose(0);
    sentAt("finish");
    ASSERT_TRUE(eventually([&] { return model.noticeIsRefusal(); }));
    EXPECT_TRUE(model.notice().contains("phone")) << model.notice().toStdString();
    desk.pass(1s);
    model.doNextStep();
    EXPECT_EQ(prompt.caseNumber(), "13900000005");
    prompt.close();
    desk.stand("serving", {{"askReference", "offered"}, {"ticket", CounterDesk::ticket("B001", "serving")}});
    ASSERT_TRUE(desk.look());
    model.doNextStep();
    EXPECT_EQ(prompt.caseNumber(), "");
}

TEST_F(CounterReference, OfAWalkInIsNeverNeededAtItsBeginning)
{
    desk.stand("open", {{"askReference", "required"},
                        {"services", QJsonArray{"account", "plans"}},
                        {"may", QJsonArray{"next", "walk-in"}}});
    ASSERT_TRUE(desk.look());
    desk.pass(1s);
    desk.answer("walk-in", 200, CounterDesk::ticket("A013", "serving"));
    model.walkIn();
    EXPECT_EQ(prompt.kind(), Kind::WalkIn);
    EXPECT_TRUE(prompt.isComplete());
    prompt.setCaseNumber("2026-118");
    prompt.choose(0);
    const QJsonObject sent = sentAt("walk-in");
    EXPECT_EQ(sent["service"], "account");
    EXPECT_EQ(sent["reference"], QJsonValue(QJsonObject{{"case", "2026-118"}}));
}

} // namespace
