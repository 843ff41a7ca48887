#include <kiosk/visit/visit.h>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

using starqueue::client::Answer;
using starqueue::client::parseAnswer;
using starqueue::client::unreachableAnswer;
using starqueue::client::api::IssueRequest;
using starqueue::kiosk::IssuedTicket;
using starqueue::kiosk::Visit;
using Postponing = IssuedTicket::Postponing;

namespace {

const QByteArray kTicketToPostpone =
    R"({"id":"17","number":"A012","state":"waiting","may":["cancel","postpone"]})";
const QByteArray kPostponed =
    R"({"id":"17","state":"postponed","may":["cancel"],"postponedUntil":"2026-11-22T02:34:10.000Z"})";

/// A kiosk of a hall whose customers may put off a call by ten minutes; it has just given A012.
struct PostponeTest : testing::Test
{
    std::function<void(const Answer&)> give;
    QStringList asked;
    std::function<void(const Answer&)> answer;
    Visit visit{
        "1", [this](const IssueRequest&, std::function<void(const Answer&)> done) { give = std::move(done); },
        [this](const QString& id, std::function<void(const Answer&)> done) {
            asked << id;
            answer = std::move(done);
        },
        [](const QString&) {}};
    IssuedTicket& ticket = *visit.ticket();

    PostponeTest() { ticket.setPostponing(10, QTimeZone("Asia/Shanghai")); }
    void take(const QByteArray& body = kTicketToPostpone)
    {
        visit.chooseService("account");
        give(parseAnswer(201, body));
    }
};

TEST_F(PostponeTest, IsOfferedWhereTheHallAllowsIt)
{
    take();
    EXPECT_EQ(ticket.postponing(), Postponing::Offered);
    EXPECT_EQ(ticket.postponeMinutes(), 10);
}

TEST_F(PostponeTest, IsNotOfferedWhereItIsNotAllowedOrHasNoMinutes)
{
    take(R"({"id":"17","number":"A012","may":["cancel"]})");
    EXPECT_EQ(ticket.postponing(), Postponing::No);
    visit.postpone();
    visit.finish();
    ticket.setPostponing(0, {});
    take();
    EXPECT_EQ(ticket.postponing(), Postponing::No);
    visit.postpone();
    EXPECT_TRUE(asked.isEmpty());
}

TEST_F(PostponeTest, AsksTheHallOnceAndSaysUntilWhen)
{
    take();
    visit.postpone();
    EXPECT_EQ(ticket.postponing(), Postponing::Asked);
    visit.postpone();
    EXPECT_EQ(asked, QStringList("17"));
    answer(parseAnswer(200, kPostponed));
    EXPECT_EQ(ticket.postponing(), Postponing::Done);
    EXPECT_EQ(ticket.postponedUntil(), "10:34") << "on the hall's clock";
    EXPECT_EQ(visit.page(), Visit::Page::Ticket);
    visit.postpone();
    EXPECT_EQ(asked.size(), 1);
}

TEST_F(PostponeTest, ARefusalAndSilenceAreSaid)
{
    take();
    visit.postpone();
    answer(parseAnswer(409, R"({"code":"ticket_state","detail":"x"})"));
    EXPECT_EQ(ticket.postponing(), Postponing::Failed);
    EXPECT_EQ(ticket.postponedUntil(), QString());
    visit.finish();
    take();
    visit.postpone();
    answer(unreachableAnswer("no answer"));
    EXPECT_EQ(ticket.postponing(), Postponing::Failed);
    EXPECT_EQ(ticket.number(), "A012") << "the number stays";
}

TEST_F(PostponeTest, AnAnswerForACustomerWhoHasGoneChangesNothingForTheNext)
{
    take();
    visit.postpone();
    const auto late = answer;
    visit.finish();
    take(R"({"id":"18","number":"A013","state":"waiting","may":["cancel","postpone"]})");
    late(parseAnswer(200, kPostponed));
    EXPECT_EQ(ticket.postponing(), Postponing::Offered);
    EXPECT_EQ(ticket.postponedUntil(), QString());
}

TEST_F(PostponeTest, IsForgottenWithTheCustomer)
{
    take();
    visit.finish();
    EXPECT_EQ(ticket.postponing(), Postponing::No);
    visit.postpone();
    EXPECT_TRUE(asked.isEmpty());
}

} // namespace
