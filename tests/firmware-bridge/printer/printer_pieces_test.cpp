#include <firmware-bridge/printer/printer_dialogue.h>
#include <firmware-bridge/simulators/printer/simulated_printer.h>

#include <QRegularExpression>
#include <QSet>

#include <functional>
#include <random>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

using namespace starqueue::bridge;
using starqueue::simulators::SimulatedPrinter;
using Outcome = TicketPrinter::Outcome;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds kStep = 10ms;
constexpr qsizetype kBytesAStep = 19; ///< 19200 baud

/// Everything on a piece that names a ticket: its number, and the code, which holds it too.
QSet<QString> numbersOn(const starqueue::escpos::PaperTicket& piece)
{
    QSet<QString> numbers;
    auto found = QRegularExpression(u"A[0-9]{3}"_s).globalMatch(QString::fromStdString(piece.plainText()));
    while (found.hasNext())
        numbers.insert(found.next().captured());
    return numbers;
}

/// A host and a printer, joined by a wire that carries one byte after the other.
class Bench
{
public:
    explicit Bench(const PrinterProfile& profile = {}) : host(profile)
    {
        host.lineOpened(now);
        pass(1s);
    }

    void step()
    {
        if (powerBack && now >= *powerBack) {
            powerBack.reset();
            printer.setPower(true);
        }
        host.tick(now);
        wire += host.takeOutput();
        const QByteArray arriving = wire.left(kBytesAStep);
        wire.remove(0, arriving.size());
        for (const char byte : arriving) {
            if (--bytesUntilFault == 0)
                fault();
            printer.receive(QByteArray(1, byte), now);
        }
        printer.tick(now);
        host.received(printer.takeOutput(), now);
        for (const auto& ended : host.takeEnded())
            ends[ended.job] = ended.outcome;
        now += kStep;
    }

    void pass(std::chrono::milliseconds time)
    {
        for (const SteadyTime end = now + time; now < end;)
            step();
    }

    /// Prints ticket A00`job` and waits for how it ends; nothing while it is held up.
    std::optional<Outcome> print(TicketPrinter::JobId job)
    {
        for (int i = 0; i < 6000 && !host.state().ready(); ++i)
            step();
        PrintedTicket ticket;
        ticket.number = u"A%1"_s.arg(job, 3, 10, QLatin1Char('0'));
        ticket.hall = u"厅 "_s + ticket.number;
        ticket.service = u"账户业务 "_s + ticket.number;
        ticket.statusUrl = u"http://127.0.0.1/t/"_s + ticket.number;
        host.print(job, ticket, now);
        for (int i = 0; i < 500 && ends.count(job) == 0; ++i)
            step();
        return ends.count(job) > 0 ? std::optional(ends[job]) : std::nullopt;
    }

    /// Something happens before the `count`th byte from now arrives.
    void atByte(qsizetype count, std::function<void()> happens)
    {
        bytesUntilFault = count;
        fault = std::move(happens);
    }

    void cutPower(std::chrono::milliseconds time)
    {
        printer.setPower(false);
        powerBack = now + time;
    }

    /// Pieces on which more than one number stands; empty: none.
    [[nodiscard]] std::string mixed() const
    {
        std::string found;
        for (const auto& piece : printer.tickets())
            if (numbersOn(piece).size() > 1)
                found += piece.plainText() + "\n---\n";
        return found;
    }

    PrinterDialogue host;
    SimulatedPrinter printer;
    std::map<TicketPrinter::JobId, Outcome> ends;
    SteadyTime now{1000};

private:
    QByteArray wire;
    qsizetype bytesUntilFault = 0;
    std::function<void()> fault;
    std::optional<SteadyTime> powerBack;
};

/// A first ticket's last byte on the wire, with what is asked before it.
constexpr qsizetype kTicketEnds = 440;

/// Whether DLE ENQ 2 clears what waits in a printer without paper.
struct PrinterPieces : ::testing::TestWithParam<bool>
{};

INSTANTIATE_TEST_SUITE_P(ClearsErrorsOnly, PrinterPieces, ::testing::Bool());

} // namespace

TEST_P(PrinterPieces, ATicketIsPartedFromOneThatEndedWithThePaperThoughThePowerWasCutInBetween)
{
    for (qsizetype at = 1; at < kTicketEnds; at += 7) {
        SCOPED_TRACE("byte " + std::to_string(at));
        Bench bench;
        bench.printer.setClearsErrorsOnly(GetParam());
        bench.atByte(at, [&] { bench.printer.setPaperOut(true); });
        bench.print(1);
        bench.pass(3s);
        bench.cutPower(2s);
        bench.pass(3s);
        bench.printer.setPaperOut(false);
        ASSERT_EQ(bench.print(2), Outcome::Printed);
        ASSERT_EQ(bench.mixed(), "");
        ASSERT_EQ(bench.printer.tickets().back().largestText(), "A002");
    }
}

TEST_P(PrinterPieces, ThePartingIsRepeatedWhenThePowerIsCutUnderTheTicketThatCarriedIt)
{
    for (qsizetype at = 1; at < kTicketEnds; at += 7) {
        SCOPED_TRACE("byte " + std::to_string(at));
        Bench bench;
        bench.printer.setClearsErrorsOnly(GetParam());
        bench.atByte(420, [&] { bench.printer.setPaperOut(true); });
        ASSERT_EQ(bench.print(1), std::nullopt) << "waits for paper";
        bench.cutPower(2s);
        bench.pass(3s);
        bench.printer.setPaperOut(false);
        bench.pass(3s);
        bench.atByte(at, [&] { bench.cutPower(at % 2 == 0 ? 2000ms : 500ms); });
        bench.print(2);
        ASSERT_EQ(bench.print(3), Outcome::Printed);
        ASSERT_EQ(bench.mixed(), "");
        ASSERT_EQ(bench.printer.tickets().back().largestText(), "A003");
    }
}

TEST(PrinterPiecesAlone, APrinterThatCannotConfirmPartsTicketsToo)
{
    PrinterProfile profile;
    profile.proof = PrintProof::None;
    for (qsizetype at = 1; at < kTicketEnds; at += 7) {
        SCOPED_TRACE("byte " + std::to_string(at));
        Bench bench(profile);
        bench.atByte(at, [&] { bench.cutPower(2s); });
        bench.print(1);
        ASSERT_EQ(bench.print(2), Outcome::Sent);
        ASSERT_EQ(bench.mixed(), "");
    }
}

TEST(PrinterPiecesAlone, AConfirmedTicketIsFollowedByNoBlankPiece)
{
    Bench bench;
    ASSERT_EQ(bench.print(1), Outcome::Printed);
    PrinterDialogue& host = bench.host;
    PrintedTicket ticket;
    ticket.number = u"A002"_s;
    host.print(2, ticket, bench.now);
    bench.printer.receive(host.takeOutput(), bench.now);
    bench.printer.tick(bench.now);
    host.received(bench.printer.takeOutput(), bench.now);
    EXPECT_EQ(host.takeOutput().count("\x1DVB"), 1);
}

TEST(PrinterPiecesAlone, APrinterThatLostItsPowerBeforeItHeardOfTheTicketPrintsItWhenItIsBack)
{
    Bench bench;
    bench.atByte(1, [&] { bench.cutPower(2s); });
    EXPECT_EQ(bench.print(1), Outcome::Printed);
    EXPECT_EQ(bench.printer.tickets().size(), 1U);
    EXPECT_EQ(bench.print(2), Outcome::Printed);
}

TEST_P(PrinterPieces, WhateverFailsNoPieceHasTwoNumbers)
{
    const unsigned seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::minstd_rand random(seed);
    const auto below = [&](unsigned limit) { return static_cast<qsizetype>(random() % limit); };
    Bench bench;
    bench.printer.setClearsErrorsOnly(GetParam());
    int printed = 0;
    for (TicketPrinter::JobId job = 1; job <= 200; ++job) {
        const qsizetype kind = below(5);
        const std::chrono::milliseconds off(500 + below(2500)); // a printer starts no faster
        bench.atByte(1 + below(700), [&, kind, off] {
            if (kind == 0)
                bench.printer.setPaperOut(true);
            else if (kind == 1)
                bench.printer.setCoverOpen(true);
            else if (kind == 2)
                bench.cutPower(off);
        });
        bench.print(job);
        bench.pass(std::chrono::milliseconds(below(5000)));
        if (below(2) == 0)
            bench.cutPower(off);
        bench.pass(std::chrono::milliseconds(below(3000)));
        bench.printer.setPaperOut(false);
        bench.printer.setCoverOpen(false);
        if (below(3) == 0) {
            bench.host.lineLost(bench.now);
            bench.host.lineOpened(bench.now);
        }
        bench.pass(40s); // for what is held up or silent
        ASSERT_EQ(bench.ends.count(job), 1U) << job;
        printed += bench.ends.at(job) == Outcome::Printed ? 1 : 0;
        ASSERT_EQ(bench.mixed(), "") << "after job " << job;
    }
    EXPECT_GT(printed, 50);
}
