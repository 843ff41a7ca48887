pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Counter

/** Customers who were sent away for a moment: each row, or its digit, calls one back here. */
Column {
    id: root

    required property CounterModel viewModel

    spacing: Theme.desk.parked.gap

    BodyText {
        objectName: "parked-title"
        width: parent.width
        visible: list.count > 0
        color: Theme.colour.muted
        font.pixelSize: Theme.small
        text: qsTr("Parked: %1. A digit calls one back.").arg(list.count)
    }

    Repeater {
        id: list

        objectName: "parked"
        model: root.viewModel.parked

        KeyButton {
            id: row

            required property int index
            required property string ticket
            required property string number
            required property string service

            objectName: "unpark-button"
            width: root.width
            height: Theme.desk.parked.row
            leftPadding: Theme.desk.parked.side
            rightPadding: Theme.desk.parked.side
            enabled: root.viewModel.canUnpark
            text: qsTr("Call %1 back").arg(number)
            onClicked: root.viewModel.unpark(row.ticket)

            contentItem: ParkedLabel {
                number: row.number
                place: row.index + 1
                service: row.service
            }
        }
    }
}
