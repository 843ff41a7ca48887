pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Counter

/** What became of the last command, with the way back as long as there is one; or that the hall is away. */
Rectangle {
    id: root

    required property CounterModel viewModel
    readonly property bool away: !viewModel.connected && viewModel.page !== CounterModel.Connecting
                                 && viewModel.page !== CounterModel.Forbidden
    readonly property bool bad: away || viewModel.noticeIsRefusal
    readonly property color ink: bad ? Theme.colour.bad : Theme.colour.ok

    height: visible ? Math.max(label.implicitHeight, back.visible ? back.height : 0)
                      + Theme.desk.window.noticePadding : 0
    visible: label.text !== ""
    color: Theme.colour.ground

    BodyText {
        id: sign

        x: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        color: root.ink
        font.weight: Font.Bold
        text: root.bad ? "⚠" : "✓"
    }

    BodyText {
        id: label

        objectName: "notice"
        anchors.left: sign.right
        anchors.leftMargin: Theme.desk.window.noticeGap
        anchors.right: back.visible ? back.left : parent.right
        anchors.rightMargin: back.visible ? Theme.desk.window.noticeGap : Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        color: root.ink
        text: root.away ? qsTr("The hall can't be reached. What stands here may be out of date; it goes on by itself.")
              : root.viewModel.notice !== "" ? root.viewModel.notice
              : root.viewModel.offersUndo ? qsTr("Done: %1").arg(root.viewModel.lastStepText) : ""
    }

    KeyButton {
        id: back

        objectName: "undo-offer"
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        leftPadding: Theme.desk.key.small
        rightPadding: Theme.desk.key.small
        visible: !root.away && root.viewModel.offersUndo
        keyHint: qsTr("Backspace")
        text: qsTr("Take back · %1 s").arg(root.viewModel.undoSeconds)
        onClicked: root.viewModel.undo()
    }

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.colour.line
    }
}
