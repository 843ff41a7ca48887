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
        anchors.topMargin: Theme.kiosk.page.top
        anchors.bottomMargin: Theme.kiosk.page.bottom
        spacing: 0

        PageHeader {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.kiosk.page.header
            kiosk: root.kiosk
        }

        BodyText {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap
            Layout.minimumHeight: Theme.kiosk.page.title
            font.pixelSize: Theme.title
            font.weight: Font.Bold
            text: root.kiosk.allClosed ? qsTr("No numbers at the moment")
                                       : root.kiosk.visit.identity.confirmed ? qsTr("Now choose a service")
                                                                             : qsTr("How can we help?")
        }

        PrinterNotice {
            Layout.fillWidth: true
            Layout.minimumHeight: Theme.kiosk.page.hint
            printer: root.kiosk.printer
            silent: root.kiosk.allClosed
        }

        Item {
            Layout.fillHeight: root.kiosk.lowReach
        }

        IdentifyBanner {
            Layout.fillWidth: true
            Layout.topMargin: Theme.kiosk.banner.top
            Layout.preferredHeight: Math.max(Theme.kiosk.banner.least, implicitHeight)
            visible: !root.kiosk.allClosed
            visit: root.kiosk.visit
        }

        ServiceGrid {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: rows * (tallest + Theme.gap) - Theme.gap
            Layout.topMargin: Theme.kiosk.tile.top
            Layout.minimumHeight: Theme.kiosk.tile.leastGrid
            visible: !root.kiosk.allClosed
            tallest: root.kiosk.lowReach ? Theme.kiosk.tile.tallestInReach : Theme.kiosk.tile.tallest
            kiosk: root.kiosk
        }

        ClosedCard {
            Layout.fillWidth: true
            Layout.topMargin: Theme.kiosk.page.closedTop
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

        CountdownBar {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap
            visible: root.kiosk.visit.identity.confirmed
            countdown: root.kiosk.visit.countdown
            shownFrom: 20
        }

        ModeBar {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap
            kiosk: root.kiosk
        }
    }
}
