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
    readonly property bool paperless: ticket.print !== IssuedTicket.Printing
                                      && ticket.print !== IssuedTicket.Printed

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.largeText ? 40 : 72
        anchors.bottomMargin: 48
        spacing: Theme.gap

        PrintWords {
            Layout.fillWidth: true
            Layout.minimumHeight: 120
            print: root.ticket.print
            codeShown: root.ticket.statusUrl !== ""
        }

        BodyText {
            id: number

            Layout.fillWidth: true
            Layout.preferredHeight: 360
            objectName: "ticket-number"
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.number
            font.weight: Font.Bold
            fontSizeMode: Text.HorizontalFit
            wrapMode: Text.NoWrap
            text: root.ticket.number

            NumberAnimation on Layout.topMargin {
                from: -180
                to: 0
                duration: Theme.motion
                easing.type: Easing.OutCubic
            }
        }

        BodyText {
            Layout.fillWidth: true
            Layout.topMargin: -16
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.heading
            font.weight: Font.Bold
            text: root.ticket.service
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.topMargin: 8
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
                figure: root.ticket.minutes === "" ? "—"
                        : root.ticket.ahead === 0 ? qsTr("Right away") : qsTr("%1 min").arg(root.ticket.minutes)
                below: root.ticket.minutes === "" ? qsTr("not known yet")
                       : root.ticket.ahead === 0 ? qsTr("about %1 min").arg(root.ticket.minutes)
                                                 : qsTr("holds eight times in ten")
            }
        }

        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: waiting.implicitHeight + 72
            color: Theme.colour.goldSoft
            border.color: Theme.colour.goldLine
            border.width: Theme.line
            radius: Theme.radius

            BodyText {
                id: waiting

                anchors.centerIn: parent
                width: parent.width - 64
                horizontalAlignment: Text.AlignHCenter
                color: Theme.colour.gold
                font.pixelSize: Theme.largeText ? 51 : 42
                font.weight: Font.Bold
                text: qsTr("Please wait here and watch the screen")
            }
        }

        StatusCode {
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: 16
            url: root.ticket.statusUrl
            paperless: root.paperless
        }

        Item {
            Layout.fillHeight: true
        }

        SecondaryButton {
            Layout.fillWidth: true
            objectName: "done-button"
            textSize: 40
            text: qsTr("Done")
            onClicked: root.visit.finish()
        }

        CountdownBar {
            Layout.fillWidth: true
            countdown: root.visit.countdown
        }
    }
}
