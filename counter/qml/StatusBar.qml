pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Counter

/** How many wait, and whether the hall is there. */
Item {
    id: root

    required property CounterModel viewModel

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.colour.line
    }

    BodyText {
        objectName: "waiting"
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: mark.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.colour.muted
        elide: Text.ElideRight
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.small * 0.8
        text: root.viewModel.waiting
        visible: root.viewModel.page !== CounterModel.Forbidden
        wrapMode: Text.NoWrap
    }

    ConnectionMark {
        id: mark

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        connected: root.viewModel.connected
        refused: root.viewModel.page === CounterModel.Forbidden
        textSize: Theme.body
    }
}
