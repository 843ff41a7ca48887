pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import StarQueue.Kiosk
import StarQueue.Ui

/** The number, as large as it goes; what the printer makes of it; what to do next. */
Item {
    id: root

    required property KioskModel kiosk
    readonly property Visit visit: kiosk.visit
    readonly property IssuedTicket ticket: visit.ticket

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.kiosk.ticket.top
        anchors.bottomMargin: Theme.kiosk.page.bottom
        spacing: Theme.gap

        PrintWords {
            Layout.fillWidth: true
            Layout.minimumHeight: Theme.kiosk.page.title
            outcome: root.ticket.print
            codeShown: root.ticket.statusUrl !== ""
        }

        BodyText {
            id: number

            Layout.fillWidth: true
            Layout.preferredHeight: Theme.kiosk.ticket.number
            objectName: "ticket-number"
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.number
            font.weight: Font.Bold
            fontSizeMode: Text.HorizontalFit
            wrapMode: Text.NoWrap
            text: root.ticket.number

            NumberAnimation on Layout.topMargin {
                from: -Theme.kiosk.ticket.rise
                to: 0
                duration: Theme.motion
                easing.type: Easing.OutCubic
            }
        }

        BodyText {
            Layout.fillWidth: true
            Layout.topMargin: -Theme.kiosk.ticket.serviceLift
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.heading
            font.weight: Font.Bold
            text: root.ticket.service
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.topMargin: Theme.kiosk.ticket.factsTop
            spacing: Theme.gap

            FactCard {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                above: qsTr("Ahead of you")
                figure: root.ticket.ahead === 0 ? qsTr("nobody") : qsTr("%n people", "ahead", root.ticket.ahead)
                below: qsTr("it may change")
            }

            FactCard {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                above: qsTr("Expected wait")
                figure: root.ticket.atOnce ? root.ticket.waitWords
                        : root.ticket.minutes === "" ? "—" : qsTr("%1 min").arg(root.ticket.minutes)
                below: root.ticket.minutes !== "" ? qsTr("right 8 times out of 10")
                       : root.ticket.atOnce ? ""
                       : root.ticket.waitWords !== "" ? root.ticket.waitWords : qsTr("not known yet")
            }
        }

        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: waiting.implicitHeight + 2 * Theme.kiosk.ticket.waitPadding
            color: Theme.colour.goldSoft
            border.color: Theme.colour.goldLine
            border.width: Theme.line
            radius: Theme.radius

            BodyText {
                id: waiting

                anchors.centerIn: parent
                width: parent.width - 2 * Theme.kiosk.ticket.waitSide
                horizontalAlignment: Text.AlignHCenter
                color: Theme.colour.gold
                font.pixelSize: Theme.kiosk.text.wait
                font.weight: Font.Bold
                text: root.ticket.postponing === IssuedTicket.Done
                      ? qsTr("You won't be called before %1 and keep your place").arg(root.ticket.postponedUntil)
                      : root.ticket.postponing === IssuedTicket.Failed
                        ? qsTr("That didn't work: you may be called at any time, please wait here")
                        : qsTr("Please wait here and watch the screen")
                objectName: "ticket-advice"
            }
        }

        StatusCode {
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Theme.kiosk.ticket.codeTop
            url: root.ticket.statusUrl
            paperless: root.ticket.paperless
        }

        Item {
            Layout.fillHeight: true
        }

        TicketKeys {
            Layout.fillWidth: true
            Layout.fillHeight: false
            visit: root.visit
        }

        CountdownBar {
            Layout.fillWidth: true
            countdown: root.visit.countdown
        }
    }
}
