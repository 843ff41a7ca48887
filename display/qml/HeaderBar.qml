pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Display

/** Which hall this is, and what time. */
Rectangle {
    id: root

    required property DisplayModel viewModel

    height: 100
    color: Theme.colour.nightBar

    Image {
        id: logo

        anchors.left: parent.left
        anchors.leftMargin: 56
        anchors.verticalCenter: parent.verticalCenter
        height: 64
        width: status === Image.Ready ? implicitWidth * height / implicitHeight : 0
        fillMode: Image.PreserveAspectFit
        source: Theme.logo
    }

    BodyText {
        objectName: "hall-name"
        anchors.left: logo.right
        anchors.leftMargin: logo.width > 0 ? 28 : 0
        anchors.right: date.left
        anchors.rightMargin: 56
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.colour.nightText
        elide: Text.ElideRight
        font.pixelSize: 44
        font.weight: Font.Bold
        text: root.viewModel.hallName
        wrapMode: Text.NoWrap
    }

    BodyText {
        id: date

        anchors.right: time.left
        anchors.rightMargin: 40
        anchors.baseline: time.baseline
        color: Theme.colour.nightMuted
        font.pixelSize: 34
        text: root.viewModel.date
        wrapMode: Text.NoWrap
    }

    BodyText {
        id: time

        objectName: "time"
        anchors.right: parent.right
        anchors.rightMargin: 56
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.colour.nightText
        font.pixelSize: 52
        text: root.viewModel.time
        wrapMode: Text.NoWrap
    }
}
