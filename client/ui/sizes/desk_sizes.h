#pragma once

#include <QObject>
#include <QtQmlIntegration>

namespace starqueue::ui {

/// Text beside Theme's own.
struct DeskText
{
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(int timer MEMBER timer CONSTANT)
    Q_PROPERTY(int next MEMBER next CONSTANT)
    Q_PROPERTY(int tightNumber MEMBER tightNumber CONSTANT)

public:
    int timer = 22;
    int next = 40;        ///< who comes next
    int tightNumber = 52; ///< who is here, in a low window
};

/// The window and its bars.
struct DeskWindow
{
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(int leastWidth MEMBER leastWidth CONSTANT)
    Q_PROPERTY(int leastHeight MEMBER leastHeight CONSTANT)
    Q_PROPERTY(int roomyHeight MEMBER roomyHeight CONSTANT)
    Q_PROPERTY(int wide MEMBER wide CONSTANT)
    Q_PROPERTY(int widest MEMBER widest CONSTANT)
    Q_PROPERTY(int bar MEMBER bar CONSTANT)
    Q_PROPERTY(int tightBar MEMBER tightBar CONSTANT)
    Q_PROPERTY(int gap MEMBER gap CONSTANT)
    Q_PROPERTY(int tightGap MEMBER tightGap CONSTANT)
    Q_PROPERTY(int noticePadding MEMBER noticePadding CONSTANT)
    Q_PROPERTY(int noticeGap MEMBER noticeGap CONSTANT)

public:
    int leastWidth = 360;
    int leastHeight = 640;
    int roomyHeight = 760; ///< a card of its full height, keys and a question fit one above the other
    int wide = 720;        ///< from this width on the keys and the lists stand side by side
    int widest = 1080;     ///< what it uses of a wider window
    int bar = 46;
    int tightBar = 34; ///< in a low window
    int gap = 14;      ///< between its parts
    int tightGap = 6;  ///< between keys in a low window
    int noticePadding = 12;
    int noticeGap = 8;
};

/// The card with the present customer, or with the notice in their place.
struct DeskCard
{
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(int least MEMBER least CONSTANT)
    Q_PROPERTY(int padding MEMBER padding CONSTANT)
    Q_PROPERTY(int gap MEMBER gap CONSTANT)
    Q_PROPERTY(int messagePadding MEMBER messagePadding CONSTANT)
    Q_PROPERTY(int messageGap MEMBER messageGap CONSTANT)

public:
    int least = 200; ///< height
    int padding = 14;
    int gap = 8;
    int messagePadding = 24;
    int messageGap = 12;
};

/// Keys and fields.
struct DeskKey
{
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(int main MEMBER main CONSTANT)
    Q_PROPERTY(int tightMain MEMBER tightMain CONSTANT)
    Q_PROPERTY(int small MEMBER small CONSTANT)
    Q_PROPERTY(int smallGap MEMBER smallGap CONSTANT)
    Q_PROPERTY(int mainSide MEMBER mainSide CONSTANT)
    Q_PROPERTY(int left MEMBER left CONSTANT)
    Q_PROPERTY(int right MEMBER right CONSTANT)
    Q_PROPERTY(int field MEMBER field CONSTANT)

public:
    int main = 64;      ///< height
    int tightMain = 52; ///< likewise, in a low window
    int small = 8;      ///< sides of one of three beside each other
    int smallGap = 4;   ///< between its words and its key
    int mainSide = 18;
    int left = 14;
    int right = 12;
    int field = 12; ///< padding
};

/// The pane that asks for a reason, a number or a service.
struct DeskPrompt
{
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(int gap MEMBER gap CONSTANT)
    Q_PROPERTY(int tableGap MEMBER tableGap CONSTANT)
    Q_PROPERTY(int keyColumn MEMBER keyColumn CONSTANT)

public:
    int gap = 8;
    int tableGap = 3;
    int keyColumn = 104; ///< width of the keys' names
};

/// A parked customer.
struct DeskParked
{
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(int gap MEMBER gap CONSTANT)
    Q_PROPERTY(int row MEMBER row CONSTANT)
    Q_PROPERTY(int side MEMBER side CONSTANT)
    Q_PROPERTY(int digit MEMBER digit CONSTANT)

public:
    int gap = 4;
    int row = 44;
    int side = 8;
    int digit = 26; ///< side of the square with the digit
};

/// Sizes of the counter's window in its own pixels, for QML as `Theme.desk`.
struct DeskSizes
{
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(starqueue::ui::DeskText text MEMBER text CONSTANT)
    Q_PROPERTY(starqueue::ui::DeskWindow window MEMBER window CONSTANT)
    Q_PROPERTY(starqueue::ui::DeskCard card MEMBER card CONSTANT)
    Q_PROPERTY(starqueue::ui::DeskKey key MEMBER key CONSTANT)
    Q_PROPERTY(starqueue::ui::DeskPrompt prompt MEMBER prompt CONSTANT)
    Q_PROPERTY(starqueue::ui::DeskParked parked MEMBER parked CONSTANT)

public:
    DeskText text;
    DeskWindow window;
    DeskCard card;
    DeskKey key;
    DeskPrompt prompt;
    DeskParked parked;
};

} // namespace starqueue::ui
