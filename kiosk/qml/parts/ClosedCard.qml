pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui

/** Stands where the services would, while none of them gives numbers. */
Card {
    id: root

    /** What the hall wants to say just now; empty: nothing. */
    required property string message
    /** When the hall opens again; empty: not known. */
    required property string opens

    implicitHeight: words.implicitHeight + 2 * Theme.kiosk.page.closedPadding

    Column {
        id: words

        anchors.centerIn: parent
        width: parent.width - 2 * Theme.kiosk.page.closedPadding
        spacing: Theme.gap

        BodyText {
            objectName: "closed-words"
            width: parent.width
            font.pixelSize: Theme.heading
            font.weight: Font.Bold
            text: qsTr("All services are closed now")
        }

        BodyText {
            objectName: "opens-words"
            width: parent.width
            visible: root.opens !== ""
            font.pixelSize: Theme.heading
            text: qsTr("We open again: %1").arg(root.opens)
        }

        BodyText {
            width: parent.width
            color: Theme.colour.muted
            text: root.message !== "" ? root.message
                                      : qsTr("If you hold a number, it stays valid. Our staff will tell you when we open.")
        }
    }
}
