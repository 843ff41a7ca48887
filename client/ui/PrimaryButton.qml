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
    implicitWidth: label.implicitWidth + 2 * Theme.gap
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

    contentItem: Item {
        BodyText {
            id: label

            anchors.fill: parent
            anchors.rightMargin: hint.visible ? hint.width + Theme.gap : 0
            color: root.enabled ? Theme.colour.onPrimary : Theme.colour.closed
            font.pixelSize: root.textSize
            font.weight: Font.Bold
            horizontalAlignment: root.keyHint ? Text.AlignLeft : Text.AlignHCenter
            text: root.text
        }

        KeyHint {
            id: hint

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            ink: label.color
            text: root.keyHint
        }
    }
}
