#pragma once

#include <QColor>
#include <QList>
#include <QObject>
#include <QStringList>
#include <QtQmlIntegration>

namespace starqueue::ui {

/// The colours by what they are for. The initial values are StarQueue's own look.
struct ThemeColours
{
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(QColor ink MEMBER ink)
    Q_PROPERTY(QColor muted MEMBER muted)
    Q_PROPERTY(QColor ground MEMBER ground)
    Q_PROPERTY(QColor card MEMBER card)
    Q_PROPERTY(QColor line MEMBER line)
    Q_PROPERTY(QColor primary MEMBER primary)
    Q_PROPERTY(QColor onPrimary MEMBER onPrimary)
    Q_PROPERTY(QColor primarySoft MEMBER primarySoft)
    Q_PROPERTY(QColor gold MEMBER gold)
    Q_PROPERTY(QColor goldSoft MEMBER goldSoft)
    Q_PROPERTY(QColor goldLine MEMBER goldLine)
    Q_PROPERTY(QColor closed MEMBER closed)
    Q_PROPERTY(QColor closedSoft MEMBER closedSoft)
    Q_PROPERTY(QColor ok MEMBER ok)
    Q_PROPERTY(QColor warning MEMBER warning)
    Q_PROPERTY(QColor bad MEMBER bad)
    Q_PROPERTY(QColor night MEMBER night)
    Q_PROPERTY(QColor nightBar MEMBER nightBar)
    Q_PROPERTY(QColor nightPanel MEMBER nightPanel)
    Q_PROPERTY(QColor nightSide MEMBER nightSide)
    Q_PROPERTY(QColor nightLine MEMBER nightLine)
    Q_PROPERTY(QColor nightText MEMBER nightText)
    Q_PROPERTY(QColor nightSoft MEMBER nightSoft)
    Q_PROPERTY(QColor nightMuted MEMBER nightMuted)
    Q_PROPERTY(QColor call MEMBER call)
    Q_PROPERTY(QColor nightInk MEMBER nightInk)

public:
    QColor ink{"#0f1b2d"};
    QColor muted{"#44536a"};
    QColor ground{"#f4f6f9"};
    QColor card{"#ffffff"};
    QColor line{"#d5dce6"};
    QColor primary{"#094691"};
    QColor onPrimary{"#ffffff"};
    QColor primarySoft{"#e6eefa"};
    QColor gold{"#6b4600"};
    QColor goldSoft{"#fff4db"};
    QColor goldLine{"#e8c66a"};
    QColor closed{"#424c5c"};
    QColor closedSoft{"#eceff4"};
    QColor ok{"#075a2f"};
    QColor warning{"#7a4200"};
    QColor bad{"#9b1217"};
    QColor night{"#0b1f3a"};
    QColor nightBar{"#071528"};
    QColor nightPanel{"#15305a"};
    QColor nightSide{"#0f2747"};
    QColor nightLine{"#2a4a78"};
    QColor nightText{"#ffffff"};
    QColor nightSoft{"#d6e0ef"};
    QColor nightMuted{"#b9c8de"};
    QColor call{"#ffc53d"};
    QColor nightInk{"#0b1f3a"};
};

/// A text colour on a ground that some screen of ours really shows, by the names above.
struct TextPair
{
    const char* text;
    const char* ground;
};
[[nodiscard]] const QList<TextPair>& textPairs();

/// The colour called `name`; an invalid one when there is none.
[[nodiscard]] QColor colourNamed(const ThemeColours& colours, const char* name);
/// Sets the colour called `name`; false when there is none.
bool setColour(ThemeColours& colours, const char* name, const QColor& colour);

/// One sentence for each pair below kLeastContrast: which, how much it has, what it needs.
[[nodiscard]] QStringList weakPairs(const ThemeColours& colours);

} // namespace starqueue::ui
