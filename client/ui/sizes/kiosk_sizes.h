#pragma once

#include <QObject>
#include <QtQmlIntegration>

namespace starqueue::ui {

/// Text beside Theme's own small, body, heading and title.
struct KioskText
{
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(int least MEMBER least CONSTANT)
    Q_PROPERTY(int mode MEMBER mode CONSTANT)
    Q_PROPERTY(int key MEMBER key CONSTANT)
    Q_PROPERTY(int advice MEMBER advice CONSTANT)
    Q_PROPERTY(int wait MEMBER wait CONSTANT)
    Q_PROPERTY(int choice MEMBER choice CONSTANT)
    Q_PROPERTY(int hall MEMBER hall CONSTANT)
    Q_PROPERTY(int latinName MEMBER latinName CONSTANT)
    Q_PROPERTY(int main MEMBER main CONSTANT)
    Q_PROPERTY(int banner MEMBER banner CONSTANT)
    Q_PROPERTY(int digit MEMBER digit CONSTANT)
    Q_PROPERTY(int entered MEMBER entered CONSTANT)
    Q_PROPERTY(int fact MEMBER fact CONSTANT)
    Q_PROPERTY(int sign MEMBER sign CONSTANT)

public:
    int least = 34; ///< no text is smaller
    int mode = 36;  ///< on the keys that change how the kiosk is used
    int key = 40;   ///< words on a key
    int advice = 42;
    int wait = 42; ///< what to do with the number
    int choice = 44;
    int hall = 44;
    int latinName = 44; ///< a service's name in Latin letters, which are longer
    int main = 48;      ///< on the largest keys
    int banner = 48;
    int digit = 56;
    int entered = 76; ///< the digits that were typed
    int fact = 84;
    int sign = 130; ///< the sign of a kiosk out of service
};

/// Sizes that every page has.
struct KioskPage
{
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(int width MEMBER width CONSTANT)
    Q_PROPERTY(int height MEMBER height CONSTANT)
    Q_PROPERTY(int widest MEMBER widest CONSTANT)
    Q_PROPERTY(int top MEMBER top CONSTANT)
    Q_PROPERTY(int bottom MEMBER bottom CONSTANT)
    Q_PROPERTY(int header MEMBER header CONSTANT)
    Q_PROPERTY(int logo MEMBER logo CONSTANT)
    Q_PROPERTY(int title MEMBER title CONSTANT)
    Q_PROPERTY(int hint MEMBER hint CONSTANT)
    Q_PROPERTY(int noticePadding MEMBER noticePadding CONSTANT)
    Q_PROPERTY(int noticeRadius MEMBER noticeRadius CONSTANT)
    Q_PROPERTY(int closedTop MEMBER closedTop CONSTANT)
    Q_PROPERTY(int closedPadding MEMBER closedPadding CONSTANT)
    Q_PROPERTY(int countdown MEMBER countdown CONSTANT)
    Q_PROPERTY(int countdownGap MEMBER countdownGap CONSTANT)
    Q_PROPERTY(int sign MEMBER sign CONSTANT)
    Q_PROPERTY(int signLine MEMBER signLine CONSTANT)
    Q_PROPERTY(int language MEMBER language CONSTANT)

public:
    int width = 1080;
    int height = 1920;
    int widest = 1500; ///< on a screen in landscape
    int top = 56;
    int bottom = 48;
    int header = 68;
    int logo = 72;
    int title = 120; ///< least height
    int hint = 76;   ///< least height of the line below the title
    int noticePadding = 12;
    int noticeRadius = 16;
    int closedTop = 60;
    int closedPadding = 56;
    int countdown = 12; ///< the bar's height
    int countdownGap = 20;
    int sign = 200;
    int signLine = 12;
    int language = 300; ///< width of its key
};

/// The invitation to say who one is.
struct KioskBanner
{
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(int top MEMBER top CONSTANT)
    Q_PROPERTY(int least MEMBER least CONSTANT)
    Q_PROPERTY(int card MEMBER card CONSTANT)
    Q_PROPERTY(int cardLeft MEMBER cardLeft CONSTANT)
    Q_PROPERTY(int cardGap MEMBER cardGap CONSTANT)
    Q_PROPERTY(int lineGap MEMBER lineGap CONSTANT)

public:
    int top = 16;
    int least = 190; ///< height
    int card = 80;   ///< width of the drawn card
    int cardLeft = 52;
    int cardGap = 40;
    int lineGap = 2;
};

/// A service and the grid of them.
struct KioskTile
{
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(int top MEMBER top CONSTANT)
    Q_PROPERTY(int leastGrid MEMBER leastGrid CONSTANT)
    Q_PROPERTY(int lowest MEMBER lowest CONSTANT)
    Q_PROPERTY(int tallest MEMBER tallest CONSTANT)
    Q_PROPERTY(int tallestInReach MEMBER tallestInReach CONSTANT)
    Q_PROPERTY(int threeColumns MEMBER threeColumns CONSTANT)
    Q_PROPERTY(int narrow MEMBER narrow CONSTANT)
    Q_PROPERTY(int low MEMBER low CONSTANT)
    Q_PROPERTY(int side MEMBER side CONSTANT)
    Q_PROPERTY(int narrowSide MEMBER narrowSide CONSTANT)
    Q_PROPERTY(int padding MEMBER padding CONSTANT)
    Q_PROPERTY(int lowPadding MEMBER lowPadding CONSTANT)

public:
    int top = 42;        ///< of the grid
    int leastGrid = 200; ///< height
    int lowest = 200;
    int tallest = 300;
    int tallestInReach = 240; ///< with low reach
    int threeColumns = 1200;  ///< a grid that is wider has three
    int narrow = 360;         ///< a tile below this width
    int low = 260;            ///< a tile below this height
    int side = 36;
    int narrowSide = 20;
    int padding = 36;
    int lowPadding = 20;
};

/// Keys to type and to choose with; least heights are Theme.target.
struct KioskKey
{
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(int height MEMBER height CONSTANT)
    Q_PROPERTY(int choice MEMBER choice CONSTANT)
    Q_PROPERTY(int entry MEMBER entry CONSTANT)
    Q_PROPERTY(int entryLeft MEMBER entryLeft CONSTANT)

public:
    int height = 136;
    int choice = 150;
    int entry = 168; ///< the field that shows what was typed
    int entryLeft = 48;
};

/// The page with the number.
struct KioskTicket
{
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(int top MEMBER top CONSTANT)
    Q_PROPERTY(int number MEMBER number CONSTANT)
    Q_PROPERTY(int rise MEMBER rise CONSTANT)
    Q_PROPERTY(int serviceLift MEMBER serviceLift CONSTANT)
    Q_PROPERTY(int factsTop MEMBER factsTop CONSTANT)
    Q_PROPERTY(int factPadding MEMBER factPadding CONSTANT)
    Q_PROPERTY(int factSide MEMBER factSide CONSTANT)
    Q_PROPERTY(int waitPadding MEMBER waitPadding CONSTANT)
    Q_PROPERTY(int waitSide MEMBER waitSide CONSTANT)
    Q_PROPERTY(int codeTop MEMBER codeTop CONSTANT)
    Q_PROPERTY(int code MEMBER code CONSTANT)
    Q_PROPERTY(int codeAlone MEMBER codeAlone CONSTANT)
    Q_PROPERTY(int codeGap MEMBER codeGap CONSTANT)
    Q_PROPERTY(int codeWords MEMBER codeWords CONSTANT)

public:
    int top = 72;
    int number = 360; ///< height
    int rise = 180;   ///< from how far above the number slides in
    int serviceLift = 16;
    int factsTop = 8;
    int factPadding = 36;
    int factSide = 16;
    int waitPadding = 36;
    int waitSide = 32;
    int codeTop = 16;
    int code = 240;
    int codeAlone = 380; ///< in place of paper
    int codeGap = 40;
    int codeWords = 480;
};

/// Sizes of the kiosk in pixels of a page 1080 wide, for QML as `Theme.kiosk`.
struct KioskSizes
{
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(starqueue::ui::KioskText text MEMBER text CONSTANT)
    Q_PROPERTY(starqueue::ui::KioskPage page MEMBER page CONSTANT)
    Q_PROPERTY(starqueue::ui::KioskBanner banner MEMBER banner CONSTANT)
    Q_PROPERTY(starqueue::ui::KioskTile tile MEMBER tile CONSTANT)
    Q_PROPERTY(starqueue::ui::KioskKey key MEMBER key CONSTANT)
    Q_PROPERTY(starqueue::ui::KioskTicket ticket MEMBER ticket CONSTANT)

public:
    KioskText text;
    KioskPage page;
    KioskBanner banner;
    KioskTile tile;
    KioskKey key;
    KioskTicket ticket;
};

/// The kiosk's sizes; with large text some grow and others shrink to give them room.
[[nodiscard]] KioskSizes kioskSizes(bool largeText);

} // namespace starqueue::ui
