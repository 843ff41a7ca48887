pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Counter

/** Closed, paused, not connected or not allowed: what it is and what to do. */
Rectangle {
    id: root

    required property CounterModel viewModel
    readonly property int page: viewModel.page

    height: Math.max(content.height + 2 * Theme.desk.card.messagePadding, Theme.desk.card.least)
    color: Theme.colour.closedSoft

    Column {
        id: content

        x: Theme.margin
        y: Theme.desk.card.messagePadding
        width: parent.width - 2 * Theme.margin
        spacing: Theme.desk.card.messageGap

        BodyText {
            objectName: "message"
            width: parent.width
            font.pixelSize: Theme.title
            font.weight: Font.Bold
            text: root.page === CounterModel.Closed ? qsTr("This counter is closed")
                  : root.page === CounterModel.Paused ? qsTr("This counter is paused")
                  : root.page === CounterModel.Forbidden ? qsTr("This counter can't be worked from here")
                  : root.page === CounterModel.InUse ? qsTr("This counter is worked from another window")
                  : qsTr("Looking for the hall …")
        }

        BodyText {
            objectName: "message-detail"
            width: parent.width
            visible: text !== ""
            color: Theme.colour.closed
            text: root.page === CounterModel.Closed ? qsTr("Nobody is called here until you open it.")
                  : root.page === CounterModel.Paused ? root.viewModel.pauseReason
                  : root.page === CounterModel.Forbidden ? root.viewModel.problem
                  : root.page === CounterModel.InUse
                    ? qsTr("Only one window works a counter. Close the other one, or take over here.")
                  : qsTr("It goes on by itself as soon as the hall answers.")
        }

        ClosedCard {
            width: parent.width
            visible: root.page === CounterModel.Closed
            viewModel: root.viewModel
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.colour.line
    }
}
