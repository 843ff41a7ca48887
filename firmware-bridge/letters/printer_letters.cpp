#include <firmware-bridge/letters/printer_letters.h>

#include <firmware-bridge/escpos/code_pages.h>
#include <firmware-bridge/letters/right_to_left.h>
#include <formats/encoding/printer_repertoire.h>

#include <QStringList>

#include <algorithm>
#include <optional>

namespace starqueue::bridge {

using namespace Qt::StringLiterals;

namespace {

constexpr char kReplacementAscii = '?';
const QByteArray kReplacementChinese = QByteArrayLiteral("\xA1\xF5"); // hollow square in GB18030

bool isPlainAscii(const QString& character)
{
    return character.size() == 1 && character.at(0).unicode() >= 0x20 && character.at(0).unicode() < 0x7F;
}

std::optional<QByteArray> inChinese(const QString& character)
{
    const auto bytes = formats::encodedFor(formats::Repertoire::Chinese, character.toStdString());
    return bytes ? std::optional(QByteArray::fromStdString(*bytes)) : std::nullopt;
}

std::optional<char> inPage(const QString& page, const QString& character)
{
    const std::string name = page.toStdString();
    if (const auto byte = escpos::toCodePage(name, character.toStdString()))
        return byte;
    if (character.size() == 1)
        for (const QChar shape : shapesLike(character.at(0)))
            if (const auto byte = escpos::toCodePage(name, QString(shape).toStdString()))
                return byte;
    return std::nullopt;
}

/// Marks that stand above or below the letter before them.
bool isStacked(QChar character)
{
    return character.category() == QChar::Mark_NonSpacing;
}

bool isChineseCharacter(QChar character)
{
    const QChar::Script script = character.script();
    return script == QChar::Script_Han || script == QChar::Script_Hiragana ||
           script == QChar::Script_Katakana ||
           (character.unicode() >= 0x3000 && character.unicode() < 0x3040) ||
           (character.unicode() >= 0xFF00 && character.unicode() < 0xFFF0);
}

} // namespace

QStringList charactersOf(const QString& text)
{
    QStringList characters;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text.at(i).isHighSurrogate() && i + 1 < text.size();
        characters += text.mid(i, isPair ? 2 : 1);
        i += isPair ? 1 : 0;
    }
    return characters;
}

// Chinese printers' fonts have Greek, Cyrillic and Latin letters too, each as wide as a Chinese one: a code
// page is better, unless there is Chinese in the line.
PrinterLetters::Script PrinterLetters::scriptOf(const QString& text) const
{
    const QStringList characters = charactersOf(inPrintedOrder(text));
    if (std::all_of(characters.begin(), characters.end(), isPlainAscii))
        return Script::Ascii;
    const bool inPages = std::all_of(characters.begin(), characters.end(),
                                     [this](const QString& character) { return hasInPages(character); });
    const bool isChinese =
        m_set.chinese && std::all_of(characters.begin(), characters.end(),
                                     [](const QString& one) { return inChinese(one).has_value(); });
    if (isChinese && (!inPages || std::any_of(text.begin(), text.end(), isChineseCharacter)))
        return Script::Chinese;
    if (inPages)
        return Script::Pages;
    if (m_set.raster)
        return Script::Raster;
    return m_set.chinese ? Script::Chinese : Script::Pages;
}

QByteArray PrinterLetters::encoded(const QString& text, Script script, int& page) const
{
    QByteArray bytes;
    for (const QString& character : charactersOf(script == Script::Pages ? inPrintedOrder(text) : text)) {
        if (isPlainAscii(character))
            bytes += static_cast<char>(character.at(0).unicode());
        else if (script == Script::Pages)
            bytes += inPages(character, page);
        else
            bytes += inChinese(character).value_or(character.size() == 1 && character.at(0).unicode() < 0x80
                                                       ? QByteArray(1, kReplacementAscii)
                                                       : kReplacementChinese);
    }
    return bytes;
}

int PrinterLetters::columns(const QString& text, Script script)
{
    int columns = 0;
    for (const QString& character : charactersOf(script == Script::Pages ? inPrintedOrder(text) : text)) {
        if (isPlainAscii(character))
            ++columns;
        else if (script == Script::Pages)
            columns += isStacked(character.at(0)) ? 0 : 1;
        else
            columns += 2;
    }
    return columns;
}

QString PrinterLetters::missingIn(const QString& text) const
{
    for (const QString& character : charactersOf(inPrintedOrder(text)))
        if (!isPlainAscii(character) && !hasInPages(character) && !(m_set.chinese && inChinese(character)))
            return character;
    return {};
}

bool PrinterLetters::showsAnythingOf(const QString& text) const
{
    const QStringList characters = charactersOf(text);
    return std::any_of(characters.begin(), characters.end(), [this](const QString& character) {
        return character != " "_L1 && missingIn(character).isEmpty();
    });
}

bool PrinterLetters::hasInPages(const QString& character) const
{
    return isPlainAscii(character) ||
           std::any_of(m_set.codePages.begin(), m_set.codePages.end(),
                       [&character](const auto& page) { return inPage(page.first, character).has_value(); });
}

// Stays in the page that is chosen while that has the letter: each change takes three bytes.
QByteArray PrinterLetters::inPages(const QString& character, int& page) const
{
    for (const auto& [name, number] : m_set.codePages)
        if (const auto byte = number == page ? inPage(name, character) : std::nullopt)
            return QByteArray(1, *byte);
    for (const std::string_view name : escpos::codePageNames()) {
        const auto known = m_set.codePages.find(QString::fromLatin1(name.data(), qsizetype(name.size())));
        const auto byte = known != m_set.codePages.end() ? inPage(known->first, character) : std::nullopt;
        if (!byte)
            continue;
        page = known->second;
        return QByteArrayLiteral("\x1Bt") + static_cast<char>(page) + *byte;
    }
    return QByteArray(1, kReplacementAscii);
}

} // namespace starqueue::bridge
