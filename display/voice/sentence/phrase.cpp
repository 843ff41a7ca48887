#include <display/voice/sentence/phrase.h>

#include <display/voice/sentence/place.h>

namespace starqueue::display {

using namespace Qt::StringLiterals;

namespace {

Pieces clip(const char* name)
{
    return {Piece{Piece::Kind::Clip, QString::fromLatin1(name)}};
}

Pieces spelledNumber(const QString& number, const QString& folder)
{
    Pieces pieces;
    for (const QString& name : spelled(number))
        pieces << Piece{Piece::Kind::Clip, folder + name};
    return pieces;
}

Phrase chinese(const client::api::Call& call)
{
    Phrase phrase{clip("zh/please") + spelledNumber(call.number, u"zh/"_s) + clip("zh/number"),
                  placeOf(call, Tongue::Chinese)};
    if (!phrase.place.isEmpty())
        phrase.place = clip("zh/goto") + phrase.place;
    return phrase;
}

Phrase english(const client::api::Call& call)
{
    Phrase phrase{clip("en/number") + spelledNumber(call.number, u"en/"_s), placeOf(call, Tongue::English)};
    if (!phrase.place.isEmpty())
        phrase.place = clip("en/goto") + phrase.place;
    return phrase;
}

void leaveOut(Pieces& pieces, const QStringList& clips)
{
    pieces.removeIf(
        [&](const Piece& piece) { return piece.kind == Piece::Kind::Clip && clips.contains(piece.text); });
}

} // namespace

Phrase phraseOf(const client::api::Call& call, const QString& language, bool brief)
{
    Phrase phrase = language == "en"_L1 ? english(call) : chinese(call);
    if (brief) {
        leaveOut(phrase.call, {u"zh/please"_s, u"zh/number"_s, u"en/number"_s});
        leaveOut(phrase.place, {u"zh/goto"_s, u"en/goto"_s});
    }
    return phrase;
}

} // namespace starqueue::display
