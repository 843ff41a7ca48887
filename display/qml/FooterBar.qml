pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Display

/** What everybody should know: the hall's messages and standing advice, in turn. */
Rectangle {
    id: root

    required property DisplayModel viewModel

    height: Theme.wall.page.footer
    color: Theme.colour.nightBar

    Rectangle {
        id: label

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        width: visible ? labelText.implicitWidth + 2 * Theme.wall.label.side : 0
        height: Theme.wall.label.height
        visible: root.viewModel.footerLabel !== ""
        color: "transparent"
        border.color: Theme.colour.call
        border.width: Theme.line
        radius: Theme.wall.label.radius

        BodyText {
            id: labelText

            anchors.centerIn: parent
            color: Theme.colour.call
            font.pixelSize: Theme.wall.text.label
            font.weight: Font.Bold
            text: root.viewModel.footerLabel
            wrapMode: Text.NoWrap
        }
    }

    BodyText {
        objectName: "footer"
        anchors.left: label.right
        anchors.leftMargin: label.visible ? Theme.gap : 0
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.colour.nightSoft
        elide: Text.ElideRight
        font.pixelSize: Theme.wall.text.footer
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.wall.text.footerLeast
        text: root.viewModel.footer
        Accessible.role: Accessible.StaticText
        Accessible.name: text
        wrapMode: Text.NoWrap
    }
}
