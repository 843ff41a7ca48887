#include <firmware-bridge/simulators/families/command_splitter.h>

#include <firmware-bridge/escpos/gb18030.h>

#include <string_view>

namespace starqueue::simulators {

namespace {

using SplitKind = escpos::Command::Kind;

SplitKind kindOfFirst(unsigned char first)
{
    switch (first) {
    case 0x10:
        return SplitKind::RealTime;
    case 0x1B:
        return SplitKind::Escape;
    case 0x1C:
        return SplitKind::Kanji;
    case 0x1D:
        return SplitKind::Group;
    default:
        return first < 0x20 || first == 0x7F ? SplitKind::Control : SplitKind::Text;
    }
}

bool isOneOf(std::string_view names, std::size_t name)
{
    return names.find(static_cast<char>(name)) != std::string_view::npos;
}

} // namespace

CommandSplitter::CommandSplitter(const FamilySettings& settings)
    : m_custom(settings.presenter == FamilySettings::Presenter::Custom),
      m_citizen(settings.presenter == FamilySettings::Presenter::Citizen),
      m_bootsInChinese(settings.bootsInChinese), m_chinese(settings.bootsInChinese)
{}

void CommandSplitter::reset()
{
    m_pending.clear();
    m_chinese = m_bootsInChinese;
}

std::vector<escpos::Command> CommandSplitter::feed(char byte)
{
    m_pending += byte;
    std::vector<escpos::Command> commands;
    while (!m_pending.empty()) {
        const Length whole = length();
        if (!whole || *whole > m_pending.size())
            break;
        escpos::Command command{kindOfFirst(static_cast<unsigned char>(m_pending[0])),
                                m_pending.substr(0, *whole)};
        m_pending.erase(0, *whole);
        if (command.kind == SplitKind::Kanji && (command.name() == '&' || command.name() == '.'))
            m_chinese = command.name() == '&';
        if (command.kind == SplitKind::Escape && command.name() == '@')
            m_chinese = m_bootsInChinese;
        commands.push_back(std::move(command));
    }
    return commands;
}

std::size_t CommandSplitter::byteAt(std::size_t index) const
{
    return index < m_pending.size() ? static_cast<unsigned char>(m_pending[index]) : 0;
}

CommandSplitter::Length CommandSplitter::length() const
{
    const SplitKind kind = kindOfFirst(static_cast<unsigned char>(m_pending[0]));
    if (kind == SplitKind::Control)
        return 1;
    if (kind == SplitKind::Text)
        return textLength();
    if (m_pending.size() < 2)
        return std::nullopt;
    if (kind == SplitKind::Escape)
        return escapeLength();
    if (kind == SplitKind::Kanji)
        return fileLength();
    if (kind == SplitKind::Group)
        return groupLength();
    if (byteAt(1) == 0x04 || byteAt(1) == 0x05)
        return 3;
    if (byteAt(1) != 0x14)
        return 1;
    if (m_pending.size() < 3)
        return std::nullopt;
    return byteAt(2) == 8 ? 10 : 5;
}

CommandSplitter::Length CommandSplitter::escapeLength() const
{
    const std::size_t name = byteAt(1);
    if (isOneOf(" !-EGJKMRSTUVadet{=r", name))
        return 3;
    if (isOneOf("\\$c", name))
        return 4;
    if (name == 'p')
        return 5;
    if (name == 'W')
        return 10;
    if (name != '*')
        return 2;
    if (m_pending.size() < 5)
        return std::nullopt;
    return 5 + (byteAt(2) < 32 ? 1 : 3) * (byteAt(3) + 256 * byteAt(4));
}

CommandSplitter::Length CommandSplitter::fileLength() const
{
    const std::size_t name = byteAt(1);
    if (name == '(') {
        if (m_pending.size() < 5)
            return std::nullopt;
        return 5 + byteAt(3) + 256 * byteAt(4);
    }
    if (m_custom && (name == 'P' || name == 0xC0))
        return 6;
    if (isOneOf("!-CW", name))
        return 3;
    return isOneOf("Sp", name) ? 4 : 2;
}

CommandSplitter::Length CommandSplitter::groupLength() const
{
    const std::size_t name = byteAt(1);
    if (name == 'e' || name == 'R')
        return presenterLength();
    if (name == 'k')
        return barcodeLength();
    if (name == '(') {
        if (m_pending.size() < 5)
            return std::nullopt;
        return 5 + byteAt(3) + 256 * byteAt(4);
    }
    if (name == 'V')
        return m_pending.size() < 3 ? 3 : byteAt(2) >= 65 ? 4 : 3;
    if (name == 'v')
        return rasterLength();
    if (isOneOf("LWP\\$", name))
        return 4;
    return isOneOf("HhwfB!bIarx/\xE0", name) ? 3 : 2;
}

std::size_t CommandSplitter::rasterLength() const
{
    constexpr std::size_t kHead = 8;
    if (m_pending.size() < kHead)
        return kHead;
    return kHead + (byteAt(4) + 256 * byteAt(5)) * (byteAt(6) + 256 * byteAt(7));
}

CommandSplitter::Length CommandSplitter::barcodeLength() const
{
    if (m_pending.size() < 4)
        return std::nullopt;
    if (byteAt(2) >= 65)
        return 4 + byteAt(3);
    const std::size_t end = m_pending.find('\0', 3);
    if (end == std::string::npos)
        return std::nullopt;
    return end + 1;
}

CommandSplitter::Length CommandSplitter::presenterLength() const
{
    const bool known = byteAt(1) == 'e' ? m_custom : m_citizen;
    if (!known)
        return 2;
    if (m_pending.size() < 3)
        return std::nullopt;
    if (byteAt(1) == 'R')
        return byteAt(2) == 0x31 ? 4 : 3;
    if (byteAt(2) == 0x20)
        return 5;
    return byteAt(2) == 3 ? 4 : 3;
}

CommandSplitter::Length CommandSplitter::textLength() const
{
    if (!m_chinese)
        return 1;
    const std::size_t size = escpos::gb18030Length(m_pending);
    if (size == 0)
        return std::nullopt;
    return size;
}

} // namespace starqueue::simulators
