#include <client/ui/contrast.h>
#include <client/ui/theme_colours.h>

#include <QMetaProperty>

namespace starqueue::ui {

using namespace Qt::StringLiterals;

const QList<TextPair>& textPairs()
{
    static const QList<TextPair> kPairs{
        {"ink", "ground"},
        {"ink", "card"},
        {"ink", "primarySoft"},
        {"muted", "ground"},
        {"muted", "card"},
        {"onPrimary", "primary"},
        {"primary", "card"},
        {"primary", "ground"},
        {"primary", "primarySoft"},
        {"gold", "goldSoft"},
        {"gold", "card"},
        {"closed", "closedSoft"},
        {"ok", "ground"},
        {"ok", "card"},
        {"warning", "ground"},
        {"warning", "card"},
        {"warning", "goldSoft"},
        {"bad", "ground"},
        {"bad", "card"},
        {"nightText", "night"},
        {"nightText", "nightBar"},
        {"nightText", "nightPanel"},
        {"nightText", "nightSide"},
        {"nightSoft", "night"},
        {"nightSoft", "nightBar"},
        {"nightSoft", "nightPanel"},
        {"nightSoft", "nightSide"},
        {"nightMuted", "night"},
        {"nightMuted", "nightSide"},
        {"nightMuted", "nightPanel"},
        {"call", "nightPanel"},
        {"call", "night"},
        {"nightInk", "call"},
    };
    return kPairs;
}

QColor colourNamed(const ThemeColours& colours, const char* name)
{
    const QMetaObject& meta = ThemeColours::staticMetaObject;
    const int index = meta.indexOfProperty(name);
    return index < 0 ? QColor() : meta.property(index).readOnGadget(&colours).value<QColor>();
}

bool setColour(ThemeColours& colours, const char* name, const QColor& colour)
{
    const QMetaObject& meta = ThemeColours::staticMetaObject;
    const int index = meta.indexOfProperty(name);
    return index >= 0 && meta.property(index).writeOnGadget(&colours, colour);
}

QStringList weakPairs(const ThemeColours& colours)
{
    QStringList weak;
    for (const TextPair& pair : textPairs()) {
        const double ratio =
            contrastRatio(colourNamed(colours, pair.text), colourNamed(colours, pair.ground));
        if (ratio < kLeastContrast)
            weak << u"text '%1' on '%2' has a contrast of %3:1; at least %4:1 is needed"_s.arg(
                pair.text, pair.ground, QString::number(ratio, 'f', 1),
                QString::number(kLeastContrast, 'f', 0));
    }
    return weak;
}

} // namespace starqueue::ui
