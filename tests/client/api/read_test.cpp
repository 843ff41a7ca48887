#include <client/api/read.h>
#include <client/api/requests.h>

#include <QJsonObject>

#include <gtest/gtest.h>

using namespace starqueue::client;
using namespace std::chrono_literals;

namespace {

TEST(ReadApi, AFieldThatIsMissingOrOfAnotherTypeIsEmpty)
{
    EXPECT_EQ(api::read<api::Ticket>("{}"), api::Ticket());
    EXPECT_EQ(api::read<api::Ticket>(R"({"id": 7, "recalls": "2", "rating": [], "waitedSeconds": "9",
                                              "calledAt": 12, "serviceName": "x", "may": "next"})"),
              api::Ticket());
}

TEST(ReadApi, FieldsMayStandInAnyOrderAndAmongOthers)
{
    const auto ticket = api::read<api::Ticket>(R"({"number": "A012", "x": {"id": "8"}, "id": "7"})");
    EXPECT_EQ(ticket.id, "7");
    EXPECT_EQ(ticket.number, "A012");
    EXPECT_EQ(api::read<api::Ticket>(R"({"id": "7", "number": "A012"})"), ticket);
}

TEST(ReadApi, ATimeIsReadAsTheHallWritesItAndAsOthersWould)
{
    const QDateTime noon(QDate(2026, 11, 29), QTime(12, 0, 0, 123), Qt::UTC);
    EXPECT_EQ(api::read<api::Board>(R"({"at": "2026-11-29T12:00:00.123Z"})").at, noon);
    EXPECT_EQ(api::read<api::Board>(R"({"at": "2026-11-29T20:00:00.123+08:00"})").at, noon);
    EXPECT_FALSE(api::read<api::Board>(R"({"at": "2026-11-31T12:00:00.123Z"})").at.isValid());
}

TEST(ReadApi, ATextThatIsNoObjectIsEmpty)
{
    for (const char* text : {"", "{", "null", "[1]", R"({"id": "7")", R"("id")"}) {
        EXPECT_EQ(api::read<api::Ticket>(text), api::Ticket()) << text;
        EXPECT_FALSE(api::readEvent("ticket_issued", text)) << text;
    }
}

TEST(ReadApi, AListHoldsWhatIsInItAndIsElseEmpty)
{
    const auto jobs = api::readList<api::PrintJob>(R"([{"id": "7"}, {"id": "8"}])");
    ASSERT_EQ(jobs.size(), 2);
    EXPECT_EQ(jobs.last().id, "8");
    EXPECT_TRUE(api::readList<api::PrintJob>(R"({"id": "7"})").isEmpty());
    EXPECT_TRUE(api::readList<api::PrintJob>("[{").isEmpty());
}

TEST(ReadApi, AnIntegerMayBeWrittenWithAFractionOfNothingAndIsNeverCutOff)
{
    EXPECT_EQ(api::read<api::Board>(R"({"postponeMinutes": 5.0})").postponeMinutes, 5);
    EXPECT_EQ(api::read<api::Board>(R"({"postponeMinutes": 5.5})").postponeMinutes, 0);
    EXPECT_EQ(api::read<api::Board>(R"({"postponeMinutes": 4294967297})").postponeMinutes, 0);
    EXPECT_EQ(api::read<api::Board>(R"({"seq": 4294967297})").seq, 4294967297);
}

TEST(ReadApi, ANameInOneLanguageStandsForBoth)
{
    const auto ticket = api::read<api::Ticket>(R"({"serviceName": {"en": "SIM cards"}})");
    EXPECT_EQ(ticket.serviceName.in("zh"), "SIM cards");
    EXPECT_EQ(ticket.serviceName.in("en"), "SIM cards");
}

TEST(ReadApi, AWaitThatIsNoRangeIsNone)
{
    for (const char* wait : {"null", "{}", R"({"p10": 5})", R"({"p10": -1, "p90": 5})",
                             R"({"p10": 9, "p90": 5})", R"({"p10": "1", "p90": 5})"}) {
        const QByteArray ticket = QByteArray(R"({"waitSeconds": )") + wait + "}";
        EXPECT_FALSE(api::read<api::Ticket>(ticket).waitSeconds) << wait;
    }
    const auto ticket = api::read<api::Ticket>(R"({"waitSeconds": {"p10": 60, "p90": 90.7}})");
    EXPECT_EQ(ticket.waitSeconds, (api::WaitRange{60s, 90s}));
}

TEST(ReadApi, AWaitThatNobodyKnowsHasNoRange)
{
    const auto ticket = api::read<api::Ticket>(
        R"({"waitSeconds": {"p10": null, "p50": null, "p90": null, "method": "unknown"}})");
    ASSERT_TRUE(ticket.waitSeconds);
    EXPECT_EQ(ticket.waitSeconds->method, api::WaitMethod::Unknown);
}

TEST(ReadApi, SecondsMayHaveAFraction)
{
    EXPECT_EQ(api::read<api::Ticket>(R"({"waitedSeconds": 372.6})").waitedSeconds, 372s);
}

TEST(ReadApi, AnUnknownWordIsNone)
{
    const auto counter = api::read<api::Counter>(R"({"state": "moved", "may": ["fly", "next", "open"]})");
    EXPECT_EQ(counter.state, api::CounterState::Unknown);
    EXPECT_EQ(counter.may, (api::MaySet{api::May::Next, api::May::Open}));
    EXPECT_EQ(api::readEvent("counter_moved", "{}")->name, api::EventName::Unknown);
}

TEST(ReadApi, APausedCounterIsPausedAlsoForThoseWhoAreNotTold)
{
    EXPECT_TRUE(api::read<api::Counter>(R"({"state": "paused"})").paused);
    EXPECT_TRUE(api::read<api::Counter>(R"({"state": "serving", "paused": true})").paused);
}

TEST(ReadApi, ABoardLeavesOutCallsWithoutANumber)
{
    const auto board = api::read<api::Board>(R"({"calls": [{"ticket": "7"}, {"number": "A001"}, 3]})");
    ASSERT_EQ(board.calls.size(), 1);
    EXPECT_EQ(board.calls.first().number, "A001");
}

TEST(ReadApi, AnInvitationIsReadFromItsEventAsFromTheList)
{
    const QByteArray session = R"({"session": "4", "token": 77, "ticket": "17", "counter": "3",
                                  "windowSeconds": 30, "endsElapsed": 1795309200123, "state": "invited"})";
    EXPECT_EQ(api::readEvent("rating_invited", session)->invitation(),
              api::read<api::RatingSession>(session));
    EXPECT_EQ(api::read<api::RatingSession>(session).windowSeconds, 30s);
}

TEST(WriteApi, WhatIsEmptyIsNotSent)
{
    EXPECT_EQ(api::issueTicket({.service = "sim"}).body, (QJsonObject{{"service", "sim"}}));
    EXPECT_EQ(api::atCounter("3", {.step = api::May::Next}).body, QJsonObject());
}

TEST(WriteApi, AnIdStaysOneElementOfItsPath)
{
    EXPECT_EQ(api::counterPath("a/b ä"), "/counters/a%2Fb%20%C3%A4");
}

} // namespace
