#pragma once

#include <firmware-bridge/printer/printer_dialogue.h>
#include <firmware-bridge/profiles/profile_reader.h>
#include <firmware-bridge/simulators/families/escpos_family.h>

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace starqueue::bridge::test {

using namespace Qt::StringLiterals;

/// A host and a printer that was written after its maker's manual alone, on a wire without delay, in time
/// that the test makes pass.
class FamilyPrinterTest : public ::testing::Test
{
protected:
    void connect(const simulators::FamilySettings& settings, const PrinterProfile& profile)
    {
        printer = std::make_unique<simulators::EscPosFamily>(settings);
        host = std::make_unique<PrinterDialogue>(profile);
        pass(std::chrono::seconds(2)); // the printer starts
        host->lineOpened(now);
        pass(std::chrono::seconds(5));
    }
    void connect(simulators::Family family, const QString& profile)
    {
        connect(simulators::familySettings(family), loadProfile(profile, u"/"_s).value());
    }

    void step()
    {
        now += std::chrono::milliseconds(10);
        host->tick(now);
        printer->receive(host->takeOutput(), now);
        printer->tick(now);
        host->received(printer->takeOutput(), now);
        for (const auto& ended : host->takeEnded())
            ends[ended.job].push_back(ended.outcome);
        for (const auto& moved : host->takeMoved())
            papers[moved.job].push_back(moved.event);
    }
    void pass(std::chrono::milliseconds time)
    {
        for (const SteadyTime end = now + time; now < end;)
            step();
    }
    /// Passes until `holds`; how long that took.
    std::chrono::milliseconds until(const std::function<bool()>& holds, std::chrono::milliseconds atMost)
    {
        const SteadyTime begin = now;
        while (!holds() && now - begin < atMost)
            step();
        return now - begin;
    }
    void touch(simulators::Hand hand) { printer->touch(hand, now); }

    void print(TicketPrinter::JobId job, const QString& hall = u"Hall"_s)
    {
        PrintedTicket ticket;
        ticket.number = u"A%1"_s.arg(job, 3, 10, QLatin1Char('0'));
        ticket.hall = hall;
        host->print(job, ticket, now);
    }

    /// How often a line is on any paper.
    [[nodiscard]] int linesWith(const std::string& text) const
    {
        int count = 0;
        for (const simulators::PrintRun& run : printer->runs())
            for (const auto& line : run.lines)
                count += line.text.find(text) != std::string::npos ? 1 : 0;
        return count;
    }
    /// Papers with that number and their own cut.
    [[nodiscard]] int wholeCopiesOf(const std::string& number) const
    {
        int copies = 0;
        for (const simulators::PrintRun& run : printer->runs()) {
            bool has = false;
            for (const auto& line : run.lines)
                has = has || line.text.find(number) != std::string::npos;
            copies += has && run.cut ? 1 : 0;
        }
        return copies;
    }

    std::unique_ptr<simulators::EscPosFamily> printer;
    std::unique_ptr<PrinterDialogue> host;
    std::map<TicketPrinter::JobId, std::vector<TicketPrinter::Outcome>> ends;
    std::map<TicketPrinter::JobId, std::vector<TicketPrinter::PaperEvent>> papers;
    SteadyTime now{1000};
};

} // namespace starqueue::bridge::test
