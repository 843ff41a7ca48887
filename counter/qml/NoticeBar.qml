pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Counter

/** What became of the last command, or that the hall is away. */
Rectangle {
    id: root

    required property CounterModel viewModel
    readonly property bool away: !viewModel.connected && viewModel.page !== CounterModel.Connecting
                                 && viewModel.page !== CounterModel.Forbidden
    readonly property bool bad: away || viewModel.noticeIsRefusal
    readonly property color ink: bad ? Theme.colour.bad : Theme.colour.ok

    height: visible ? label.implicitHeight + 2 * Theme.desk.window.noticePadding : 0
    visible: label.text !== ""
    color: Theme.colour.ground

    BodyText {
        id: sign

        x: Theme.margin
        y: Theme.desk.window.noticePadding
        color: root.ink
        font.weight: Font.Bold
        text: root.bad ? "⚠" : "✓"
    }

    BodyText {
        id: label

        objectName: "notice"
        anchors.left: sign.right
        anchors.leftMargin: Theme.desk.window.noticeGap
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: Theme.desk.window.noticePadding
        color: root.ink
        text: root.away ? qsTr("The hall can't be reached. What stands here may be out of date; it goes on by itself.")
                        : root.viewModel.notice
    }

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.colour.line
    }
}
