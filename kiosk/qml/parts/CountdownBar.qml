pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Kiosk
import StarQueue.Ui

/** How long until this page goes and the customer is forgotten. */
Column {
    id: root

    required property Countdown countdown
    /** Shown for the last so many seconds only. */
    property int shownFrom: 3600

    spacing: 20
    opacity: countdown.running && countdown.secondsLeft <= shownFrom ? 1 : 0

    BodyText {
        width: parent.width
        color: Theme.colour.muted
        horizontalAlignment: Text.AlignHCenter
        text: Theme.largeText
              ? qsTr("Back to the start in %n s", "", root.countdown.secondsLeft)
              : qsTr("Back to the start in %n s; your details are cleared", "", root.countdown.secondsLeft)
    }

    Rectangle {
        width: parent.width
        height: 12
        radius: 6
        color: Theme.colour.line

        Rectangle {
            width: parent.width * root.countdown.fraction
            height: parent.height
            radius: parent.radius
            color: Theme.colour.primary
        }
    }
}
