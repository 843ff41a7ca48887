pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
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
        anchors.margins: Theme.wall.page.callsMargin
        anchors.leftMargin: Theme.margin

        CallPanel {
            id: panel

            width: parent.width
            height: Theme.wall.page.calls
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
            anchors.topMargin: Theme.gap
            anchors.left: parent.left
            width: parent.width + Theme.gap
            height: parent.height - panel.height
            cellWidth: width / 2
            cellHeight: height / 2
            interactive: false
            model: root.viewModel.recent
            visible: root.viewModel.hasCall

            delegate: RecentCall {
                width: recent.cellWidth - Theme.gap
                height: recent.cellHeight - Theme.gap
            }
        }
    }

    WaitPanel {
        id: waits

        anchors.right: parent.right
        width: Theme.wall.page.waits
        height: parent.height
        viewModel: root.viewModel
    }
}
