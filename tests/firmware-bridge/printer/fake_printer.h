#pragma once

#include <firmware-bridge/escpos/interpreter.h>
#include <firmware-bridge/printer/printer_dialogue.h>

#include <gtest/gtest.h>

#include <deque>
#include <functional>
#include <map>
#include <random>

namespace starqueue::bridge::test {

using Outcome = TicketPrinter::Outcome;
using Kind = PrinterState::Kind;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// A printer whose every habit a test sets, after shared knowledge of manuals: not the product's simulator.
///
/// Real-time commands are answered from `status` at once; the rest is taken in order, a line in 15 ms, while
/// `stopped` is false.
class FakePrinter
{
public:
    std::map<int, QByteArray> status{{1, "\x12"}, {2, "\x12"}, {3, "\x12"}, {4, "\x12"}};
    QByteArray sensor{1, '\0'};
    bool answersIds = true;
    bool answersSensor = true;
    bool answersRealTime = true;
    bool knowsClear = true;
    bool stopped = false;
    std::chrono::milliseconds idsTake{0};
    int stopAtLine = -1; ///< of all that it ever prints
    std::function<void()> onStop = [] {};
    std::function<void(int)> onEnquiry = [](int) {};
    std::function<void()> onCut = [] {};
    std::function<void(const QByteArray&)> onCommand = [](const QByteArray&) {};

    QByteArray received;        ///< everything
    std::vector<int> enquiries; ///< DLE ENQ n
    int clears = 0;
    std::deque<std::pair<SteadyTime, QByteArray>> answers;

    void receive(const QByteArray& bytes, SteadyTime now);
    void tick(SteadyTime now);
    void say(const QByteArray& bytes, SteadyTime at);
    /// Stops in the `lines`th line from now.
    void stopAfter(int lines) { stopAtLine = m_lines + lines; }
    /// What it holds is gone.
    void loseBuffer();

    [[nodiscard]] const std::vector<escpos::PaperTicket>& papers() const { return m_paper.tickets(); }
    [[nodiscard]] int wholeCopiesOf(const std::string& number) const;
    [[nodiscard]] int markedCopies() const;

private:
    void realTime(const QByteArray& command, SteadyTime now);
    void execute(const escpos::Command& command, SteadyTime now);

    escpos::CommandReader m_reader;
    escpos::Interpreter m_paper;
    std::deque<escpos::Command> m_buffer;
    QByteArray m_held;
    SteadyTime m_busyUntil{};
    int m_lines = 0;
};

/// A host and a fake printer on a wire that carries everything at once, in time that the test makes pass.
class FakePrinterTest : public ::testing::Test
{
protected:
    void connect(const PrinterProfile& wanted = {});
    /// To a printer whose hall trusts what it writes.
    void connectTrusting();
    void step();
    void pass(std::chrono::milliseconds time);
    /// Passes until `holds`; how long that took.
    std::chrono::milliseconds until(const std::function<bool()>& holds, std::chrono::milliseconds atMost);
    void print(TicketPrinter::JobId job);
    /// Prints job 1, of which nothing is sent and which ends so within that time.
    void expectRefused(Outcome outcome, std::chrono::milliseconds within);
    [[nodiscard]] std::vector<Outcome> endsOf(TicketPrinter::JobId job) { return ends[job]; }
    /// Its paper ends where the fake stops.
    void endPaperAtStop();
    void refill();
    /// A new clone, which proves by its sensor, stops within ticket 1.
    void hangInAClone();
    /// As if the power was off for so long.
    void cutPower(std::chrono::milliseconds time, const QByteArray& notice = {});

    PrinterProfile profile;
    PrinterDialogue host{profile};
    FakePrinter fake;
    std::map<TicketPrinter::JobId, std::vector<Outcome>> ends;
    std::map<TicketPrinter::JobId, std::vector<TicketPrinter::PaperEvent>> paper;
    SteadyTime now{1000};
    bool powered = true;
    std::function<QByteArray(QByteArray)> wireToPrinter = [](QByteArray bytes) { return bytes; };
    std::function<QByteArray(QByteArray)> wireToHost = [](QByteArray bytes) { return bytes; };
};

} // namespace starqueue::bridge::test
