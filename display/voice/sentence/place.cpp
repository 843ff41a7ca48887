#include <display/voice/sentence/place.h>

#include <formats/encoding/pinyin.h>

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <optional>

namespace starqueue::display {

using namespace Qt::StringLiterals;

using client::api::Call;

namespace {

QStringList chineseFigure(int figure)
{
    QStringList names;
    if (figure >= 20)
        names << QString::number(figure / 10);
    if (figure >= 10)
        names << u"ten"_s;
    if (figure < 10 || figure % 10 != 0)
        names << QString::number(figure % 10);
    return names;
}

QStringList englishFigure(int figure)
{
    if (figure <= 20 || figure % 10 == 0)
        return {QString::number(figure)};
    return {QString::number(figure / 10 * 10), QString::number(figure % 10)};
}

/// "12" is a number, "101" and "007" are spelled.
QStringList figureOf(const QString& digits, Tongue tongue)
{
    constexpr int kLargest = 99;
    const int value = digits.toInt();
    if (value > kLargest || digits != QString::number(value))
        return spelled(digits);
    return tongue == Tongue::Chinese ? chineseFigure(value) : englishFigure(value);
}

Pieces clips(const QStringList& names, Tongue tongue)
{
    Pieces pieces;
    for (const QString& name : names)
        pieces << Piece{Piece::Kind::Clip, (tongue == Tongue::English ? u"en/"_s : u"zh/"_s) + name};
    return pieces;
}

/// Letters one by one, figures as numbers: "A12" is "A", "ten", "2".
QStringList codeNames(const QString& code, Tongue tongue)
{
    static const QRegularExpression kPart(u"[0-9]+|[A-Z]"_s);
    QStringList names;
    for (auto parts = kPart.globalMatch(code); parts.hasNext();) {
        const QString part = parts.next().captured();
        names += part.front().isDigit() ? figureOf(part, tongue) : QStringList{part};
    }
    return names;
}

/// "3", "3B", "A-12", "VIP"; longer words are no codes.
bool isCode(const QString& sign)
{
    static const QRegularExpression kCode(u"^(?:[A-Z]{1,3}|[A-Z]{0,3}-?[0-9]+[A-Z]{0,3})$"_s);
    return kCode.match(sign).hasMatch();
}

Pieces codePlace(const QString& sign, Tongue tongue)
{
    QStringList names = codeNames(sign, tongue);
    if (tongue == Tongue::English) {
        names.prepend(u"counter"_s);
    } else {
        if (std::ranges::any_of(sign, [](QChar character) { return character.isDigit(); }))
            names << u"number"_s;
        names << u"counter"_s;
    }
    return clips(names, tongue);
}

/// "er4 lou2 3B chuang1 kou3": syllables that follow each other are said in one breath, 3 and B are clips.
Pieces pinyinPlace(const QString& words, Tongue tongue)
{
    Pieces pieces;
    for (const QString& word : words.split(u' ', Qt::SkipEmptyParts)) {
        if (word.front().isUpper() || word.front().isDigit())
            pieces += clips(codeNames(word, tongue), tongue);
        else if (!pieces.isEmpty() && pieces.last().isWords())
            pieces.last().text += u' ' + word;
        else
            pieces << Piece{Piece::Kind::Pinyin, word};
    }
    return pieces;
}

std::optional<QString> pinyin(const QString& sign)
{
    const auto words = formats::pinyinOf(sign.toStdString());
    return words ? std::optional(QString::fromStdString(*words)) : std::nullopt;
}

bool isEnglish(const QString& text)
{
    return std::ranges::all_of(text, [](QChar character) { return character.unicode() < 128; }) &&
           std::ranges::any_of(text, [](QChar character) { return character.isLetterOrNumber(); });
}

Pieces english(QString words)
{
    return {Piece{Piece::Kind::English, words.replace(u'-', u' ').replace(u'_', u' ')}};
}

Pieces chineseWords(const Call& call)
{
    if (!call.spoken.zh.isEmpty())
        return pinyinPlace(call.spoken.zh, Tongue::Chinese);
    if (isEnglish(call.sign))
        return english(call.sign);
    const auto words = pinyin(call.sign);
    return words ? pinyinPlace(*words, Tongue::Chinese) : Pieces();
}

Pieces englishWords(const Call& call)
{
    for (const QString& words : {call.spoken.en, call.sign, call.counterName.en}) {
        if (isEnglish(words))
            return english(words);
    }
    const auto words = pinyin(call.sign);
    return words ? pinyinPlace(*words, Tongue::English) : Pieces();
}

} // namespace

QStringList spelled(const QString& text)
{
    QStringList names;
    for (const QChar character : text) {
        const char16_t code = character.unicode();
        if ((code >= u'0' && code <= u'9') || (code >= u'A' && code <= u'Z'))
            names << QString(character);
    }
    return names;
}

Pieces placeOf(const Call& call, Tongue tongue)
{
    if (call.spoken.isEmpty() && isCode(call.sign))
        return codePlace(call.sign, tongue);
    return tongue == Tongue::English ? englishWords(call) : chineseWords(call);
}

} // namespace starqueue::display
