pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Display

/** What everybody should know: the hall's messages and standing advice, in turn. */
Rectangle {
    id: root

    required property DisplayModel viewModel

    height: 90
    color: Theme.colour.nightBar

    Rectangle {
        id: label

        anchors.left: parent.left
        anchors.leftMargin: 56
        anchors.verticalCenter: parent.verticalCenter
        width: visible ? labelText.implicitWidth + 36 : 0
        height: 56
        visible: root.viewModel.footerLabel !== ""
        color: "transparent"
        border.color: Theme.colour.call
        border.width: Theme.line
        radius: 12

        BodyText {
            id: labelText

            anchors.centerIn: parent
            color: Theme.colour.call
            font.pixelSize: 34
            font.weight: Font.Bold
            text: root.viewModel.footerLabel
            wrapMode: Text.NoWrap
        }
    }

    BodyText {
        objectName: "footer"
        anchors.left: label.right
        anchors.leftMargin: label.visible ? 28 : 0
        anchors.right: parent.right
        anchors.rightMargin: 56
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.colour.nightSoft
        elide: Text.ElideRight
        font.pixelSize: 42
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 34
        text: root.viewModel.footer
        wrapMode: Text.NoWrap
    }
}
