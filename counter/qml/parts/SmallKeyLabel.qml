pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui

/** Words and key of a small key: the words shrink before one of them is broken. */
Item {
    id: root

    property alias text: words.text
    property alias textSize: words.font.pixelSize
    property alias keyHint: hint.text
    required property color ink

    BodyText {
        id: words

        anchors.left: parent.left
        anchors.right: hint.left
        anchors.rightMargin: Theme.desk.key.smallGap
        height: parent.height
        color: root.ink
        font.weight: Font.Bold
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.small * 0.8
        wrapMode: Text.WordWrap
    }

    KeyHint {
        id: hint

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
    }
}
