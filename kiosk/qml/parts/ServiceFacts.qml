pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui

/** How many are ahead and how long it will take; or that the service is closed. */
Column {
    id: root

    required property bool open
    required property string closedReason
    required property int ahead
    required property string minutes
    /** In place of minutes: "Right away", "Counters aren't open yet". */
    required property string waitWords
    readonly property bool promised: minutes !== "" || waitWords !== ""
    /** Little room: without "about". */
    required property bool brief
    /** Room for one line: how long it takes or, while that isn't known, how many are ahead. */
    required property bool terse
    property int alignment: Text.AlignLeft

    BodyText {
        width: parent.width
        visible: root.open && (!root.terse || !root.promised)
        color: Theme.colour.muted
        horizontalAlignment: root.alignment
        lineHeight: root.brief ? 0.85 : 1
        textFormat: Text.StyledText
        text: qsTr("%1 ahead").arg(root.figure(root.ahead))
    }

    BodyText {
        width: parent.width
        visible: root.open && (!root.terse || root.promised)
        color: Theme.colour.muted
        horizontalAlignment: root.alignment
        lineHeight: root.brief ? 0.85 : 1
        textFormat: Text.StyledText
        text: root.waitWords !== "" ? root.figure(root.waitWords)
              : root.minutes === "" ? qsTr("Wait not known yet")
              : root.brief ? qsTr("%1 min").arg(root.figure(root.minutes))
                           : qsTr("about %1 min").arg(root.figure(root.minutes))
    }

    BodyText {
        width: parent.width
        visible: !root.open
        color: Theme.colour.closed
        horizontalAlignment: root.alignment
        lineHeight: root.brief ? 0.85 : 1
        maximumLineCount: 3
        elide: Text.ElideRight
        text: root.brief && root.closedReason !== "" ? root.closedReason
              : (root.closedReason === "" ? "" : root.closedReason + "\n") + qsTr("Closed now")
    }

    // Figures come first for the eye: bold, in ink, larger where there is room.
    function figure(words: string): string {
        return "<font size=\"%1\" color=\"%2\"><b>%3</b></font>".arg(brief ? 3 : 4).arg(Theme.colour.ink).arg(words);
    }
}
