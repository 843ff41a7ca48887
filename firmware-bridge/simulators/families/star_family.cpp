#include <firmware-bridge/simulators/families/star_family.h>

namespace starqueue::simulators {

namespace {

constexpr char kEtb = 0x17;
constexpr char kCan = 0x18;
constexpr int kCounts = 32;

char bits(bool first, int a, bool second = false, int b = 0, bool third = false, int c = 0)
{
    return static_cast<char>((first ? a : 0) | (second ? b : 0) | (third ? c : 0));
}

} // namespace

std::size_t StarFamily::lengthOf(const std::string& begun) const
{
    if (begun[0] != 0x1B)
        return 1;
    if (begun.size() < 2)
        return 0;
    if (begun[1] == '@')
        return 2;
    return begun[1] == 0x1D || begun[1] == 0x1E || begun[1] == 0x16 ? 4 : 3;
}

// CAN clears buffers and counter without a message.
bool StarFamily::realTime(char byte)
{
    if (byte != kCan)
        return false;
    clear();
    m_counter = 0;
    m_counted = false;
    return true;
}

void StarFamily::execute(const std::string& command)
{
    if (command[0] == kEtb) {
        m_counter = (m_counter + 1) % kCounts;
        m_counted = true;
        proved();
        say(status());
    } else if (command.size() == 3 && command[1] == 'd') {
        cutNow();
    } else if (command.size() == 3 && command[1] == 0x06) {
        say(status());
    }
}

void StarFamily::poweredUp()
{
    m_counter = 0;
    m_counted = false;
    say(status());
}

QByteArray StarFamily::status() const
{
    QByteArray frame("\x23\x86", 2); // nine bytes follow from the header's bits 5, 3, 2, 1
    frame += bits(m_counted, 0x02, offline(), 0x08, coverOpen(), 0x20);
    frame += bits(jammed(), 0x08);
    frame += '\0';
    frame += bits(paperLow(), 0x04, paperOut(), 0x08);
    frame += '\0';
    frame += static_cast<char>(m_counter);
    frame += '\0';
    return frame;
}

} // namespace starqueue::simulators
