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
    readonly property bool isLong: figure.length > 2

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
        width: root.isLong ? Theme.wall.recent.placeLong : Theme.wall.recent.place

        PlaceText {
            objectName: "recent-before"
            height: root.after === "" ? Theme.wall.recent.beforeWrapped : Theme.wall.recent.before
            font.pixelSize: Theme.wall.text.place
            text: root.before
        }

        PlaceText {
            readonly property bool isLong: text.length > 3

            objectName: "recent-figure"
            height: isLong ? Theme.wall.recent.figureLong : Theme.wall.recent.figure
            font.pixelSize: Theme.wall.text.recentFigure
            font.weight: Font.Bold
            fontSizeMode: isLong ? Text.Fit : Text.HorizontalFit
            maximumLineCount: 3
            text: root.figure
        }

        PlaceText {
            objectName: "recent-after"
            height: root.before === "" ? Theme.wall.recent.beforeWrapped : Theme.wall.recent.before
            font.pixelSize: Theme.wall.text.place
            text: root.after
        }
    }

    component PlaceText: BodyText {
        width: place.width
        visible: text !== ""
        color: Theme.colour.call
        elide: Text.ElideRight
        fontSizeMode: Text.Fit
        horizontalAlignment: Text.AlignRight
        maximumLineCount: 2
        minimumPixelSize: Theme.wall.text.placeLeast
        wrapMode: Text.Wrap
    }
}
