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
    radius: Theme.radius

    Rectangle {
        anchors.left: parent.left
        anchors.leftMargin: Theme.wall.recent.barLeft
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.wall.recent.bar
        height: parent.height - 2 * Theme.gap
        visible: root.expected
        color: Theme.colour.call
        radius: width / 2
    }

    BodyText {
        objectName: "recent-number"
        anchors.left: parent.left
        anchors.leftMargin: Theme.wall.recent.left
        anchors.right: place.left
        anchors.rightMargin: Theme.wall.recent.gap
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.colour.nightText
        font.pixelSize: Theme.wall.text.recent
        font.weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.wall.text.recentLeast
        text: root.number
        wrapMode: Text.NoWrap
    }

    Column {
        id: place

        anchors.right: parent.right
        anchors.rightMargin: Theme.wall.recent.right
        anchors.verticalCenter: parent.verticalCenter
        width: root.figure === "" ? Theme.wall.recent.placeWhole : Theme.wall.recent.place

        PlaceText {
            objectName: "recent-before"
            height: root.figure === "" ? Theme.wall.recent.whole
                    : root.after === "" ? Theme.wall.recent.beforeWrapped : Theme.wall.recent.before
            font.pixelSize: root.figure === "" ? Theme.wall.text.placeWhole : Theme.wall.text.place
            fontSizeMode: Text.Fit
            maximumLineCount: root.figure === "" ? 5 : 2
            minimumPixelSize: Theme.wall.text.placeLeast
            text: root.before
            wrapMode: Text.Wrap
        }

        PlaceText {
            height: Theme.wall.recent.figure
            font.pixelSize: Theme.wall.text.recentFigure
            font.weight: Font.Bold
            text: root.figure
        }

        PlaceText {
            font.pixelSize: Theme.wall.text.place
            text: root.after
        }
    }

    component PlaceText: BodyText {
        width: place.width
        visible: text !== ""
        color: Theme.colour.call
        elide: Text.ElideRight
        horizontalAlignment: Text.AlignRight
        wrapMode: Text.NoWrap
    }
}
