pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui

/** One service in both languages with its wait. */
Item {
    id: root

    required property string name
    required property string otherName
    required property bool open
    required property string wait

    height: 130

    BodyText {
        id: title

        objectName: "service-name"
        y: 12
        width: parent.width
        color: root.open ? Theme.colour.nightText : Theme.colour.nightMuted
        elide: Text.ElideRight
        font.pixelSize: 46
        font.weight: Font.Bold
        text: root.name
        wrapMode: Text.NoWrap
    }

    BodyText {
        anchors.left: parent.left
        anchors.right: people.left
        anchors.rightMargin: 24
        anchors.baseline: people.baseline
        color: Theme.colour.nightMuted
        elide: Text.ElideRight
        font.pixelSize: 28
        text: root.otherName
        wrapMode: Text.NoWrap
    }

    BodyText {
        id: people

        objectName: "service-wait"
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 10
        color: root.open ? Theme.colour.nightSoft : Theme.colour.nightMuted
        font.pixelSize: 38
        text: root.wait
        wrapMode: Text.NoWrap
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.line
        color: Theme.colour.nightLine
    }
}
