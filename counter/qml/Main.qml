pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Counter

/** A clerk's window: the customer above, what to do below, one large button for the next step. */
Window {
    id: root

    required property CounterModel viewModel

    minimumWidth: Theme.desk.window.leastWidth
    minimumHeight: Theme.desk.window.leastHeight
    color: Theme.colour.card
    title: root.viewModel.counterName

    CounterKeys {
        viewModel: root.viewModel
    }

    CounterHeader {
        id: header

        width: parent.width
        viewModel: root.viewModel
    }

    CustomerCard {
        id: customer

        anchors.top: header.bottom
        width: parent.width
        visible: root.viewModel.page === CounterModel.Ticket || root.viewModel.page === CounterModel.Idle
        viewModel: root.viewModel
    }

    MessageCard {
        id: message

        anchors.top: header.bottom
        width: parent.width
        visible: !customer.visible
        viewModel: root.viewModel
    }

    ActionGrid {
        id: actions

        anchors.top: (customer.visible ? customer : message).bottom
        anchors.topMargin: Theme.desk.window.gap
        x: Theme.margin
        width: parent.width - 2 * Theme.margin
        visible: !root.viewModel.prompt.open
        viewModel: root.viewModel
    }

    ParkedList {
        anchors.top: actions.bottom
        anchors.topMargin: Theme.desk.window.gap
        anchors.bottom: notice.top
        x: Theme.margin
        width: parent.width - 2 * Theme.margin
        visible: !root.viewModel.prompt.open
        viewModel: root.viewModel
    }

    CommandPromptPane {
        anchors.top: (customer.visible ? customer : message).bottom
        anchors.bottom: notice.top
        width: parent.width
        visible: root.viewModel.prompt.open
        prompt: root.viewModel.prompt
    }

    NoticeBar {
        id: notice

        anchors.bottom: services.top
        width: parent.width
        viewModel: root.viewModel
    }

    ServicesBar {
        id: services

        anchors.bottom: status.top
        width: parent.width
        viewModel: root.viewModel
    }

    StatusBar {
        id: status

        anchors.bottom: parent.bottom
        width: parent.width
        viewModel: root.viewModel
    }
}
