#include <firmware-bridge/escpos/interpreter.h>

#include <firmware-bridge/escpos/gb18030.h>

#include <algorithm>

namespace starqueue::escpos {

std::string PaperTicket::plainText() const
{
    std::string text;
    for (const PaperLine& line : lines)
        text += line.text + '\n';
    for (const std::string& code : qrCodes)
        text += "[QR: " + code + "]\n";
    return text;
}

std::string PaperTicket::largestText() const
{
    const auto larger = [](const PaperLine& a, const PaperLine& b) { return a.height < b.height; };
    const auto largest = std::max_element(lines.begin(), lines.end(), larger);
    return largest != lines.end() && largest->height > 1 ? largest->text : std::string();
}

void Interpreter::feed(std::string_view bytes)
{
    for (const Command& command : m_reader.feed(bytes))
        apply(command);
}

void Interpreter::apply(const Command& command)
{
    switch (command.kind) {
    case Command::Kind::Text:
        return text(command);
    case Command::Kind::Control:
        return applyControl(command.at(0));
    case Command::Kind::Escape:
        return applyEscape(command);
    case Command::Kind::Group:
        return applyGroup(command);
    case Command::Kind::Kanji:
    case Command::Kind::RealTime:
        return;
    }
}

void Interpreter::clearBuffer()
{
    m_lineBytes.clear();
    m_lineWidth = 1;
    m_lineHeight = 1;
}

void Interpreter::applyControl(unsigned char byte)
{
    if (byte == '\n')
        endLine();
    else if (byte == '\t')
        m_lineBytes += ' ';
}

void Interpreter::applyEscape(const Command& command)
{
    switch (command.name()) {
    case '@':
        return reset();
    case 'a':
        m_style.align = static_cast<PaperLine::Align>(std::min(command.at(2) & 0x0F, 2));
        return;
    case 'E':
        m_style.bold = (command.at(2) & 1) != 0;
        return;
    case 'd':
    case 'J':
        if (!m_lineBytes.empty())
            endLine();
        return;
    default:
        return;
    }
}

void Interpreter::applyGroup(const Command& command)
{
    switch (command.name()) {
    case '!':
        m_style.width = (command.at(2) >> 4 & 7) + 1;
        m_style.height = (command.at(2) & 7) + 1;
        return;
    case 'V':
        return cut();
    case '(':
        if (command.at(2) == 'k')
            applySymbol(command);
        return;
    default:
        return;
    }
}

// GS ( k, cn = 49 (QR code): function 80 stores the data, function 81 prints them.
void Interpreter::applySymbol(const Command& command)
{
    if (command.at(5) != 0x31)
        return;
    if (command.at(6) == 0x50)
        m_symbol = command.bytes.substr(std::min<std::size_t>(8, command.bytes.size()));
    else if (command.at(6) == 0x51 && !m_symbol.empty())
        current().qrCodes.push_back(m_symbol);
}

void Interpreter::text(const Command& command)
{
    m_lineBytes += command.bytes;
    m_lineWidth = std::max(m_lineWidth, m_style.width);
    m_lineHeight = std::max(m_lineHeight, m_style.height);
}

void Interpreter::endLine()
{
    PaperLine line = m_style;
    line.text = fromGb18030(m_lineBytes);
    line.width = m_lineWidth;
    line.height = m_lineHeight;
    if (!m_lineBytes.empty())
        current().lines.push_back(line);
    clearBuffer();
}

void Interpreter::cut()
{
    if (!m_lineBytes.empty())
        endLine();
    if (!m_tickets.empty())
        m_tickets.back().cut = true; // a cut through blank paper leaves nothing to read
}

void Interpreter::reset()
{
    clearBuffer();
    m_style = PaperLine();
    m_symbol.clear();
}

PaperTicket& Interpreter::current()
{
    if (m_tickets.empty() || m_tickets.back().cut)
        m_tickets.emplace_back();
    return m_tickets.back();
}

std::vector<PaperTicket> decodePaper(std::string_view bytes)
{
    Interpreter paper;
    paper.feed(bytes);
    return paper.tickets();
}

} // namespace starqueue::escpos
