pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui

/** A number called a little earlier, and where; a bar marks those still expected. */
Rectangle {
    id: root

    required property string number
    required property string before
    required property string figure
    required property string after
    required property bool expected

    color: Theme.colour.nightPanel
    radius: 28

    Rectangle {
        anchors.left: parent.left
        anchors.leftMargin: 18
        anchors.verticalCenter: parent.verticalCenter
        width: 8
        height: parent.height - 56
        visible: root.expected
        color: Theme.colour.call
        radius: 4
    }

    BodyText {
        objectName: "recent-number"
        anchors.left: parent.left
        anchors.leftMargin: 46
        anchors.right: place.left
        anchors.rightMargin: 24
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.colour.nightText
        font.pixelSize: 116
        font.weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 72
        text: root.number
        wrapMode: Text.NoWrap
    }

    Column {
        id: place

        anchors.right: parent.right
        anchors.rightMargin: 40
        anchors.verticalCenter: parent.verticalCenter
        width: root.figure === "" ? 190 : 150

        PlaceText {
            font.pixelSize: root.figure === "" ? 40 : 32
            text: root.before
        }

        PlaceText {
            height: 80
            font.pixelSize: 80
            font.weight: Font.Bold
            text: root.figure
        }

        PlaceText {
            font.pixelSize: 32
            text: root.after
        }
    }

    component PlaceText: BodyText {
        width: place.width
        visible: text !== ""
        color: Theme.colour.call
        elide: Text.ElideRight
        horizontalAlignment: Text.AlignRight
        maximumLineCount: root.figure === "" ? 2 : 1
        wrapMode: root.figure === "" ? Text.Wrap : Text.NoWrap
    }
}
