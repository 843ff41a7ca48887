pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Display

/** Called numbers, and the waits beside them as long as there is room. */
Item {
    id: root

    required property DisplayModel viewModel

    Item {
        id: calls

        anchors.left: parent.left
        anchors.right: waits.visible ? waits.left : parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.margins: Theme.wall.page.callsMargin
        anchors.leftMargin: Theme.wall.page.callsSide
        anchors.rightMargin: waits.visible ? Theme.wall.page.callsMargin : Theme.wall.page.callsSide

        CallGrid {
            anchors.fill: parent
            visible: root.viewModel.hasCall
            viewModel: root.viewModel
        }

        NoticeCard {
            anchors.fill: parent
            visible: !root.viewModel.hasCall
            viewModel: root.viewModel
        }
    }

    WaitPanel {
        id: waits

        anchors.right: parent.right
        width: Theme.wall.page.waits
        height: parent.height
        visible: root.viewModel.grid.waits
        viewModel: root.viewModel
    }
}
