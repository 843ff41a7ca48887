pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Counter

/** Customers who were sent away for a moment and come back here. */
Item {
    id: root

    required property CounterModel viewModel

    BodyText {
        id: title

        visible: list.count > 0
        color: Theme.colour.muted
        font.pixelSize: Theme.small
        text: qsTr("Parked: %1").arg(list.count)
    }

    ListView {
        id: list

        objectName: "parked"
        anchors.top: title.bottom
        anchors.topMargin: 6
        anchors.bottom: parent.bottom
        width: parent.width
        clip: true
        model: root.viewModel.parked
        spacing: 6

        delegate: Card {
            id: row

            required property string ticket
            required property string number
            required property string service

            width: list.width
            height: 46

            BodyText {
                id: rowNumber

                anchors.left: parent.left
                anchors.leftMargin: 12
                anchors.verticalCenter: parent.verticalCenter
                font.weight: Font.Bold
                text: row.number
                wrapMode: Text.NoWrap
            }

            BodyText {
                anchors.left: rowNumber.right
                anchors.leftMargin: 12
                anchors.right: back.left
                anchors.rightMargin: 8
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.colour.muted
                elide: Text.ElideRight
                text: row.service
                wrapMode: Text.NoWrap
            }

            SecondaryButton {
                id: back

                objectName: "unpark-button"
                anchors.right: parent.right
                anchors.rightMargin: 4
                anchors.verticalCenter: parent.verticalCenter
                height: 38
                enabled: root.viewModel.canUnpark
                focusPolicy: Qt.TabFocus
                text: qsTr("Call back")
                onClicked: root.viewModel.unpark(row.ticket)
            }
        }
    }
}
