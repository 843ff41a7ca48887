#include <firmware-bridge/ticket/ticket_layout.h>

#include <firmware-bridge/letters/qr_commands.h>
#include <firmware-bridge/letters/raster_commands.h>
#include <firmware-bridge/ticket/ticket_lines.h>

#include <algorithm>
#include <utility>

namespace starqueue::bridge {

namespace {

using namespace Qt::StringLiterals;

using Script = PrinterLetters::Script;

constexpr char kDle = 0x10;
constexpr int kLargestSize = 8;

/// A number as an argument that isn't a DLE.
char argument(int number)
{
    return static_cast<char>(number == kDle ? kDle + 1 : number);
}

/// Collects the bytes of one ticket. Knows the printer's state, and says only what changes it.
class Composer
{
public:
    explicit Composer(const PrinterProfile& profile)
        : m_profile(profile), m_letters(lettersOf(profile)), m_bytes(printerReset(profile)),
          m_isChinese(profile.chinese)
    {}

    void line(const TicketLine& line, int valueColumn)
    {
        if (line.pitch > 0 && m_pitch != line.pitch)
            m_bytes += QByteArrayLiteral("\x1B\x33") + argument(m_pitch = line.pitch);
        if (line.kind != TicketRow::Kind::Rule) // it is as wide as the paper
            align(line.align);
        switch (line.kind) {
        case TicketRow::Kind::Text:
            return text(line);
        case TicketRow::Kind::Pair:
            return pair(line, valueColumn);
        case TicketRow::Kind::Rule:
            return rule();
        case TicketRow::Kind::Logo:
            m_bytes += QByteArrayLiteral("\x1Cp") + argument(m_profile.logo) + '\0';
            return;
        case TicketRow::Kind::Code:
            m_bytes += qrCommands(line.text.toUtf8(), line.dots, m_profile.dots, m_profile.qrEccBase) +
                       QByteArrayLiteral("\x1BJ\x12"); // what follows would touch it
            return;
        case TicketRow::Kind::Space:
            m_bytes += QByteArrayLiteral("\x1BJ") + argument(line.dots);
            return;
        }
    }

    [[nodiscard]] TicketBytes finished() const
    {
        TicketBytes ticket = m_ticket;
        ticket.bytes = m_bytes + feedAndCut(m_profile);
        ticket.cut = m_bytes.size();
        return ticket;
    }
    void endLine() { m_ticket.lineEnds.push_back(m_bytes.size()); }
    void addEdge() { m_ticket.edges.push_back(m_bytes.size()); }
    [[nodiscard]] qsizetype rasterBytes() const { return m_rasterBytes; }

private:
    void text(const TicketLine& line)
    {
        if (line.script == Script::Raster) {
            const QByteArray dots = rasterText(line.text, line.down, line.bold, m_profile.dots);
            m_rasterBytes += dots.size();
            m_bytes += dots + QByteArrayLiteral("\x1BJ\x0C");
            return;
        }
        letters(line);
        m_bytes += '\n';
    }

    void pair(const TicketLine& line, int valueColumn)
    {
        if (!std::exchange(m_hasTab, true))
            m_bytes += QByteArrayLiteral("\x1B"
                                         "D") +
                       argument(valueColumn) + '\0';
        TicketLine label = line;
        label.text = line.label;
        label.across = label.down = 1;
        label.bold = false;
        letters(label);
        m_bytes += '\t';
        letters(line);
        m_bytes += '\n';
    }

    // Chinese fonts and most code pages have strokes that join; else blanks are underlined. As wide as
    // letters get: few bytes.
    void rule()
    {
        const QString stroke = m_profile.chinese ? u"━"_s : u"─"_s;
        const int unit = m_profile.chinese ? 2 : 1;
        int across = kLargestSize;
        while (across > 1 && m_profile.columns % (across * unit) != 0)
            --across;
        const int pieces = m_profile.columns / (across * unit);
        bold(false);
        size(across, 1);
        if (m_letters.showsAnythingOf(stroke)) {
            const Script its = m_profile.chinese ? Script::Chinese : Script::Pages;
            script(its);
            m_bytes += m_letters.encoded(stroke.repeated(pieces), its, m_page) + '\n';
            return;
        }
        m_bytes +=
            QByteArrayLiteral("\x1B-\x02") + QByteArray(pieces, ' ') + QByteArrayLiteral("\n\x1B-") + '\0';
    }

    void letters(const TicketLine& line)
    {
        if (line.text.isEmpty())
            return;
        script(line.script);
        size(line.across, line.down);
        bold(line.bold);
        m_bytes += m_letters.encoded(line.text, line.script, m_page);
    }

    void script(Script script)
    {
        if (script == Script::Ascii || script == Script::Raster)
            return;
        const bool isChinese = script == Script::Chinese;
        if (isChinese == std::exchange(m_isChinese, isChinese) || (isChinese && !m_profile.chinese))
            return;
        m_bytes += isChinese ? QByteArrayLiteral("\x1C&") : QByteArrayLiteral("\x1C.");
    }

    void align(TicketRow::Align align)
    {
        if (std::exchange(m_align, align) != align)
            m_bytes += QByteArrayLiteral("\x1B"
                                         "a") +
                       static_cast<char>(align);
    }

    void size(int across, int down)
    {
        const char wanted = argument((across - 1) << 4 | (down - 1));
        if (std::exchange(m_size, wanted) != wanted)
            m_bytes += QByteArrayLiteral("\x1D!") + wanted;
    }

    void bold(bool isBold)
    {
        if (std::exchange(m_isBold, isBold) != isBold)
            m_bytes += QByteArrayLiteral("\x1B"
                                         "E") +
                       static_cast<char>(isBold ? 1 : 0);
    }

    const PrinterProfile& m_profile;
    PrinterLetters m_letters;
    QByteArray m_bytes;
    TicketBytes m_ticket; ///< but for its bytes
    qsizetype m_rasterBytes = 0;
    TicketRow::Align m_align = TicketRow::Align::Left;
    bool m_isChinese;
    bool m_isBold = false;
    bool m_hasTab = false;
    char m_size = 0;
    int m_pitch = 0;
    int m_page = -1;
};

Composer composed(const PrintedTicket& ticket, const PrinterProfile& profile)
{
    const TicketLines lines = ticketLines(ticket, profile);
    Composer composer(profile);
    composer.endLine();
    for (const TicketLine& line : lines.lines) {
        if (line.mustBeWhole)
            composer.addEdge();
        composer.line(line, lines.valueColumn);
        composer.endLine();
        if (line.mustBeWhole)
            composer.addEdge();
    }
    return composer;
}

} // namespace

QByteArray layOutTicket(const PrintedTicket& ticket, const PrinterProfile& profile)
{
    return composed(ticket, profile).finished().bytes;
}

TicketBytes layOutLines(const PrintedTicket& ticket, const PrinterProfile& profile)
{
    return composed(ticket, profile).finished();
}

TicketCost costOf(const PrintedTicket& ticket, const PrinterProfile& profile)
{
    const Composer composer = composed(ticket, profile);
    const qsizetype bytes = composer.finished().bytes.size();
    const auto onWire = [baud = std::max(profile.baud, 300)](qsizetype count) {
        constexpr double kBitsAByte = 10; // 8N1
        return static_cast<double>(count) * kBitsAByte / baud;
    };
    return {bytes, composer.rasterBytes(), onWire(bytes), onWire(composer.rasterBytes())};
}

QByteArray printerReset(const PrinterProfile& profile)
{
    QByteArray bytes = QByteArrayLiteral("\x1B@") +
                       (profile.chinese ? QByteArrayLiteral("\x1C&") : QByteArrayLiteral("\x1C."));
    if (profile.status)
        bytes += QByteArrayLiteral("\x1D"
                                   "a\x0E"); // on line, error, paper
    if (profile.presenter.kind == PresenterProfile::Kind::Citizen &&
        profile.presenter.retractsAfter.count() > 0)
        bytes += QByteArrayLiteral("\x1DR\x31") +
                 argument(std::min(9, static_cast<int>(profile.presenter.retractsAfter.count())));
    return bytes;
}

// GS V 66 feeds what was printed beyond the knife, and these dots more.
QByteArray feedAndCut(const PrinterProfile& profile)
{
    constexpr char kMarginDots = 24;
    if (!profile.cutter)
        return QByteArrayLiteral("\x1B"
                                 "d\x06");
    return QByteArrayLiteral("\x1DVB") + kMarginDots;
}

} // namespace starqueue::bridge
