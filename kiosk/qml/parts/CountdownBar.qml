pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Kiosk
import StarQueue.Ui

/** How long until this page goes and the customer is forgotten; a touch anywhere begins the time anew. */
Column {
    id: root

    required property Countdown countdown
    /** Shown for the last so many seconds only. */
    property int shownFrom: 3600

    spacing: Theme.kiosk.page.countdownGap
    opacity: countdown.running && countdown.secondsLeft <= shownFrom ? 1 : 0

    BodyText {
        width: parent.width
        color: Theme.colour.muted
        horizontalAlignment: Text.AlignHCenter
        text: Theme.roomy
              ? qsTr("Back to the start in %n s, details are cleared: touch to stay", "", root.countdown.secondsLeft)
              : qsTr("Back to the start in %n s: touch to stay", "", root.countdown.secondsLeft)
    }

    Rectangle {
        width: parent.width
        height: Theme.kiosk.page.countdown
        radius: height / 2
        color: Theme.colour.line

        Rectangle {
            width: parent.width * root.countdown.fraction
            height: parent.height
            radius: parent.radius
            color: Theme.colour.primary
        }
    }
}
