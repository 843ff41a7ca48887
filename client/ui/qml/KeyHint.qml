pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui

/** The key that does the same as the button it stands on, in a thin frame. */
Rectangle {
    id: root

    property alias text: label.text
    property color ink: Theme.colour.muted

    implicitWidth: label.implicitWidth + Theme.small
    implicitHeight: label.implicitHeight + 2 * Theme.hintPadding
    visible: text !== ""
    color: "transparent"
    border.color: ink
    border.width: 1
    radius: Theme.hintRadius

    BodyText {
        id: label

        anchors.centerIn: parent
        color: root.ink
        font.pixelSize: Theme.small
        wrapMode: Text.NoWrap
    }
}
