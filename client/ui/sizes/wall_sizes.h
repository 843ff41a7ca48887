#pragma once

#include <QObject>
#include <QtQmlIntegration>

namespace starqueue::ui {

/// Text sizes; `least` ones are for what must shrink to fit.
struct WallText
{
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(int called MEMBER called CONSTANT)
    Q_PROPERTY(int calledLeast MEMBER calledLeast CONSTANT)
    Q_PROPERTY(int figure MEMBER figure CONSTANT)
    Q_PROPERTY(int figureCrowded MEMBER figureCrowded CONSTANT)
    Q_PROPERTY(int recent MEMBER recent CONSTANT)
    Q_PROPERTY(int recentLeast MEMBER recentLeast CONSTANT)
    Q_PROPERTY(int recentFigure MEMBER recentFigure CONSTANT)
    Q_PROPERTY(int headline MEMBER headline CONSTANT)
    Q_PROPERTY(int headlineOther MEMBER headlineOther CONSTANT)
    Q_PROPERTY(int advice MEMBER advice CONSTANT)
    Q_PROPERTY(int adviceOther MEMBER adviceOther CONSTANT)
    Q_PROPERTY(int call MEMBER call CONSTANT)
    Q_PROPERTY(int before MEMBER before CONSTANT)
    Q_PROPERTY(int callLeast MEMBER callLeast CONSTANT)
    Q_PROPERTY(int callOther MEMBER callOther CONSTANT)
    Q_PROPERTY(int callOtherLeast MEMBER callOtherLeast CONSTANT)
    Q_PROPERTY(int place MEMBER place CONSTANT)
    Q_PROPERTY(int placeLeast MEMBER placeLeast CONSTANT)
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
    int called = 300; ///< the number that is called now
    int calledLeast = 150;
    int figure = 190; ///< what stands over its counter
    int figureCrowded = 120;
    int recent = 116;
    int recentLeast = 72;
    int recentFigure = 80;
    int headline = 80;
    int headlineOther = 52; ///< the other language
    int advice = 48;
    int adviceOther = 36;
    int call = 52; ///< words around the counter's figure
    int before = 48;
    int callLeast = 30;
    int callOther = 34;
    int callOtherLeast = 24;
    int place = 32;
    int placeLeast = 22;
    int time = 52;
    int date = 34;
    int hall = 44;
    int footer = 42;
    int footerLeast = 34;
    int label = 34;
    int service = 46;
    int wait = 38;
    int serviceOther = 28;
    int technical = 26;
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
    Q_PROPERTY(int calls MEMBER calls CONSTANT)
    Q_PROPERTY(int callsMargin MEMBER callsMargin CONSTANT)
    Q_PROPERTY(int waits MEMBER waits CONSTANT)
    Q_PROPERTY(int noticeSide MEMBER noticeSide CONSTANT)
    Q_PROPERTY(int noticeRule MEMBER noticeRule CONSTANT)
    Q_PROPERTY(int technicalSide MEMBER technicalSide CONSTANT)
    Q_PROPERTY(int technicalBottom MEMBER technicalBottom CONSTANT)

public:
    int width = 1920;
    int height = 1080;
    int header = 100;
    int logo = 64;
    int dateGap = 40;
    int footer = 90;
    int calls = 390; ///< height of the newest call
    int callsMargin = 40;
    int waits = 700; ///< width of the services
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
    int height = 56;
    int side = 18;
    int radius = 12;
};

/// The newest call, with the counter at its right.
struct WallCall
{
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(int side MEMBER side CONSTANT)
    Q_PROPERTY(int gap MEMBER gap CONSTANT)
    Q_PROPERTY(int sign MEMBER sign CONSTANT)
    Q_PROPERTY(int signLong MEMBER signLong CONSTANT)
    Q_PROPERTY(int line MEMBER line CONSTANT)
    Q_PROPERTY(int before MEMBER before CONSTANT)
    Q_PROPERTY(int figure MEMBER figure CONSTANT)
    Q_PROPERTY(int figureCrowded MEMBER figureCrowded CONSTANT)
    Q_PROPERTY(int other MEMBER other CONSTANT)
    Q_PROPERTY(int longName MEMBER longName CONSTANT)
    Q_PROPERTY(int longOther MEMBER longOther CONSTANT)

public:
    int side = 52;
    int gap = 32;
    int sign = 300;     ///< width of the counter
    int signLong = 380; ///< of one whose sign has more than two characters
    int line = 68;
    int before = 64;
    int figure = 168;
    int figureCrowded = 104; ///< with words before and after it, or with a long name
    int other = 52;
    int longName = 112;
    int longOther = 104; ///< its name in the other language
};

/// A call of before.
struct WallRecent
{
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(int bar MEMBER bar CONSTANT)
    Q_PROPERTY(int barLeft MEMBER barLeft CONSTANT)
    Q_PROPERTY(int left MEMBER left CONSTANT)
    Q_PROPERTY(int gap MEMBER gap CONSTANT)
    Q_PROPERTY(int right MEMBER right CONSTANT)
    Q_PROPERTY(int place MEMBER place CONSTANT)
    Q_PROPERTY(int placeLong MEMBER placeLong CONSTANT)
    Q_PROPERTY(int before MEMBER before CONSTANT)
    Q_PROPERTY(int beforeWrapped MEMBER beforeWrapped CONSTANT)
    Q_PROPERTY(int figure MEMBER figure CONSTANT)
    Q_PROPERTY(int figureLong MEMBER figureLong CONSTANT)

public:
    int bar = 8;
    int barLeft = 18;
    int left = 46;
    int gap = 24;
    int right = 40;
    int place = 150;
    int placeLong = 190;
    int before = 40;        ///< height of the words before a figure, or after it
    int beforeWrapped = 72; ///< where there are none on the other side
    int figure = 80;
    int figureLong = 100; ///< of more than three characters
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
    int side = 48;
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
    Q_PROPERTY(starqueue::ui::WallRecent recent MEMBER recent CONSTANT)
    Q_PROPERTY(starqueue::ui::WallWaits waits MEMBER waits CONSTANT)

public:
    WallText text;
    WallPage page;
    WallLabel label;
    WallCall call;
    WallRecent recent;
    WallWaits waits;
};

} // namespace starqueue::ui
