#include <display/voice/sentence/sentence.h>

#include <display/voice/sentence/phrase.h>

#include <QHash>

#include <utility>

namespace starqueue::display {

using namespace Qt::StringLiterals;

namespace {

/// What the clips are named that a sentence has in their place.
const QHash<QString, QString>& wordsOfClips()
{
    static const QHash<QString, QString> kWords{
        {u"zh/please"_s, u"qing3"_s},
        {u"zh/number"_s, u"hao4"_s},
        {u"zh/goto"_s, u"dao4"_s},
        {u"zh/ten"_s, u"shi2"_s},
        {u"zh/counter"_s, u"chuang1 kou3"_s},
        {u"zh/0"_s, u"ling2"_s},
        {u"zh/1"_s, u"yi1"_s},
        {u"zh/2"_s, u"er4"_s},
        {u"zh/3"_s, u"san1"_s},
        {u"zh/4"_s, u"si4"_s},
        {u"zh/5"_s, u"wu3"_s},
        {u"zh/6"_s, u"liu4"_s},
        {u"zh/7"_s, u"qi1"_s},
        {u"zh/8"_s, u"ba1"_s},
        {u"zh/9"_s, u"jiu3"_s},
        {u"en/goto"_s, u"please go to"_s},
        {u"en/A"_s, u"[['eI]]"_s}, // the letter, not the article
    };
    return kWords;
}

/// Letters are said as each voice says them: Chinese ones have Chinese names.
Piece spoken(const Piece& piece)
{
    if (piece.isWords())
        return piece;
    const auto kind = piece.text.startsWith("zh/"_L1) ? Piece::Kind::Pinyin : Piece::Kind::English;
    return {kind, wordsOfClips().value(piece.text, piece.text.mid(3))};
}

void append(Pieces& sentence, const Piece& piece, const QString& between)
{
    if (!sentence.isEmpty() && sentence.last().kind == piece.kind)
        sentence.last().text += between + piece.text;
    else
        sentence << piece;
}

} // namespace

Pieces sentenceOf(const client::api::Call& call, const QString& language, bool brief)
{
    const Phrase phrase = phraseOf(call, language, brief);
    Pieces sentence;
    for (const Piece& piece : phrase.call)
        append(sentence, spoken(piece), u" "_s);
    QString between = u", "_s; // is heard as a short pause
    for (const Piece& piece : phrase.place)
        append(sentence, spoken(piece), std::exchange(between, u" "_s));
    return sentence;
}

} // namespace starqueue::display
