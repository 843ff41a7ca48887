#pragma once

#include <QObject>
#include <QtQmlIntegration>

namespace starqueue::ui {

/// Text sizes; `least` ones are for what must shrink to fit. None is below a thirtieth of the height (36),
/// which can be read from across the hall. Those of calls are in CallGridSizes.
struct WallText
{
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(int headline MEMBER headline CONSTANT)
    Q_PROPERTY(int headlineOther MEMBER headlineOther CONSTANT)
    Q_PROPERTY(int advice MEMBER advice CONSTANT)
    Q_PROPERTY(int adviceOther MEMBER adviceOther CONSTANT)
    Q_PROPERTY(int time MEMBER time CONSTANT)
    Q_PROPERTY(int date MEMBER date CONSTANT)
    Q_PROPERTY(int hall MEMBER hall CONSTANT)
    Q_PROPERTY(int footer MEMBER footer CONSTANT)
    Q_PROPERTY(int footerLeast MEMBER footerLeast CONSTANT)
    Q_PROPERTY(int label MEMBER label CONSTANT)
    Q_PROPERTY(int service MEMBER service CONSTANT)
    Q_PROPERTY(int wait MEMBER wait CONSTANT)
    Q_PROPERTY(int serviceOther MEMBER serviceOther CONSTANT)
    Q_PROPERTY(int technical MEMBER technical CONSTANT)

public:
    int headline = 80;
    int headlineOther = 52; ///< the other language
    int advice = 48;
    int adviceOther = 36;
    int time = 48;
    int date = 40;
    int hall = 44;
    int footer = 42;
    int footerLeast = 36;
    int label = 36;
    int service = 46;
    int wait = 38;
    int serviceOther = 36;
    int technical = 36;
};

/// The parts of the page.
struct WallPage
{
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(int width MEMBER width CONSTANT)
    Q_PROPERTY(int height MEMBER height CONSTANT)
    Q_PROPERTY(int header MEMBER header CONSTANT)
    Q_PROPERTY(int logo MEMBER logo CONSTANT)
    Q_PROPERTY(int dateGap MEMBER dateGap CONSTANT)
    Q_PROPERTY(int footer MEMBER footer CONSTANT)
    Q_PROPERTY(int callsMargin MEMBER callsMargin CONSTANT)
    Q_PROPERTY(int callsSide MEMBER callsSide CONSTANT)
    Q_PROPERTY(int waits MEMBER waits CONSTANT)
    Q_PROPERTY(int noticeSide MEMBER noticeSide CONSTANT)
    Q_PROPERTY(int noticeRule MEMBER noticeRule CONSTANT)
    Q_PROPERTY(int technicalSide MEMBER technicalSide CONSTANT)
    Q_PROPERTY(int technicalBottom MEMBER technicalBottom CONSTANT)

public:
    int width = 1920;
    int height = 1080;
    int header = 70;
    int logo = 48;
    int dateGap = 40;
    int footer = 70;
    int callsMargin = 20;
    int callsSide = 40;
    int waits = 740; ///< width of the services
    int noticeSide = 80;
    int noticeRule = 160;
    int technicalSide = 130;
    int technicalBottom = 84;
};

/// The frame that says what kind of line the footer shows.
struct WallLabel
{
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(int height MEMBER height CONSTANT)
    Q_PROPERTY(int side MEMBER side CONSTANT)
    Q_PROPERTY(int radius MEMBER radius CONSTANT)

public:
    int height = 52;
    int side = 18;
    int radius = 12;
};

/// A called number with its counter at the right; sizes that depend on how many there are stand in
/// CallGridSizes.
struct WallCall
{
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(int side MEMBER side CONSTANT)
    Q_PROPERTY(int gap MEMBER gap CONSTANT)
    Q_PROPERTY(int wordGap MEMBER wordGap CONSTANT)
    Q_PROPERTY(int frame MEMBER frame CONSTANT)
    Q_PROPERTY(int blink MEMBER blink CONSTANT)
    Q_PROPERTY(int bar MEMBER bar CONSTANT)
    Q_PROPERTY(int barLeft MEMBER barLeft CONSTANT)
    Q_PROPERTY(int cellSide MEMBER cellSide CONSTANT)
    Q_PROPERTY(int cellGap MEMBER cellGap CONSTANT)
    Q_PROPERTY(double wordLine MEMBER wordLine CONSTANT)

public:
    int side = 44;
    int gap = 32;
    int wordGap = 8; ///< between a figure and the words beside it
    int frame = 8;
    int blink = 500; ///< half a period, in ms
    int bar = 8;     ///< of a call that is expected
    int barLeft = 12;
    int cellSide = 28; ///< of a call below the newest
    int cellGap = 14;
    double wordLine = 1.15; ///< height of a line of words, in sizes of its type
};

/// The services with their waits.
struct WallWaits
{
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(int side MEMBER side CONSTANT)
    Q_PROPERTY(int titleTop MEMBER titleTop CONSTANT)
    Q_PROPERTY(int titleGap MEMBER titleGap CONSTANT)
    Q_PROPERTY(int top MEMBER top CONSTANT)
    Q_PROPERTY(int row MEMBER row CONSTANT)
    Q_PROPERTY(int rowTop MEMBER rowTop CONSTANT)
    Q_PROPERTY(int rowBottom MEMBER rowBottom CONSTANT)
    Q_PROPERTY(int gap MEMBER gap CONSTANT)
    Q_PROPERTY(int dot MEMBER dot CONSTANT)
    Q_PROPERTY(int dotHere MEMBER dotHere CONSTANT)
    Q_PROPERTY(int dotGap MEMBER dotGap CONSTANT)

public:
    int side = 30;
    int titleTop = 32;
    int titleGap = 20;
    int top = 96;
    int row = 130;
    int rowTop = 12;
    int rowBottom = 10;
    int gap = 24;
    int dot = 16;
    int dotHere = 36;
    int dotGap = 12;
};

/// Sizes of the hall display in pixels of 1920 × 1080, for QML as `Theme.wall`.
struct WallSizes
{
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(starqueue::ui::WallText text MEMBER text CONSTANT)
    Q_PROPERTY(starqueue::ui::WallPage page MEMBER page CONSTANT)
    Q_PROPERTY(starqueue::ui::WallLabel label MEMBER label CONSTANT)
    Q_PROPERTY(starqueue::ui::WallCall call MEMBER call CONSTANT)
    Q_PROPERTY(starqueue::ui::WallWaits waits MEMBER waits CONSTANT)

public:
    WallText text;
    WallPage page;
    WallLabel label;
    WallCall call;
    WallWaits waits;
};

} // namespace starqueue::ui
