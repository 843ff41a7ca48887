pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Display

/** Which hall this is, and what time. */
Rectangle {
    id: root

    required property DisplayModel viewModel

    height: Theme.wall.page.header
    color: Theme.colour.nightBar

    Image {
        id: logo

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        height: Theme.wall.page.logo
        width: status === Image.Ready ? implicitWidth * height / implicitHeight : 0
        fillMode: Image.PreserveAspectFit
        source: Theme.logo
    }

    BodyText {
        objectName: "hall-name"
        anchors.left: logo.right
        anchors.leftMargin: logo.width > 0 ? Theme.gap : 0
        anchors.right: date.left
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.colour.nightText
        elide: Text.ElideRight
        font.pixelSize: Theme.wall.text.hall
        font.weight: Font.Bold
        text: root.viewModel.hallName
        Accessible.role: Accessible.StaticText
        Accessible.name: text
        wrapMode: Text.NoWrap
    }

    BodyText {
        id: date

        anchors.right: time.left
        anchors.rightMargin: Theme.wall.page.dateGap
        anchors.baseline: time.baseline
        color: Theme.colour.nightMuted
        font.pixelSize: Theme.wall.text.date
        text: root.viewModel.date
        Accessible.role: Accessible.StaticText
        Accessible.name: text
        wrapMode: Text.NoWrap
    }

    BodyText {
        id: time

        objectName: "time"
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.colour.nightText
        font.pixelSize: Theme.wall.text.time
        text: root.viewModel.time
        Accessible.role: Accessible.StaticText
        Accessible.name: text
        wrapMode: Text.NoWrap
    }
}
