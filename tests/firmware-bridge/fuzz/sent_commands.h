#pragma once

#include <QByteArray>

#include <array>
#include <vector>

namespace starqueue::bridge {

/// What a printer has to answer, or a ticket that begins.
struct SentCommand
{
    enum class Kind { Status, ProcessId, Sensor, Clear, Ticket };

    Kind kind = Kind::Status;
    char number = 0;          ///< n of DLE EOT n; of a ticket "A001": 1
    std::array<char, 4> id{}; ///< that is to come back
};

/// Appends to `commands` what is in `bytes`, in order. Knows the commands from the makers' manuals.
void readCommands(const QByteArray& bytes, std::vector<SentCommand>& commands);

} // namespace starqueue::bridge
