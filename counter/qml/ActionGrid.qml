pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Counter

/** The one next step, large, and everything else in fixed places. */
Column {
    id: root

    required property CounterModel viewModel
    property real gap: Theme.gap

    spacing: gap

    PrimaryButton {
        objectName: "main-button"
        width: parent.width
        height: Theme.desk.key.main
        enabled: root.viewModel.canDoNextStep
        focusPolicy: Qt.TabFocus
        keyHint: qsTr("Space")
        leftPadding: Theme.desk.key.mainSide
        rightPadding: Theme.desk.key.mainSide
        text: root.viewModel.nextStepText
        textSize: Theme.heading
        onClicked: root.viewModel.doNextStep()
    }

    Grid {
        id: grid

        readonly property real cell: (width - spacing) / 2

        width: parent.width
        columns: 2
        spacing: root.gap

        KeyButton {
            objectName: "recall-button"
            width: grid.cell
            enabled: root.viewModel.canRecall
            keyHint: "F2"
            text: root.viewModel.recallText
            onClicked: root.viewModel.recall()
        }

        KeyButton {
            objectName: "no-show-button"
            width: grid.cell
            enabled: root.viewModel.canNoShow
            keyHint: "F3"
            text: root.viewModel.noShowText
            onClicked: root.viewModel.noShow()
        }

        KeyButton {
            objectName: "transfer-button"
            width: grid.cell
            enabled: root.viewModel.canTransfer
            keyHint: "F4"
            text: qsTr("Transfer")
            onClicked: root.viewModel.transfer()
        }

        KeyButton {
            objectName: "park-button"
            width: grid.cell
            enabled: root.viewModel.canPark
            keyHint: "F5"
            text: qsTr("Park")
            onClicked: root.viewModel.park()
        }

        KeyButton {
            objectName: "call-button"
            width: grid.cell
            enabled: root.viewModel.canCallNumber
            keyHint: "F6"
            text: qsTr("Call a number")
            onClicked: root.viewModel.callNumber()
        }

        KeyButton {
            objectName: "help-button"
            width: grid.cell
            checked: root.viewModel.helpAsked
            enabled: root.viewModel.canHelp
            keyHint: "F7"
            text: root.viewModel.helpAsked ? qsTr("Help asked") : qsTr("Ask for help")
            onClicked: root.viewModel.askHelp()
        }

        KeyButton {
            objectName: "undo-button"
            width: grid.cell
            checked: root.viewModel.offersUndo
            enabled: root.viewModel.canUndo
            keyHint: "F8"
            text: root.viewModel.undoText
            onClicked: root.viewModel.undo()
        }

        KeyButton {
            objectName: "pause-button"
            width: grid.cell
            checked: root.viewModel.pausesNext
            enabled: root.viewModel.canPause
            keyHint: "F9"
            text: root.viewModel.pausesNext ? qsTr("Don't pause") : qsTr("Pause")
            onClicked: root.viewModel.pause()
        }
    }

    Grid {
        width: parent.width
        columns: 2
        spacing: grid.spacing

        KeyButton {
            objectName: "close-button"
            width: grid.cell
            visible: root.viewModel.canClose
            keyHint: "F10"
            text: qsTr("Close counter")
            onClicked: root.viewModel.closeCounter()
        }

        KeyButton {
            objectName: "handover-button"
            width: grid.cell
            visible: root.viewModel.canHandover
            keyHint: "F11"
            text: qsTr("Hand over")
            onClicked: root.viewModel.handover()
        }

        KeyButton {
            objectName: "walk-in-button"
            width: grid.cell
            visible: root.viewModel.canWalkIn
            keyHint: "F12"
            text: qsTr("Without a number")
            onClicked: root.viewModel.walkIn()
        }
    }
}
