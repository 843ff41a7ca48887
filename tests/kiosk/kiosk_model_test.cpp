#include <kiosk/kiosk_screen.h>

#include <client/ui/language.h>

#include <QJsonArray>

#include <gtest/gtest.h>

using starqueue::kiosk::KioskModel;
using starqueue::kiosk::Visit;
using starqueue::kiosk::test::sampleBoard;
using starqueue::test::eventBytes;
using starqueue::test::eventually;
using starqueue::test::ScriptedHall;

namespace {

struct KioskModelTest : testing::Test
{
    QJsonObject board = sampleBoard();
    ScriptedHall hall;
    KioskModel model{{{hall.url(), "secret"}, "1", "zh"}};

    bool ready()
    {
        hall.always("GET", "/board", [this] { return board; });
        hall.stream();
        model.start();
        return eventually([this] { return model.state() == KioskModel::Service::Ready; });
    }
    void setPrinter(const QString& printer)
    {
        const QJsonObject says{{"zh", "机盖打开"}, {"en", "cover open"}};
        const QJsonObject remedy{{"zh", "合上机盖"}, {"en", "close it"}};
        const auto kiosk = [&](const char* id, const QString& word) {
            return QJsonObject{{"id", id}, {"printer", word}, {"says", says}, {"remedy", remedy}};
        };
        board.insert("kiosks", QJsonArray{kiosk("2", "ok"), kiosk("1", printer)});
    }
};

TEST_F(KioskModelTest, ShowsTheHallOnceItAnswered)
{
    EXPECT_EQ(model.state(), KioskModel::Service::Connecting);
    EXPECT_EQ(model.now(), "") << "whose zone would it be?";
    ASSERT_TRUE(ready());
    EXPECT_EQ(model.hallName(), "城西营业厅");
    EXPECT_EQ(model.services()->count(), 6);
    EXPECT_EQ(model.printer(), KioskModel::Printer::Works);
    EXPECT_FALSE(model.allClosed());
}

TEST_F(KioskModelTest, ShowsNoTimeThatTheHallDoesntBelieve)
{
    ASSERT_TRUE(ready());
    EXPECT_NE(model.now(), "");
    board.insert("clock", QJsonObject{{"believed", false}, {"why", "before_build"}});
    hall.push(eventBytes(2, "clock_doubted"));
    EXPECT_TRUE(eventually([this] { return model.now().isEmpty(); }));
}

TEST_F(KioskModelTest, TellsATechnicianWhatIsWrong)
{
    const auto isBad = [this](const QString& label) {
        for (const QVariant& row : model.technicianFacts())
            if (row.toMap().value("label") == label)
                return !row.toMap().value("good").toBool();
        return false;
    };
    const auto valueOf = [this](const QString& label) {
        for (const QVariant& row : model.technicianFacts())
            if (row.toMap().value("label") == label)
                return row.toMap().value("value").toString();
        return QString();
    };
    starqueue::ui::Language::instance().setCode("en");
    EXPECT_TRUE(isBad("The hall"));
    ASSERT_TRUE(ready());
    EXPECT_FALSE(isBad("The hall"));
    EXPECT_FALSE(isBad("Printer"));
    EXPECT_FALSE(isBad("The hall's clock"));
    setPrinter("coverOpen");
    board.insert("clock", QJsonObject{{"believed", false}, {"why", "stepped"}});
    hall.push(eventBytes(2, "clock_doubted"));
    EXPECT_TRUE(eventually([&] { return isBad("The hall's clock") && isBad("Printer"); }));
    EXPECT_EQ(valueOf("Printer"), "cover open: close it");
    starqueue::ui::Language::instance().setCode("zh");
}

TEST_F(KioskModelTest, SaysThatPaperIsOutBeforeAnybodyTouches)
{
    setPrinter("paperOut");
    ASSERT_TRUE(ready());
    EXPECT_EQ(model.printer(), KioskModel::Printer::OutOfPaper);
    setPrinter("ok");
    hall.push(eventBytes(2, "device_changed"));
    EXPECT_TRUE(eventually([this] { return model.printer() == KioskModel::Printer::Works; }));
}

TEST_F(KioskModelTest, SaysThatATicketLiesInTheSlotBeforeAnybodyTouches)
{
    setPrinter("ticketWaiting");
    ASSERT_TRUE(ready());
    EXPECT_EQ(model.printer(), KioskModel::Printer::TicketWaiting);
    setPrinter("doesntConfirm");
    hall.push(eventBytes(2, "device_changed"));
    EXPECT_TRUE(eventually([this] { return model.printer() == KioskModel::Printer::Works; }));
}

TEST_F(KioskModelTest, APrinterThatNobodyKnowsIsNotPromised)
{
    board.insert("kiosks", QJsonArray());
    ASSERT_TRUE(ready());
    EXPECT_EQ(model.printer(), KioskModel::Printer::Unavailable);
}

TEST_F(KioskModelTest, IsClosedWhenTheDayOrEveryServiceIs)
{
    board.insert("dayOpen", false);
    ASSERT_TRUE(ready());
    EXPECT_TRUE(model.allClosed());
}

TEST_F(KioskModelTest, ALostAnswerIsAskedForAgainWithTheSameRequestId)
{
    ASSERT_TRUE(ready());
    hall.cut("POST", "/tickets");
    hall.reply("POST", "/tickets", 201, {{"id", "17"}, {"number", "A012"}});
    model.visit()->chooseService("account");
    ASSERT_TRUE(eventually([this] { return model.visit()->page() == Visit::Page::Ticket; }));
    const auto sent = hall.requests("POST", "/tickets");
    ASSERT_GE(sent.size(), 2);
    EXPECT_EQ(sent.first().body.value("requestId"), sent.last().body.value("requestId"));
}

TEST_F(KioskModelTest, ARefusedTokenAsksForTheTechnician)
{
    hall.reply("GET", "/board", 401, {{"code", "unauthorized"}});
    model.start();
    EXPECT_TRUE(eventually([this] { return model.state() == KioskModel::Service::Refused; }));
}

TEST_F(KioskModelTest, WhatWasTypedBeforeAnOutageIsntThereAfterIt)
{
    ASSERT_TRUE(ready());
    model.visit()->openIdentify();
    for (const int digit : {1, 3, 8})
        model.visit()->identity()->addDigit(digit);
    hall.ignore("GET", "/events");
    hall.closeStreams();
    ASSERT_TRUE(eventually([this] { return model.state() == KioskModel::Service::Unreachable; }));
    EXPECT_TRUE(model.visit()->identity()->empty());
    EXPECT_EQ(model.visit()->page(), Visit::Page::Services);
}

TEST_F(KioskModelTest, TheNextCustomerFindsTheKioskAsItWas)
{
    ASSERT_TRUE(ready());
    model.toggleLanguage();
    model.setLargeText(true);
    model.setLowReach(true);
    EXPECT_EQ(model.services()->data(model.services()->index(0), starqueue::kiosk::ServiceList::Name),
              "Accounts");
    model.visit()->touched();
    model.visit()->countdown()->advance(std::chrono::seconds(30));
    EXPECT_EQ(starqueue::ui::Language::instance().code(), "zh");
    EXPECT_FALSE(model.largeText());
    EXPECT_FALSE(model.lowReach());
    EXPECT_EQ(model.services()->data(model.services()->index(0), starqueue::kiosk::ServiceList::Name),
              "账户业务");
}

} // namespace
