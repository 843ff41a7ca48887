#include <firmware-bridge/printer/output_pacer.h>

#include <firmware-bridge/escpos/command_reader.h>
#include <firmware-bridge/ticket/sample_tickets.h>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

using namespace starqueue::bridge;
using namespace std::chrono_literals;
using starqueue::escpos::Command;
using starqueue::escpos::CommandReader;
using starqueue::test::ticketOf;

namespace {

constexpr int kBaud = 9600;
constexpr auto kPace = 20ms;
const QByteArray kQuestion("\x10\x04\x01", 3);

/// A ticket whose names the printer has no letters for: some thousand bytes of dots.
QByteArray dotsTicket()
{
    PrinterProfile profile;
    profile.rasterRows = true;
    profile.chinese = false;
    PrintedTicket ticket = ticketOf(u"A012"_s);
    ticket.hall = u"城西营业厅城西营业厅"_s;
    return layOutTicket(ticket, profile);
}

/// A pacer in time that the test makes pass, and what came out of it.
struct PacedLine
{
    void pass(std::chrono::milliseconds time)
    {
        for (const SteadyTime end = now + time; now < end; now += kPace) {
            const QByteArray due = pacer.due(now);
            largest = std::max(largest, due.size());
            bytes += due;
        }
    }
    [[nodiscard]] static std::chrono::milliseconds wireTime(qsizetype count)
    {
        return std::chrono::milliseconds(count * 10'000 / kBaud);
    }

    SteadyTime now{1s};
    OutputPacer pacer{4096, kBaud};
    QByteArray bytes;
    qsizetype largest = 0;
};

} // namespace

TEST(OutputPacer, ATicketOfTextPassesAtOnce)
{
    PacedLine line;
    const QByteArray ticket = layOutTicket(ticketOf(u"A012"_s), PrinterProfile());
    line.pacer.add(ticket);
    EXPECT_EQ(line.pacer.due(line.now), ticket);
    EXPECT_FALSE(line.pacer.waits());
}

TEST(OutputPacer, ATicketOfDotsGoesAtTheLinesPaceInPortions)
{
    PacedLine line;
    const QByteArray ticket = dotsTicket();
    ASSERT_GT(ticket.size(), 2000);
    line.pacer.add(ticket);
    line.pass(PacedLine::wireTime(ticket.size() - OutputPacer::portionFor(4096)) - 300ms);
    EXPECT_TRUE(line.pacer.waits()) << "the line can't have taken it all";
    line.pass(700ms);
    EXPECT_EQ(line.bytes, ticket);
    EXPECT_LE(line.largest, OutputPacer::portionFor(4096));
}

// As in the first ticket after a start, which comes behind 256 zeros and a cut.
TEST(OutputPacer, WhatIsAskedWithinATicketKeepsItsPlace)
{
    PacedLine line;
    const QByteArray whole = QByteArray(256, '\0') + kQuestion + dotsTicket() + kQuestion;
    line.pacer.add(whole);
    line.pass(10s);
    EXPECT_EQ(line.bytes, whole) << "its answer proves that what is before it has arrived";
}

TEST(OutputPacer, AQuestionOvertakesBetweenTwoCommands)
{
    for (int after = 0; after < 40; ++after) {
        PacedLine line;
        const QByteArray ticket = dotsTicket();
        line.pacer.add(ticket);
        line.pass(kPace * after);
        line.pacer.add(kQuestion);
        EXPECT_TRUE(line.pacer.due(line.now).startsWith(kQuestion));
        line.bytes += kQuestion;
        line.pass(10s);
        std::string rest;
        int questions = 0;
        for (const Command& command : CommandReader().feed(line.bytes.toStdString())) {
            if (command.kind == Command::Kind::RealTime)
                ++questions;
            else
                rest += command.bytes;
        }
        EXPECT_EQ(questions, 1) << "after " << after << ": inside a command it would be dots";
    }
}

TEST(OutputPacer, NothingButQuestionsGoesWhileThePrinterCantPrint)
{
    PacedLine line;
    const QByteArray ticket = dotsTicket();
    line.pacer.add(ticket);
    line.pass(200ms);
    const QByteArray before = line.bytes;
    line.pacer.hold(true);
    line.pacer.add(kQuestion);
    line.pass(60s);
    EXPECT_EQ(line.bytes, before + kQuestion);
    line.pacer.hold(false);
    line.pass(20s);
    EXPECT_EQ(line.bytes.remove(before.size(), kQuestion.size()), ticket);
}

TEST(OutputPacer, ACommandThatClearsThePrinterDropsTheRest)
{
    for (const QByteArray& clear :
         {QByteArray("\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08", 10),
          QByteArray("\x1C\xC0\x18\x10\x14\x1A", 6), QByteArray("\x10\x05\x02", 3)}) {
        PacedLine line;
        line.pacer.add(dotsTicket());
        line.pass(200ms);
        const QByteArray before = line.bytes;
        line.pacer.add(clear);
        line.pass(20s);
        EXPECT_EQ(line.bytes, before + clear);
    }
}

TEST(OutputPacer, WhatFollowsAPacedTicketStaysBehindIt)
{
    PacedLine line;
    const QByteArray ticket = dotsTicket();
    const QByteArray proof("\x1D(H\x06\x00\x30\x30\x20\x20\x20\x20", 11);
    line.pacer.add(ticket + proof);
    line.pass(100ms);
    line.pacer.add(proof);
    line.pass(20s);
    EXPECT_EQ(line.bytes, ticket + proof + proof);
}
