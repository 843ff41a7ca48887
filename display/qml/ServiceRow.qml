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

    Accessible.role: Accessible.StaticText
    Accessible.name: name + " " + wait
    height: Theme.wall.waits.row

    BodyText {
        id: title

        objectName: "service-name"
        y: Theme.wall.waits.rowTop
        width: parent.width
        color: root.open ? Theme.colour.nightText : Theme.colour.nightMuted
        elide: Text.ElideRight
        font.pixelSize: Theme.wall.text.service
        font.weight: Font.Bold
        text: root.name
        wrapMode: Text.NoWrap
    }

    BodyText {
        objectName: "service-other-name"
        anchors.left: parent.left
        anchors.right: people.left
        anchors.rightMargin: Theme.wall.waits.gap
        anchors.baseline: people.baseline
        color: Theme.colour.nightMuted
        elide: Text.ElideRight
        font.pixelSize: Theme.wall.text.serviceOther
        text: root.otherName
        wrapMode: Text.NoWrap
    }

    BodyText {
        id: people

        objectName: "service-wait"
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.wall.waits.rowBottom
        color: root.open ? Theme.colour.nightSoft : Theme.colour.nightMuted
        font.pixelSize: Theme.wall.text.wait
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
