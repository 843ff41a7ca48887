#include <firmware-bridge/letters/line_breaks.h>

#include <algorithm>

namespace starqueue::bridge {

using namespace Qt::StringLiterals;

namespace {

/// How many characters of `text` fit, preferring to end behind a blank or Chinese punctuation.
qsizetype breakAt(const QString& text, int columns, PrinterLetters::Script script)
{
    qsizetype fits = 0;
    qsizetype nice = 0;
    while (fits < text.size()) {
        const qsizetype next = fits + (text.at(fits).isHighSurrogate() && fits + 1 < text.size() ? 2 : 1);
        if (PrinterLetters::columns(text.left(next), script) > columns)
            break;
        fits = next;
        const QChar last = text.at(fits - 1);
        if (last == u' ' || u"，。：；·、"_s.contains(last))
            nice = fits;
    }
    if (fits == text.size() || text.at(fits) == u' ')
        return fits;
    return nice > 0 ? nice : std::max<qsizetype>(fits, text.at(0).isHighSurrogate() ? 2 : 1);
}

} // namespace

QStringList brokenInto(const QString& text, int columns, PrinterLetters::Script script)
{
    QStringList lines;
    QString rest = text.trimmed();
    while (!rest.isEmpty()) {
        const qsizetype length = std::min(breakAt(rest, columns, script), rest.size());
        lines += rest.left(length).trimmed();
        rest = rest.mid(length).trimmed();
    }
    return lines;
}

} // namespace starqueue::bridge
