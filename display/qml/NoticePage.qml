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
        anchors.margins: 56
        viewModel: root.viewModel
    }

    BodyText {
        objectName: "technical"
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 84
        width: parent.width - 260
        color: Theme.colour.nightMuted
        elide: Text.ElideMiddle
        font.pixelSize: 26
        horizontalAlignment: Text.AlignHCenter
        text: root.viewModel.technical
        wrapMode: Text.NoWrap
    }
}
