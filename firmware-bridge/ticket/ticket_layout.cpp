#include <firmware-bridge/ticket/ticket_layout.h>

#include <firmware-bridge/ticket/ticket_words.h>
#include <formats/encoding/printer_repertoire.h>

#include <QStringList>

#include <algorithm>

namespace starqueue::bridge {

namespace {

constexpr char kReplacementAscii = '?';
const QByteArray kReplacementChinese = QByteArrayLiteral("\xA1\xF5"); // hollow square in GB18030

/// Collects the bytes of one ticket.
class Composer
{
public:
    explicit Composer(const PrinterProfile& profile) : m_profile(profile) {}

    void command(const QByteArray& bytes) { m_bytes += bytes; }

    void lines(const QString& text)
    {
        for (const QString& line : wrapped(text, m_profile.columns, columnsOfText))
            m_bytes += encodeForPrinter(line, m_profile) + '\n';
    }

    void chinese(bool on)
    {
        if (m_profile.chinese)
            m_bytes += on ? QByteArrayLiteral("\x1C&") : QByteArrayLiteral("\x1C.");
    }

    void size(int factor)
    {
        const int times = factor - 1;
        m_bytes += QByteArrayLiteral("\x1D!") + static_cast<char>(times << 4 | times);
    }

    [[nodiscard]] QByteArray bytes() const { return m_bytes; }

private:
    const PrinterProfile& m_profile;
    QByteArray m_bytes;
};

// GS ( k with cn = 49: model 2, module size, level M, store, print (Epson ESC/POS reference).
QByteArray qrCommands(const QByteArray& text, int moduleDots)
{
    const auto length = static_cast<int>(text.size()) + 3;
    QByteArray bytes("\x1D(k\x04\x00\x31\x41\x32\x00", 9);
    bytes += QByteArray("\x1D(k\x03\x00\x31\x43", 7) + static_cast<char>(moduleDots);
    bytes += QByteArray("\x1D(k\x03\x00\x31\x45\x31", 8);
    bytes += QByteArray("\x1D(k", 3) + static_cast<char>(length & 0xFF) + static_cast<char>(length >> 8) +
             QByteArray("\x31\x50\x30", 3) + text;
    bytes += QByteArray("\x1D(k\x03\x00\x31\x51\x30", 8);
    return bytes;
}

/// Magnification of the number: four, less where a long number wouldn't fit.
int numberSize(const QByteArray& number, int columns)
{
    const int length = std::max<int>(1, static_cast<int>(number.size()));
    return std::clamp(columns / length, 1, 4);
}

bool printable(const QByteArray& url)
{
    return !url.isEmpty() && url.size() < 1000 &&
           std::all_of(url.begin(), url.end(), [](char c) { return c > 0x20 && c < 0x7F; });
}

QByteArray encodeAscii(const QString& text)
{
    QByteArray bytes;
    for (const QChar character : text)
        bytes += character.unicode() >= 0x20 && character.unicode() < 0x7F
                     ? static_cast<char>(character.unicode())
                     : kReplacementAscii;
    return bytes;
}

QByteArray encodeCharacter(const QString& character)
{
    const std::string text = character.toStdString();
    if (const auto encoded = formats::encodedFor(formats::Repertoire::Chinese, text))
        return QByteArray::fromStdString(*encoded);
    return text.size() == 1 ? QByteArray(1, kReplacementAscii) : kReplacementChinese;
}

void composeHead(Composer& composer, const PrintedTicket& ticket, const PrinterProfile& profile)
{
    composer.chinese(true);
    if (ticket.reprint)
        composer.lines(reprintWords());
    composer.lines(ticket.hall);
    composer.chinese(false);
    const QByteArray number = encodeAscii(ticket.number);
    composer.size(numberSize(number, profile.columns));
    composer.command(number + '\n');
    composer.size(1);
}

void composeBody(Composer& composer, const PrintedTicket& ticket)
{
    composer.chinese(true);
    composer.lines(ticket.service);
    composer.lines(waitWords(ticket));
    composer.lines(ticket.localTime);
}

void composeTail(Composer& composer, const PrintedTicket& ticket, const PrinterProfile& profile)
{
    const QByteArray url = ticket.statusUrl.toUtf8();
    if (profile.qr && printable(url)) {
        composer.command(qrCommands(url, profile.columns >= 48 ? 6 : 5));
        composer.lines(scanWords(ticket.language));
    }
    composer.lines(missedWords(ticket.language));
    composer.chinese(false);
    composer.command(feedAndCut(profile));
}

} // namespace

QByteArray layOutTicket(const PrintedTicket& ticket, const PrinterProfile& profile)
{
    Composer composer(profile);
    composer.command(printerReset(profile) + QByteArrayLiteral("\x1B"
                                                               "a\x01"));
    composeHead(composer, ticket, profile);
    composeBody(composer, ticket);
    composeTail(composer, ticket, profile);
    return composer.bytes();
}

QByteArray printerReset(const PrinterProfile& profile)
{
    QByteArray bytes = QByteArrayLiteral("\x1B@");
    if (profile.status)
        bytes += QByteArrayLiteral("\x1D"
                                   "a\x0E"); // on line, error, paper
    return bytes;
}

QByteArray feedAndCut(const PrinterProfile& profile)
{
    if (!profile.cutter)
        return QByteArrayLiteral("\x1B"
                                 "d\x06");
    return QByteArrayLiteral("\x1B"
                             "d\x03") +
           QByteArray("\x1DV\x42\x00", 4);
}

QByteArray encodeForPrinter(const QString& text, const PrinterProfile& profile)
{
    if (!profile.chinese)
        return encodeAscii(text);
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = text.at(i).isHighSurrogate() && i + 1 < text.size();
        bytes += encodeCharacter(text.mid(i, pair ? 2 : 1));
        i += pair ? 1 : 0;
    }
    return bytes;
}

} // namespace starqueue::bridge
