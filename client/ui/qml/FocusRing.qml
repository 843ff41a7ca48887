pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import StarQueue.Ui

/** Shows which button the keyboard is at: place it inside, it lies around. */
Rectangle {
    required property T.AbstractButton control

    anchors.fill: parent
    anchors.margins: -Theme.focusGap
    visible: control.visualFocus
    color: "transparent"
    border.color: Theme.colour.primary
    border.width: Theme.focusLine
    radius: Theme.radius + Theme.focusGap
}
