pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Counter

/** Who is here, or who comes next, and why this one. */
Rectangle {
    id: root

    required property CounterModel viewModel
    readonly property bool here: viewModel.page === CounterModel.Ticket

    height: Math.max(content.height + 2 * Theme.desk.card.padding, Theme.desk.card.least)
    color: here ? Theme.colour.primarySoft : Theme.colour.ground

    Column {
        id: content

        x: Theme.margin
        y: Theme.desk.card.padding
        width: parent.width - 2 * Theme.margin
        spacing: Theme.desk.card.gap

        BodyText {
            objectName: "coming"
            width: parent.width
            visible: !root.here
            color: Theme.colour.muted
            text: root.viewModel.number === "" ? qsTr("Nobody waits for this counter at the moment.")
                                               : qsTr("Who comes next")
        }

        Item {
            width: parent.width
            height: visible ? number.height : 0
            visible: root.viewModel.number !== ""

            BodyText {
                id: number

                objectName: "number"
                height: font.pixelSize * 1.1
                font.pixelSize: root.here ? Theme.number : Theme.desk.text.next
                font.weight: Font.Bold
                text: root.viewModel.number
                wrapMode: Text.NoWrap
            }

            Column {
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                visible: root.here

                BodyText {
                    objectName: "timer"
                    anchors.right: parent.right
                    font.pixelSize: Theme.desk.text.timer
                    font.weight: Font.Bold
                    text: root.viewModel.timer
                }

                BodyText {
                    anchors.right: parent.right
                    text: root.viewModel.timerLabel
                }
            }
        }

        FactFlow {
            width: parent.width
            viewModel: root.viewModel
        }

        BodyText {
            objectName: "why"
            width: parent.width
            visible: text !== ""
            color: Theme.colour.muted
            elide: Text.ElideRight
            maximumLineCount: 4
            text: root.viewModel.why === "" ? "" : qsTr("Why this number: %1").arg(root.viewModel.why)
        }

        BodyText {
            width: parent.width
            visible: root.viewModel.pausesNext
            color: Theme.colour.warning
            font.weight: Font.Bold
            text: qsTr("The counter pauses after this customer.")
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.colour.line
    }
}
