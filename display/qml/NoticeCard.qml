pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Display

/** One thing to say, large, in both languages, and what to do. */
Rectangle {
    id: root

    required property DisplayModel viewModel

    color: Theme.colour.nightPanel
    radius: 28

    Column {
        anchors.centerIn: parent
        width: parent.width - 160
        spacing: 28

        NoticeText {
            objectName: "headline"
            font.pixelSize: 80
            font.weight: Font.Bold
            text: root.viewModel.headline
        }

        NoticeText {
            color: Theme.colour.nightSoft
            font.pixelSize: 48
            text: root.viewModel.advice
        }

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: 160
            height: Theme.line
            color: Theme.colour.nightLine
        }

        NoticeText {
            font.pixelSize: 52
            text: root.viewModel.headlineOther
        }

        NoticeText {
            color: Theme.colour.nightSoft
            font.pixelSize: 36
            text: root.viewModel.adviceOther
        }
    }

    component NoticeText: BodyText {
        width: parent ? parent.width : 0
        color: Theme.colour.nightText
        horizontalAlignment: Text.AlignHCenter
    }
}
