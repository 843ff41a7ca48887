pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Counter

/** A clerk's window: the customer above, what to do below, one large button for the next step. */
Window {
    id: root

    required property CounterModel viewModel

    readonly property bool cramped: height < Theme.desk.window.roomyHeight
    readonly property real bar: cramped ? Theme.desk.window.tightBar : Theme.desk.window.bar
    readonly property bool tells: viewModel.prompt.kind === CommandPrompt.Keys

    minimumWidth: Theme.desk.window.leastWidth
    minimumHeight: Theme.desk.window.leastHeight
    color: Theme.colour.card
    title: root.viewModel.counterName
    onActiveFocusItemChanged: page.reveal(activeFocusItem)

    CounterKeys {
        mainKey: page.mainKey
        viewModel: root.viewModel
    }

    Item {
        id: frame

        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, Theme.desk.window.widest)
        height: parent.height

        CounterHeader {
            id: header

            width: parent.width
            height: root.bar
            viewModel: root.viewModel
        }

        CounterPage {
            id: page

            anchors.top: header.bottom
            anchors.bottom: notice.top
            width: parent.width
            visible: !root.tells
            cramped: root.cramped
            viewModel: root.viewModel
        }

        CommandPromptPane {
            anchors.top: header.bottom
            anchors.topMargin: root.tells ? 0 : page.card.height
            anchors.bottom: notice.top
            width: parent.width
            visible: root.viewModel.prompt.open
            prompt: root.viewModel.prompt
            why: root.viewModel.why
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
            height: root.bar
            viewModel: root.viewModel
        }
    }
}
