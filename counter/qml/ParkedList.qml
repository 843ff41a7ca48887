pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import StarQueue.Ui
import StarQueue.Counter

/** Customers who were sent away for a moment and come back here. */
Item {
    id: root

    required property CounterModel viewModel

    /** With one row; nothing where nobody is parked. */
    implicitHeight: list.count > 0 ? list.y + Theme.desk.parked.row : 0

    BodyText {
        id: title

        visible: list.count > 0
        color: Theme.colour.muted
        font.pixelSize: Theme.small
        text: qsTr("Parked: %1").arg(list.count)
    }

    ListView {
        id: list

        readonly property int rows: Math.max(1, Math.floor((root.height - y + spacing)
                                                           / (Theme.desk.parked.row + spacing)))

        objectName: "parked"
        anchors.top: title.bottom
        anchors.topMargin: Theme.desk.parked.gap
        width: parent.width
        // Whole rows: half a row at the edge looks like a fault.
        height: rows * (Theme.desk.parked.row + spacing) - spacing
        clip: true
        model: root.viewModel.parked
        snapMode: ListView.SnapToItem
        spacing: Theme.desk.parked.gap

        ScrollBar.vertical: ScrollBar {
            objectName: "parked-scroll"
            policy: list.count > list.rows ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
        }

        delegate: Card {
            id: row

            required property string ticket
            required property string number
            required property string service

            width: list.width - (list.count > list.rows ? Theme.gap : 0)
            height: Theme.desk.parked.row

            BodyText {
                id: rowNumber

                anchors.left: parent.left
                anchors.leftMargin: Theme.desk.parked.side
                anchors.verticalCenter: parent.verticalCenter
                font.weight: Font.Bold
                text: row.number
                wrapMode: Text.NoWrap
            }

            BodyText {
                anchors.left: rowNumber.right
                anchors.leftMargin: Theme.desk.parked.side
                anchors.right: back.left
                anchors.rightMargin: Theme.desk.parked.keyGap
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
                anchors.rightMargin: Theme.desk.parked.keySide
                anchors.verticalCenter: parent.verticalCenter
                height: Theme.desk.parked.key
                leftPadding: Theme.desk.parked.side
                rightPadding: Theme.desk.parked.side
                enabled: root.viewModel.canUnpark
                focusPolicy: Qt.TabFocus
                text: qsTr("Call back")
                onClicked: root.viewModel.unpark(row.ticket)
            }
        }
    }
}
