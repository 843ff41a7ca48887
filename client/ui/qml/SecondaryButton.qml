pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import StarQueue.Ui

/** Everything else that can be done here. `checked` marks a mode that is on. */
T.AbstractButton {
    id: root

    /** A key that does the same, shown at the right; empty: none. */
    property string keyHint: ""
    property int textSize: Theme.body

    implicitHeight: Theme.target
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    leftPadding: Theme.gap / 2
    rightPadding: Theme.gap / 2
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: text

    background: Rectangle {
        color: !root.enabled ? Theme.colour.closedSoft
                             : root.down || root.checked ? Theme.colour.primarySoft : Theme.colour.card
        border.color: root.checked ? Theme.colour.primary : Theme.colour.line
        border.width: Theme.line
        radius: Theme.radius

        FocusRing {
            control: root
        }
    }

    contentItem: ButtonLabel {
        ink: !root.enabled ? Theme.colour.closed : root.checked ? Theme.colour.primary : Theme.colour.ink
        hintInk: Theme.colour.muted
        keyHint: root.keyHint
        text: root.text
        textSize: root.textSize
    }
}
