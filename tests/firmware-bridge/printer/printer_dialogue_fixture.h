#pragma once

#include <firmware-bridge/printer/printer_dialogue.h>
#include <firmware-bridge/simulators/printer/simulated_printer.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace starqueue::bridge::test {

using starqueue::simulators::SimulatedPrinter;
using Outcome = TicketPrinter::Outcome;
using Kind = PrinterState::Kind;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// A host and a printer joined by a wire without delay, in time that the test makes pass.
class PrinterDialogueTest : public ::testing::Test
{
protected:
    void connect()
    {
        host.lineOpened(now);
        plugged = true;
        pass(1s);
    }

    /// After this nothing hangs in the printer, and the next ticket is sent as one.
    void connectAndPrintOne()
    {
        connect();
        print(9);
        pass(3s);
        ASSERT_EQ(ends[9], std::vector{Outcome::Printed});
    }

    void pass(std::chrono::milliseconds time)
    {
        for (const SteadyTime end = now + time; now < end; now += 50ms)
            step();
    }

    void step()
    {
        host.tick(now);
        const QByteArray toPrinter = host.takeOutput();
        if (plugged)
            printer.receive(toPrinter, now);
        printer.tick(now);
        const QByteArray answer = printer.takeOutput();
        if (plugged && !silent && !answer.isEmpty())
            onTheWay.emplace_back(std::max(now + answersTake, lastArrival()), answer);
        for (; !onTheWay.empty() && onTheWay.front().first <= now; onTheWay.pop_front())
            host.received(onTheWay.front().second, now);
        for (const auto& ended : host.takeEnded())
            ends[ended.job].push_back(ended.outcome);
    }

    /// Bytes never overtake each other.
    [[nodiscard]] SteadyTime lastArrival() const { return onTheWay.empty() ? now : onTheWay.back().first; }

    void print(TicketPrinter::JobId job)
    {
        PrintedTicket ticket;
        ticket.number = u"A%1"_s.arg(job, 3, 10, QLatin1Char('0'));
        ticket.hall = u"厅"_s;
        host.print(job, ticket, now);
    }

    /// The bytes of the ticket, which follow when the printer has confirmed that it hears.
    [[nodiscard]] QByteArray bytesOf(TicketPrinter::JobId job)
    {
        print(job);
        host.tick(now);
        printer.receive(host.takeOutput(), now);
        printer.tick(now);
        host.received(printer.takeOutput(), now);
        return host.takeOutput();
    }

    [[nodiscard]] static bool isWhole(const starqueue::escpos::PaperTicket& ticket)
    {
        return ticket.plainText().find("不必重新排队") != std::string::npos;
    }

    [[nodiscard]] int copiesOf(const std::string& number) const
    {
        int copies = 0;
        for (const auto& ticket : printer.tickets())
            copies += ticket.cut && ticket.largestText() == number && isWhole(ticket) ? 1 : 0;
        return copies;
    }

    PrinterProfile profile;
    PrinterDialogue host{profile};
    SimulatedPrinter printer;
    std::map<TicketPrinter::JobId, std::vector<Outcome>> ends;
    SteadyTime now{1000};
    bool plugged = false;
    bool silent = false;
    std::chrono::milliseconds answersTake{0};
    std::deque<std::pair<SteadyTime, QByteArray>> onTheWay; ///< answers, with when they arrive
};

} // namespace starqueue::bridge::test
