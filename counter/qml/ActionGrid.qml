pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import StarQueue.Ui
import StarQueue.Counter

/** The one next step, large, and everything else in fixed places. */
Column {
    id: root

    required property CounterModel viewModel
    property real gap: Theme.gap
    /** The window is low. */
    property bool cramped: false
    readonly property T.AbstractButton mainKey: mainButton

    spacing: gap

    PrimaryButton {
        id: mainButton

        objectName: "main-button"
        width: parent.width
        height: root.cramped ? Theme.desk.key.tightMain : Theme.desk.key.main
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

        readonly property real cell: (width - 2 * spacing) / 3

        width: parent.width
        columns: 3
        spacing: root.gap

        component Key: SmallKey {
            width: grid.cell
        }

        Key {
            objectName: "recall-button"
            enabled: root.viewModel.canRecall
            keys: ["F2"]
            text: root.viewModel.recallText
            onClicked: root.viewModel.recall()
        }

        Key {
            objectName: "no-show-button"
            enabled: root.viewModel.canNoShow
            keys: ["F3"]
            text: root.viewModel.noShowText
            onClicked: root.viewModel.noShow()
        }

        Key {
            objectName: "transfer-button"
            enabled: root.viewModel.canTransfer
            keys: ["F4"]
            text: qsTr("Transfer")
            onClicked: root.viewModel.transfer()
        }

        Key {
            objectName: "park-button"
            enabled: root.viewModel.canPark
            keys: ["F5"]
            text: qsTr("Park")
            onClicked: root.viewModel.park()
        }

        Key {
            objectName: "call-button"
            enabled: root.viewModel.canCallNumber
            keys: ["F6"]
            text: qsTr("Call one")
            onClicked: root.viewModel.callNumber()
        }

        Key {
            objectName: "help-button"
            checked: root.viewModel.helpAsked
            enabled: root.viewModel.canHelp
            keys: ["F7"]
            text: root.viewModel.helpAsked ? qsTr("Help asked") : qsTr("Help")
            onClicked: root.viewModel.askHelp()
        }

        Key {
            objectName: "undo-button"
            checked: root.viewModel.offersUndo
            enabled: root.viewModel.canUndo
            keys: ["F8", "Backspace"]
            text: qsTr("Take back")
            onClicked: root.viewModel.undo()
        }

        Key {
            objectName: "pause-button"
            checked: root.viewModel.pausesNext
            enabled: root.viewModel.canPause
            keys: ["F9"]
            text: root.viewModel.pausesNext ? qsTr("Don't pause") : qsTr("Pause")
            onClicked: root.viewModel.pause()
        }

        Key {
            objectName: "more-button"
            enabled: root.viewModel.canMore
            keys: ["F10"]
            text: qsTr("More")
            onClicked: root.viewModel.more()
        }
    }
}
