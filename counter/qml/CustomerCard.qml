pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Counter

/** Who is here, or who comes next, and why this one. */
Rectangle {
    id: root

    required property CounterModel viewModel
    /** Only who it is: something else needs the room. */
    property bool brief: false
    /** The window is low. */
    property bool cramped: false
    readonly property bool here: viewModel.page === CounterModel.Ticket
    readonly property real padding: cramped ? Theme.desk.card.gap : Theme.desk.card.padding

    height: Math.max(content.height + 2 * padding, cramped ? 0 : Theme.desk.card.least)
    color: here ? Theme.colour.primarySoft : Theme.colour.ground

    Column {
        id: content

        x: Theme.margin
        y: root.padding
        width: parent.width - 2 * Theme.margin
        spacing: Theme.desk.card.gap

        BodyText {
            objectName: "coming"
            width: parent.width
            visible: !root.here && !beside.visible
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
                font.pixelSize: !root.here ? Theme.desk.text.next : root.cramped ? Theme.desk.text.tightNumber : Theme.number
                font.weight: Font.Bold
                text: root.viewModel.number
                wrapMode: Text.NoWrap
            }

            BodyText {
                id: beside

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                visible: root.cramped && !root.here && root.viewModel.number !== ""
                color: Theme.colour.muted
                text: qsTr("Who comes next")
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
            visible: !root.brief
            facts: root.viewModel.facts
        }

        BodyText {
            objectName: "why"
            width: parent.width
            visible: text !== "" && !root.brief
            color: Theme.colour.muted
            elide: Text.ElideRight
            maximumLineCount: 4
            text: root.viewModel.why === "" ? "" : qsTr("Why this number: %1").arg(root.viewModel.why)
        }

        WaitList {
            width: parent.width
            visible: !root.here && !root.cramped
            viewModel: root.viewModel
        }

        BodyText {
            width: parent.width
            visible: root.viewModel.pausesNext && !root.brief
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
