pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Display

/** How many wait for what, and how long; more services than fit come in turn. */
Rectangle {
    id: root

    required property DisplayModel viewModel

    color: Theme.colour.nightSide

    BodyText {
        id: title

        x: Theme.wall.waits.side
        y: Theme.wall.waits.titleTop
        color: Theme.colour.nightMuted
        font.pixelSize: Theme.wall.text.wait
        text: root.viewModel.waitTitle
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }

    BodyText {
        anchors.left: title.right
        anchors.leftMargin: Theme.wall.waits.titleGap
        anchors.baseline: title.baseline
        color: Theme.colour.nightMuted
        font.pixelSize: Theme.wall.text.serviceOther
        text: root.viewModel.waitTitleOther
    }

    Row {
        anchors.right: parent.right
        anchors.rightMargin: Theme.wall.waits.side
        anchors.verticalCenter: title.verticalCenter
        spacing: Theme.wall.waits.dotGap
        visible: root.viewModel.servicePages > 1

        Repeater {
            model: root.viewModel.servicePages

            Rectangle {
                required property int index
                readonly property bool here: index === root.viewModel.servicePage

                width: here ? Theme.wall.waits.dotHere : Theme.wall.waits.dot
                height: Theme.wall.waits.dot
                color: here ? Theme.colour.nightText : "transparent"
                border.color: Theme.colour.nightMuted
                border.width: Theme.line
                radius: height / 2
            }
        }
    }

    ListView {
        objectName: "services"
        anchors.fill: parent
        anchors.topMargin: Theme.wall.waits.top
        anchors.leftMargin: Theme.wall.waits.side
        anchors.rightMargin: Theme.wall.waits.side
        interactive: false
        model: root.viewModel.services

        delegate: ServiceRow {
            width: ListView.view.width
        }
    }
}
