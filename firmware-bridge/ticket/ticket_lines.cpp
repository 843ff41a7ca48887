#include <firmware-bridge/ticket/ticket_lines.h>

#include <firmware-bridge/letters/line_breaks.h>
#include <firmware-bridge/letters/qr_commands.h>
#include <firmware-bridge/ticket/default_template.h>
#include <firmware-bridge/ticket/ticket_words.h>

#include <QHostAddress>
#include <QUrl>

#include <algorithm>

namespace starqueue::bridge {

using namespace Qt::StringLiterals;

namespace {

using Kind = TicketRow::Kind;
using Language = PrintedTicket::Language;
using Script = PrinterLetters::Script;

constexpr int kWidePaper = 42; ///< columns from which there is room for wide gaps
constexpr int kIndent = 2;
constexpr int kNarrowIndent = 1;

/// How many times as wide and as high letters are.
struct Size
{
    int across = 1;
    int down = 1;
};

/// The largest up to `size` at which `columns` of text fit into `room`. Where only the smallest do, they stay
/// twice as high, if they were to be larger.
Size fitting(int columns, int size, int room)
{
    for (int times = size; times > 1; --times)
        if (columns * times <= room)
            return {times, times};
    return {1, size > 1 && columns <= room ? 2 : 1};
}

const TicketTemplate& templateOf(const PrintedTicket& ticket, const PrinterProfile& profile)
{
    if (!ticket.slip.isEmpty())
        return slipTemplate();
    return profile.layout.rows.empty() ? defaultTicketTemplate() : profile.layout;
}

bool bearsNumber(const TicketRow& row)
{
    return row.kind != Kind::Code &&
           (row.text.zh.contains("{number}"_L1) || row.text.en.contains("{number}"_L1));
}

/// Lays one ticket out, row by row.
class Liner
{
public:
    Liner(const PrintedTicket& ticket, const PrinterProfile& profile)
        : m_ticket(ticket), m_profile(profile), m_letters(lettersOf(profile)),
          m_languages(languagesOf(ticket, profile)), m_template(templateOf(ticket, profile))
    {
        if (!canShowCode(m_ticket.statusUrl, profile))
            m_ticket.statusUrl.clear();
        m_valueColumn = valueColumn(profile.columns, widestLabel());
    }

    TicketLines lines()
    {
        if (m_ticket.reprint)
            addMark();
        for (const TicketRow& row : m_template.rows)
            addRow(row);
        return {std::move(m_lines), m_valueColumn};
    }

private:
    // As large as names are: that costs fewest bytes, and nobody overlooks it.
    void addMark()
    {
        constexpr int kMarkSize = 2;
        const auto pitched = std::find_if(m_template.rows.begin(), m_template.rows.end(),
                                          [](const TicketRow& row) { return row.pitch > 0; });
        m_pitch = pitched == m_template.rows.end() ? 0 : pitched->pitch;
        add({.align = TicketRow::Align::Centre}, reprintWords(m_profile.chinese), kMarkSize);
        for (TicketLine& line : m_lines)
            line.mustBeWhole = true;
    }

    // The pitch of a row that isn't printed holds for those after it all the same.
    void addRow(const TicketRow& row)
    {
        m_pitch = row.pitch > 0 ? row.pitch : m_pitch;
        if (row.needs && fieldText(*row.needs, m_ticket, FieldWords::Both).isEmpty())
            return;
        switch (row.kind) {
        case Kind::Text:
            return addText(row);
        case Kind::Pair:
            return addPair(row);
        case Kind::Code:
            if (const auto text = filledIn(row.text.zh, m_ticket, FieldWords::Both))
                m_lines.push_back(lineOf(row, *text, Script::Ascii, {}));
            return;
        case Kind::Logo:
            if (m_profile.logo == 0)
                return;
            break;
        case Kind::Rule:
        case Kind::Space:
            break;
        }
        m_lines.push_back(lineOf(row, {}, Script::Ascii, {}));
    }

    // Both languages stand on one line where they fit, else below each other, the second one smaller.
    void addText(const TicketRow& row)
    {
        const QStringList parts = partsOf(row.text);
        const QString whole = parts.join(u' ');
        if (parts.size() > 1 && columns(whole) * row.size <= m_profile.columns)
            return add(row, whole, row.size);
        for (qsizetype i = 0; i < parts.size(); ++i)
            add(row, parts.at(i), i == 0 ? row.size : std::max(1, row.size - 1));
    }

    void add(const TicketRow& row, const QString& text, int size)
    {
        const Script script = m_letters.scriptOf(text);
        const Size fit = fitting(PrinterLetters::columns(text, script), size, m_profile.columns);
        for (const QString& line : brokenInto(text, m_profile.columns / fit.across, script))
            m_lines.push_back(lineOf(row, line, script, fit));
    }

    // A value in letters that the printer lacks stands in a line of its own, below its label.
    void addPair(const TicketRow& row)
    {
        const QStringList parts = partsOf(row.text);
        if (parts.isEmpty())
            return;
        QString label = QString(indent(), u' ') + labelOf(row);
        const int room = m_profile.columns - m_valueColumn;
        const QString whole = parts.join(u' ');
        const Script script = m_letters.scriptOf(label + whole);
        if (script == Script::Raster) {
            add({.bold = row.bold}, label.trimmed(), 1);
            return add({.bold = row.bold}, whole, row.size);
        }
        const Size size = fitting(PrinterLetters::columns(whole, script), row.size, room);
        for (const QString& value : brokenInto(whole, room / size.across, script)) {
            TicketLine line = lineOf(row, value, script, size);
            line.label = std::exchange(label, QString());
            m_lines.push_back(line);
        }
    }

    TicketLine lineOf(const TicketRow& row, const QString& text, Script script, Size size) const
    {
        return {row.kind, row.align, script,   size.across, size.down,       row.bold,
                {},       text,      row.dots, m_pitch,     bearsNumber(row)};
    }

    /// The words of a row in the ticket's languages: two where they differ, none where a field is empty, or
    /// where the printer can draw nothing of them.
    QStringList partsOf(const TicketText& text) const
    {
        QStringList parts;
        if (m_languages.size() > 1 && text.zh == text.en && !text.zh.contains("{service}"_L1))
            return filledIn(text.zh, m_ticket, FieldWords::Both)
                .value_or(QString())
                .split(u'\n', Qt::SkipEmptyParts);
        for (const Language language : m_languages) {
            const auto part = filledIn(text.in(language), m_ticket, wordsIn(language));
            if (part && !part->isEmpty() && !parts.contains(*part) && isShown(*part))
                parts += *part;
        }
        return parts;
    }

    bool isShown(const QString& text) const
    {
        return m_letters.showsAnythingOf(text) || m_letters.scriptOf(text) == Script::Raster;
    }

    QString labelOf(const TicketRow& row) const { return partsOf(row.label).join(u' '); }

    int columns(const QString& text) const { return PrinterLetters::columns(text, m_letters.scriptOf(text)); }

    int indent() const { return m_profile.columns >= kWidePaper ? kIndent : kNarrowIndent; }

    int widestLabel() const
    {
        int widest = 0;
        for (const TicketRow& row : m_template.rows)
            if (row.kind == Kind::Pair)
                widest = std::max(widest, columns(labelOf(row)));
        return widest;
    }

    PrintedTicket m_ticket;
    const PrinterProfile& m_profile;
    PrinterLetters m_letters;
    std::vector<Language> m_languages;
    const TicketTemplate& m_template;
    int m_valueColumn = 0;
    int m_pitch = 0;
    std::vector<TicketLine> m_lines;
};

} // namespace

PrinterLetters lettersOf(const PrinterProfile& profile)
{
    return PrinterLetters({profile.chinese, profile.codePages, profile.rasterRows && profile.status});
}

TicketLines ticketLines(const PrintedTicket& ticket, const PrinterProfile& profile)
{
    return Liner(ticket, profile).lines();
}

int valueColumn(int paperColumns, int widestLabel)
{
    constexpr int kUsual = 14;
    constexpr int kUsualOnNarrow = 11;
    if (paperColumns >= kWidePaper)
        return std::max(kUsual, kIndent + widestLabel + 2);
    return std::max(kUsualOnNarrow, kNarrowIndent + widestLabel + 1);
}

bool canShowCode(const QString& url, const PrinterProfile& profile)
{
    return profile.qr && isQrText(url.toUtf8()) && !isLoopback(url);
}

bool isLoopback(const QString& url)
{
    const QString host = QUrl(url).host();
    const QHostAddress address(host);
    return host == "localhost"_L1 || host.endsWith(".localhost"_L1) || address.isLoopback() ||
           address == QHostAddress(QHostAddress::AnyIPv4) || address == QHostAddress(QHostAddress::AnyIPv6);
}

std::vector<PrintedTicket::Language> languagesOf(const PrintedTicket& ticket, const PrinterProfile& profile)
{
    if (!profile.chinese)
        return {Language::English};
    switch (profile.layout.language) {
    case TicketTemplate::Language::Customers:
        return {ticket.language};
    case TicketTemplate::Language::Chinese:
        return {Language::Chinese};
    case TicketTemplate::Language::English:
        return {Language::English};
    case TicketTemplate::Language::Both:
        return {Language::Chinese, Language::English};
    }
    return {ticket.language};
}

} // namespace starqueue::bridge
