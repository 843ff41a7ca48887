#include <firmware-bridge/escpos/interpreter.h>

#include <firmware-bridge/escpos/code_pages.h>
#include <firmware-bridge/escpos/gb18030.h>

#include <algorithm>
#include <array>

namespace starqueue::escpos {

namespace {

constexpr std::array<std::string_view, 2> kRulePieces{"━", "─"}; ///< of a Chinese font, of a code page
constexpr char kUnderlinedBlank = '\0';                          ///< no printer's text has one

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(' ') == std::string_view::npos;
}

/// Nothing but box drawing or underlined blanks: a line across the paper.
bool isRule(std::string_view text)
{
    for (const std::string_view piece : kRulePieces)
        while (text.starts_with(piece))
            text.remove_prefix(piece.size());
    return text.find_first_not_of(kUnderlinedBlank) == std::string_view::npos;
}

std::string withoutPadding(std::string text)
{
    std::ranges::replace(text, kUnderlinedBlank, ' ');
    text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
    return text;
}

} // namespace

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
        if (command.name() == 'p')
            ++current().pictures;
        return;
    case Command::Kind::RealTime:
        return;
    }
}

void Interpreter::clearBuffer()
{
    m_lineText.clear();
    m_lineWidth = 1;
    m_lineHeight = 1;
}

void Interpreter::applyControl(unsigned char byte)
{
    if (byte == '\n')
        endLine();
    else if (byte == '\t')
        m_lineText += ' ';
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
    case '-':
        m_underlined = (command.at(2) & 3) != 0;
        return;
    case 't':
        m_codePage = epsonCodePage(command.at(2));
        return;
    case 'd':
    case 'J':
        if (!m_lineText.empty())
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
    case 'v':
        ++current().pictures;
        return;
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
    const bool isPaged = command.bytes.size() == 1 && command.at(0) >= 0x80 && !m_codePage.empty();
    if (m_underlined && command.at(0) == ' ')
        m_lineText += kUnderlinedBlank;
    else
        m_lineText += isPaged ? fromCodePage(m_codePage, command.bytes) : fromGb18030(command.bytes);
    m_lineWidth = std::max(m_lineWidth, m_style.width);
    m_lineHeight = std::max(m_lineHeight, m_style.height);
}

void Interpreter::endLine()
{
    PaperLine line = m_style;
    line.text = withoutPadding(m_lineText);
    line.width = m_lineWidth;
    line.height = m_lineHeight;
    if (!m_lineText.empty() && isRule(m_lineText))
        ++current().rules;
    else if (!isBlank(m_lineText))
        current().lines.push_back(line);
    clearBuffer();
}

void Interpreter::cut()
{
    if (!m_lineText.empty())
        endLine();
    if (!m_tickets.empty())
        m_tickets.back().cut = true; // a cut through blank paper leaves nothing to read
}

void Interpreter::reset()
{
    clearBuffer();
    m_style = PaperLine();
    m_codePage = {};
    m_underlined = false;
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
