pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Kiosk
import StarQueue.Ui

/** One line below the title: how it goes, or, before anybody touches, that no paper will come. */
Item {
    id: root

    required property int printer
    /** Nothing can be printed anyway. */
    required property bool silent
    readonly property bool works: root.printer === KioskModel.Works

    visible: implicitHeight > 0
    implicitHeight: silent || works && !Theme.roomy ? 0 : works ? hint.implicitHeight
                    : warning.implicitHeight + 2 * Theme.kiosk.page.noticePadding

    BodyText {
        id: hint

        anchors.fill: parent
        visible: root.works && !root.silent && Theme.roomy
        color: Theme.colour.muted
        verticalAlignment: Text.AlignTop
        text: qsTr("Touch a service to take a number")
    }

    Rectangle {
        anchors.fill: parent
        visible: !root.works && !root.silent
        color: Theme.colour.goldSoft
        border.color: Theme.colour.goldLine
        border.width: Theme.line
        radius: Theme.kiosk.page.noticeRadius

        BodyText {
            id: warning

            objectName: "printer-notice"
            anchors.verticalCenter: parent.verticalCenter
            x: Theme.gap
            width: parent.width - 2 * Theme.gap
            color: Theme.colour.gold
            font.weight: Font.Bold
            text: root.printer === KioskModel.TicketWaiting
                  ? qsTr("⚠ A ticket lies in the slot: please take it first")
                  : root.printer === KioskModel.OutOfPaper
                  ? qsTr("⚠ Out of paper: please photograph your number")
                  : qsTr("⚠ No printer: please photograph your number")
        }
    }
}
