pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui

/** What stands on a button: its words, and at the right the key that does the same. */
Item {
    id: root

    property alias text: label.text
    property alias textSize: label.font.pixelSize
    property alias keyHint: hint.text
    required property color ink
    required property color hintInk

    implicitWidth: label.implicitWidth + (hint.visible ? hint.width + Theme.gap : 0)
    implicitHeight: label.implicitHeight

    BodyText {
        id: label

        anchors.fill: parent
        anchors.rightMargin: hint.visible ? hint.width + Theme.gap : 0
        color: root.ink
        font.weight: Font.Bold
        fontSizeMode: Text.Fit // names that a hall configures may be long
        minimumPixelSize: root.textSize / 2
        horizontalAlignment: hint.visible ? Text.AlignLeft : Text.AlignHCenter
    }

    KeyHint {
        id: hint

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        ink: root.hintInk
    }
}
