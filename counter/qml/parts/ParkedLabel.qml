pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui

/** A parked customer: the digit that calls them back, their number, and what they came for. */
Item {
    id: root

    /** From 1 on; no digit calls the tenth back. */
    required property int place
    property alias number: number.text
    property alias service: service.text

    Rectangle {
        id: digit

        anchors.verticalCenter: parent.verticalCenter
        width: Theme.desk.parked.digit
        height: width
        color: Theme.colour.primarySoft
        radius: Theme.hintRadius
        visible: root.place < 10

        BodyText {
            anchors.centerIn: parent
            color: Theme.colour.primary
            font.weight: Font.Bold
            text: root.place
            wrapMode: Text.NoWrap
        }
    }

    BodyText {
        id: number

        anchors.left: digit.right
        anchors.leftMargin: Theme.desk.parked.side
        anchors.verticalCenter: parent.verticalCenter
        color: root.enabled ? Theme.colour.ink : Theme.colour.closed
        font.weight: Font.Bold
        wrapMode: Text.NoWrap
    }

    BodyText {
        id: service

        anchors.left: number.right
        anchors.leftMargin: Theme.desk.parked.side
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        color: root.enabled ? Theme.colour.muted : Theme.colour.closed
        elide: Text.ElideRight
        horizontalAlignment: Text.AlignRight
        wrapMode: Text.NoWrap
    }
}
