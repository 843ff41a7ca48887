pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Display

/** One thing to say, large, in both languages, and what to do. */
Rectangle {
    id: root

    required property DisplayModel viewModel

    color: Theme.colour.nightPanel
    radius: Theme.radius

    Column {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.wall.page.noticeSide
        spacing: Theme.gap

        NoticeText {
            objectName: "headline"
            font.pixelSize: Theme.wall.text.headline
            font.weight: Font.Bold
            text: root.viewModel.headline
        }

        NoticeText {
            color: Theme.colour.nightSoft
            font.pixelSize: Theme.wall.text.advice
            text: root.viewModel.advice
        }

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Theme.wall.page.noticeRule
            height: Theme.line
            color: Theme.colour.nightLine
        }

        NoticeText {
            font.pixelSize: Theme.wall.text.headlineOther
            text: root.viewModel.headlineOther
        }

        NoticeText {
            color: Theme.colour.nightSoft
            font.pixelSize: Theme.wall.text.adviceOther
            text: root.viewModel.adviceOther
        }
    }

    component NoticeText: BodyText {
        Accessible.role: Accessible.StaticText
        Accessible.name: text
        width: parent ? parent.width : 0
        color: Theme.colour.nightText
        horizontalAlignment: Text.AlignHCenter
    }
}
