#include <firmware-bridge/escpos/command_reader.h>

#include <firmware-bridge/escpos/gb18030.h>

namespace starqueue::escpos {

namespace {

constexpr unsigned char kDle = 0x10;
constexpr unsigned char kEsc = 0x1B;
constexpr unsigned char kFs = 0x1C;
constexpr unsigned char kGs = 0x1D;

using Length = std::optional<std::size_t>; // none: more bytes are needed to tell

unsigned char byteAt(const std::string& bytes, std::size_t index)
{
    return index < bytes.size() ? static_cast<unsigned char>(bytes[index]) : 0;
}

bool contains(std::string_view set, unsigned char value)
{
    return set.find(static_cast<char>(value)) != std::string_view::npos;
}

std::size_t realTimeLength(const std::string& bytes)
{
    const unsigned char name = byteAt(bytes, 1);
    if (name == 0x04 || name == 0x05)
        return 3;
    if (name != 0x14)
        return 1;
    return byteAt(bytes, 2) == 8 ? 10 : 5; // function 8 clears the buffers, 1 and 2 pulse and power off
}

// ESC D: tab stops up to a NUL, at most 32.
Length tabStopsLength(const std::string& bytes)
{
    constexpr std::size_t kMost = 2 + 32;
    const std::size_t end = bytes.find('\0', 2);
    if (end < kMost)
        return end + 1;
    return bytes.size() < kMost ? Length() : kMost;
}

// ESC *: columns of one byte, or of three in the modes of 24 dots.
Length columnImageLength(const std::string& bytes)
{
    if (bytes.size() < 5)
        return std::nullopt;
    const std::size_t columns = byteAt(bytes, 3) + 256U * byteAt(bytes, 4);
    return 5 + columns * (byteAt(bytes, 2) >= 32 ? 3 : 1);
}

Length escapeLength(const std::string& bytes)
{
    const unsigned char name = byteAt(bytes, 1);
    if (name == 'D')
        return tabStopsLength(bytes);
    if (name == '*')
        return columnImageLength(bytes);
    if (contains("@2im", name))
        return 2;
    if (contains("\\$", name))
        return 4;
    return name == 'p' ? 5 : 3;
}

// FS q: pictures for the printer's own memory, each with its size in bytes across and down.
Length storedImagesLength(const std::string& bytes)
{
    std::size_t length = 3;
    for (int image = 0; bytes.size() >= 3 && image < byteAt(bytes, 2); ++image) {
        if (bytes.size() < length + 4)
            return std::nullopt;
        const std::size_t across = byteAt(bytes, length) + 256U * byteAt(bytes, length + 1);
        const std::size_t down = byteAt(bytes, length + 2) + 256U * byteAt(bytes, length + 3);
        length += 4 + across * down * 8;
    }
    return length;
}

Length kanjiLength(const std::string& bytes)
{
    const unsigned char name = byteAt(bytes, 1);
    if (name == 'q')
        return storedImagesLength(bytes);
    if (contains("&.", name))
        return 2;
    return contains("Sp", name) ? 4 : 3;
}

Length rasterLength(const std::string& bytes)
{
    if (bytes.size() < 8)
        return std::nullopt;
    const std::size_t width = byteAt(bytes, 4) + 256U * byteAt(bytes, 5);
    return 8 + width * (byteAt(bytes, 6) + 256U * byteAt(bytes, 7));
}

Length groupLength(const std::string& bytes)
{
    const unsigned char name = byteAt(bytes, 1);
    if (name == '(') {
        if (bytes.size() < 5)
            return std::nullopt;
        return 5U + byteAt(bytes, 3) + 256U * byteAt(bytes, 4);
    }
    if (name == 'V') {
        if (bytes.size() < 3)
            return std::nullopt;
        return byteAt(bytes, 2) >= 65 ? 4 : 3;
    }
    if (name == 'v')
        return rasterLength(bytes);
    return contains("LWP", name) ? 4 : 3;
}

Command::Kind kindOf(unsigned char first)
{
    switch (first) {
    case kDle:
        return Command::Kind::RealTime;
    case kEsc:
        return Command::Kind::Escape;
    case kFs:
        return Command::Kind::Kanji;
    case kGs:
        return Command::Kind::Group;
    default:
        return first < 0x20 || first == 0x7F ? Command::Kind::Control : Command::Kind::Text;
    }
}

} // namespace

unsigned char Command::name() const
{
    return kind == Kind::Text || kind == Kind::Control ? 0 : byteAt(bytes, 1);
}

unsigned char Command::at(std::size_t index) const
{
    return byteAt(bytes, index);
}

std::vector<Command> CommandReader::feed(std::string_view bytes)
{
    m_pending += bytes;
    std::vector<Command> commands;
    while (!m_pending.empty()) {
        const auto length = commandLength();
        if (!length || *length > m_pending.size())
            break;
        commands.push_back(take(*length));
        followMode(commands.back());
    }
    return commands;
}

void CommandReader::clear()
{
    m_pending.clear();
    m_lineStarted = false;
}

std::optional<std::size_t> CommandReader::commandLength() const
{
    const Command::Kind kind = kindOf(byteAt(m_pending, 0));
    if (kind == Command::Kind::Control)
        return 1;
    if (kind == Command::Kind::Text)
        return textLength();
    if (m_pending.size() < 2)
        return std::nullopt;
    switch (kind) {
    case Command::Kind::RealTime:
        if (byteAt(m_pending, 1) == 0x14 && m_pending.size() < 3)
            return std::nullopt;
        return realTimeLength(m_pending);
    case Command::Kind::Escape:
        return escapeLength(m_pending);
    case Command::Kind::Kanji:
        return kanjiLength(m_pending);
    default:
        return groupLength(m_pending);
    }
}

std::optional<std::size_t> CommandReader::textLength() const
{
    if (!m_chinese)
        return 1;
    const std::size_t length = gb18030Length(m_pending);
    if (length == 0)
        return std::nullopt;
    return length;
}

Command CommandReader::take(std::size_t length)
{
    Command command{kindOf(byteAt(m_pending, 0)), m_pending.substr(0, length)};
    m_pending.erase(0, length);
    return command;
}

void CommandReader::followMode(const Command& command)
{
    const unsigned char first = command.at(0);
    if (command.kind == Command::Kind::Text)
        m_lineStarted = true;
    if (first == '\n' || (first == kEsc && (command.name() == 'd' || command.name() == 'J')))
        m_lineStarted = false;
    if (first == kEsc && command.name() == '@') {
        m_lineStarted = false;
        m_nextLineChinese = true;
    }
    if (command.kind == Command::Kind::Kanji && (command.name() == '&' || command.name() == '.'))
        m_nextLineChinese = command.name() == '&';
    if (!m_lineStarted)
        m_chinese = m_nextLineChinese;
}

} // namespace starqueue::escpos
