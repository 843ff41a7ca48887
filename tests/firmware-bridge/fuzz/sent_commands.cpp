#include <firmware-bridge/fuzz/sent_commands.h>

#include <algorithm>
#include <string_view>

namespace starqueue::bridge {

namespace {

using namespace std::string_view_literals;
using Kind = SentCommand::Kind;

constexpr std::string_view kStatus = "\x10\x04";
constexpr std::string_view kClear = "\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"sv;
constexpr std::string_view kProcessId = "\x1D(H\x06\x00\x30\x30"sv;
constexpr std::string_view kSensor = "\x1Dr\x01"sv;
constexpr std::string_view kTicket = "A00"sv;

/// How many bytes the command at the start of `left` has; 0: none that matters.
std::size_t readOne(std::string_view left, std::vector<SentCommand>& commands)
{
    SentCommand command;
    const auto begins = [left](std::string_view head, std::size_t more) {
        return left.size() >= head.size() + more && left.starts_with(head);
    };
    if (begins(kClear, 0)) {
        commands.push_back({.kind = Kind::Clear});
        return kClear.size();
    }
    if (begins(kSensor, 0)) {
        commands.push_back({.kind = Kind::Sensor});
        return kSensor.size();
    }
    if (begins(kStatus, 1)) {
        commands.push_back({.kind = Kind::Status, .number = left[kStatus.size()]});
        return kStatus.size() + 1;
    }
    if (begins(kTicket, 1)) {
        commands.push_back({.kind = Kind::Ticket, .number = static_cast<char>(left[kTicket.size()] - '0')});
        return kTicket.size() + 1;
    }
    if (!begins(kProcessId, command.id.size()))
        return 0;
    command.kind = Kind::ProcessId;
    std::copy_n(left.begin() + kProcessId.size(), command.id.size(), command.id.begin());
    commands.push_back(command);
    return kProcessId.size() + command.id.size();
}

} // namespace

void readCommands(const QByteArray& bytes, std::vector<SentCommand>& commands)
{
    std::string_view left(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    for (;;) {
        left.remove_prefix(std::min(left.find_first_of("\x10\x1D"
                                                       "A"),
                                    left.size()));
        if (left.empty())
            return;
        left.remove_prefix(std::max<std::size_t>(readOne(left, commands), 1));
    }
}

} // namespace starqueue::bridge
