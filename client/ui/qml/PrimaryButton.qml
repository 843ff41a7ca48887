pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import StarQueue.Ui

/** The one thing that most people want here. */
T.AbstractButton {
    id: root

    /** A key that does the same, shown at the right; empty: none. */
    property string keyHint: ""
    property int textSize: Theme.body

    implicitHeight: Theme.target
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: text

    background: Rectangle {
        color: !root.enabled ? Theme.colour.closedSoft
                             : root.down ? Qt.darker(Theme.colour.primary, 1.25) : Theme.colour.primary
        radius: Theme.radius

        FocusRing {
            control: root
        }
    }

    contentItem: ButtonLabel {
        ink: root.enabled ? Theme.colour.onPrimary : Theme.colour.closed
        hintInk: ink
        keyHint: root.keyHint
        text: root.text
        textSize: root.textSize
    }
}
