#include <firmware-bridge/simulators/printer/simulated_printer.h>

#include <string_view>
#include <utility>

namespace starqueue::simulators {

namespace {

constexpr char kDle = 0x10;
constexpr char kEot = 0x04;
constexpr char kEnq = 0x05;
constexpr char kDc4 = 0x14;
const QByteArray kClear("\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08", 10);

int bitIf(bool on, int bits)
{
    return on ? bits : 0;
}

char byteOf(int value)
{
    return static_cast<char>(value);
}

} // namespace

void SimulatedPrinter::setPaperOut(bool out)
{
    m_paperOut = out;
    statusChanged();
}

void SimulatedPrinter::setNearEnd(bool near)
{
    m_nearEnd = near;
    statusChanged();
}

void SimulatedPrinter::setCoverOpen(bool open)
{
    m_coverOpen = open;
    statusChanged();
}

void SimulatedPrinter::setCutterFault(bool fault)
{
    m_cutterFault = fault;
    statusChanged();
}

void SimulatedPrinter::setPower(bool on)
{
    m_powered = on;
    clearBuffers();
    m_paper.apply(
        {escpos::Command::Kind::Escape, "\x1B@"}); // a stored code and the type's size are lost, too
    m_output.clear();
    m_automaticStatus = false;
}

void SimulatedPrinter::powerCycle()
{
    setPower(false);
    setPower(true);
}

void SimulatedPrinter::receive(const QByteArray& bytes, SteadyTime now)
{
    if (!m_powered)
        return;
    for (const char byte : bytes)
        receiveByte(byte);
    tick(now);
}

void SimulatedPrinter::tick(SteadyTime now)
{
    while (!m_buffer.empty() && !blocked() && now >= m_busyUntil) {
        const escpos::Command command = std::move(m_buffer.front());
        m_buffer.pop_front();
        execute(command, now);
    }
}

QByteArray SimulatedPrinter::takeOutput()
{
    return std::exchange(m_output, QByteArray());
}

// Real printers look for real-time commands in every byte, also in the middle of other data.
void SimulatedPrinter::receiveByte(char byte)
{
    m_realTime += byte;
    if (m_realTime == kClear) {
        clearBuffers();
        m_output += QByteArray("\x37\x25\x00", 3);
        return;
    }
    if (m_realTime.size() == 3 && m_realTime.at(0) == kDle && m_realTime.at(1) != kDc4) {
        realTime(m_realTime.at(1), m_realTime.at(2));
        m_realTime.clear();
        return;
    }
    if (beginsRealTime())
        return;
    const std::string plain = std::exchange(m_realTime, QByteArray()).toStdString();
    for (escpos::Command& command : m_reader.feed(plain))
        m_buffer.push_back(std::move(command));
}

bool SimulatedPrinter::beginsRealTime() const
{
    const bool isQuestion = m_realTime.size() == 2 && m_realTime.at(0) == kDle &&
                            (m_realTime.at(1) == kEot || m_realTime.at(1) == kEnq);
    return isQuestion || kClear.startsWith(m_realTime);
}

void SimulatedPrinter::realTime(char command, char argument)
{
    if (command == kEot)
        answerStatus(argument);
    else if (argument == 2 && !m_clearsErrorsOnly)
        clearBuffers();
}

void SimulatedPrinter::answerStatus(int question)
{
    int status = 0x12;
    switch (question) {
    case 1:
        status |= bitIf(blocked(), 0x08);
        break;
    case 2:
        status |= bitIf(m_coverOpen, 0x04) | bitIf(m_paperOut, 0x20) | bitIf(m_cutterFault, 0x40);
        break;
    case 3:
        status |= bitIf(m_cutterFault, 0x08);
        break;
    case 4:
        status |= bitIf(m_nearEnd || m_paperOut, 0x0C) | bitIf(m_paperOut, 0x60);
        break;
    default:
        return;
    }
    m_output += byteOf(status);
}

void SimulatedPrinter::clearBuffers()
{
    m_buffer.clear();
    m_reader.clear();
    m_realTime.clear();
    m_paper.clearBuffer();
}

void SimulatedPrinter::execute(const escpos::Command& command, SteadyTime now)
{
    if (command.kind == escpos::Command::Kind::Escape && command.name() == '@')
        m_automaticStatus = false;
    if (command.kind == escpos::Command::Kind::Group)
        executeGroup(command);
    m_paper.apply(command);
    spend(command, now);
}

void SimulatedPrinter::executeGroup(const escpos::Command& command)
{
    if (command.name() == 'a') {
        m_automaticStatus = command.at(2) != 0;
        sendAutomaticStatus();
    } else if (command.name() == 'r') {
        m_output += byteOf(bitIf(m_nearEnd || m_paperOut, 0x03) | bitIf(m_paperOut, 0x0C));
    } else if (command.name() == '(' && command.at(2) == 'H' && command.bytes.size() == 11) {
        m_output += QByteArray("\x37\x22", 2) + QByteArray::fromStdString(command.bytes.substr(7, 4)) + '\0';
    }
}

void SimulatedPrinter::spend(const escpos::Command& command, SteadyTime now)
{
    std::chrono::milliseconds cost{};
    if (command.at(0) == '\n') {
        cost = m_speed.line;
        usePaper();
    }
    if (command.kind == escpos::Command::Kind::Group && command.name() == 'V')
        cost = m_speed.cut;
    if (command.kind == escpos::Command::Kind::Group && command.name() == '(' && command.at(6) == 0x51)
        cost = m_speed.code;
    m_busyUntil = std::max(m_busyUntil, now) + cost;
}

void SimulatedPrinter::usePaper()
{
    if (m_linesLeft < 0)
        return;
    if (m_linesLeft-- == 0)
        setPaperOut(true);
}

void SimulatedPrinter::statusChanged()
{
    if (m_automaticStatus)
        sendAutomaticStatus();
}

void SimulatedPrinter::sendAutomaticStatus()
{
    if (!m_automaticStatus)
        return;
    m_output += byteOf(0x10 | bitIf(blocked(), 0x08) | bitIf(m_coverOpen, 0x20));
    m_output += byteOf(bitIf(m_cutterFault, 0x08));
    m_output += byteOf(bitIf(m_nearEnd || m_paperOut, 0x03) | bitIf(m_paperOut, 0x0C));
    m_output += '\0';
}

} // namespace starqueue::simulators
