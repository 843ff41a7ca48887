pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Display

/** Called numbers at the left, waits at the right. */
Item {
    id: root

    required property DisplayModel viewModel

    Item {
        id: calls

        anchors.left: parent.left
        anchors.right: waits.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.margins: 40
        anchors.leftMargin: 56

        CallPanel {
            id: panel

            width: parent.width
            height: 390
            visible: root.viewModel.hasCall
            viewModel: root.viewModel
        }

        NoticeCard {
            anchors.fill: parent
            visible: !root.viewModel.hasCall
            viewModel: root.viewModel
        }

        GridView {
            id: recent

            objectName: "recent"
            anchors.top: panel.bottom
            anchors.topMargin: 28
            anchors.left: parent.left
            width: parent.width + 28
            height: parent.height - panel.height
            cellWidth: width / 2
            cellHeight: height / 2
            interactive: false
            model: root.viewModel.recent
            visible: root.viewModel.hasCall

            delegate: RecentCall {
                width: recent.cellWidth - 28
                height: recent.cellHeight - 28
            }
        }
    }

    WaitPanel {
        id: waits

        anchors.right: parent.right
        width: 700
        height: parent.height
        viewModel: root.viewModel
    }
}
