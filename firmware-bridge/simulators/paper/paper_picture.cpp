#include <firmware-bridge/simulators/paper/paper_picture.h>

#include <firmware-bridge/escpos/code_pages.h>
#include <firmware-bridge/escpos/gb18030.h>

#include <QString>

#include <algorithm>

namespace starqueue::simulators {

namespace {

using escpos::Command;
using raster::Bitmap;

constexpr int kCell = 24;
constexpr int kNarrow = 12;
constexpr int kMargin = 24;
constexpr int kDefaultSpacing = 30;

int wordAt(const Command& command, std::size_t index)
{
    return command.at(index) + 256 * command.at(index + 1);
}

/// Thai vowels and tones, which firmwares with Thai put above or below the letter before.
bool isStacked(const std::string& character)
{
    return QString::fromStdString(character).front().category() == QChar::Mark_NonSpacing;
}

} // namespace

PaperPicture::PaperPicture(int dots) : m_dots(dots), m_paper(dots, 0) {}

void PaperPicture::feed(std::string_view bytes)
{
    for (const Command& command : m_reader.feed(bytes))
        apply(command);
}

std::vector<Bitmap> PaperPicture::tickets() const
{
    std::vector<Bitmap> pieces = m_cut;
    if (!m_paper.blank())
        pieces.push_back(m_paper);
    for (Bitmap& piece : pieces) {
        int last = piece.height;
        while (last > 0 && part(piece, 0, last - 1, piece.width, 1).blank())
            --last;
        int first = 0;
        while (first < last && part(piece, 0, first, piece.width, 1).blank())
            ++first;
        piece = part(piece, 0, first - kMargin, piece.width, last - first + 2 * kMargin);
    }
    return pieces;
}

void PaperPicture::apply(const Command& command)
{
    switch (command.kind) {
    case Command::Kind::Text:
        return text(command);
    case Command::Kind::Control:
        return applyControl(command.at(0));
    case Command::Kind::Escape:
        return applyEscape(command);
    case Command::Kind::Kanji:
        return applyKanji(command);
    case Command::Kind::Group:
        return applyGroup(command);
    case Command::Kind::RealTime:
        return;
    }
}

void PaperPicture::applyControl(unsigned char byte)
{
    if (byte == '\n')
        endLine();
    else if (byte == '\t')
        tab();
}

void PaperPicture::applyEscape(const Command& command)
{
    const int n = command.at(2);
    switch (command.name()) {
    case '@':
        m_line.clear();
        m_style = Style();
        m_symbol.clear();
        return;
    case 'a':
        m_style.align = std::min(n & 0x0F, 2);
        return;
    case 'E':
        m_style.bold = (n & 1) != 0;
        return;
    case '-':
        m_style.underline = std::min(n & 0x0F, 2);
        return;
    case '2':
        m_style.spacing = kDefaultSpacing;
        return;
    case '3':
        m_style.spacing = n;
        return;
    case 't':
        m_style.codePage = escpos::epsonCodePage(n);
        return;
    case 'D':
        m_style.tabs.clear();
        for (std::size_t i = 2; command.at(i) != 0; ++i)
            m_style.tabs.push_back(command.at(i));
        return;
    default:
        return move(command);
    }
}

void PaperPicture::move(const Command& command)
{
    const int n = command.at(2);
    if (command.name() == '$')
        return m_line.moveTo(wordAt(command, 2));
    if (command.name() != 'd' && command.name() != 'J')
        return;
    if (!m_line.empty())
        endLine();
    advance(command.name() == 'd' ? n * m_style.spacing : n);
}

void PaperPicture::applyKanji(const Command& command)
{
    if (command.name() == 'q')
        return storeImages(command);
    const auto picture = m_stored.find(command.at(2));
    if (command.name() == 'p' && picture != m_stored.end())
        image(picture->second, 1 + (command.at(3) & 1), 1 + (command.at(3) >> 1 & 1));
}

void PaperPicture::applyGroup(const Command& command)
{
    switch (command.name()) {
    case '!':
        m_style.across = (command.at(2) >> 4 & 7) + 1;
        m_style.down = (command.at(2) & 7) + 1;
        return;
    case 'V':
        return cut();
    case 'v': {
        Bitmap dots(wordAt(command, 4) * 8, wordAt(command, 6));
        dots.bits = command.bytes.substr(8);
        return image(dots, 1 + (command.at(3) & 1), 1 + (command.at(3) >> 1 & 1));
    }
    case '(':
        if (command.at(2) == 'k' && command.at(5) == 0x31)
            applySymbol(command);
        return;
    default:
        return;
    }
}

// GS ( k, cn = 49: functions 67 (module), 69 (level), 80 (data) and 81 (print).
void PaperPicture::applySymbol(const Command& command)
{
    switch (command.at(6)) {
    case 0x43:
        m_moduleDots = command.at(7);
        return;
    case 0x45:
        m_level = std::clamp(command.at(7) - 0x30, 0, 3);
        return;
    case 0x50:
        m_symbol = command.bytes.substr(std::min<std::size_t>(8, command.bytes.size()));
        return;
    case 0x51:
        return code();
    default:
        return;
    }
}

void PaperPicture::text(const Command& command)
{
    const bool isWide = command.bytes.size() > 1;
    const bool isPaged = !isWide && command.at(0) >= 0x80 && !m_style.codePage.empty();
    const std::string character =
        isPaged ? escpos::fromCodePage(m_style.codePage, command.bytes) : escpos::fromGb18030(command.bytes);
    if (isPaged && isStacked(character) && !m_line.empty()) {
        m_last += character;
        return m_line.redrawLast(letterFor(m_last, false));
    }
    m_last = character;
    const Bitmap& letter = letterFor(character, isWide);
    if (m_line.position() + letter.width * m_style.across > m_dots)
        endLine();
    m_line.add({letter, 0, m_style.across, m_style.down, m_style.underline});
}

const Bitmap& PaperPicture::letterFor(const std::string& character, bool isWide)
{
    Bitmap& letter = m_drawn[character + (m_style.bold ? 'b' : ' ') + (isWide ? 'w' : ' ')];
    if (letter.height == 0)
        letter = m_letters.cell(character, isWide ? kCell : kNarrow, kCell, m_style.bold);
    return letter;
}

void PaperPicture::tab()
{
    const int column = m_line.position() / kNarrow;
    const auto next =
        std::find_if(m_style.tabs.begin(), m_style.tabs.end(), [column](int stop) { return stop > column; });
    if (m_style.tabs.empty())
        m_line.moveTo((column / 8 + 1) * 8 * kNarrow);
    else if (next != m_style.tabs.end())
        m_line.moveTo(*next * kNarrow);
}

void PaperPicture::endLine()
{
    const int room = m_dots - m_line.width();
    const int height = m_line.height();
    const int top = m_top;
    advance(std::max(height, m_style.spacing));
    m_line.drawOn(m_paper, room * m_style.align / 2, top);
    m_line.clear();
}

void PaperPicture::advance(int dots)
{
    m_top += dots;
    m_paper.height = std::max(m_paper.height, m_top + kMargin);
    m_paper.bits.resize(static_cast<std::size_t>(m_paper.bytesPerRow() * m_paper.height));
}

void PaperPicture::cut()
{
    if (!m_line.empty())
        endLine();
    if (!m_paper.blank())
        m_cut.push_back(m_paper);
    m_paper = Bitmap(m_dots, 0);
    m_top = 0;
}

std::vector<Bitmap> picturesOfPaper(std::string_view bytes, int dots)
{
    PaperPicture paper(dots);
    paper.feed(bytes);
    return paper.tickets();
}

} // namespace starqueue::simulators
