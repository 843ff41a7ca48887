#pragma once

#include <cli/certify/printer_link.h>
#include <firmware-bridge/escpos/command_reader.h>

#include <functional>
#include <map>
#include <utility>
#include <vector>

namespace starqueue::certify::test {

/// A printer in memory that answers what it is told to, and nothing at another baud than its own.
class ScriptedPrinter : public PrinterLink
{
public:
    int baud = 19200;    ///< 0: it isn't on a serial port
    std::string noise{}; ///< what comes of a question at another baud
    bool isReadable = true;
    std::map<int, std::string> status{{1, "\x16"}, {2, "\x12"}, {3, "\x12"}, {4, "\x12"}};
    std::map<int, std::string> identity{};
    std::string automatic = std::string("\x14\x00\x00\x0F", 4);
    bool statusInOrder = false;
    bool knowsSensor = true;
    bool knowsProcessId = true;
    bool knowsClear = true;
    std::string recovered; ///< what DLE EOT 2 says after DLE ENQ 2; empty: as before
    /// Whole questions of other languages, and what they are answered.
    std::vector<std::pair<std::string, std::string>> others{};

    std::function<void(std::string_view)> onSent = [](std::string_view) {};

    std::string paper; ///< what it was sent at its own baud
    std::vector<int> bauds;

    bool setBaud(int wanted) override
    {
        bauds.push_back(wanted);
        m_isRight = wanted == baud;
        return baud != 0;
    }

    bool send(std::string_view bytes) override
    {
        if (baud != 0 && !m_isRight) {
            m_answer += noise;
            return true;
        }
        paper += bytes;
        for (const auto& [question, answer] : others)
            if (bytes == question)
                m_answer += answer;
        for (const escpos::Command& command : m_reader.feed(bytes))
            answer(command);
        onSent(bytes);
        return true;
    }

    std::string receive(Wait first) override
    {
        // Status that waits for the paper comes in the second look only.
        if (statusInOrder && paper.size() > 1000 && first < Wait{1000})
            return {};
        return std::exchange(m_answer, {});
    }
    bool readable() const override { return isReadable; }

private:
    void answer(const escpos::Command& command)
    {
        if (command.kind == escpos::Command::Kind::RealTime)
            answerAtOnce(command);
        else if (command.kind == escpos::Command::Kind::Group)
            answerInOrder(command);
    }

    void answerAtOnce(const escpos::Command& command)
    {
        if (command.name() == 0x04 && status.contains(command.at(2)))
            m_answer += status[command.at(2)];
        else if (command.name() == 0x05 && command.at(2) == 2 && !recovered.empty())
            status[2] = recovered;
        else if (command.at(2) == 8 && knowsClear)
            m_answer += std::string("\x37\x25\x00", 3);
    }

    void answerInOrder(const escpos::Command& command)
    {
        if (command.name() == 'I' && identity.contains(command.at(2)))
            m_answer += identity[command.at(2)];
        else if (command.name() == 'a' && command.at(2) != 0)
            m_answer += automatic;
        else if (command.name() == 'r' && knowsSensor)
            m_answer += '\0';
        else if (command.name() == '(' && command.at(2) == 'H' && knowsProcessId)
            m_answer += "\x37\x22" + command.bytes.substr(7, 4) + '\0';
    }

    escpos::CommandReader m_reader;
    std::string m_answer;
    bool m_isRight = false;
};

} // namespace starqueue::certify::test
