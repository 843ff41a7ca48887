pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import StarQueue.Kiosk
import StarQueue.Ui

/**
 * Where every visit begins: who would like, says who they are; then one touch on a service.
 * With low reach everything that is touched lies in the lower part of the screen.
 */
Item {
    id: root

    required property KioskModel kiosk

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: 56
        anchors.bottomMargin: 48
        spacing: 0

        PageHeader {
            Layout.fillWidth: true
            Layout.preferredHeight: 68
            kiosk: root.kiosk
        }

        BodyText {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap
            Layout.minimumHeight: 120
            font.pixelSize: Theme.title
            font.weight: Font.Bold
            text: root.kiosk.allClosed ? qsTr("No numbers at the moment")
                                       : root.kiosk.visit.identity.confirmed ? qsTr("Now choose a service")
                                                                             : qsTr("How can we help?")
        }

        PrinterNotice {
            Layout.fillWidth: true
            Layout.minimumHeight: Theme.largeText ? 0 : 76
            printer: root.kiosk.printer
            silent: root.kiosk.allClosed
        }

        Item {
            Layout.fillHeight: root.kiosk.lowReach
        }

        IdentifyBanner {
            Layout.fillWidth: true
            Layout.topMargin: 16
            Layout.preferredHeight: Math.max(Theme.largeText ? 150 : 190, implicitHeight)
            visible: !root.kiosk.allClosed
            visit: root.kiosk.visit
        }

        ServiceGrid {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: rows * (tallest + Theme.gap) - Theme.gap
            Layout.topMargin: Theme.largeText ? Theme.gap : 42
            Layout.minimumHeight: 200
            visible: !root.kiosk.allClosed
            tallest: Theme.largeText ? 190 : root.kiosk.lowReach ? 240 : 300
            kiosk: root.kiosk
        }

        ClosedCard {
            Layout.fillWidth: true
            Layout.topMargin: 60
            visible: root.kiosk.allClosed
            message: root.kiosk.message
            opens: root.kiosk.opens
        }

        Item {
            Layout.fillHeight: !root.kiosk.lowReach
        }

        BodyText {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap
            visible: root.kiosk.message !== "" && !root.kiosk.allClosed
            color: Theme.colour.muted
            maximumLineCount: 2
            elide: Text.ElideRight
            text: root.kiosk.message
        }

        ModeBar {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap
            kiosk: root.kiosk
        }
    }
}
