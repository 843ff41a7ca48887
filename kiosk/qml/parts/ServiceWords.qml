pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui

/** What stands on a service's tile: its name, and its figures below or beside it. */
Item {
    id: root

    required property string name
    required property bool open
    required property string closedReason
    required property int ahead
    required property string minutes
    required property string waitWords
    /** Name and figures side by side: large text needs the whole width. */
    required property bool wide
    required property bool brief
    /** Two lines of a name and two of figures don't fit: the wait comes first. */
    readonly property bool terse: !wide && height < 5.4 * Theme.body

    BodyText {
        width: root.wide ? 0.52 * root.width : root.width
        height: root.wide ? root.height : root.height - facts.height
        verticalAlignment: root.wide ? Text.AlignVCenter : Text.AlignTop
        color: root.open ? Theme.colour.ink : Theme.colour.closed
        // Latin words are longer than Chinese ones.
        font.pixelSize: Language.code === "zh" ? Theme.heading : Theme.kiosk.text.latinName
        font.weight: Font.Bold
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.kiosk.text.least
        lineHeight: 0.85
        maximumLineCount: 2
        elide: Text.ElideRight
        text: root.name
    }

    ServiceFacts {
        id: facts

        x: root.width - width
        y: root.wide ? (root.height - height) / 2 : root.height - height
        width: root.wide ? 0.46 * root.width : root.width
        alignment: root.wide ? Text.AlignRight : Text.AlignLeft
        brief: root.brief
        terse: root.terse
        open: root.open
        closedReason: root.closedReason
        ahead: root.ahead
        minutes: root.minutes
        waitWords: root.waitWords
    }
}
