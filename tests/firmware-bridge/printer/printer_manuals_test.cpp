// What a driver must not assume: the points that take a whole printer, written after its manual.
#include <firmware-bridge/printer/fake_printer.h>
#include <firmware-bridge/printer/family_printer.h>
#include <firmware-bridge/ticket/ticket_layout.h>

using namespace starqueue::bridge;
using namespace starqueue::bridge::test;
using starqueue::simulators::Family;
using starqueue::simulators::FamilySettings;
using starqueue::simulators::familySettings;
using starqueue::simulators::Hand;
using starqueue::simulators::Slip;
using PaperEvent = TicketPrinter::PaperEvent;

namespace {

const std::vector kOnPaper{Outcome::Printed};

PrinterProfile profileInToml(const QByteArray& toml)
{
    return parseProfile(toml, u"test.toml"_s).value();
}

/// What makers' manuals have a printer say, and holds a NUL.
QByteArrayList endedByNul()
{
    return {QByteArray("\x3B\x31\x00", 3),
            QByteArray("\x37\x25\x00", 3),
            QByteArray("\x37\x23\x41\x40\x40\x40\x40\x00", 8),
            QByteArray("\x5F"
                       "BIXOLON\x00",
                       9),
            QByteArray("\x3D\x21\x40\x00", 4),
            QByteArray("\xFF\x13\x41\x41\x41\x41\x00\x00\x00\x00", 10)};
}

QByteArray cyrillicTicket(const PrinterProfile& profile)
{
    PrintedTicket ticket;
    ticket.number = u"A001"_s;
    ticket.hall = u"Зал 3"_s;
    return layOutTicket(ticket, profile);
}

} // namespace

TEST_F(FakePrinterTest, Assumption4NoBlockThatEndsWithNulConfirmsATicketThatHangs)
{
    for (const QByteArray& block : endedByNul()) {
        for (const bool isOneAQuestion : {false, true}) {
            hangInAClone();
            const QByteArray ticket = fake.received.mid(fake.received.indexOf("A001"));
            const qsizetype questions = ticket.count("\x1Dr");
            ASSERT_GT(questions, 3);
            host.received(block.repeated(isOneAQuestion ? questions : 1), now);
            pass(1s);
            EXPECT_NE(ends[1], kOnPaper) << isOneAQuestion << ' ' << block.toHex(' ').constData();
        }
    }
}

TEST_F(FamilyPrinterTest, Assumption6ATmL90IsFreedFromItsCoverErrorAndPrintsTheTicketOnce)
{
    connect(Family::EpsonCoverError, u"epson-tm-cover-error"_s);
    print(1);
    until([this] { return linesWith("A001") > 0; }, 5s);
    touch(Hand::OpenCover);
    pass(60s);
    EXPECT_EQ(host->state().kind, Kind::CoverOpen);
    EXPECT_TRUE(ends[1].empty());
    touch(Hand::CloseCover);
    EXPECT_LE(until([this] { return !ends[1].empty(); }, 60s), 4s);
    EXPECT_EQ(ends[1], kOnPaper);
    EXPECT_EQ(wholeCopiesOf("A001"), 1);
}

TEST_F(FamilyPrinterTest, Assumption6ATmT88ResumesByItselfAndIsSentNoEnquiry)
{
    connect(Family::Epson, u"epson-tm"_s);
    print(1);
    until([this] { return linesWith("A001") > 0; }, 5s);
    touch(Hand::OpenCover);
    pass(60s);
    touch(Hand::CloseCover);
    EXPECT_LE(until([this] { return !ends[1].empty(); }, 60s), 4s);
    EXPECT_EQ(ends[1], kOnPaper);
    EXPECT_EQ(wholeCopiesOf("A001"), 1);
}

TEST_F(FamilyPrinterTest, Assumption7APrinterThatWaitsForFeedAfterARefillGoesOnByItself)
{
    FamilySettings settings = familySettings(Family::Epson);
    settings.feedAfterRefill = true;
    connect(settings, loadProfile(u"epson-tm"_s, u"/"_s).value());
    print(1);
    printer->endPaperAfter(4);
    pass(60s);
    EXPECT_EQ(host->state().kind, Kind::PaperOut);
    touch(Hand::Refill);
    EXPECT_LE(until([this] { return !ends[1].empty(); }, 60s), 4s);
    EXPECT_EQ(ends[1], kOnPaper);
}

TEST_F(FamilyPrinterTest, Assumption11ATicketThatWaitsInThePresenterIsNeitherPaperEndNorTimeOut)
{
    connect(Family::Citizen, u"citizen-ppu"_s);
    print(1);
    pass(10s);
    ASSERT_EQ(ends[1], kOnPaper);
    EXPECT_EQ(papers[1], std::vector{PaperEvent::Presented});
    EXPECT_EQ(host->state().kind, Kind::TicketWaiting);
    print(2);
    pass(60s);
    EXPECT_TRUE(ends[2].empty());
    touch(Hand::TakeTicket);
    pass(10s);
    EXPECT_EQ(ends[2], kOnPaper);
    EXPECT_EQ(papers[1].back(), PaperEvent::Taken);
    EXPECT_EQ(wholeCopiesOf("A001") + wholeCopiesOf("A002"), 2);
}

TEST_F(FamilyPrinterTest, Assumption11NoTicketIsPrintedOntoOneThatWaits)
{
    connect(Family::Custom, u"custom-presenter"_s); // a second one would jam it
    print(1);
    pass(10s);
    ASSERT_EQ(ends[1], kOnPaper);
    print(2);
    pass(15s);
    EXPECT_FALSE(printer->mechanics().paperJammed);
    EXPECT_EQ(wholeCopiesOf("A002"), 0);
    touch(Hand::TakeTicket);
    pass(10s);
    EXPECT_EQ(ends[2], kOnPaper);
}

TEST_F(FamilyPrinterTest, Assumption11ATicketThatNobodyTakesIsRetractedAndSaidToBe)
{
    connect(Family::Custom, u"custom-presenter"_s);
    print(1);
    pass(60s);
    EXPECT_EQ(papers[1], (std::vector{PaperEvent::Presented, PaperEvent::Retracted}));
    EXPECT_EQ(printer->slips().front().place, Slip::Place::Retracted);
}

TEST(PrinterManuals, Assumption16APageHasTheNumberThatTheProfileGivesIt)
{
    const QByteArray epsons = "\x1Bt\x11";
    const QByteArray rongtas = "\x1Bt\x07";
    const QByteArray epson =
        cyrillicTicket(profileInToml("[paper]\nchinese = false\n[paper.code_pages]\ncp866 = 17\n"));
    const QByteArray rongta =
        cyrillicTicket(profileInToml("[paper]\nchinese = false\n[paper.code_pages]\ncp866 = 7\n"));
    const QByteArray unknown =
        cyrillicTicket(profileInToml("[paper]\nchinese = false\n[paper.code_pages]\ncp437 = 0\n"));
    EXPECT_TRUE(epson.contains(epsons + "\x87\xA0\xAB"));
    EXPECT_TRUE(rongta.contains(rongtas + "\x87\xA0\xAB"));
    EXPECT_FALSE(rongta.contains(epsons));
    EXPECT_TRUE(unknown.contains("??? 3")) << "nothing is guessed";
}

TEST_F(FamilyPrinterTest, Assumption17ACloneThatBootsInChineseAndReturnsToItPrintsAccents)
{
    PrinterProfile profile = loadProfile(u"clone-gsr"_s, u"/"_s).value();
    profile.chinese = false;
    connect(familySettings(Family::Clone), profile);
    print(1, u"Élan é à côté"_s);
    pass(5s);
    EXPECT_EQ(ends[1], kOnPaper);
    EXPECT_EQ(linesWith("Élan é à côté"), 1);
}
