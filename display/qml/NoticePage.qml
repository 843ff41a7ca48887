pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Display

/** Words instead of numbers: closed, not connected, not allowed. */
Item {
    id: root

    required property DisplayModel viewModel

    NoticeCard {
        anchors.fill: parent
        anchors.margins: Theme.margin
        viewModel: root.viewModel
    }

    BodyText {
        objectName: "technical"
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.wall.page.technicalBottom
        width: parent.width - 2 * Theme.wall.page.technicalSide
        color: Theme.colour.nightMuted
        elide: Text.ElideMiddle
        font.pixelSize: Theme.wall.text.technical
        horizontalAlignment: Text.AlignHCenter
        text: root.viewModel.technical
        Accessible.role: Accessible.StaticText
        Accessible.name: text
        wrapMode: Text.NoWrap
    }
}
