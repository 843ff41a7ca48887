pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui

/** One figure with the words above and below it. */
Card {
    id: root

    required property string above
    required property string figure
    required property string below

    implicitHeight: words.implicitHeight + 2 * Theme.kiosk.ticket.factPadding

    Column {
        id: words

        anchors.centerIn: parent
        width: parent.width - 2 * Theme.kiosk.ticket.factSide

        BodyText {
            width: parent.width
            color: Theme.colour.muted
            horizontalAlignment: Text.AlignHCenter
            text: root.above
        }

        BodyText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.kiosk.text.fact
            font.weight: Font.Bold
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.body
            wrapMode: Text.NoWrap
            text: root.figure
        }

        BodyText {
            width: parent.width
            color: Theme.colour.muted
            horizontalAlignment: Text.AlignHCenter
            visible: Theme.roomy
            text: root.below
        }
    }
}
