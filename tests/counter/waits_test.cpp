#include <counter/counter_desk.h>
#include <counter/floor/wait_words.h>
#include <support/wait_cases.h>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

using namespace starqueue;
using namespace std::chrono_literals;
using counter::CounterModel;
using counter::test::CounterDesk;
namespace api = client::api;
namespace words = counter::words;

namespace {

QString label(QAbstractItemModel* rows, int row)
{
    return static_cast<client::RowList*>(rows)->value(row, "label").toString();
}

api::Service service(const std::optional<api::WaitRange>& wait)
{
    return {.id = "plans", .open = true, .waiting = 3, .waitSeconds = wait};
}

QJsonObject told(const test::WaitCase& wait)
{
    const auto end = [](std::chrono::seconds time, bool known) {
        return known ? QJsonValue(static_cast<int>(time.count())) : QJsonValue();
    };
    return {{"p10", end(wait.p10, !wait.isUnknown())},
            {"p90", end(wait.p90, !wait.isUnknown())},
            {"method", wait.method}};
}

struct CounterWaits : testing::TestWithParam<const char*>
{
    CounterDesk desk{GetParam()};
    CounterModel& model = desk.model;

    bool chinese() { return GetParam() == std::string_view("zh"); }
    const QString& said(const test::WaitCase& wait) { return chinese() ? wait.zh : wait.en; }
    /// Of the second service, on the board.
    void putWait(const QJsonObject& wait, bool open = true)
    {
        QJsonObject plans = desk.services[1].toObject();
        plans["open"] = open;
        plans["waiting"] = 3;
        plans["waitSeconds"] = wait;
        desk.services[1] = plans;
    }
};

TEST_P(CounterWaits, AreSaidAsEverywhereWhereSomebodyWaitsForThisCounter)
{
    desk.stand("open", {{"services", QJsonArray{"plans"}}});
    for (const test::WaitCase& wait : test::waitCases()) {
        putWait(told(wait));
        ASSERT_TRUE(desk.look());
        ASSERT_EQ(model.waits()->rowCount(), 1);
        const QString name = chinese() ? u"套餐变更"_s : u"Change of plan"_s;
        EXPECT_EQ(label(model.waits(), 0), name + u" · "_s + said(wait));
    }
}

TEST_P(CounterWaits, AreSaidAsEverywhereWhereSomebodyIsSentOn)
{
    desk.stand("serving", {{"ticket", CounterDesk::ticket("A012", "serving")}});
    for (const test::WaitCase& wait : test::waitCases()) {
        putWait(told(wait));
        ASSERT_TRUE(desk.look());
        model.transfer();
        EXPECT_TRUE(label(model.prompt()->choices(), 0).endsWith(u" · "_s + said(wait)))
            << label(model.prompt()->choices(), 0).toStdString();
        model.prompt()->close();
    }
}

TEST_P(CounterWaits, WithoutAForecastItSaysHowManyWait)
{
    EXPECT_EQ(words::waitOf(service({})), chinese() ? u"3 人等候"_s : u"3 waiting"_s);
}

TEST_P(CounterWaits, AClosedServicePromisesNothing)
{
    api::Service closed = service(api::WaitRange{.method = api::WaitMethod::Unknown});
    closed.open = false;
    EXPECT_EQ(words::waitOf(closed), chinese() ? u"停止取号 · 3 人等候"_s : u"Closing · 3 waiting"_s);
    closed.waiting = 0;
    EXPECT_EQ(words::waitOf(closed), chinese() ? u"暂停办理"_s : u"Closed at present"_s);
    closed.takesTransfers = true;
    EXPECT_EQ(words::waitOf(closed), chinese() ? u"停止取号 · 0 人等候"_s : u"Closing · 0 waiting"_s);
}

TEST_P(CounterWaits, NobodyIsToldOneWhileTheHallIsAway)
{
    desk.stand("open", {{"services", QJsonArray{"account", "plans"}}});
    ASSERT_TRUE(desk.look());
    EXPECT_EQ(model.waits()->rowCount(), 2);
    model.setConnected(false, {});
    EXPECT_EQ(model.waits()->rowCount(), 0);
    model.setConnected(true, {});
    EXPECT_EQ(model.waits()->rowCount(), 2);
}

INSTANTIATE_TEST_SUITE_P(Languages, CounterWaits, testing::Values("zh", "en"));

} // namespace
