pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Kiosk
import StarQueue.Ui

/** The number is being fetched; there is nothing to press. */
Item {
    id: root

    required property KioskModel kiosk

    Column {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.margin
        spacing: Theme.gap

        BodyText {
            objectName: "working-words"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.title
            font.weight: Font.Bold
            text: qsTr("Taking your number...")
        }

        BodyText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            color: Theme.colour.muted
            text: root.kiosk.visit.codeTooEarly ? qsTr("One moment: please scan again when this is done")
                                                : qsTr("One moment please")
        }
    }
}
