#include <counter/counter_desk.h>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

using namespace starqueue;
using namespace std::chrono_literals;
using counter::CommandPrompt;
using counter::CounterModel;
using counter::test::CounterDesk;
using test::eventually;
using Kind = CommandPrompt::Kind;

namespace {

/// A012, for the accounts, is in service at counter 3; others work beside it.
struct CounterTransfer : testing::Test
{
    CounterDesk desk{u"en"_s};
    CounterModel& model = desk.model;
    CommandPrompt& prompt = *model.prompt();

    void SetUp() override
    {
        desk.counters = {
            CounterDesk::counter("1", "serving", {"account", "plans"}, {{"clerk", "11"}}),
            CounterDesk::counter("2", "closed", {"account"}),
            CounterDesk::counter("3", "serving", {"account"}, {{"clerk", "17"}}),
            CounterDesk::counter("4", "open", {"plans"}, {{"clerk", "12"}}),
            CounterDesk::counter("5", "open", {"talk"}),
            CounterDesk::counter("vip", "paused", {"account"}, {{"sign", "VIP"}, {"clerk", "21"}})};
        serve();
    }
    void serve()
    {
        desk.stand("serving", {{"ticket", CounterDesk::ticket("A012", "serving")}});
        ASSERT_TRUE(desk.look());
        desk.pass(1s);
    }
    QStringList choices()
    {
        QStringList labels;
        for (int row = 0; row < prompt.choices()->rowCount(); ++row)
            labels << static_cast<client::RowList*>(prompt.choices())->value(row, "label").toString();
        return labels;
    }
    void choose(const QString& label)
    {
        const auto row = choices().indexOf(QRegularExpression(label + ".*"));
        ASSERT_GE(row, 0) << label.toStdString() << " in " << choices().join("/").toStdString();
        prompt.choose(static_cast<int>(row));
    }
    QJsonObject sent()
    {
        EXPECT_TRUE(eventually([&] { return desk.sent("transfer").size() == 1 && !model.sending(); }));
        QJsonObject body =
            desk.sent("transfer").isEmpty() ? QJsonObject() : desk.sent("transfer").last().body;
        body.remove("requestId");
        return body;
    }
};

TEST_F(CounterTransfer, OffersTheOtherServicesAndTheOtherCountersThatWork)
{
    model.transfer();
    EXPECT_EQ(choices(), (QStringList{"Change of plan · 0 waiting", "Counter 1 · clerk 11 · with a customer",
                                      "Counter 4 · clerk 12 · free", "VIP Counter vip · clerk 21 · paused"}))
        << "counter 2 is closed, 5 gives nothing that takes transfers";
}

TEST_F(CounterTransfer, ACounterThatGivesTheServiceIsNamedAlone)
{
    desk.answer("transfer", 200, CounterDesk::ticket("A012", "waiting", {{"boundTo", "1"}}));
    desk.stand("open");
    model.transfer();
    choose("Counter 1");
    EXPECT_EQ(sent(), (QJsonObject{{"counter", "1"}}));
    EXPECT_TRUE(eventually([&] { return model.notice().contains("Counter 1 alone"); }))
        << model.notice().toStdString();
}

TEST_F(CounterTransfer, ToACounterThatDoesNotCallNowSaysThatOthersMay)
{
    desk.answer("transfer", 200, CounterDesk::ticket("A012", "waiting", {{"boundTo", QJsonValue::Null}}));
    desk.stand("open");
    model.transfer();
    choose("VIP Counter vip");
    sent();
    EXPECT_TRUE(eventually([&] { return model.notice().contains("others may call it too"); }))
        << model.notice().toStdString();
}

TEST_F(CounterTransfer, ACounterThatGivesAnotherServiceGetsItWithTheCustomer)
{
    desk.answer("transfer", 200, CounterDesk::ticket("A012", "waiting"));
    model.transfer();
    choose("Counter 4");
    EXPECT_EQ(sent(), (QJsonObject{{"counter", "4"}, {"service", "plans"}}));
}

TEST_F(CounterTransfer, WhereItGivesSeveralOthersOneIsAskedFor)
{
    QJsonObject talk = desk.services[2].toObject();
    talk["takesTransfers"] = true;
    desk.services[2] = talk;
    desk.counters = {CounterDesk::counter("4", "open", {"plans", "talk"})};
    desk.answer("transfer", 200, CounterDesk::ticket("A012", "waiting"));
    serve();
    model.transfer();
    choose("Counter 4");
    EXPECT_EQ(prompt.kind(), Kind::TransferService);
    EXPECT_EQ(choices(), (QStringList{"Change of plan", "Complaints"}));
    choose("Complaints");
    EXPECT_EQ(sent(), (QJsonObject{{"counter", "4"}, {"service", "talk"}}));
}

TEST_F(CounterTransfer, TheHeadOfALineNeedsAReason)
{
    desk.answer("transfer", 200, CounterDesk::ticket("A012", "waiting", {{"first", true}}));
    model.transfer();
    prompt.typeKey("0");
    EXPECT_TRUE(prompt.isFirst());
    choose("Change of plan");
    EXPECT_EQ(prompt.kind(), Kind::TransferReason);
    EXPECT_TRUE(desk.sent("transfer").isEmpty());
    prompt.enter("  ");
    EXPECT_TRUE(desk.sent("transfer").isEmpty()) << "blanks are none";
    prompt.enter("came back at once");
    EXPECT_EQ(sent(), (QJsonObject{{"service", "plans"}, {"first", true}, {"reason", "came back at once"}}));
    EXPECT_TRUE(eventually([&] { return model.notice().contains("first"); })) << model.notice().toStdString();
}

TEST_F(CounterTransfer, TheOwnLineIsOfferedOnlyAtItsHead)
{
    model.transfer();
    EXPECT_EQ(choices().filter("stays").size(), 0);
    prompt.setFirst(true);
    EXPECT_EQ(choices().last(), "Accounts · stays in this line");
    prompt.setFirst(false);
    EXPECT_EQ(choices().filter("stays").size(), 0);
    prompt.setFirst(true);
    desk.answer("transfer", 200, CounterDesk::ticket("A012", "waiting"));
    choose("Accounts");
    prompt.choose(1);
    EXPECT_EQ(sent(), (QJsonObject{{"first", true}, {"reason", "Continues an earlier visit"}}));
}

TEST_F(CounterTransfer, TheNextQuestionBeginsAtTheTailAgain)
{
    model.transfer();
    prompt.setFirst(true);
    prompt.close();
    model.transfer();
    EXPECT_FALSE(prompt.isFirst());
}

TEST_F(CounterTransfer, RefusalsForTheSakeOfTheCounterThereAreSaidSo)
{
    for (const auto& [code, word] :
         {std::pair{"not_eligible", "doesn't serve"}, std::pair{"counter_closed", "closed by now"}}) {
        serve();
        desk.answer("transfer", 409, {{"code", code}, {"detail", "x"}});
        model.transfer();
        choose("Counter 1");
        ASSERT_TRUE(eventually([&, said = word] { return model.notice().contains(said); }))
            << model.notice().toStdString();
        EXPECT_TRUE(model.noticeIsRefusal());
    }
}

} // namespace
