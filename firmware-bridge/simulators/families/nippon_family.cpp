#include <firmware-bridge/simulators/families/nippon_family.h>

namespace starqueue::simulators {

std::size_t NipponFamily::lengthOf(const std::string& begun) const
{
    if (begun[0] != 0x1B && begun[0] != 0x1D)
        return 1;
    if (begun.size() < 2)
        return 0;
    if (begun[0] == 0x1D)
        return begun[1] == 'G' ? 7 : 3;
    return begun[1] == '@' || begun[1] == 'v' || begun[1] == 'i' ? 2 : 3;
}

void NipponFamily::execute(const std::string& command)
{
    if (command.size() == 7 && command[2] == 0x30) { // the job's end; 31 is its beginning
        proved();
        say(QByteArray("\xFF\x13", 2) + QByteArray::fromStdString(command.substr(3)) + status() +
            QByteArray(2, '\0'));
    } else if (command[0] == 0x1B && command[1] == 'v') {
        say(status());
    } else if (command[0] == 0x1B && command[1] == 's') {
        say('\xFF' + QByteArray(1, command[2]) + status());
    } else if (command[0] == 0x1B && command[1] == 'i') {
        cutNow();
    }
}

QByteArray NipponFamily::status() const
{
    return QByteArray(1, static_cast<char>((paperLow() ? 0x01 : 0) | (coverOpen() ? 0x02 : 0) |
                                           (paperOut() ? 0x04 : 0) | (jammed() ? 0x08 : 0) |
                                           (printing() ? 0x80 : 0)));
}

} // namespace starqueue::simulators
