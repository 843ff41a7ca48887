#pragma once

#include <firmware-bridge/fuzz/answers_oracle.h>
#include <firmware-bridge/fuzz/fuzz_tally.h>
#include <firmware-bridge/fuzz/good_printer.h>
#include <firmware-bridge/printer/printer_dialogue.h>

#include <cstdint>
#include <vector>

namespace starqueue::bridge {

/// Reads an input as acts on a driver: time passes, a printer answers well or in any other way, tickets come,
/// the cable goes. Ends the program when the driver says of a ticket what can't be.
class AnswerPlayer
{
public:
    AnswerPlayer(const uint8_t* data, std::size_t size, FuzzTally& tally);

    void play();

private:
    [[nodiscard]] uint8_t next();
    void perform(int act, int amount);
    void performOnLine(int amount);
    void live(SteadyTime time, SteadyTime step);
    void pass(SteadyTime time);
    void tick(SteadyTime step);
    void say(const QByteArray& bytes, int answers = 1);
    void sayFrame(int which);
    void sayBlockOfId(int which, int damage);
    [[nodiscard]] QByteArray rawBytes(int count);
    void answerWell();
    void print();
    void withdraw();
    void look();
    void judge(const PrinterDialogue::Ended& ended);
    void expectEnds();

    const uint8_t* m_data;
    std::size_t m_left;
    FuzzTally& m_tally;
    PrinterProfile m_profile;
    PrinterDialogue m_driver;
    AnswersOracle m_oracle;
    GoodPrinter m_printer;
    std::vector<SentCommand> m_commands; ///< in what was sent now
    std::vector<std::array<char, 4>> m_ids;
    SteadyTime m_now{1000};
    SteadyTime m_heardAt{0};
    int m_jobs = 0;
    std::array<bool, AnswersOracle::kTickets + 1> m_runs{};
    bool m_open = true;
    bool m_blocked = false;
};

} // namespace starqueue::bridge
