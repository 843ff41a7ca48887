#include <client/hall_client.h>
#include <support/scripted_hall.h>

#include <QTcpSocket>

#include <gtest/gtest.h>

#include <memory>
#include <optional>

using namespace std::chrono_literals;
using starqueue::client::Answer;
using starqueue::client::HallClient;
using starqueue::test::eventually;
using starqueue::test::ScriptedHall;

namespace {

struct HallClientTest : testing::Test
{
    ScriptedHall hall;
    HallClient client{{hall.url(), "secret"}};
    std::optional<Answer> answer;
    QObject context;

    HallClient::Callback keep()
    {
        return [this](const Answer& given) { answer = given; };
    }
    bool answered()
    {
        return eventually([this] { return answer.has_value(); });
    }
};

TEST_F(HallClientTest, AQuestionCarriesTheTokenAndGivesTheDocument)
{
    hall.reply("GET", "/board", 200, {{"seq", 7}});
    client.get("/board", &context, keep());
    ASSERT_TRUE(answered());
    EXPECT_TRUE(answer->ok());
    EXPECT_EQ(answer->as<starqueue::client::api::Board>().seq, 7);
    EXPECT_EQ(hall.requests().first().headers.value("authorization"), "Bearer secret");
}

TEST_F(HallClientTest, ACommandThatWasCutOffIsSentAgainWithTheSameRequestId)
{
    hall.cut("POST", "/tickets");
    hall.reply("POST", "/tickets", 201, {{"number", "A001"}});
    client.post("/tickets", {{"service", "account"}}, &context, keep());
    ASSERT_TRUE(answered());
    EXPECT_EQ(answer->status, 201);
    const auto sent = hall.requests("POST", "/tickets");
    ASSERT_GE(sent.size(), 2);
    for (const auto& request : sent)
        EXPECT_EQ(request.body, sent.first().body);
    EXPECT_FALSE(QUuid(sent.first().body.value("requestId").toString()).isNull());
}

/// Answers that say nothing about what becomes of a command.
struct NoDecision : HallClientTest, testing::WithParamInterface<int>
{};

TEST_P(NoDecision, IsFollowedByTheSameRequestIdUntilTheHallHasDecided)
{
    hall.replyUndescribed("POST", "/print-jobs/7/result", GetParam(), {{"code", "later"}});
    hall.reply("POST", "/print-jobs/7/result", 200);
    client.post("/print-jobs/7/result", {}, &context, keep());
    ASSERT_TRUE(answered());
    EXPECT_EQ(answer->status, 200);
    const auto sent = hall.requests("POST", "/print-jobs/7/result");
    ASSERT_EQ(sent.size(), 2);
    EXPECT_EQ(sent[0].body.value("requestId"), sent[1].body.value("requestId"));
}

INSTANTIATE_TEST_SUITE_P(HallClient, NoDecision,
                         testing::Values(401, 408, 429, 500, 502, 503, 504, 507, 307));

TEST_F(HallClientTest, ARefusalWithoutACodeIsNotTheHallsAndSoNoDecision)
{
    hall.replyUndescribed("POST", "/print-jobs/7/result", 404, {});
    hall.reply("POST", "/print-jobs/7/result", 200);
    client.post("/print-jobs/7/result", {}, &context, keep());
    ASSERT_TRUE(answered());
    EXPECT_EQ(answer->status, 200);
}

TEST_F(HallClientTest, APersonIsToldAtOnceThatTheHallIsFull)
{
    hall.replyUndescribed("POST", "/counters/3/next", 507, {{"code", "storage_full"}});
    client.send({"POST", "/counters/3/next"}, &context, keep(), 30s, HallClient::Until::Told);
    ASSERT_TRUE(answered());
    EXPECT_EQ(answer->code, "storage_full");
    EXPECT_EQ(hall.requests().size(), 1);
}

TEST_F(HallClientTest, AFailureIsNoAnswerForAPersonEither)
{
    hall.replyUndescribed("POST", "/tickets", 500, {{"code", "internal"}});
    hall.reply("POST", "/tickets", 201);
    client.send({"POST", "/tickets"}, &context, keep(), 30s, HallClient::Until::Told);
    ASSERT_TRUE(answered());
    EXPECT_EQ(answer->status, 201);
    const auto sent = hall.requests("POST", "/tickets");
    ASSERT_EQ(sent.size(), 2);
    EXPECT_EQ(sent[0].body.value("requestId"), sent[1].body.value("requestId"));
}

TEST_F(HallClientTest, ACallersOwnRequestIdIsKept)
{
    hall.reply("PUT", "/devices/p1/state", 200);
    client.put("/devices/p1/state", {{"requestId", "e0f6cb9a-0000-4000-8000-000000000001"}}, &context,
               keep());
    ASSERT_TRUE(answered());
    EXPECT_EQ(hall.requests().first().body.value("requestId"), "e0f6cb9a-0000-4000-8000-000000000001");
}

TEST_F(HallClientTest, TwoIntentsHaveTwoRequestIds)
{
    hall.reply("POST", "/tickets", 201);
    hall.reply("POST", "/tickets", 201);
    client.post("/tickets", {}, &context, keep());
    client.post("/tickets", {}, &context, keep());
    ASSERT_TRUE(eventually([this] { return hall.requests().size() == 2; }));
    EXPECT_NE(hall.requests()[0].body.value("requestId"), hall.requests()[1].body.value("requestId"));
}

TEST_F(HallClientTest, ARefusalIsGivenAtOnceWithItsCodeAndWords)
{
    hall.reply("POST", "/counters/3/next", 409,
               {{"code", "counter_busy"}, {"detail", "counter 3 is serving A012"}});
    client.post("/counters/3/next", {}, &context, keep());
    ASSERT_TRUE(answered());
    EXPECT_EQ(answer->code, "counter_busy");
    EXPECT_EQ(answer->detail, "counter 3 is serving A012");
    EXPECT_EQ(hall.requests().size(), 1);
}

TEST_F(HallClientTest, AnUnansweredCommandEndsUnreachableAfterItsTimeout)
{
    hall.ignore("POST", "/tickets");
    client.post("/tickets", {}, &context, keep(), 100ms);
    ASSERT_TRUE(answered());
    EXPECT_TRUE(answer->unreachable());
    EXPECT_FALSE(answer->detail.isEmpty());
    hall.forgetRest(); // on a busy machine the timeout ends before it has asked
}

TEST_F(HallClientTest, A503UntilTheTimeoutIsUnreachable)
{
    hall.reply("POST", "/tickets", 503);
    client.post("/tickets", {}, &context, keep(), 150ms);
    ASSERT_TRUE(answered());
    EXPECT_TRUE(answer->unreachable());
    hall.forgetRest();
}

TEST_F(HallClientTest, AQuestionIsNotRepeated)
{
    hall.reply("GET", "/board", 503, {{"code", "unavailable"}});
    client.get("/board", &context, keep());
    ASSERT_TRUE(answered());
    EXPECT_EQ(answer->status, 503);
    EXPECT_EQ(hall.requests().size(), 1);
}

TEST_F(HallClientTest, NobodyIsCalledBackOnceTheContextIsGone)
{
    hall.reply("POST", "/tickets", 201);
    hall.reply("GET", "/board", 200);
    auto gone = std::make_unique<QObject>();
    client.post("/tickets", {}, gone.get(), keep());
    client.get("/board", gone.get(), keep());
    gone.reset();
    hall.reply("GET", "/counters/3", 200, {{"id", "3"}});
    std::optional<Answer> last;
    ASSERT_TRUE(eventually([this] { return hall.requests().size() == 2; }));
    client.get("/counters/3", &context, [&last](const Answer& given) { last = given; });
    ASSERT_TRUE(eventually([&last] { return last.has_value(); }));
    EXPECT_FALSE(answer.has_value());
}

TEST_F(HallClientTest, ARedirectIsNotFollowedBecauseTheTokenBelongsToThisHall)
{
    hall.replyUndescribed("GET", "/board", 307, {{"title", "moved"}});
    client.get("/board", &context, keep());
    ASSERT_TRUE(answered());
    EXPECT_EQ(answer->status, 307);
    EXPECT_EQ(hall.requests().size(), 1);
}

TEST(HallClientAlone, AHallThatNobodyRunsIsUnreachable)
{
    QTcpSocket taken; // nobody else listens there, either
    ASSERT_TRUE(taken.bind(QHostAddress::LocalHost));
    HallClient client({QUrl("http://127.0.0.1:" + QString::number(taken.localPort())), "secret"});
    std::optional<Answer> answer;
    client.get("/board", &client, [&answer](const Answer& given) { answer = given; });
    EXPECT_FALSE(answer.has_value()) << "never from within the call";
    ASSERT_TRUE(eventually([&answer] { return answer.has_value(); }));
    EXPECT_TRUE(answer->unreachable());
}

} // namespace
