pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui

/** Shows which control the keyboard is at: place it inside, it lies around. */
Rectangle {
    required property Item control

    anchors.fill: parent
    anchors.margins: -6
    visible: control.activeFocus
    color: "transparent"
    border.color: Theme.colour.primary
    border.width: 4
    radius: Theme.radius + 6
}
