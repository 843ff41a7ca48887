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
    onActiveFocusItemChanged: page.reveal(activeFocusItem)

    CounterKeys {
        viewModel: root.viewModel
    }

    CounterHeader {
        id: header

        width: parent.width
        viewModel: root.viewModel
    }

    CounterPage {
        id: page

        anchors.top: header.bottom
        anchors.bottom: notice.top
        width: parent.width
        cramped: root.height < Theme.desk.window.roomyHeight
        viewModel: root.viewModel
    }

    CommandPromptPane {
        anchors.top: header.bottom
        anchors.topMargin: page.card.height
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
