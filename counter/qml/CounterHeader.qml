pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Counter

/** Which counter, who works here, and the day so far. */
Item {
    id: root

    required property CounterModel viewModel

    BodyText {
        objectName: "counter-name"
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: today.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        elide: Text.ElideRight
        font.weight: Font.Bold
        text: root.viewModel.clerk === "" || root.viewModel.page === CounterModel.Closed
              ? root.viewModel.counterName
              : qsTr("%1 · clerk %2").arg(root.viewModel.counterName).arg(root.viewModel.clerk)
        wrapMode: Text.NoWrap
    }

    BodyText {
        id: today

        objectName: "today"
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.colour.muted
        text: root.viewModel.today
        visible: root.viewModel.page !== CounterModel.Forbidden
        wrapMode: Text.NoWrap
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.colour.line
    }
}
