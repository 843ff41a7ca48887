pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Display

/** Says that more are called than the screen has room for, and where they see it. */
Rectangle {
    id: root

    required property DisplayModel viewModel

    color: "transparent"
    border.color: Theme.colour.call
    border.width: Theme.line
    radius: Theme.radius

    Column {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.gap

        MoreText {
            objectName: "more-calls"
            color: Theme.colour.call
            font.weight: Font.Bold
            text: root.viewModel.moreCalls
        }

        MoreText {
            objectName: "more-calls-other"
            text: root.viewModel.moreCallsOther
        }
    }

    component MoreText: BodyText {
        Accessible.role: Accessible.StaticText
        Accessible.name: text
        width: parent ? parent.width : 0
        height: root.viewModel.grid.word * Theme.wall.call.wordLine
        color: Theme.colour.nightSoft
        font.pixelSize: root.viewModel.grid.word
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.NoWrap
    }
}
