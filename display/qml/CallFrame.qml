pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui

/** Around a call: steady while it is spoken, blinking while it is new, all of them at once. */
Rectangle {
    id: root

    required property bool blinks
    required property bool blinkOn
    required property bool spoken
    required property color ink

    anchors.fill: parent
    visible: spoken || blinks && blinkOn
    color: "transparent"
    border.color: root.ink
    border.width: Theme.wall.call.frame
    radius: Theme.radius
}
