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

        x: 48
        y: 32
        color: Theme.colour.nightMuted
        font.pixelSize: 38
        text: root.viewModel.waitTitle
    }

    BodyText {
        anchors.left: title.right
        anchors.leftMargin: 20
        anchors.baseline: title.baseline
        color: Theme.colour.nightMuted
        font.pixelSize: 28
        text: root.viewModel.waitTitleOther
    }

    Row {
        anchors.right: parent.right
        anchors.rightMargin: 48
        anchors.verticalCenter: title.verticalCenter
        spacing: 12
        visible: root.viewModel.servicePages > 1

        Repeater {
            model: root.viewModel.servicePages

            Rectangle {
                required property int index
                readonly property bool here: index === root.viewModel.servicePage

                width: here ? 36 : 16
                height: 16
                color: here ? Theme.colour.nightText : "transparent"
                border.color: Theme.colour.nightMuted
                border.width: Theme.line
                radius: 8
            }
        }
    }

    ListView {
        objectName: "services"
        anchors.fill: parent
        anchors.topMargin: 96
        anchors.leftMargin: 48
        anchors.rightMargin: 48
        interactive: false
        model: root.viewModel.services

        delegate: ServiceRow {
            width: ListView.view.width
        }
    }
}
